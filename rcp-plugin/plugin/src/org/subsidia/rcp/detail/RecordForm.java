package org.subsidia.rcp.detail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ColumnLayout;
import org.eclipse.ui.forms.widgets.ColumnLayoutData;
import org.joda.money.CurrencyUnit;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Records;

/**
 * A record to edit: each field is taken when it is left or Enter is pressed, as one step of undo, or says why not; its lists are
 * changed line by line.
 *
 * @param <R> the record
 */
abstract class RecordForm<R extends PortfolioRecord> {
    static final int COLUMN = 292;
    private static final int LIST = 560;
    private static final int NAME = 118;
    private static final int DAY = 92;
    private static final int AMOUNT = 108;
    private static final int SHORT = 70;
    private static final int WIDEST = 420;

    private final Composite form;
    private final RecordId id;
    private final Class<R> type;
    private final Map<Field<R>, Control> fields = new LinkedHashMap<>();
    private final Map<Field<R>, ControlDecoration> problems = new LinkedHashMap<>();
    private final Set<Field<R>> refused = new HashSet<>();
    private final Map<ItemList<R>, Table> tables = new LinkedHashMap<>();
    private final Map<ItemList<R>, List<Button>> buttons = new LinkedHashMap<>();
    private final Label title;
    private final Label unknown;

