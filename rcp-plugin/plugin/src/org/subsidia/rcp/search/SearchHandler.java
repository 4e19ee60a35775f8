package org.subsidia.rcp.search;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.subsidia.rcp.analysis.DeskView;
import org.subsidia.rcp.ui.Navigation;

/** Searches. */
public abstract class SearchHandler extends AbstractHandler {
    /** Edit &gt; Search everywhere. */
    public static final class Everywhere extends SearchHandler {
        @Override
        public Object execute(ExecutionEvent event) {
            IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
            SearchDialog.ask(HandlerUtil.getActiveShell(event)).ifPresent(id -> Navigation.open(page, id));
            return null;
        }
    }

    /** Edit &gt; Find: into the filter of the active view. */
    public static final class InView extends SearchHandler {
        @Override
        public Object execute(ExecutionEvent event) {
            if (HandlerUtil.getActivePart(event) instanceof DeskView view) {
                focus(view.control());
            }
            return null;
        }

        private static boolean focus(Composite root) {
            for (Control child : root.getChildren()) {
                if (child instanceof Text text && (text.getStyle() & SWT.SEARCH) != 0 && text.isVisible()) {
                    text.setFocus();
                    text.selectAll();
                    return true;
                }
                if (child instanceof Composite inner && focus(inner)) {
                    return true;
                }
            }
            return false;
        }
    }
}
