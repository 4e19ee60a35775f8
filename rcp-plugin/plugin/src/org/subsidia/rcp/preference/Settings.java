package org.subsidia.rcp.preference;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IExportedPreferences;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.subsidia.cashflow.reconcile.PayerTable;
import org.subsidia.cashflow.reconcile.ReconcileOptions;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.law.OwnValues;
import org.subsidia.rcp.Texts;

/** What a user has set, remembered from one start of the workbench to the next. */
public final class Settings {
    static final int USUAL_NOTICE = 30;

    private static final String NODE = "org.subsidia.rcp";
    private static final String AUTHOR = "author";
    private static final String LAW = "lawFile";
    private static final String NOTICE = "noticeDays";
    private static final String ZONE = "timeZone";
    private static final String OWN = "ownValues";
    private static final String THRESHOLD = "reconcileThreshold";
    private static final String PAYERS = "payers";
    private static final Set<String> SET = Set.of(AUTHOR, LAW, NOTICE, ZONE, OWN, THRESHOLD, PAYERS);

    private static Reading<LawBase> law;

    private Settings() {}

    /** {@return the time zone of dates and hours, one of those of France} */
    public static ZoneId zone() {
        return Zones.of(node().get(ZONE, "")).zone();
    }

    static void setZone(Zones zone) {
        node().put(ZONE, zone.zone().getId());
        flush();
    }

    /** {@return today in the user's zone; another day where the system property {@code subsidia.at} names one} */
    public static LocalDate today() {
        String at = System.getProperty("subsidia.at", "");
        return at.isEmpty() ? LocalDate.now(zone()) : LocalDate.parse(at);
    }

    /** {@return who makes the edits, as the history of a file names them} */
    public static String author() {
        return node().get(AUTHOR, usualAuthor());
    }

    static String usualAuthor() {
        return System.getProperty("user.name", "");
    }

    /** {@return how many days ahead a deadline is due} */
    public static int notice() {
        return node().getInt(NOTICE, USUAL_NOTICE);
    }

    /** {@return the file with the user's own rules; empty: none} */
    public static String lawFile() {
        return node().get(LAW, "");
    }

    /** {@return the law, with the user's own rules and values over it where they can be read} */
    public static synchronized LawBase law() {
        if (law == null) {
            law = ownValues(own()).over(lawWithoutOwn());
            if (!law.isRead()) {
                ILog.of(Settings.class).warn(law.findings().get(0).toString());
            }
        }
        return law.value().orElseGet(Settings::lawWithoutOwn);
    }

    /** The law with the rules of the user's file alone. */
    static LawBase lawWithoutOwn() {
        Reading<LawBase> read = read(lawFile());
        if (!read.isRead()) {
            ILog.of(Settings.class).warn(read.findings().get(0).toString());
        }
        return read.value().orElseGet(LawBase::standard);
    }

    /** The values that the user has set for single rules: id of the rule → value. */
    static SortedMap<String, String> own() {
        return OwnRules.parse(node().get(OWN, ""));
    }

    /** Values of the user's own as figures name them. */
    static OwnValues ownValues(SortedMap<String, String> values) {
        return new OwnValues(values, Texts.ownReference, Texts.ownSource);
    }

    /**
     * Remembers values of the user's own.
     *
     * @param values id of the rule → value
     * @return why they cannot be used; empty: they can, and are remembered
     */
    static synchronized List<Finding> setOwn(SortedMap<String, String> values) {
        Reading<LawBase> next = ownValues(values).over(lawWithoutOwn());
        if (!next.isRead()) {
            return next.findings();
        }
        law = next;
        node().put(OWN, OwnRules.text(values));
        flush();
        return List.of();
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
        law = null;
        node().put(AUTHOR, author);
        node().putInt(NOTICE, notice);
        node().put(LAW, lawFile);
        flush();
        return List.of();
    }

    /** {@return from how many points on a bank’s movement is taken for an expected payment, and who pays for others} */
    public static ReconcileOptions reconcile() {
        int threshold = node().getInt(THRESHOLD, ReconcileOptions.USUAL_THRESHOLD);
        ReconcileOptions standard = ReconcileOptions.standard();
        return standard.withThreshold(Math.max(0, Math.min(threshold, ReconcileOptions.NEVER)))
                .withPayers(standard.payers().after(payers()));
    }

    /**
     * Remembers a threshold.
     *
     * @param points 0 to 101
     */
    public static void setThreshold(int points) {
        node().putInt(THRESHOLD, points);
        flush();
    }

    /** {@return the user’s own payers, looked for before those that the library knows} */
    public static PayerTable payers() {
        byte[] text = node().get(PAYERS, "[]").getBytes(StandardCharsets.UTF_8);
        Reading<PayerTable> read = PayerTable.read(PAYERS, new ByteArrayInputStream(text));
        if (!read.isRead()) {
            ILog.of(Settings.class).warn(read.findings().get(0).toString());
        }
        return read.value().orElseGet(PayerTable::none);
    }

    /**
     * Remembers payers of the user’s own.
     *
     * @param own the payers
     */
    public static void setPayers(PayerTable own) {
        node().put(PAYERS, own.text());
        flush();
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

    /**
     * Writes all preferences of the workbench to a file, but for what was open and who opened it.
     *
     * @param out where to
     * @throws CoreException if they cannot be written
     */
    static void write(OutputStream out) throws CoreException {
        String[] others;
        try {
            others = Stream.of(node().keys()).filter(key -> !SET.contains(key)).toArray(String[]::new);
        } catch (BackingStoreException e) {
            throw new CoreException(Status.error("preferences", e));
        }
        Platform.getPreferencesService().exportPreferences(node(), out, others);
    }

    /**
     * Takes preferences over from a file that {@link #write} or Eclipse has written.
     *
     * @param in where from
     * @throws CoreException if it holds none
     */
    static synchronized void read(InputStream in) throws CoreException {
        IPreferencesService service = Platform.getPreferencesService();
        IExportedPreferences read = service.readPreferences(in);
        try {
            if (!read.node(InstanceScope.SCOPE).nodeExists(NODE)) {
                throw new CoreException(Status.error(NODE));
            }
        } catch (BackingStoreException e) {
            throw new CoreException(Status.error(NODE, e));
        }
        service.applyPreferences(read);
        law = null;
    }

    private static void flush() {
        try {
            node().flush();
        } catch (BackingStoreException e) {
            ILog.of(Settings.class).warn("settings not remembered", e);
        }
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }
}
