package org.subsidia.rcp.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.io.mapping.ColumnGuess;
import org.subsidia.io.mapping.DateStyle;
import org.subsidia.io.mapping.FieldType;
import org.subsidia.io.mapping.MappedColumn;
import org.subsidia.io.mapping.Mapping;
import org.subsidia.io.mapping.MappingFile;
import org.subsidia.io.mapping.MappingGuess;
import org.subsidia.io.mapping.ShareStyle;
import org.subsidia.io.mapping.TableField;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.money.DecimalMark;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.FindingsDialog;

/** Which column of a table is which field: proposed by the library, changed by the user, kept in a file. */
final class MappingPage extends Step<OpenedTable, Review> {
    private static final List<DateStyle> DATES =
            List.of(DateStyle.UNSTATED, DateStyle.DAY_FIRST, DateStyle.MONTH_FIRST);
    private static final List<DecimalMark> MARKS = List.of(DecimalMark.UNSTATED, DecimalMark.COMMA, DecimalMark.POINT);

    private OpenedTable table;
    private Mapping base;
    private MappingGuess guess;
    private Combo kind;
    private Combo sheet;
    private Spinner header;
    private OwnerChoice owner;
    private ScrolledComposite scroll;
    private Text problem;
    private final List<ColumnLine> lines = new ArrayList<>();

    /** One column: its header, and the fields it can stand for, the likeliest first. */
    private record ColumnLine(int position, String header, List<TableField> fields, Combo combo, Combo style) {
        Optional<TableField> field() {
            int index = combo.getSelectionIndex();
            return index < 1 ? Optional.empty() : Optional.of(fields.get(index - 1));
        }
    }

    MappingPage() {
        super("mapping", Texts.mappingTitle, Texts.mappingDescription);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(8, 6).applyTo(page);
        createBar(page);
        Composite whose = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(whose);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(whose);
        owner = new OwnerChoice(whose, this::check);
        scroll = new ScrolledComposite(page, SWT.V_SCROLL | SWT.BORDER);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(900, 300).applyTo(scroll);
        problem = new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        problem.setBackground(page.getBackground());
        Accessibles.name(problem, Texts.importProblem);
        GridDataFactory.fillDefaults().grab(true, false).hint(600, 70).applyTo(problem);
        setControl(page);
    }

    private void createBar(Composite page) {
        Composite bar = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(8).spacing(8, 0).applyTo(bar);
        kind = combo(bar, Texts.mappingKind);
        for (TableKind one : TableKind.values()) {
            kind.add(one.label().in(Texts.locale()));
        }
        kind.addListener(SWT.Selection, event -> guessAgain());
        sheet = combo(bar, Texts.mappingSheet);
        sheet.addListener(SWT.Selection, event -> {
            header.setSelection(1);
            guessAgain();
        });
        new Label(bar, SWT.NONE).setText(Texts.mappingHeader);
        header = new Spinner(bar, SWT.BORDER);
        header.setMinimum(1);
        header.setMaximum(200);
        Accessibles.name(header, Texts.mappingHeader);
        header.addListener(SWT.Selection, event -> listColumns());
        button(bar, Texts.mappingLoad, this::load);
        button(bar, Texts.mappingSave, this::save);
    }

    private static Combo combo(Composite bar, String name) {
        new Label(bar, SWT.NONE).setText(name);
        Combo combo = new Combo(bar, SWT.READ_ONLY);
        Accessibles.name(combo, name);
        return combo;
    }

    private static void button(Composite bar, String label, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
    }

    @Override
    void show(OpenedTable opened) {
        table = opened;
        sheet.removeAll();
        table.file().sheets().forEach(name -> sheet.add(name.isEmpty() ? Texts.mappingOnlySheet : name));
        guess = table.guess();
        use(table.kept()
                .or(guess::mapping)
                .orElseGet(() -> new Mapping(TableKind.GRANTS, "", 1, List.of(), Map.of(), List.of())));
        setMessage(table.kept().isPresent() ? Texts.mappingKept : null, IMessageProvider.INFORMATION);
        sheet.requestLayout();
    }

    /** Shows a mapping: its kind, its sheet, its columns. */
    private void use(Mapping mapping) {
        base = mapping;
        owner.show(mapping.constants());
        kind.select(mapping.kind().ordinal());
        int index = table.file().sheets().indexOf(mapping.sheet());
        sheet.select(Math.max(0, index));
        header.setSelection((int) Math.max(1, mapping.headerRow()));
        listColumns();
    }

