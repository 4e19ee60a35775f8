package org.subsidia.rcp.analysis;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.subsidia.explain.Explanation;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.StatusLine;

/** Shows where the figure comes from that the user looks at: F2. */
public final class ExplainHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchPart part = HandlerUtil.getActivePart(event);
        Optional<Explanation> explanation =
                part instanceof Explained explained ? explained.explanation() : Optional.empty();
        if (explanation.isPresent()) {
            ExplanationPopup.open(HandlerUtil.getActiveShell(event), explanation.get());
        } else {
            StatusLine.tell(Texts.explanationNone);
        }
        return null;
    }
}
