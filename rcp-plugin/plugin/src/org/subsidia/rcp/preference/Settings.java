package org.subsidia.rcp.preference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;

/** What a user has set, remembered from one start of the workbench to the next. */
public final class Settings {
    private static final String AUTHOR = "author";
    private static final String LAW = "lawFile";
    private static final String NOTICE = "noticeDays";
    private static final int USUAL_NOTICE = 30;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Reading<LawBase> law;

    private Settings() {}

    /** {@return today in France; another day where the system property {@code subsidia.at} names one} */
    public static LocalDate today() {
        String at = System.getProperty("subsidia.at", "");
        return at.isEmpty() ? LocalDate.now(PARIS) : LocalDate.parse(at);
    }

    /** {@return who makes the edits, as the history of a file names them} */
    public static String author() {
        return node().get(AUTHOR, System.getProperty("user.name", ""));
    }

    /** {@return how many days ahead a deadline is due} */
    public static int notice() {
        return node().getInt(NOTICE, USUAL_NOTICE);
    }

    /** {@return the file with the user's own rules; empty: none} */
    public static String lawFile() {
        return node().get(LAW, "");
    }

    /** {@return the law, with the user's own rules over it where they can be read} */
    public static synchronized LawBase law() {
        if (law == null) {
            law = read(lawFile());
            if (!law.isRead()) {
                ILog.of(Settings.class).warn(law.findings().get(0).toString());
            }
        }
        return law.value().orElseGet(LawBase::standard);
    }

    /**
     * The law with rules of a file over it.
     *
     * @param file the file; empty: none
     * @return the law, or why the file cannot be used
     */
    static Reading<LawBase> read(String file) {
        return file.isBlank()
                ? Reading.of(LawBase.standard())
                : LawBase.standard().with(Path.of(file));
    }

    /**
     * Remembers what was set.
     *
     * @param author who makes the edits
     * @param notice how many days ahead a deadline is due
     * @param lawFile the file with the user's own rules; empty: none
     * @return why the rules cannot be used; empty: they can, and all is remembered
     */
    static synchronized List<Finding> set(String author, int notice, String lawFile) {
        Reading<LawBase> next = read(lawFile);
        if (!next.isRead()) {
            return next.findings();
        }
        law = next;
        node().put(AUTHOR, author);
        node().putInt(NOTICE, notice);
        node().put(LAW, lawFile);
        flush();
        return List.of();
    }

    /**
     * A small thing to remember, such as the width of a column.
     *
     * @param key its name
     * @return what was remembered; empty: nothing
     */
    public static String remembered(String key) {
        return node().get(key, "");
    }

    /**
     * Remembers a small thing.
     *
     * @param key its name
     * @param value what
     */
    public static void remember(String key, String value) {
        if (!value.equals(remembered(key))) {
            node().put(key, value);
            flush();
        }
    }

    private static void flush() {
        try {
            node().flush();
        } catch (BackingStoreException e) {
            ILog.of(Settings.class).warn("settings not remembered", e);
        }
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode("org.subsidia.rcp");
    }
}
