package org.subsidia.rcp.database;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.session.PortfolioSession;
import org.subsidia.rcp.ui.StatusLine;
import org.subsidia.store.jdbc.DatabaseSession;

/**
 * Looks every few seconds whether others have changed the portfolio on the desk, takes it over and says so. A database that does
 * not answer is told once, and once more when it is back.
 */
final class DatabaseWatch extends Job {
    private static final long EVERY = 3_000;

    private final PortfolioSession session;
    private final DatabaseSession database;
    private final Display display = Display.getCurrent();
    private boolean away;

    private DatabaseWatch(PortfolioSession session, DatabaseSession database) {
        super(database.address().shown());
        this.session = session;
        this.database = database;
        setSystem(true);
    }

    /** Begins; ends by itself when another portfolio is on the desk. */
    static void begin(PortfolioSession session, DatabaseSession database) {
        new DatabaseWatch(session, database).schedule(EVERY);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        if (display.isDisposed() || !isOnDesk()) {
            return Status.OK_STATUS;
        }
        Reading<Long> latest = database.latest();
        if (away == latest.isRead()) {
            away = !away;
            tell(Texts.bind(away ? Texts.databaseAway : Texts.databaseBack, getName()));
        }
        if (latest.isRead() && latest.get() > database.version()) {
            later(this::fetch);
        }
        schedule(EVERY);
        return Status.OK_STATUS;
    }

    private boolean isOnDesk() {
        return Desk.get().session() == session && session.database().isPresent();
    }

    private void fetch() {
        Reading<List<EditRecord>> fresh = session.fetch();
        fresh.value().filter(edits -> !edits.isEmpty()).ifPresent(edits -> {
            EditRecord last = edits.get(edits.size() - 1);
            StatusLine.tell(Texts.bind(
                    Texts.databaseChanged, edits.size(), last.author(), last.reason() == null ? "" : last.reason()));
        });
    }

    private void tell(String sentence) {
        later(() -> StatusLine.tell(sentence));
    }

    private void later(Runnable action) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (isOnDesk()) {
                    action.run();
                }
            });
        }
    }
}
