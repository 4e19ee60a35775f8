package org.subsidia.rcp.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuListener;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.subsidia.check.QuickFix;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.Edit;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.AnalysisView;
import org.subsidia.rcp.analysis.ExplanationPopup;
import org.subsidia.rcp.analysis.ExplanationTip;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.DataTable;
import org.subsidia.rcp.ui.Icon;
import org.subsidia.rcp.ui.Navigation;
import org.subsidia.rcp.ui.RunHandler;
import org.subsidia.rcp.ui.StatusLine;
import org.subsidia.rcp.ui.TableColumns;

/** What the guards and the last import found; a double click goes there, a quick fix is one step of undo. */
public final class ProblemsView extends AnalysisView<Problems> {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.problems";

    private static final String MEND = "org.subsidia.rcp.mend";

    private Label counts;
    private Text filter;
    private DataTable<Problem> table;
    private Text advice;
    private Button fix;
    private Button explain;
    private Button goThere;

    @Override
    protected void build(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        createBar(parent);
        SashForm parts = new SashForm(parent, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        table = new DataTable<>(parts, "problems", columns(), ProblemsView::image, row -> false);
        Accessibles.name(table.control(), getPartName());
        createAdvice(parts);
        parts.setWeights(70, 30);
        table.onSelect(row -> selected());
        table.onOpen(this::go);
        ExplanationTip.on(table.control(), point -> table.at(point).flatMap(Problem::explanation));
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener((IMenuListener) this::fillMenu);
        table.control().setMenu(menu.createContextMenu(table.control()));
        getSite().registerContextMenu(menu, selection());
        getSite().getService(IHandlerService.class).activateHandler(MEND, new RunHandler(this::repair));
        selected();
    }

    private void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(6, 4)
                .spacing(10, 0)
                .applyTo(bar);
        counts = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(counts);
        filter = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Texts.problemsFilter);
        Accessibles.name(filter, Texts.problemsFilter);
        GridDataFactory.fillDefaults()
                .hint(220, SWT.DEFAULT)
                .align(SWT.END, SWT.CENTER)
                .applyTo(filter);
        filter.addModifyListener(event -> table.filter(filter.getText()));
    }

    private static TableColumns<Problem> columns() {
        return new TableColumns<Problem>()
                .add(new TableColumns.Column<>(
                        "severity",
                        Texts.problemsSeverity,
                        110,
                        false,
                        row -> severity(row.finding().severity()),
                        java.util.Comparator.comparing(
                                row -> row.finding().severity(), java.util.Comparator.reverseOrder())))
                .words("what", Texts.problemsWhat, 480, Problem::sentence)
                .words("where", Texts.problemsWhere, 230, Problem::place)
                .words("fix", Texts.problemsFix, 160, row -> row.fix()
                        .map(change -> change.label().in(Texts.locale()))
                        .orElse(""));
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> Texts.problemsError;
            case WARNING -> Texts.problemsWarning;
            case INFO -> Texts.problemsInformation;
        };
    }

    private static Image image(Problem row) {
        return switch (row.finding().severity()) {
            case ERROR -> Icon.ERROR.image();
            case WARNING -> Icon.PROBLEM.image();
            case INFO -> Icon.INFORMATION.image();
        };
    }

    private void createAdvice(Composite parts) {
        Composite side = new Composite(parts, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 4).spacing(4, 4).applyTo(side);
        advice = new Text(side, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        Accessibles.name(advice, Texts.problemsAdvice);
        GridDataFactory.fillDefaults().grab(true, true).hint(150, 60).applyTo(advice);
        Composite buttons = new Composite(side, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(4, 0).applyTo(buttons);
        fix = button(buttons, Texts.problemsRepair, this::repair);
        goThere = button(buttons, Texts.problemsGo, () -> table.selection().ifPresent(this::go));
        explain = button(buttons, Texts.problemsExplain, () -> explanation()
                .ifPresent(found -> ExplanationPopup.open(getSite().getShell(), found)));
    }

    private static Button button(Composite parent, String label, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void fillMenu(org.eclipse.jface.action.IMenuManager menu) {
        menu.add(action(
                Texts.problemsGo, goThere.isEnabled(), () -> table.selection().ifPresent(this::go)));
        Action repair = action(Texts.problemsRepair, fix.isEnabled(), this::repair);
        repair.setActionDefinitionId(MEND); // shows its key
        menu.add(repair);
        menu.add(action(Texts.problemsExplain, explain.isEnabled(), () -> explanation()
                .ifPresent(found -> ExplanationPopup.open(getSite().getShell(), found))));
        menu.add(action(Texts.copy, true, table::copy));
    }

    private static Action action(String label, boolean enabled, Runnable what) {
        Action action = new Action(label) {
            @Override
            public void run() {
                what.run();
            }
        };
        action.setEnabled(enabled);
        return action;
    }

    @Override
    protected Problems compute(Question question, BooleanSupplier cancelled) {
        return Problems.of(question, Desk.get().remarks(), Texts.locale());
    }

    @Override
    protected void show(Problems answer) {
        counts.setText(Texts.bind(
                        Texts.problemsCounts,
                        scopeName(),
                        answer.count(Severity.ERROR),
                        answer.count(Severity.WARNING),
                        answer.count(Severity.INFO))
                .replace("&", "&&"));
        Optional<Problem> before = table.selection();
        table.show(answer.list());
        before.ifPresent(row -> table.select(row::isSameAs));
        selected();
    }

    private void selected() {
        Optional<Problem> row = table.selection();
        advice.setText(row.map(ProblemsView::words).orElse(Texts.problemsChoose));
        fix.setEnabled(!fixes().isEmpty());
        goThere.setEnabled(row.flatMap(Problem::record).isPresent());
        explain.setEnabled(row.flatMap(Problem::explanation).isPresent());
        selection()
                .setSelection(row.flatMap(Problem::record)
                        .map(id -> new StructuredSelection(id))
                        .orElse(StructuredSelection.EMPTY));
    }

    /** The whole sentence, what to do, and the draft of a letter. */
    private static String words(Problem row) {
        StringBuilder text = new StringBuilder(row.sentence());
        row.finding().advice(Texts.locale()).ifPresent(what -> text.append("\n\n")
                .append(what));
        row.fix().ifPresent(change -> text.append("\n\n")
                .append(Texts.bind(Texts.problemsFixIs, change.label().in(Texts.locale()))));
        row.letter().ifPresent(letter -> text.append("\n\n")
                .append(Texts.problemsLetter)
                .append("\n\n")
                .append(letter));
        return text.toString();
    }

    private List<QuickFix> fixes() {
        return table.selections().stream()
                .map(Problem::fix)
                .flatMap(Optional::stream)
                .toList();
    }

    /** All fixes selected, as one step of undo; what is selected without one is said. */
    private void repair() {
        List<QuickFix> fixes = fixes();
        if (fixes.isEmpty()) {
            StatusLine.tell(
                    table.selections().isEmpty()
                            ? Texts.problemsChooseToMend
                            : Texts.bind(
                                    Texts.problemsNothingToMend,
                                    table.selections().size()));
            return;
        }
        int without = table.selections().size() - fixes.size();
        String label = fixes.stream()
                .map(change -> change.label().in(Texts.locale()))
                .distinct()
                .collect(Collectors.joining(" ; "));
        List<Edit> edits = new ArrayList<>();
        fixes.forEach(change -> edits.add(change.edit()));
        Edit edit = edits.size() == 1 ? edits.get(0) : Edit.batch(label, edits);
        if (Desk.get().session().apply(label, edit)) {
            StatusLine.tell(without == 0 ? label : Texts.bind(Texts.problemsMendedSome, label, without));
        }
    }

    private void go(Problem row) {
        row.record().ifPresent(id -> Navigation.open(getSite().getPage(), id));
    }

    @Override
    public Optional<Explanation> explanation() {
        return table.selection().flatMap(Problem::explanation);
    }

    @Override
    protected void another() {
        filter.setText("");
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }
}
