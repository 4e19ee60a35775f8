package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.MatchDecision;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.file.TextFiles;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.DataTable;
import org.subsidia.rcp.ui.TableColumns;
import org.subsidia.rcp.ui.Words;

/** The rows of the file with what was found in them, to choose from. */
final class RowsPage extends Step<Review, BooleanSupplier> {
    private static final int MOST_NOTES = 4;

    private final String key;
    private final List<Source.Heading> headings;
    private Choice choice;
    private Label counts;
    private Table notes;
    private Button strangers;
    private Button keep;
    private Label chosen;
    private Combo filter;
    private Text words;
    private DataTable<Row> table;
    private Label remarksTitle;
    private Composite whosePart;
    private Label whoseLabel;
    private StructureChoice whose;
    private Text remarks;

    RowsPage(String key, List<Source.Heading> headings) {
        super("rows", Texts.scdlRowsTitle, Texts.scdlRowsDescription);
        this.key = key;
        this.headings = headings;
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(8, 6).applyTo(page);
        counts = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(900, SWT.DEFAULT).applyTo(counts);
        createNotes(page);
        createBar(page);
        SashForm parts = new SashForm(page, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(900, 360).applyTo(parts);
        table = DataTable.withBoxes(
                parts, key, columns(), row -> row.outcome().image(), row -> row.outcome() == Outcome.SKIPPED);
        table.choosing(row -> choice.isChosen(row), Row::takeable, this::choose);
        Accessibles.name(table.control(), Texts.scdlRowsTitle);
        table.onSelect(this::tellRemarks);
        Composite below = new Composite(parts, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(below);
        remarksTitle = new Label(below, SWT.NONE);
        remarksTitle.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(remarksTitle);
        createWhose(below);
        remarks = new Text(below, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        Accessibles.name(remarks, Texts.scdlRemarks);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(remarks);
        parts.setWeights(68, 32);
        setControl(page);
    }

    /** How each file fared and what its reader remarks, under the sentence about all; selected, with what to do about it. */
    private void createNotes(Composite page) {
        notes = new Table(page, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
        Accessibles.name(notes, Texts.scdlRemarksOfFile);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(notes);
        notes.addListener(SWT.Selection, event -> {
            int index = notes.getSelectionIndex();
            if (index >= 0) {
                table.control().deselectAll();
                tellNote(choice.review().notes().get(index));
            }
        });
    }

    private void showNotes(List<Note> all) {
        notes.removeAll();
        for (Note note : all) {
            TableItem item = new TableItem(notes, SWT.NONE);
            item.setText(note.text());
            item.setImage(note.image());
        }
        ((GridData) notes.getLayoutData()).heightHint = notes.getItemHeight() * Math.min(MOST_NOTES, all.size());
        show(notes, !all.isEmpty());
    }

    private void tellNote(Note note) {
        showWhose(Optional.empty());
        remarksTitle.setText(Texts.scdlRemarksOfFile);
        remarks.setText(note.findings().isEmpty() ? note.text() : told(note.findings()));
    }

    private void createBar(Composite page) {
        Composite bar = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(7).applyTo(bar);
        new Label(bar, SWT.NONE).setText(Texts.scdlShow);
        filter = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        filter.setItems(Texts.scdlShowAll, Texts.scdlShowTakeable, Texts.scdlShowRemarks, Texts.scdlShowRefused);
        filter.select(0);
        filter.addListener(SWT.Selection, event -> arrange());
        words = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        words.setMessage(Texts.importFilter);
        Accessibles.name(words, Texts.importFilter);
        GridDataFactory.fillDefaults()
                .hint(180, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(words);
        words.addModifyListener(event -> table.filter(words.getText()));
        strangers = new Button(bar, SWT.PUSH);
        strangers.setText(Texts.bind(Texts.strangersButton, 0));
        strangers.setVisible(false);
        strangers.addListener(SWT.Selection, event -> sayStrangers());
        GridDataFactory.fillDefaults().exclude(true).applyTo(strangers);
        chosen = new Label(bar, SWT.RIGHT);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(chosen);
        for (boolean take : new boolean[] {true, false}) {
            Button button = new Button(bar, SWT.PUSH);
            button.setText(take ? Texts.scdlAll : Texts.scdlNone);
            button.addListener(SWT.Selection, event -> {
                choice.chooseAll(table.shown(), take);
                table.recheck();
                tellChosen();
            });
        }
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            // a list that gets the focus shows its first line as if it were chosen
            filter.setFocus();
            notes.deselectAll();
        }
    }

    private void createWhose(Composite below) {
        whosePart = new Composite(below, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).applyTo(whosePart);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(whosePart);
        whose = new StructureChoice(whosePart, Texts.intakeWhose, Texts.intakeNobody);
        whoseLabel = (Label) whosePart.getChildren()[0];
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(whoseLabel);
        keep = new Button(whosePart, SWT.PUSH);
        keep.setText(Texts.intakeKeep);
        keep.addListener(SWT.Selection, event -> keepDecisions());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.END, SWT.CENTER)
                .applyTo(keep);
        whose.control().addListener(SWT.Selection, event -> table.selection().ifPresent(this::sayWhose));
    }

    private TableColumns<Row> columns() {
        TableColumns<Row> columns = new TableColumns<>();
        columns.add(new TableColumns.Column<>(
                "line",
                Texts.scdlLine,
                96,
                false,
                row -> row.line() == 0 ? "" : String.valueOf(row.line()),
                Row.IN_ORDER));
        columns.words("outcome", Texts.scdlOutcome, 150, Row::word);
        for (int i = 0; i < headings.size(); i++) {
            int cell = i;
            Source.Heading heading = headings.get(i);
            columns.add(new TableColumns.Column<>(
                    "cell" + i,
                    heading.title(),
                    heading.width(),
                    heading.number(),
                    row -> text(row.cells().get(cell)),
                    (one, other) -> compare(one.cells().get(cell), other.cells().get(cell))));
        }
        columns.add(new TableColumns.Column<>(
                "remarks",
                Texts.scdlRemarks,
                90,
                true,
                row -> row.findings().isEmpty()
                        ? ""
                        : String.valueOf(row.findings().size()),
                Comparator.comparingInt(row -> row.findings().size())));
        return columns;
    }

    /** A cell as people read it. */
    static String text(Object cell) {
        if (cell instanceof Money amount) {
            return Words.amount(Optional.of(amount));
        }
        return cell instanceof LocalDate day ? Words.date(day) : cell.toString();
    }

    /** By value where both are of one kind; words come first. */
    private static int compare(Object one, Object other) {
        if (one instanceof Money a && other instanceof Money b && a.isSameCurrency(b)) {
            return a.compareTo(b);
        }
        if (one instanceof LocalDate a && other instanceof LocalDate b) {
            return a.compareTo(b);
        }
        if (one instanceof Integer a && other instanceof Integer b) {
            return a.compareTo(b);
        }
        return one.getClass() == other.getClass()
                ? text(one).compareToIgnoreCase(text(other))
                : Boolean.compare(other instanceof String, one instanceof String);
    }

    /** Shows another file. */
    @Override
    void show(Review next) {
        choice = new Choice(next);
        setMessage(null);
        filter.select(0);
        words.setText("");
        show(choice);
    }

    private void show(Choice next) {
        choice = next;
        Review review = next.review();
        counts.setText(review.summary().replace("&", "&&"));
        counts.requestLayout();
        showNotes(review.notes());
        show(whosePart, review.whose().isPresent());
        boolean asks = review.whose().filter(Whose::asks).isPresent();
        show(whoseLabel, asks);
        show(whose.control(), asks);
        int unknown = review.whose().map(one -> one.strangers().size()).orElse(0);
        strangers.setText(Texts.bind(Texts.strangersButton, unknown));
        show(strangers, unknown > 0);
        arrange();
        tellChosen();
        setErrorMessage(null);
    }

    private static void show(Control control, boolean visible) {
        control.setVisible(visible);
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.requestLayout();
    }

    /** Reads the file again with what the user says of those who are none of the portfolio's structures. */
    private void sayStrangers() {
        Whose rows = choice.review().whose().orElseThrow();
        StrangersDialog dialog = new StrangersDialog(getShell(), rows);
        if (dialog.open() == Window.OK) {
            List<MatchDecision> decisions = dialog.decisions();
            read(() -> rows.say(decisions)).ifPresent(again -> show(choice.after(again)));
        }
    }

    private List<MatchDecision> decisions() {
        return choice.review()
                .whose()
                .map(rows -> rows.decisions(choice.keys()))
                .orElse(List.of());
    }

    /** Writes what the user has said of beneficiaries, for the next import. */
    private void keepDecisions() {
        Path portfolio = Desk.get().session().file().orElseGet(() -> Path.of(Documents.name()));
        String proposal = MatchDecision.beside(portfolio).toString();
        TextFiles.save(getShell(), proposal, MatchDecision.text(decisions()), Texts.intakeNotKept)
                .ifPresent(file ->
                        setMessage(Texts.bind(Texts.intakeKept, file.getFileName()), IMessageProvider.INFORMATION));
    }

    /** Reads the file again with what the user says of a row's beneficiary, and stays at the row. */
    private void sayWhose(Row row) {
        Whose rows = choice.review().whose().orElseThrow();
        Optional<StructureId> structure = Optional.ofNullable(whose.id());
        Optional<Review> again = read(() -> rows.say(row, structure));
        if (again.isEmpty()) {
            showWhose(Optional.of(row));
            return;
        }
        show(choice.after(again.get()));
        table.select(one -> Row.IN_ORDER.compare(one, row) == 0
                && one.cells().get(0).equals(row.cells().get(0)));
        tellRemarks(table.selection());
    }

    private void showWhose(Optional<Row> row) {
        Optional<Whose> asked = choice.review().whose();
        whose.control()
                .setEnabled(
                        row.flatMap(one -> asked.map(rows -> rows.isOpen(one))).orElse(false));
        Optional<StructureId> structure = row.flatMap(one -> asked.flatMap(rows -> rows.of(one)));
        whose.show(structure);
        if (structure.isEmpty()
                && row.filter(one -> one.outcome() == Outcome.SKIPPED).isEmpty()) {
            whose.control().deselectAll();
        }
    }

    private void arrange() {
        Choice.Filter shown = Choice.Filter.values()[Math.max(0, filter.getSelectionIndex())];
        table.showMany(choice.rows(shown));
        tellRemarks(Optional.empty());
    }

    private void choose(Row row, boolean take) {
        choice.choose(row, take);
        table.recheck();
        tellChosen();
    }

    private void tellChosen() {
        chosen.setText(Texts.bind(Texts.scdlChosen, choice.count()));
        setPageComplete(choice.count() > 0);
        keep.setEnabled(!decisions().isEmpty());
    }

    private void tellRemarks(Optional<Row> row) {
        row.ifPresent(any -> notes.deselectAll());
        showWhose(row);
        List<Finding> findings = row.map(Row::findings).orElse(choice.review().findings());
        remarksTitle.setText(row.map(one ->
                        one.line() == 0 ? one.word() : Texts.bind(Texts.scdlRemarksOf, String.valueOf(one.line())))
                .orElse(Texts.scdlRemarksOfFile));
        remarks.setText(findings.isEmpty() ? Texts.scdlNoRemarks : told(findings));
    }

    Choice choice() {
        return choice;
    }

    @Override
    Callable<Reading<BooleanSupplier>> reader() {
        Ending ending = choice.review().ending();
        List<Object> keys = choice.keys();
        return () -> ending.prepare(keys);
    }

    @Override
    void tell(String text) {
        if (!text.isEmpty()) {
            remarks.setText(text);
        }
    }
}
