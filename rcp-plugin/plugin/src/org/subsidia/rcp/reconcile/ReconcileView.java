package org.subsidia.rcp.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.subsidia.cashflow.reconcile.BankEntry;
import org.subsidia.cashflow.reconcile.Match;
import org.subsidia.cashflow.reconcile.ReconcileOptions;
import org.subsidia.cashflow.reconcile.Reconciliation;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.ExplanationText;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.AnalysisView;
import org.subsidia.rcp.analysis.ExplanationTip;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Checks;
import org.subsidia.rcp.ui.DataTable;
import org.subsidia.rcp.ui.Icon;
import org.subsidia.rcp.ui.Navigation;
import org.subsidia.rcp.ui.Records;
import org.subsidia.rcp.ui.StatusLine;
import org.subsidia.rcp.ui.TableColumns;
import org.subsidia.rcp.ui.Words;

/**
 * What the movements of a bank are: payments that were expected, with what speaks for it, receipts that the portfolio has, or
 * neither. What is accepted is booked by one edit.
 */
public final class ReconcileView extends AnalysisView<Optional<Reconciliation>> {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.reconcile";

    private static final String IMPORT = "org.subsidia.rcp.import(org.subsidia.rcp.import.kind=bank)";

    private final Decisions decisions = new Decisions();
    private final StackLayout stack = new StackLayout();
    private volatile Statements statements;
    private Reconciliation shown;
    private Composite nothing;
    private Composite content;
    private Label counts;
    private DataTable<Match> matches;
    private Button balance;
    private Button book;
    private Text why;
    private CTabItem unmatchedTab;
    private CTabItem expectedTab;
    private CTabItem bookedTab;
    private DataTable<Line> unmatched;
    private DataTable<Line> expected;
    private DataTable<Line> booked;

