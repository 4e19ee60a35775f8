package org.subsidia.rcp.database;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.TeamQuestions;
import org.subsidia.rcp.ui.Busy;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.StatusLine;
import org.subsidia.store.jdbc.Outcome;

/** Asks in the window what becomes of an edit that somebody else overtook, or whose outcome nobody knows. */
public final class TeamDialogs implements TeamQuestions {
    private final Supplier<Shell> window;

    /**
     * Dialogs above a window.
     *
     * @param window where to ask
     */
    public TeamDialogs(Supplier<Shell> window) {
        this.window = window;
    }

    @Override
    public boolean makeAgain(Outcome.Conflict conflict, Portfolio seen) {
        return ConflictDialog.ask(window.get(), conflict, seen);
    }

    @Override
    public boolean lookAgain(List<Finding> doubt) {
        return new MessageDialog(
                                window.get(),
                                Texts.databaseDoubtTitle,
                                null,
                                FindingsDialog.text(doubt, Texts.locale()),
                                MessageDialog.QUESTION,
                                0,
                                Texts.databaseDoubtLook,
                                Texts.databaseDoubtLater)
                        .open()
                == 0;
    }

    @Override
    public void settled(String what, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            FindingsDialog.open(window.get(), Texts.bind(Texts.databaseDoubtNotMade, what), refused.findings());
        } else {
            StatusLine.tell(Texts.bind(Texts.databaseDoubtMade, what));
        }
    }

    /** Without a cancel: an edit that was sent cannot be called back. */
    @Override
    public <T> T waitFor(Supplier<T> answer) {
        List<T> got = new ArrayList<>(1);
        try {
            Busy.during(Texts.databaseWaiting, monitor -> got.add(answer.get()), false);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return got.get(0);
    }
}
