package org.subsidia.rcp;

import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.Expression;
import org.eclipse.core.expressions.ExpressionInfo;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.ISources;

/** Whether no dialog waits for an answer: while one does, no shortcut of the window below it may do anything. */
final class OutsideDialogs extends Expression {
    private static final int MODAL = SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL;

    @Override
    public void collectExpressionInfo(ExpressionInfo info) {
        info.addVariableNameAccess(ISources.ACTIVE_SHELL_NAME);
    }

    @Override
    public EvaluationResult evaluate(IEvaluationContext context) {
        Object shell = context.getVariable(ISources.ACTIVE_SHELL_NAME);
        // a dialog that was just closed can still be the last active shell
        boolean asking = shell instanceof Shell active && !active.isDisposed() && (active.getStyle() & MODAL) != 0;
        return EvaluationResult.valueOf(!asking);
    }
}
