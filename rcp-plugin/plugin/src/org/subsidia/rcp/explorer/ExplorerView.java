package org.subsidia.rcp.explorer;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;

/** Structures and funders of the open portfolio, as a tree. */
public final class ExplorerView extends ViewPart {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.explorer";

    private WordFilteredTree filtered;
    private TreeViewer viewer;
    private Runnable forget = () -> {};
    private Object shown;
    private ExplorerTree drawn;

    @Override
    public void createPartControl(Composite parent) {
        filtered = new WordFilteredTree(parent, this::tree);
        filtered.setInitialText(Texts.explorerFilter);
        Accessibles.name(filtered.getFilterControl(), Texts.explorerFilter);
        viewer = filtered.getViewer();
        Accessibles.name(viewer.getControl(), getPartName());
        viewer.setContentProvider(new TreeContent());
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new NodeLabels(this::tree, viewer.getControl())));
        MenuManager menu = new MenuManager();
        viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
        getSite().registerContextMenu(menu, viewer);
        getSite().setSelectionProvider(viewer);
        viewer.addDoubleClickListener(event -> {
            Object node = ((IStructuredSelection) event.getSelection()).getFirstElement();
            viewer.setExpandedState(node, !viewer.getExpandedState(node));
        });
        forget = Desk.get().onChange(this::refresh);
        refresh();
    }

    private ExplorerTree tree() {
        return new ExplorerTree(Desk.get().portfolio(), Texts.locale());
    }

    private void refresh() {
        viewer.getControl().setRedraw(false);
        try {
            boolean another = shown != Desk.get().session();
            shown = Desk.get().session();
            Object[] open = viewer.getExpandedElements();
            ExplorerTree before = drawn;
            drawn = tree();
            viewer.setInput(drawn);
            if (another) {
                filtered.clear();
                viewer.expandToLevel(2);
                viewer.setSelection(StructuredSelection.EMPTY);
            } else {
                viewer.setExpandedElements(open);
                drawn.roots().stream()
                        .filter(root -> !before.hasChildren(root))
                        .forEach(firstOfItsKind -> viewer.expandToLevel(firstOfItsKind, 1));
            }
        } finally {
            viewer.getControl().setRedraw(true);
        }
    }

    /**
     * Selects a place of the tree and opens what is above it; a filter that hides it is cleared.
     *
     * @param node any node
     */
    public void reveal(Node node) {
        unfold(node);
        viewer.setSelection(new StructuredSelection(node), true);
    }

    /**
     * Opens what is above a place of the tree, and leaves the selection; a filter that hides the place is cleared.
     *
     * @param node any node
     */
    public void unfold(Node node) {
        if (!filtered.shows(node)) {
            filtered.clear();
        }
        viewer.reveal(node);
    }

    @Override
    public void setFocus() {
        viewer.getControl().setFocus();
    }

    @Override
    public void dispose() {
        forget.run();
        super.dispose();
    }

    /** Passes the questions of the viewer to the tree that is its input. */
    private static final class TreeContent implements ITreeContentProvider {
        private ExplorerTree tree;

        @Override
        public void inputChanged(Viewer viewer, Object before, Object input) {
            tree = (ExplorerTree) input;
        }

        @Override
        public Object[] getElements(Object input) {
            return tree.roots().toArray();
        }

        @Override
        public Object[] getChildren(Object node) {
            return tree.children((Node) node).toArray();
        }

        @Override
        public Object getParent(Object node) {
            return tree.parent((Node) node);
        }

        @Override
        public boolean hasChildren(Object node) {
            return tree.hasChildren((Node) node);
        }
    }
}
