package org.subsidia.rcp.grants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Analysis;
import org.subsidia.rcp.analysis.DeskView;
import org.subsidia.rcp.explorer.ExplorerTree;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.export.ExportHandler;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Clipboards;
import org.subsidia.rcp.ui.EditTarget;
import org.subsidia.rcp.ui.EditTarget.Deed;
import org.subsidia.rcp.ui.EditTargets;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.Pasteboard;
import org.subsidia.rcp.ui.Words;

/** The grants of what the explorer has selected, as a spreadsheet. */
public final class GrantsView extends DeskView {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.grants";

    private static final int MOST_REFUSALS = 8;
    private static final String UNKNOWN = "–";
    private static final List<GrantColumn> SUMMED =
            List.of(GrantColumn.REQUESTED, GrantColumn.AWARDED, GrantColumn.RECEIVED);
    private static final List<GrantColumn> WITH_REMAINING =
            List.of(GrantColumn.REQUESTED, GrantColumn.AWARDED, GrantColumn.RECEIVED, GrantColumn.REMAINING);

    private static final String SOON = "…";

    private final StackLayout stack = new StackLayout();
    private final KnownRows known = new KnownRows();
    private final Analysis<List<GrantRow>, Boolean> awaited =
            new Analysis<>(GrantsView::workOut, done -> workedOut(), this::fail, this::startJob);
    private Label scopeLabel;
    private Text filter;
    private Label count;
    private Composite pages;
    private Control nothing;
    private GrantGrid grid;
    private Label totals;