    RecordForm(Composite parent, RecordId id, Class<R> type, String kind) {
        this.id = id;
        this.type = type;
        form = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 8).applyTo(form);
        label(form, Texts.bind(Texts.detailKindAndId, kind, id.value()));
        title = new Label(form, SWT.WRAP);
        title.setFont(JFaceResources.getHeaderFont());
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(title);
        unknown = new Label(form, SWT.WRAP);
    }

    final Composite control() {
        return form;
    }

    /** Where the figure comes from that the user looks at; a form with figures says so. */
    Optional<Explanation> explanation() {
        return Optional.empty();
    }

    final RecordId id() {
        return id;
    }

    /** Sections beside each other, as many as there is room for. */
    final Composite columns() {
        Composite columns = new Composite(form, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(columns);
        ColumnLayout layout = new ColumnLayout();
        layout.maxNumColumns = 3;
        layout.leftMargin = 0;
        layout.topMargin = 0;
        layout.horizontalSpacing = 20;
        layout.verticalSpacing = 12;
        columns.setLayout(layout);
        return columns;
    }

    static Label label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text.replace("&", "&&"));
        return label;
    }

    static Composite section(Composite columns, String heading) {
        Composite section = new Composite(columns, SWT.NONE);
        section.setLayoutData(new ColumnLayoutData(COLUMN));
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 3).applyTo(section);
        Label label = label(section, heading);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
        return section;
    }

    /** Adds to a section what is shown and cannot be typed. */
    static Label fact(Composite section, String name) {
        label(section, name);
        Label value = label(section, "");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
        return value;
    }

    /** Links to other records, which go to them. */
    static Link links(Composite section, Consumer<RecordId> go) {
        Link links = new Link(section, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).hint(COLUMN - 20, SWT.DEFAULT).applyTo(links);
        links.addListener(SWT.Selection, event -> go.accept(new GrantId(event.text)));
        return links;
    }

    /** Grants as lines of links: who pays, and how much. */
    static String links(List<Grant> grants) {
        List<String> lines = new ArrayList<>();
        for (Grant grant : grants) {
            String payer = GrantField.PAYER.text(grant, portfolio(), Texts.locale());
            String amount = GrantField.AWARDED.text(grant, portfolio(), Texts.locale());
            lines.add("<a href=\"" + grant.id().value() + "\">"
                    + (payer.isEmpty() ? Records.name(grant) : payer).replace("&", "&&") + "</a>  " + amount);
        }
        return String.join("\n", lines);
    }

    /** Adds a field to a section. */
    final void add(Composite section, Field<R> field) {
        Label name = label(section, field.label());
        GridDataFactory.fillDefaults()
                .hint(Math.max(NAME, name.computeSize(SWT.DEFAULT, SWT.DEFAULT).x), SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(name);
        name.setToolTipText(tip(field.tip()));
        Control control;
        if (field.kind() == FieldKind.CHOICE) {
            Combo combo = new Combo(section, SWT.READ_ONLY);
            combo.addListener(SWT.Selection, event -> commit(field));
            control = combo;
        } else {
            int style = field.kind() == FieldKind.AMOUNT ? SWT.RIGHT : SWT.LEFT;
            Text text = new Text(section, SWT.BORDER | SWT.SINGLE | style);
            text.addListener(SWT.DefaultSelection, event -> commit(field));
            text.addListener(SWT.FocusOut, event -> commit(field));
            text.addListener(SWT.Modify, event -> judge(field));
            text.addListener(SWT.Traverse, event -> {
                if (event.detail == SWT.TRAVERSE_ESCAPE) {
                    record().ifPresent(record -> text.setText(field.text(record, portfolio(), Texts.locale())));
                    event.doit = false;
                }
            });
            control = text;
        }
        control.setData("field", field.name());
        control.setToolTipText(tip(field.tip()));
        Accessibles.name(control, field.label());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(COLUMN - NAME - 30, SWT.DEFAULT)
                .applyTo(control);
        fields.put(field, control);
        ControlDecoration problem = new ControlDecoration(control, SWT.LEFT | SWT.CENTER);
        problem.hide();
        problems.put(field, problem);
    }

    private static Image sign(String decoration) {
        return FieldDecorationRegistry.getDefault()
                .getFieldDecoration(decoration)
                .getImage();
    }

    /** A tool tip; null: none. */
    private static String tip(String words) {
        return words.isEmpty() ? null : words.replace("&", "&&");
    }

    /** Adds a list with its buttons, wide enough for its columns. */
    final void addList(Composite parent, ItemList<R> list) {
        Composite section = section(parent, list.title());
        section.setLayoutData(new ColumnLayoutData(LIST));
        Table table = new Table(section, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        table.setData("list", list.name());
        table.setToolTipText(tip(list.tip()));
        Accessibles.name(table, list.title());
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(LIST - 20, 96)
                .applyTo(table);
        List<ItemList.Entry> columns = inColumns(list);
        int[] widths = widths(columns);
        for (ItemList.Entry entry : columns) {
            TableColumn column = new TableColumn(table, entry.kind() == FieldKind.AMOUNT ? SWT.RIGHT : SWT.LEFT);
            column.setText(entry.label());
            column.setWidth(widths[table.getColumnCount() - 1]);
        }
        tables.put(list, table);
        Composite bar = new Composite(section, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(4, 0).applyTo(bar);
        button(bar, Texts.listAdd, () -> change(list, -1));
        Button change = button(bar, Texts.listChange, () -> change(list, table.getSelectionIndex()));
        Button remove = button(bar, Texts.remove, () -> remove(list, table.getSelectionIndex()));
        buttons.put(list, List.of(change, remove));
        table.addListener(SWT.Selection, event -> enable(list));
        table.addListener(SWT.DefaultSelection, event -> change(list, table.getSelectionIndex()));
    }

    /** The fields with a column of their own, and one for what else is known of a line. */
    private List<ItemList.Entry> inColumns(ItemList<R> list) {
        List<ItemList.Entry> all = list.entries(portfolio());
        List<ItemList.Entry> columns =
                new ArrayList<>(all.stream().filter(ItemList.Entry::inColumn).toList());
        if (columns.size() < all.size()) {
            columns.add(ItemList.Entry.of(Texts.listMore, FieldKind.TEXT, false));
        }
        return columns;
    }

    /** The texts of a line in its columns: what has none of its own stands in the last one, where it is not empty. */
    private List<String> cells(ItemList<R> list, List<String> line) {
        List<ItemList.Entry> entries = list.entries(portfolio());
        List<String> cells = new ArrayList<>();
        List<String> more = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).inColumn()) {
                cells.add(line.get(i));
            } else if (!line.get(i).isEmpty()) {
                more.add(Texts.bind(Texts.fieldRefusal, entries.get(i).label(), line.get(i)));
            }
        }
        if (cells.size() < entries.size()) {
            cells.add(String.join(" ; ", more));
        }
        return cells;
    }

    /** What figures leave is shared by words, of which the first get twice as much. */
    private static int[] widths(List<ItemList.Entry> entries) {
        int[] widths = entries.stream().mapToInt(RecordForm::width).toArray();
        int figures = IntStream.of(widths).sum();
        int shares = (int) IntStream.of(widths).filter(width -> width == 0).count() + 1;
        boolean first = true;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] == 0) {
                widths[i] = (LIST - 24 - figures) * (first ? 2 : 1) / shares;
                first = false;
            }
        }
        return widths;
    }

    /** Pixels that figures and short choices need; 0 for words. */
    private static int width(ItemList.Entry entry) {
        return switch (entry.kind()) {
            case DAY -> DAY;
            case AMOUNT -> AMOUNT;
            case YEAR, SHARE, DAY_OF_MONTH -> SHORT;
            case CHOICE ->
                !entry.choices().isEmpty() && entry.choices().stream().allMatch(choice -> choice.length() <= 4)
                        ? SHORT
                        : 0;
            default -> 0;
        };
    }

    private static Button button(Composite bar, String text, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void enable(ItemList<R> list) {
        int line = tables.get(list).getSelectionIndex();
        Optional<R> record = record();
        buttons.get(list).get(0).setEnabled(line >= 0 && record.isPresent() && list.isChangeable(record.get(), line));
        buttons.get(list).get(1).setEnabled(line >= 0);
    }

    /** {@return the current value of the open portfolio} */
    static Portfolio portfolio() {
        return Desk.get().portfolio();
    }

    /** {@return the record as it is now, if it is still there} */
    final Optional<R> record() {
        return portfolio().find(id).map(type::cast);
    }

    /** {@return the currency of amounts typed in it} */
    CurrencyUnit currency(R record) {
        return CurrencyUnit.EUR;
    }

    /** Shows what is beside the fields and the lists. */
    abstract void showMore(R record);

    /** Shows the record as it is now; what the user is typing is left alone. */
    final void show() {
        record().ifPresent(record -> {
            title.setText(Records.name(record).replace("&", "&&"));
            showUnknown(record);
            fields.forEach((field, control) -> fill(field, control, record));
            tables.keySet().forEach(list -> fill(list, record));
            showMore(record);
        });
    }

    /** What a later version wrote and this one keeps without knowing it. */
    private void showUnknown(R record) {
        List<String> kept = record.extras().fields().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .toList();
        unknown.setText(
                kept.isEmpty()
                        ? ""
                        : Texts.bind(Texts.detailExtras, String.join(" ; ", kept))
                                .replace("&", "&&"));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(300, SWT.DEFAULT)
                .exclude(kept.isEmpty())
                .applyTo(unknown);
        unknown.setVisible(!kept.isEmpty());
    }

    private void fill(Field<R> field, Control control, R record) {
        String text = field.text(record, portfolio(), Texts.locale());
        if (control instanceof Combo combo) {
            List<String> choices = field.choices(record, portfolio(), Texts.locale());
            combo.setItems(choices.toArray(String[]::new));
            combo.select(choices.indexOf(text));
        } else if (!((Text) control).getText().equals(text) && !refused.contains(field)) {
            ((Text) control).setText(text);
        }
        String remark = field.remark(record);
        control.setToolTipText(tip(remark.isEmpty() ? field.tip() : remark));
        judge(field);
    }

    private void fill(ItemList<R> list, R record) {
        Table table = tables.get(list);
        int line = table.getSelectionIndex();
        table.removeAll();
        list.lines(record, portfolio()).forEach(texts -> new TableItem(table, SWT.NONE)
                .setText(cells(list, texts).toArray(String[]::new)));
        widen(table);
        if (line >= 0 && line < table.getItemCount()) {
            table.setSelection(line);
        }
        enable(list);
    }

    /** Columns grow with what stands in them; the table scrolls. */
    private static void widen(Table table) {
        for (TableColumn column : table.getColumns()) {
            int width = column.getWidth();
            column.pack();
            column.setWidth(Math.max(width, Math.min(column.getWidth(), WIDEST)));
        }
    }

    private String typed(Field<R> field) {
        Control control = fields.get(field);
        return control instanceof Combo combo ? combo.getText() : ((Text) control).getText();
    }

    private Optional<String> refusal(Field<R> field) {
        return record().flatMap(record -> {
            String text = typed(field);
            return text.equals(field.text(record, portfolio(), Texts.locale()))
                    ? Optional.empty()
                    : field.refusal(record, portfolio(), text, Texts.locale());
        });
    }

    private void judge(Field<R> field) {
        ControlDecoration problem = problems.get(field);
        Optional<String> refusal = refusal(field);
        String remark = record().map(field::remark).orElse("");
        if (refusal.isPresent()) {
            refused.add(field);
            problem.setImage(sign(FieldDecorationRegistry.DEC_ERROR));
            problem.setDescriptionText(refusal.get());
            problem.show();
            problem.showHoverText(refusal.get());
        } else if (problem != null) {
            refused.remove(field);
            problem.hideHover();
            problem.setImage(sign(FieldDecorationRegistry.DEC_INFORMATION));
            problem.setDescriptionText(remark);
            if (remark.isEmpty()) {
                problem.hide();
            } else {
                problem.show();
            }
        }
    }

    /** Takes what is typed; what is refused stays, with its reason, until it is right or Escape is pressed. */
    private void commit(Field<R> field) {
        Optional<R> record = record();
        String text = typed(field);
        if (record.isEmpty()
                || text.equals(field.text(record.get(), portfolio(), Texts.locale()))
                || refusal(field).isPresent()) {
            return;
        }
        R next = field.changed(record.get(), portfolio(), text, Texts.locale());
        apply(Texts.bind(Texts.cellLabel, field.label(), Records.name(record.get()), text), record.get(), next);
        show();
    }

    private void apply(String label, R before, R next) {
        if (!before.equals(next)) {
            Desk.get().session().apply(label, Edit.put(next));
        }
    }

    private void change(ItemList<R> list, int line) {
        Optional<R> record = record();
        if (record.isEmpty() || line >= 0 && !list.isChangeable(record.get(), line)) {
            return;
        }
        List<String> start = line < 0
                ? list.entries(portfolio()).stream().map(entry -> "").toList()
                : list.lines(record.get(), portfolio()).get(line);
        ItemDialog.ask(
                        form.getShell(),
                        list.title(),
                        list.entries(record.get(), portfolio()),
                        start,
                        currency(record.get()),
                        texts -> list.refusal(record.get(), line, texts, portfolio(), Texts.locale()))
                .ifPresent(texts -> apply(
                        Texts.bind(
                                line < 0 ? Texts.itemAdded : Texts.itemChanged,
                                list.title(),
                                Records.name(record.get())),
                        record.get(),
                        list.with(record.get(), line, texts, portfolio(), Texts.locale())));
    }

    private void remove(ItemList<R> list, int line) {
        record().filter(record -> line >= 0)
                .ifPresent(record -> apply(
                        Texts.bind(Texts.itemRemoved, list.title(), Records.name(record)),
                        record,
                        list.without(record, line)));
    }
}
