package org.subsidia.rcp.search;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
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

    /** Edit &gt; Find: into the filter of the active view; where it has none, among its rows. */
    public static final class InView extends SearchHandler {
        @Override
        public Object execute(ExecutionEvent event) {
            IWorkbenchPart part = HandlerUtil.getActivePart(event);
            if (part == null || !(part.getSite().getService(MPart.class).getWidget() instanceof Composite root)) {
                return null;
            }
            if (!focus(root)) {
                table(root).ifPresent(table -> new Finder(root.getShell(), table).open());
            }
            return null;
        }

        /** The table with the focus, else the first that is seen; one with headings rather than a list of pages. */
        private static Optional<Table> table(Composite root) {
            if (root.getDisplay().getFocusControl() instanceof Table table && table.getHeaderVisible()) {
                return Optional.of(table);
            }
            return seen(root).filter(Table::getHeaderVisible).findFirst().or(() -> seen(root)
                    .findFirst());
        }

        private static Stream<Table> seen(Composite root) {
            return Stream.of(root.getChildren())
                    .filter(Control::isVisible)
                    .flatMap(child -> child instanceof Table table
                            ? Stream.of(table)
                            : child instanceof Composite inner ? seen(inner) : Stream.empty());
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