    private void guessAgain() {
        guess = table.guess(sheet.getSelectionIndex(), header.getSelection(), kind());
        guess.mapping().ifPresent(found -> header.setSelection((int) Math.max(1, found.headerRow())));
        base = guess.mapping()
                .orElseGet(
                        () -> new Mapping(kind(), sheetName(), header.getSelection(), List.of(), Map.of(), List.of()));
        listColumns();
    }

    private TableKind kind() {
        return TableKind.values()[Math.max(0, kind.getSelectionIndex())];
    }

    private String sheetName() {
        return table.file().sheets().get(Math.max(0, sheet.getSelectionIndex()));
    }

    private void listColumns() {
        lines.clear();
        if (scroll.getContent() != null) {
            scroll.getContent().dispose();
        }
        Composite grid = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(5)
                .margins(8, 6)
                .spacing(14, 5)
                .applyTo(grid);
        for (String title : List.of(
                Texts.mappingColumn, Texts.mappingSample, Texts.mappingField, Texts.mappingStyle, Texts.mappingSure)) {
            Label label = new Label(grid, SWT.NONE);
            label.setText(title);
            label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        }
        int index = Math.max(0, sheet.getSelectionIndex());
        List<String> headers = table.headers(index, header.getSelection());
        for (int i = 0; i < headers.size(); i++) {
            addColumn(grid, i + 1, headers.get(i), table.sample(index, header.getSelection(), i + 1));
        }
        scroll.setContent(grid);
        scroll.setMinSize(grid.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        grid.layout();
        check();
    }

    private void addColumn(Composite grid, int position, String title, String sample) {
        Optional<ColumnGuess> guessed = guess.columns().stream()
                .filter(column ->
                        column.position() == position && column.header().equals(title))
                .findFirst();
        text(grid, title.isBlank() ? Texts.bind(Texts.mappingUnnamed, position) : title, 200);
        text(grid, sample, 250);
        List<TableField> fields = fields(guessed);
        Combo combo = new Combo(grid, SWT.READ_ONLY);
        Accessibles.name(combo, title);
        GridDataFactory.fillDefaults().hint(260, SWT.DEFAULT).applyTo(combo);
        combo.add(Texts.mappingNoField);
        fields.forEach(field -> combo.add(field.label().in(Texts.locale()) + (field.required() ? " *" : "")));
        Combo style = new Combo(grid, SWT.READ_ONLY);
        Accessibles.name(style, Texts.mappingStyle);
        GridDataFactory.fillDefaults().hint(150, SWT.DEFAULT).applyTo(style);
        Optional<MappedColumn> mapped = OpenedTable.at(base, position, title);
        Optional<String> chosen = mapped.map(MappedColumn::field);
        combo.select(0);
        for (int i = 0; i < fields.size(); i++) {
            if (chosen.filter(fields.get(i).id()::equals).isPresent()) {
                combo.select(i + 1);
            }
        }
        text(
                grid,
                guessed.filter(one -> one.field().isPresent())
                        .map(one -> Message.of("MAP-PERCENT", one.score()).in(Texts.locale()))
                        .orElse(""),
                60);
        ColumnLine line = new ColumnLine(position, title, fields, combo, style);
        lines.add(line);
        listStyles(line);
        mapped.ifPresent(column -> style.select(Math.min(styleOf(line, column), style.getItemCount() - 1)));
        combo.addListener(SWT.Selection, event -> {
            listStyles(line);
            check();
        });
    }

    /** How cells can be written, where that is a question. */
    private static void listStyles(ColumnLine line) {
        FieldType type = line.field().map(TableField::type).orElse(FieldType.TEXT);
        line.style().removeAll();
        line.style().add(Texts.mappingByCells);
        if (type == FieldType.DATE) {
            line.style().add(Texts.mappingDayFirst);
            line.style().add(Texts.mappingMonthFirst);
        } else if (type == FieldType.AMOUNT) {
            line.style().add(Texts.mappingComma);
            line.style().add(Texts.mappingPoint);
        }
        line.style().select(0);
        line.style().setEnabled(line.style().getItemCount() > 1);
    }

    private static int styleOf(ColumnLine line, MappedColumn column) {
        FieldType type = line.field().map(TableField::type).orElse(FieldType.TEXT);
        if (type == FieldType.DATE) {
            return Math.max(0, DATES.indexOf(column.dates()));
        }
        return type == FieldType.AMOUNT ? Math.max(0, MARKS.indexOf(column.decimalMark())) : 0;
    }

    /** The column, with what was said about how its cells are written. */
    private static MappedColumn styled(ColumnLine line, MappedColumn column) {
        FieldType type = line.field().map(TableField::type).orElse(FieldType.TEXT);
        int style = Math.max(0, line.style().getSelectionIndex());
        if (style == styleOf(line, column)) {
            return column;
        }
        return type == FieldType.DATE ? column.with(DATES.get(style)) : column.with(MARKS.get(style));
    }

    /** The fields of the kind; what the column could be comes first. */
    private List<TableField> fields(Optional<ColumnGuess> guessed) {
        List<TableField> fields = new ArrayList<>();
        guessed.ifPresent(one -> {
            one.field().ifPresent(fields::add);
            fields.addAll(one.others());
        });
        fields.removeIf(field -> kind().field(field.id()).isEmpty());
        kind().fields().stream().filter(field -> !fields.contains(field)).forEach(fields::add);
        return fields;
    }

    private static void text(Composite grid, String words, int width) {
        Label label = new Label(grid, SWT.NONE);
        label.setText(words.replace("&", "&&").replace('\n', ' '));
        label.setToolTipText(words);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(width, SWT.DEFAULT)
                .applyTo(label);
    }

    private void check() {
        problem.setText("");
        boolean needsOwner = !kind().isRecords()
                || (kind() == TableKind.GRANTS || kind() == TableKind.BUDGET)
                        && lines.stream()
                                .flatMap(line -> line.field().stream())
                                .noneMatch(field -> OwnerChoice.isOwner(field.id()));
        owner.enable(needsOwner);
        boolean any = lines.stream().anyMatch(line -> line.field().isPresent());
        setErrorMessage(any ? owner.refusal(kind().isRecords()).orElse(null) : Texts.mappingNothing);
        setPageComplete(getErrorMessage() == null);
    }

    /** What the controls say; how the cells of a column are written stays as it was. */
    private Mapping mapping() {
        List<MappedColumn> columns = new ArrayList<>();
        for (ColumnLine line : lines) {
            Optional<String> field = line.field().map(TableField::id);
            if (field.isPresent()) {
                columns.add(styled(
                        line,
                        OpenedTable.at(base, line.position(), line.header())
                                .filter(column -> column.field().equals(field.get()))
                                .orElseGet(() -> column(line, field.get()))));
            }
        }
        Map<String, String> constants = new TreeMap<>(base.constants());
        if (kind().isRecords()) {
            constants.keySet().removeIf(OwnerChoice::isOwner);
            constants.putAll(owner.constants());
        }
        return new Mapping(kind(), sheetName(), header.getSelection(), columns, constants, base.keys());
    }

    private static MappedColumn column(ColumnLine line, String field) {
        return new MappedColumn(
                line.header(),
                line.position(),
                field,
                DecimalMark.UNSTATED,
                DateStyle.UNSTATED,
                ShareStyle.UNSTATED,
                Map.of());
    }

    private void load() {
        Documents.chooser().toOpen(getShell(), ".yaml").ifPresent(file -> {
            Reading<Mapping> read = MappingFile.read(file);
            if (read.isRead()) {
                use(read.get());
                setMessage(Texts.bind(Texts.mappingLoaded, file.getFileName()), IMessageProvider.INFORMATION);
            } else {
                FindingsDialog.open(getShell(), Texts.mappingNotLoaded, read.findings());
            }
        });
    }

    private void save() {
        Path proposal = MappingFile.beside(table.file().path());
        Documents.chooser().toSave(getShell(), proposal.toString()).ifPresent(file -> {
            try {
                MappingFile.save(mapping(), file);
                setMessage(Texts.bind(Texts.mappingSaved, file.getFileName()), IMessageProvider.INFORMATION);
            } catch (IOException e) {
                FindingsDialog.tell(
                        getShell(),
                        Texts.mappingNotSaved,
                        Texts.bind(Texts.exportUnwritable, file, String.valueOf(e.getMessage())));
            }
        });
    }

    @Override
    Callable<Reading<Review>> reader() {
        OpenedTable opened = table;
        Mapping mapping = mapping();
        Portfolio into = Desk.get().portfolio();
        StructureId whose = owner.id().orElse(null);
        return () -> mapping.kind().isRecords()
                ? TableSource.review(opened, mapping, into)
                : TableSource.movements(opened, mapping, whose);
    }

    @Override
    void tell(String text) {
        problem.setText(text);
    }
}
