package org.subsidia.rcp.analysis;

import java.util.function.BooleanSupplier;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;

/**
 * A view of something computed: in a Job with progress and cancel, never on the workbench's thread. An answer to an older
 * value of the portfolio, or to an older scope, is dropped.
 *
 * @param <R> what is computed
 */
public abstract class AnalysisView<R> extends DeskView {
    private final Analysis<Question, R> analysis =
            new Analysis<>(this::compute, this::answered, this::fail, this::startJob);

    /**
     * Computes, beside the workbench's thread: no control may be touched, and nothing read but the question.
     *
     * @param question the portfolio, the scope, the law and the day
     * @param cancelled whether nobody waits for the answer any more
     * @return the answer
     */
    protected abstract R compute(Question question, BooleanSupplier cancelled);

    /**
     * Shows an answer.
     *
     * @param answer to the last question
     */
    protected abstract void show(R answer);

    @Override
    protected final void refresh() {
        analysis.ask(new Question(Desk.get().portfolio(), asked(), Settings.law(), Settings.today()));
    }

    /** {@return what is asked about: what the explorer has selected} */
    protected Node asked() {
        return scope();
    }

    /** {@return whether an answer is on its way} */
    public final boolean isBusy() {
        return analysis.isRunning();
    }

    private void answered(R answer) {
        guarded(() -> {
            recovered();
            show(answer);
        });
    }

    @Override
    public void dispose() {
        analysis.close();
        super.dispose();
    }
}