    @Override
    protected void build(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        createBar(parent);
        pages = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        pages.setLayout(stack);
        grid = new GrantGrid(pages, new CellTyping());
        grid.onArrange(this::tellCounts);
        grid.onSelect(this::selected);
        Accessibles.name(grid.control(), getPartName());
        EditTargets.put(grid.control(), cells());
        grid.control().addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'v') {
                paste();
            }
        });
        nothing = new EmptyPage(pages, getSite()).control();
        totals = new Label(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 3).applyTo(totals);
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fillMenu);
        grid.control().setMenu(menu.createContextMenu(grid.control()));
        getSite().registerContextMenu(menu, selection());
        IMenuManager own = getViewSite().getActionBars().getMenuManager();
        own.setRemoveAllWhenShown(true);
        own.addMenuListener(this::fillOwn);
        own.add(new Separator()); // an empty menu is not shown at all
        Action export = action(Texts.gridExport, this::export);
        export.setId("org.subsidia.rcp.grants.export");
        ResourceLocator.imageDescriptorFromBundle(getClass(), "icons/export.svg")
                .ifPresent(export::setImageDescriptor);
        getViewSite().getActionBars().getToolBarManager().add(export);
    }

    private void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults()
                .numColumns(3)
                .margins(6, 4)
                .spacing(10, 0)
                .applyTo(bar);
        scopeLabel = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(scopeLabel);
        count = new Label(bar, SWT.RIGHT);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(count);
        filter = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Texts.grantsFilter);
        Accessibles.name(filter, Texts.grantsFilter);
        GridDataFactory.fillDefaults()
                .hint(260, SWT.DEFAULT)
                .align(SWT.END, SWT.CENTER)
                .applyTo(filter);
        filter.addModifyListener(event -> grid.filter(filter.getText()));
    }

    @Override
    protected void chosen(Node node) {
        if (node instanceof Node.OfGrant grant) {
            grid.select(grant.id());
            selection().setSelection(new StructuredSelection(grant.id()));
        }
    }

    @Override
    protected void another() {
        filter.setText("");
    }

    @Override
    protected void refresh() {
        ExplorerTree tree = new ExplorerTree(portfolio(), Texts.locale());
        scopeLabel.setText(scopeName().replace("&", "&&"));
        stack.topControl = portfolio().isEmpty() ? nothing : grid.control();
        pages.layout();
        grid.show(known.of(tree.grants(scope()), portfolio(), Settings.today(), Texts.locale()));
    }

    private void tellCounts() {
        int shown = grid.model().shown().size();
        int all = grid.model().total();
        count.setText(shown == all ? Texts.bind(Texts.grantsCount, all) : Texts.bind(Texts.grantsCountOf, shown, all));
        count.getParent().layout();
        selected(grid.selected());
    }

    /** The totals of what is selected, where that is more than one grant; else of all that is shown. */
    private void tellTotals(List<GrantRow> chosen) {
        List<GrantRow> rows = chosen.size() > 1 ? chosen : grid.model().shown();
        boolean withRemaining = !grid.isHidden(GrantColumn.REMAINING);
        boolean soon = withRemaining && !GridModel.isQuick(rows, GrantColumn.REMAINING);
        if (soon) {
            awaited.ask(rows);
        }
        Map<GrantColumn, Money> sums = GridModel.totals(rows, withRemaining && !soon ? WITH_REMAINING : SUMMED);
        String sum = Texts.bind(
                Texts.gridTotals,
                words(sums.get(GrantColumn.REQUESTED)),
                words(sums.get(GrantColumn.AWARDED)),
                words(sums.get(GrantColumn.RECEIVED)));
        if (withRemaining) {
            sum = Texts.bind(Texts.gridTotalRemaining, sum, soon ? SOON : words(sums.get(GrantColumn.REMAINING)));
        }
        totals.setText(
                rows.isEmpty() ? "" : chosen.size() > 1 ? Texts.bind(Texts.gridSelected, chosen.size(), sum) : sum);
    }

    /** Works out beside the window what may still come of many grants; of one that was edited, the footer does it. */
    private static boolean workOut(List<GrantRow> rows, BooleanSupplier cancelled) {
        for (GrantRow row : rows) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            row.awaited().explanation();
        }
        return true;
    }

    private void workedOut() {
        if (grid.model().grouping() != null) {
            grid.again();
        } else {
            tellTotals(grid.selected());
        }
    }

    private static String words(Money sum) {
        return sum == null ? UNKNOWN : Words.amount(Optional.of(sum));
    }

    private void selected(List<GrantRow> rows) {
        tellTotals(rows);
        selection()
                .setSelection(
                        rows.isEmpty()
                                ? StructuredSelection.EMPTY
                                : new StructuredSelection(rows.stream()
                                        .map(row -> row.grant().id())
                                        .toList()));
    }

    /** The sum of the column of the cell selected: over the grants selected where they are several, else over all shown. */
    @Override
    public Optional<Explanation> explanation() {
        List<GrantRow> chosen = grid.selected();
        Optional<GrantColumn> column =
                grid.anchor().map(cell -> grid.shownColumns().get(cell[1])).filter(GrantColumn::isNumber);
        return chosen.size() == 1 && column.isPresent()
                ? column.get().explanation(chosen.get(0))
                : sum(chosen.size() > 1 ? chosen : grid.model().shown(), column.orElse(GrantColumn.AWARDED));
    }

    private static Optional<Explanation> sum(List<GrantRow> rows, GrantColumn column) {
        List<Explanation> parts = new ArrayList<>();
        for (GrantRow row : rows) {
            column.amount(row)
                    .ifPresent(amount -> parts.add(Amounts.given(Message.of("REPORT-VERBATIM", row.title()), amount)
                            .withRecords(List.of(row.grant().id().value()))));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Amounts.sum(column.label(), CurrencyUnit.EUR, parts));
    }

    private void fillMenu(IMenuManager menu) {
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        menu.add(action(Texts.copy, grid::copy));
        menu.add(action(Texts.gridPaste, this::paste));
        fillOwn(menu);
    }

    private void fillOwn(IMenuManager menu) {
        MenuManager groups = new MenuManager(Texts.gridGroup);
        groups.add(radio(Texts.gridGroupNone, grid.model().grouping() == null, () -> grid.group(null)));
        for (GrantColumn column :
                List.of(GrantColumn.STRUCTURE, GrantColumn.FUNDER, GrantColumn.STATE, GrantColumn.AWARDED_ON)) {
            groups.add(radio(column.title(), grid.model().grouping() == column, () -> grid.group(column)));
        }
        MenuManager columns = new MenuManager(Texts.gridColumns);
        for (GrantColumn column : GrantColumn.values()) {
            Action shown = new Action(column.title(), IAction.AS_CHECK_BOX) {
                @Override
                public void run() {
                    grid.setHidden(column, !isChecked());
                }
            };
            shown.setChecked(!grid.isHidden(column));
            columns.add(shown);
        }
        columns.add(new Separator());
        columns.add(action(Texts.gridAllColumns, grid::showAllColumns));
        Action filterRow = new Action(Texts.gridFilters, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                grid.setFilterRow(isChecked());
            }
        };
        filterRow.setChecked(grid.hasFilterRow());
        menu.add(groups);
        menu.add(columns);
        menu.add(filterRow);
        menu.add(action(Texts.gridExport, this::export));
    }

    private static Action radio(String label, boolean chosen, Runnable what) {
        Action action = new Action(label, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked()) {
                    what.run();
                }
            }
        };
        action.setChecked(chosen);
        return action;
    }

    private static Action action(String label, Runnable what) {
        return new Action(label) {
            @Override
            public void run() {
                what.run();
            }
        };
    }

    private void export() {
        List<Grant> grants = grid.model().shown().stream().map(GrantRow::grant).toList();
        ExportHandler.grants(getSite().getShell(), grants);
    }

    /** Puts cells of a spreadsheet in, from the cell selected on: all as one step of undo, or none. */
    private void paste() {
        String text = Clipboards.text(getSite().getShell().getDisplay());
        Optional<int[]> anchor = grid.anchor();
        if (anchor.isEmpty() || text.isEmpty()) {
            FindingsDialog.tell(getSite().getShell(), Texts.pasteRefused, Texts.pasteNothing);
            return;
        }
        List<GrantColumn> columns = grid.shownColumns();
        Paste paste = Paste.of(
                Pasteboard.parse(text),
                grid.model(),
                anchor.get()[0],
                columns.subList(anchor.get()[1], columns.size()),
                Texts.locale());
        if (!paste.refusals().isEmpty()) {
            String why = paste.refusals().stream().limit(MOST_REFUSALS).collect(Collectors.joining("\n"));
            FindingsDialog.tell(
                    getSite().getShell(),
                    Texts.pasteRefused,
                    Texts.bind(Texts.pasteWhy, paste.refusals().size(), why));
        } else if (paste.cells() > 0) {
            String label = Texts.bind(Texts.pasteLabel, paste.cells());
            Desk.get().session().apply(label, paste.edit(label));
        }
    }

    /** The Edit menu in the grid. */
    private EditTarget cells() {
        return new EditTarget(
                new Deed(() -> grid.anchor().isPresent(), grid::copy),
                new Deed(
                        () -> grid.anchor().isPresent()
                                && Clipboards.hasText(grid.control().getDisplay()),
                        this::paste),
                new Deed(() -> !grid.model().lines().isEmpty(), grid::selectAll));
    }

    /** Typing makes edits. */
    private static final class CellTyping implements Typing {
        @Override
        public Optional<String> refusal(GrantRow row, GrantColumn column, String text) {
            return text.equals(column.text(row))
                    ? Optional.empty()
                    : CellEdits.refusal(column, row.grant(), text, Texts.locale());
        }

        @Override
        public void accept(GrantRow row, GrantColumn column, String text) {
            if (!text.equals(column.text(row))) {
                Grant next = CellEdits.changed(column, row.grant(), text, Texts.locale());
                String label = Texts.bind(Texts.cellLabel, column.title(), row.name(), text);
                Desk.get().session().apply(label, Edit.put(next));
            }
        }
    }

    /** {@return whether a total is on its way} */
    boolean isBusy() {
        return awaited.isRunning();
    }

    @Override
    public void dispose() {
        awaited.close();
        super.dispose();
    }

    /** {@return the grid, for tests} */
    GrantGrid grid() {
        return grid;
    }

    @Override
    public void setFocus() {
        stack.topControl.setFocus();
    }
}
