package org.subsidia.rcp.explorer;

import java.util.function.Supplier;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.dialogs.FilteredTree;
import org.eclipse.ui.dialogs.PatternFilter;
import org.subsidia.rcp.ui.Folding;

/** A tree below a field: left are the places in whose name all its words occur, and what is above them. */
final class WordFilteredTree extends FilteredTree {
    private boolean clearing;

    WordFilteredTree(Composite parent, Supplier<ExplorerTree> tree) {
        super(parent, SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL, new WordFilter(tree), true, true);
    }

    boolean shows(Node node) {
        return getPatternFilter().isElementVisible(getViewer(), node);
    }

    /** Shows everything at once, and leaves open what is open: clearing by hand comes later and closes all. */
    void clear() {
        clearing = true;
        getFilterControl().setText("");
        clearing = false;
        getPatternFilter().setPattern(null);
        getViewer().refresh();
    }

    @Override
    protected void textChanged() {
        if (!clearing) {
            super.textChanged();
        }
    }

    private static final class WordFilter extends PatternFilter {
        private final Supplier<ExplorerTree> tree;
        private String[] words = Folding.words("");

        WordFilter(Supplier<ExplorerTree> tree) {
            this.tree = tree;
        }

        @Override
        public void setPattern(String pattern) {
            super.setPattern(pattern);
            words = Folding.words(pattern == null ? "" : pattern);
        }

        @Override
        protected boolean isLeafMatch(Viewer viewer, Object node) {
            return Folding.hasAll(Folding.fold(tree.get().label((Node) node)), words);
        }
    }
}