    /**
     * Shows statements in the active window.
     *
     * @param read the statements
     * @return whether the view could be opened
     */
    public static boolean open(Statements read) {
        IWorkbenchPage page =
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            ((ReconcileView) page.showView(ID)).use(read);
            return true;
        } catch (PartInitException e) {
            ILog.of(ReconcileView.class).error(ID, e);
            return false;
        }
    }

    private void use(Statements read) {
        statements = read;
        decisions.forget();
        refresh();
    }

    @Override
    protected void build(Composite parent) {
        parent.setLayout(stack);
        nothing = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(20, 20).applyTo(nothing);
        Link link = new Link(nothing, SWT.WRAP);
        link.setText(Texts.reconcileNothing);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(link);
        link.addListener(SWT.Selection, event -> importStatements());
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        createBar();
        SashForm parts = new SashForm(content, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        matches = DataTable.withBoxes(
                parts,
                "reconcile",
                columns(),
                match -> (match.state() == Match.State.ACCEPTED ? Icon.YES : Icon.UNKNOWN).image(),
                match -> false);
        Accessibles.name(matches.control(), getPartName());
        matches.choosing(decisions::isAccepted, match -> true, (match, accepted) -> {
            decisions.decide(match, accepted);
            tellChosen();
        });
        matches.onSelect(match -> selected());
        matches.onOpen(match -> go(match.payments().get(0).grant().id()));
        ExplanationTip.on(matches.control(), point -> matches.at(point).map(Match::score));
        createPages(parts);
        parts.setWeights(58, 42);
        stack.topControl = nothing;
    }

    private void createBar() {
        Composite bar = new Composite(content, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults()
                .numColumns(5)
                .margins(6, 4)
                .spacing(10, 4)
                .applyTo(bar);
        counts = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().span(5, 1).grab(true, false).applyTo(counts);
        createChoices(bar);
        balance = Checks.of(bar, Texts.reconcileBalance);
        balance.addListener(SWT.Selection, event -> tellChosen());
        book = new Button(bar, SWT.PUSH);
        book.setText(Texts.reconcileBook);
        book.addListener(SWT.Selection, event -> book());
    }

    /** What the user may choose: from how many points on a match is checked by itself, and who pays for others. */
    private void createChoices(Composite bar) {
        new Label(bar, SWT.NONE).setText(Texts.reconcileThreshold);
        Spinner threshold = new Spinner(bar, SWT.BORDER);
        threshold.setValues(Settings.reconcile().threshold(), 0, ReconcileOptions.NEVER, 0, 5, 25);
        threshold.setToolTipText(Texts.reconcileThresholdTip);
        Accessibles.name(threshold, Texts.reconcileThreshold);
        threshold.addListener(SWT.Selection, event -> {
            Settings.setThreshold(threshold.getSelection());
            refresh();
        });
        Button payers = new Button(bar, SWT.PUSH);
        payers.setText(Texts.reconcilePayers);
        payers.setToolTipText(Texts.reconcilePayersTip);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(payers);
        payers.addListener(SWT.Selection, event -> {
            if (new PayersDialog(bar.getShell()).open() == Window.OK) {
                refresh();
            }
        });
    }

    private TableColumns<Match> columns() {
        return new TableColumns<Match>()
                .words("state", Texts.reconcileState, 110, match -> match.state()
                        .label()
                        .in(Texts.locale()))
                .add(new TableColumns.Column<>(
                        "points",
                        Texts.reconcilePoints,
                        70,
                        true,
                        match -> String.valueOf(match.points()),
                        Comparator.comparingInt(Match::points)))
                .days("date", Texts.reconcileDate, 95, match -> match.entries()
                        .get(0)
                        .date())
                .add(new TableColumns.Column<>(
                        "paid",
                        Texts.reconcilePaid,
                        115,
                        true,
                        match -> Words.amount(Optional.of(match.paid())),
                        Comparator.comparing(match -> match.paid().getAmount())))
                .words("label", Texts.reconcileLabel, 250, match -> match.entries().stream()
                        .map(Line::words)
                        .collect(Collectors.joining(" + ")))
                .words("grant", Texts.reconcileGrant, 220, match -> match.payments().stream()
                        .map(payment -> Records.name(payment.grant()))
                        .distinct()
                        .collect(Collectors.joining(" + ")))
                .add(new TableColumns.Column<>(
                        "expected",
                        Texts.reconcileExpected,
                        115,
                        true,
                        match -> Words.amount(Optional.of(match.expected())),
                        Comparator.comparing(match -> match.expected().getAmount())))
                .days("day", Texts.reconcileDay, 95, match -> match.payments()
                        .get(0)
                        .day())
                .words("why", Texts.reconcileWhy, 320, match -> match.why().in(Texts.locale()));
    }

    private void createPages(Composite parent) {
        CTabFolder pages = new CTabFolder(parent, SWT.TOP | SWT.FLAT);
        CTabItem whyTab = new CTabItem(pages, SWT.NONE);
        whyTab.setText(Texts.reconcileScore);
        why = new Text(pages, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        Accessibles.name(why, Texts.reconcileScore);
        whyTab.setControl(why);
        unmatchedTab = new CTabItem(pages, SWT.NONE);
        unmatched = lines(
                pages, unmatchedTab, "unmatched", Texts.reconcileUnmatched, Texts.reconcileDate, Texts.reconcileLabel);
        expectedTab = new CTabItem(pages, SWT.NONE);
        expected = lines(pages, expectedTab, "expected", Texts.reconcileLate, Texts.reconcileDay, Texts.reconcileStep);
        bookedTab = new CTabItem(pages, SWT.NONE);
        booked = lines(pages, bookedTab, "booked", Texts.reconcileBooked, Texts.reconcileDate, Texts.reconcileLabel);
        pages.setSelection(whyTab);
    }

    private DataTable<Line> lines(CTabFolder pages, CTabItem tab, String id, String title, String day, String words) {
        TableColumns<Line> columns = new TableColumns<Line>()
                .days("day", day, 100, Line::day)
                .add(new TableColumns.Column<>(
                        "amount",
                        Texts.reconcilePaid,
                        120,
                        true,
                        line -> Words.amount(Optional.of(line.amount())),
                        Comparator.comparing(line -> line.amount().getAmount())))
                .words("words", words, 380, Line::words);
        if (!id.equals("unmatched")) {
            columns.words("grant", Texts.reconcileGrant, 320, line -> name(line.grant()));
        }
        DataTable<Line> table = new DataTable<>(pages, "reconcile." + id, columns, null, line -> false);
        table.onOpen(line -> go(line.grant()));
        Accessibles.name(table.control(), Texts.bind(title, 0));
        tab.setControl(table.control());
        return table;
    }

    private String name(GrantId id) {
        return Optional.ofNullable(id)
                .flatMap(portfolio()::grant)
                .map(Records::name)
                .orElse("");
    }

    private void go(GrantId id) {
        if (id != null) {
            Navigation.open(getSite().getPage(), id);
        }
    }

    private void importStatements() {
        try {
            getSite()
                    .getService(IHandlerService.class)
                    .executeCommand(getSite().getService(ICommandService.class).deserialize(IMPORT), null);
        } catch (CommandException e) {
            ILog.of(getClass()).error(ID, e);
        }
    }

    @Override
    protected Optional<Reconciliation> compute(Question question, BooleanSupplier cancelled) {
        return Optional.ofNullable(statements).map(read -> read.against(question, Settings.reconcile()));
    }

    @Override
    protected void show(Optional<Reconciliation> answer) {
        shown = answer.orElse(null);
        stack.topControl = shown == null ? nothing : content;
        content.getParent().layout();
        if (shown == null) {
            return;
        }
        matches.show(shown.matches());
        LocalDate last = shown.book().entries().stream()
                .map(BankEntry::date)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        fill(
                unmatched,
                unmatchedTab,
                Texts.reconcileUnmatched,
                shown.unmatched().stream().map(Line::of));
        fill(
                expected,
                expectedTab,
                Texts.reconcileLate,
                shown.stillExpected().stream()
                        .filter(payment -> !payment.day().isAfter(last))
                        .map(Line::of));
        fill(booked, bookedTab, Texts.reconcileBooked, shown.booked().stream().map(Line::of));
        tellBalance();
        selected();
        tellChosen();
    }

    private void tellBalance() {
        Reading<CashBalance> cash = cash();
        boolean can = statements.whose() != null && cash.isRead();
        balance.setEnabled(can);
        balance.setSelection(can && balance.getSelection());
        String reason = statements.whose() == null
                ? Texts.reconcileNoOwner
                : cash.findings().stream()
                        .map(finding -> finding.message().in(Texts.locale()))
                        .findFirst()
                        .orElse(null);
        balance.setToolTipText(can ? null : reason);
    }

    private static void fill(DataTable<Line> table, CTabItem tab, String title, Stream<Line> lines) {
        table.show(lines.toList());
        tab.setText(Texts.bind(title, table.total()));
        Accessibles.name(table.control(), tab.getText());
    }

    /** The closing balance as the cash of the structure whose account it is. */
    private Reading<CashBalance> cash() {
        return shown.balance(Message.of("BANK-CASH-NOTE", statements.name()).in(Texts.locale()));
    }

    private void selected() {
        Optional<Match> match = matches.selection();
        why.setText(match.map(one ->
                        one.why().in(Texts.locale()) + "\n\n" + ExplanationText.indented(one.score(), Texts.locale()))
                .orElse(shown == null || shown.matches().isEmpty() ? Texts.reconcileNone : Texts.reconcileChoose));
        selection()
                .setSelection(match.<StructuredSelection>map(one -> new StructuredSelection(
                                one.payments().get(0).grant().id()))
                        .orElse(StructuredSelection.EMPTY));
    }

    private void tellChosen() {
        int chosen = decisions.accepted(shown).size();
        counts.setText(Texts.bind(
                        Texts.reconcileCounts,
                        statements.name(),
                        shown.matches().size(),
                        chosen)
                .replace("&", "&&"));
        book.setEnabled(chosen > 0 || balance.getSelection());
    }

    /** What is accepted, and the balance where that is wanted, as one step of undo. */
    private void book() {
        List<Match> accepted = decisions.accepted(shown);
        String label = Message.of("BANK-EDIT", statements.name()).in(Texts.locale());
        List<Edit> edits = new ArrayList<>();
        edits.add(shown.edit(label, accepted));
        Optional<Structure> owner = Optional.ofNullable(statements.whose()).flatMap(portfolio()::structure);
        if (balance.getSelection() && owner.isPresent()) {
            cash().value().ifPresent(cash -> edits.add(Reconciliation.noteBalance(owner.get(), cash)));
        }
        if (Desk.get().session().apply(label, Edit.batch(label, edits))) {
            balance.setSelection(false);
            StatusLine.tell(Texts.bind(Texts.reconcileDone, accepted.size()));
        }
    }

    @Override
    public Optional<Explanation> explanation() {
        return matches.selection().map(Match::score);
    }

    @Override
    protected void another() {
        statements = null;
        decisions.forget();
    }

    @Override
    public void setFocus() {
        (shown == null ? nothing : matches.control()).setFocus();
    }
}
