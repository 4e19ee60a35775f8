package org.subsidia.rcp.analysis.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.subsidia.explain.Explanation;

/** What stands above the charts and tables of a dashboard; used on the workbench's thread. */
public final class DashboardBot {
    private DashboardBot() {}

    /** Where each headline comes from, by its words. */
    public static Map<String, Optional<Explanation>> headlines(DashboardView view) {
        Map<String, Optional<Explanation>> headlines = new LinkedHashMap<>();
        view.panes()
                .forEach(pane -> headlines.put(
                        pane.kind() + ": " + pane.shown().headline(),
                        pane.shown().explanation()));
        return headlines;
    }
}
