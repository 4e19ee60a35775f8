package org.subsidia.rcp.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Portfolio;

/** The portfolio that the workbench shows: there is always one, an empty one at first. */
public final class Desk {
    private static final Desk DESK = new Desk();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Consumer<List<Finding>> refusals = findings -> {};
    private TeamQuestions questions = TeamQuestions.NOBODY;
    private volatile List<Finding> remarks = List.of();
    private PortfolioSession session;

    private Desk() {
        show(new PortfolioSession(OperationHistoryFactory.getOperationHistory(), Portfolio.empty()));
    }

    /** {@return the workbench's desk} */
    public static Desk get() {
        return DESK;
    }

    /** {@return the session shown} */
    public PortfolioSession session() {
        return session;
    }

    /** {@return the current value of the session shown} */
    public Portfolio portfolio() {
        return session.portfolio();
    }

    /**
     * Shows another portfolio; the former one is closed.
     *
     * @param next what is shown from now on
     */
    public void show(PortfolioSession next) {
        if (session != null) {
            session.close();
        }
        session = next;
        remarks = List.of();
        next.onChange(this::changed);
        next.onRefusal(findings -> refusals.accept(findings));
        next.ask(questions);
        changed();
    }

    /**
     * Calls a listener after every change of the session shown, and when another takes its place.
     *
     * @param listener is called on the workbench's thread
     * @return ends the calls
     */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Tells why an edit could not be made.
     *
     * @param listener is given the reasons; takes the place of the one before
     */
    public void onRefusal(Consumer<List<Finding>> listener) {
        refusals = listener;
    }

    /**
     * Says who decides while a portfolio of several people is edited.
     *
     * @param whom takes the place of the one before
     */
    public void ask(TeamQuestions whom) {
        questions = whom;
        session.ask(whom);
    }

    /** {@return what the last import of the session shown has found} */
    public List<Finding> remarks() {
        return remarks;
    }

    /**
     * Keeps what an import has found; call it before its edit is applied.
     *
     * @param findings take the place of those before
     */
    public void remark(List<Finding> findings) {
        remarks = List.copyOf(findings);
    }

    /** Shows everything anew, since a setting has changed. */
    public void refresh() {
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
