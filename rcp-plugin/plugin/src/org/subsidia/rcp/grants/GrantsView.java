package org.subsidia.rcp.grants;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.subsidia.portfolio.GrantId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.explorer.ExplorerTree;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Selection;

/** The grants of what the explorer has selected, with a filter. */
public final class GrantsView extends ViewPart {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.grants";

    private final Selection selection = new Selection();
    private final ISelectionListener follow = this::follow;
    private Label scopeName;
    private Text filter;
    private Label count;
    private final StackLayout stack = new StackLayout();
    private Composite pages;
    private Control nothing;
    private GrantTable table;
    private Runnable forget = () -> {};
    private Node scope = Node.Trunk.STRUCTURES;
    private Object shown;

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        createBar(parent);
        pages = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        pages.setLayout(stack);
        table = new GrantTable(pages, this::selected);
        nothing = new EmptyPage(pages, getSite()).control();
        MenuManager menu = new MenuManager();
        table.control().setMenu(menu.createContextMenu(table.control()));
        getSite().registerContextMenu(menu, selection);
        getSite().setSelectionProvider(selection);
        getSite().getPage().addSelectionListener(ExplorerView.ID, follow);
        forget = Desk.get().onChange(this::refresh);
        refresh();
    }

    private void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults()
                .numColumns(3)
                .margins(6, 4)
                .spacing(10, 0)
                .applyTo(bar);
        scopeName = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(scopeName);
        count = new Label(bar, SWT.RIGHT);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(count);
        filter = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Texts.grantsFilter);
        Accessibles.name(filter, Texts.grantsFilter);
        GridDataFactory.fillDefaults()
                .hint(260, SWT.DEFAULT)
                .align(SWT.END, SWT.CENTER)
                .applyTo(filter);
        filter.addModifyListener(event -> filter());
    }

    private void follow(IWorkbenchPart part, ISelection chosen) {
        Object first = chosen instanceof IStructuredSelection structured ? structured.getFirstElement() : null;
        Node node = first instanceof Node one ? one : Node.Trunk.STRUCTURES;
        if (!node.scope().equals(scope)) {
            scope = node.scope();
            refresh();
        }
        if (node instanceof Node.OfGrant grant) {
            table.select(grant.id());
            selection.setSelection(new StructuredSelection(grant.id()));
        }
    }

    private void refresh() {
        if (shown != Desk.get().session()) {
            shown = Desk.get().session();
            scope = Node.Trunk.STRUCTURES;
            filter.setText("");
        }
        ExplorerTree tree = new ExplorerTree(Desk.get().portfolio(), Texts.locale());
        scopeName.setText(
                scope instanceof Node.Trunk
                        ? Texts.grantsAll
                        : tree.label(scope).replace("&", "&&"));
        table.show(GrantRows.of(tree.grants(scope), Desk.get().portfolio(), Texts.locale()));
        filter();
    }

    private void filter() {
        stack.topControl = Desk.get().portfolio().isEmpty() ? nothing : table.control();
        pages.layout();
        table.filter(filter.getText());
        count.setText(
                table.size() == table.total()
                        ? Texts.bind(Texts.grantsCount, table.total())
                        : Texts.bind(Texts.grantsCountOf, table.size(), table.total()));
        count.getParent().layout();
    }

    private void selected(GrantId id) {
        selection.setSelection(id == null ? StructuredSelection.EMPTY : new StructuredSelection(id));
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(ExplorerView.ID, follow);
        forget.run();
        super.dispose();
    }
}
