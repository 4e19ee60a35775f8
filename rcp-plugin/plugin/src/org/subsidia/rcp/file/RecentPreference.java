package org.subsidia.rcp.file;

import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.subsidia.rcp.session.RecentPlaces;

/** Remembers the recent files from one start of the workbench to the next. */
final class RecentPreference {
    private static final String KEY = "recentFiles";

    private RecentPreference() {}

    static RecentPlaces get() {
        return RecentPlaces.parse(node().get(KEY, ""));
    }

    static void change(UnaryOperator<RecentPlaces> change) {
        node().put(KEY, change.apply(get()).toString());
        try {
            node().flush();
        } catch (BackingStoreException e) {
            ILog.of(RecentPreference.class).warn("recent files not remembered", e);
        }
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode("org.subsidia.rcp");
    }
}
