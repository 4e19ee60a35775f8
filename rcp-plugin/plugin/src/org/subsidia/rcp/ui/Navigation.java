package org.subsidia.rcp.ui;

import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.RecordKind;

/** The way from a result to the record behind it. */
public final class Navigation {
    private static final String DETAIL = "org.subsidia.rcp.detail";

    /** A view that can show any record. */
    public interface Shows {
        /**
         * Shows a record.
         *
         * @param id of the portfolio on the desk
         */
        void show(RecordId id);
    }

    private Navigation() {}

    /**
     * Shows a record in the view of details, and brings that view to the front.
     *
     * @param page of the window
     * @param id the record
     */
    public static void open(IWorkbenchPage page, RecordId id) {
        try {
            IViewPart view = page.showView(DETAIL);
            if (view instanceof Shows detail) {
                detail.show(id);
            }
        } catch (PartInitException e) {
            ILog.of(Navigation.class).error(DETAIL, e);
        }
    }

    /**
     * The record that a finding names by its value alone.
     *
     * @param value of the id
     * @param portfolio where it is
     * @return the first record of that value; grants come before all others
     */
    public static Optional<RecordId> record(String value, Portfolio portfolio) {
        RecordId grant = RecordKind.GRANT.id(value);
        if (portfolio.contains(grant)) {
            return Optional.of(grant);
        }
        for (RecordKind kind : RecordKind.values()) {
            RecordId id = kind.id(value);
            if (portfolio.contains(id)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}
