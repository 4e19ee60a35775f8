package org.subsidia.rcp.explorer;

import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.dialogs.FilteredTree;
import org.eclipse.ui.dialogs.PatternFilter;
import org.eclipse.ui.progress.WorkbenchJob;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.ui.Folding;

/** A tree below a field: left are the places in whose name all its words occur, and what is above them. */
final class WordFilteredTree extends FilteredTree {
    private static final long LETTER = 20;

    // these are set while the super class is made: an initial value would come after it
    private WorkbenchJob narrowing;
    private Object[] before;
    private boolean clearing;

    WordFilteredTree(Composite parent, Supplier<ExplorerTree> tree) {
        super(parent, SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL, new WordFilter(tree), true, true);
    }

    boolean shows(Node node) {
        return getPatternFilter().isElementVisible(getViewer(), node);
    }

    /** Shows everything at once, open as it was before words were typed, and what was found and selected among it. */
    void clear() {
        IStructuredSelection selected = getViewer().getStructuredSelection(); // closing what is above would lose it
        clearing = true;
        getFilterControl().setText("");
        clearing = false;
        narrowing.cancel();
        if (before != null) {
            getViewer()
                    .setExpandedElements(
                            before); // else all that is below what was found would come before it is closed
        }
        getPatternFilter().setPattern(null);
        getViewer().refresh();
        if (before != null) {
            getViewer().setExpandedElements(before);
            before = null;
        }
        getViewer().setSelection(selected, true);
    }

    /** Clearing by hand would come later and close everything. */
    @Override
    protected void textChanged() {
        if (clearing) {
            return;
        }
        if (getFilterControl().getText().isEmpty()) {
            clear();
            return;
        }
        if (before == null) {
            before = getViewer().getExpandedElements();
        }
        super.textChanged();
    }

    /** Each letter is answered at once: to look is quick. */
    @Override
    protected long getRefreshJobDelay() {
        return LETTER;
    }

    @Override
    protected WorkbenchJob doCreateRefreshJob() {
        narrowing = super.doCreateRefreshJob();
        return narrowing;
    }

    private static final class WordFilter extends PatternFilter {
        private final Supplier<ExplorerTree> tree;
        private String[] words = Folding.words("");
        private Portfolio searched;
        private Set<Node> found;

        WordFilter(Supplier<ExplorerTree> tree) {
            this.tree = tree;
        }

        @Override
        public void setPattern(String pattern) {
            super.setPattern(pattern);
            words = Folding.words(pattern == null ? "" : pattern);
            found = null;
        }

        /** All that is found is found at once: asking each place about all below it would sort them for nothing. */
        @Override
        public boolean isElementVisible(Viewer viewer, Object node) {
            if (words.length == 1 && words[0].isEmpty()) {
                return true;
            }
            ExplorerTree now = tree.get();
            if (found == null || searched != now.portfolio()) {
                searched = now.portfolio();
                found = now.found(words);
            }
            return found.contains(node);
        }
    }
}
