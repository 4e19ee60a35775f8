package org.subsidia.rcp.detail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
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
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Provenance;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Records;
import org.subsidia.rcp.ui.Words;

/** A grant to edit: each field is taken when it is left or Enter is pressed, as one step of undo, or says why not. */
final class GrantForm {
    private static final int COLUMN = 292;
    private static final int NAME = 112;

    private final Composite form;
    private final GrantId id;
    private final Consumer<RecordId> go;
    private final Map<GrantField, Control> fields = new EnumMap<>(GrantField.class);
    private final Map<GrantField, ControlDecoration> problems = new EnumMap<>(GrantField.class);
    private final Map<GrantList, Table> tables = new EnumMap<>(GrantList.class);
    private final Map<GrantList, List<Button>> buttons = new EnumMap<>(GrantList.class);
    private Label title;
    private Label structure;
    private Label received;
    private LifeLine life;
    private Link cofunders;
    private Label source;

    GrantForm(Composite parent, GrantId id, Consumer<RecordId> go) {
        this.id = id;
        this.go = go;
        form = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 8).applyTo(form);
        label(form, Texts.kindGrant);
        title = new Label(form, SWT.WRAP);
        title.setFont(JFaceResources.getHeaderFont());
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(title);
        life = new LifeLine(form, Settings.today());
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 82).applyTo(life.control());
        Composite columns = new Composite(form, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(columns);
        ColumnLayout layout = new ColumnLayout();
        layout.maxNumColumns = 3;
        layout.leftMargin = 0;
        layout.topMargin = 0;
        layout.horizontalSpacing = 20;
        layout.verticalSpacing = 12;
        columns.setLayout(layout);
        Composite identity = section(columns, Texts.detailIdentity);
        label(identity, Texts.columnStructure);
        structure = new Label(identity, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(structure);
        GrantField.IDENTITY.forEach(field -> add(identity, field));
        Composite amounts = section(columns, Texts.detailAmounts);
        GrantField.AMOUNTS.forEach(field -> add(amounts, field));
        label(amounts, Texts.detailReceived);
        received = new Label(amounts, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(received);
        Composite dates = section(columns, Texts.detailDates);
        GrantField.LIFE.forEach(field -> add(dates, field));
        Composite accounting = section(columns, Texts.detailAccounting);
        GrantField.ACCOUNTING.forEach(field -> add(accounting, field));
        for (GrantList list : GrantList.values()) {
            addList(columns, list);
        }
        Composite others = section(columns, Texts.listCofunders);
        cofunders = new Link(others, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).hint(COLUMN - 20, SWT.DEFAULT).applyTo(cofunders);
        cofunders.addListener(SWT.Selection, event -> go.accept(new GrantId(event.text)));
        Composite origin = section(columns, Texts.detailSource);
        source = new Label(origin, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).hint(COLUMN - 20, SWT.DEFAULT).applyTo(source);
        show();
    }

    Composite control() {
        return form;
    }

    GrantId id() {
        return id;
    }

    private static Label label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text.replace("&", "&&"));
        return label;
    }

    private static Composite section(Composite columns, String heading) {
        Composite section = new Composite(columns, SWT.NONE);
        section.setLayoutData(new ColumnLayoutData(COLUMN));
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 3).applyTo(section);
        Label label = label(section, heading);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
        return section;
    }

    private void add(Composite section, GrantField field) {
        Label name = label(section, field.label());
        GridDataFactory.fillDefaults()
                .hint(NAME, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(name);
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
                    grant().ifPresent(grant -> text.setText(field.text(grant, portfolio(), Texts.locale())));
                    event.doit = false;
                }
            });
            control = text;
        }
        control.setData("field", field.name());
        Accessibles.name(control, field.label());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(COLUMN - NAME - 30, SWT.DEFAULT)
                .applyTo(control);
        fields.put(field, control);
        ControlDecoration problem = new ControlDecoration(control, SWT.LEFT | SWT.CENTER);
        problem.setImage(FieldDecorationRegistry.getDefault()
                .getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
                .getImage());
        problem.hide();
        problems.put(field, problem);
    }

    private void addList(Composite columns, GrantList list) {
        Composite section = section(columns, list.title());
        Table table = new Table(section, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        Accessibles.name(table, list.title());
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(COLUMN - 20, 96)
                .applyTo(table);
        int width = (COLUMN - 22) / list.entries().size();
        for (GrantList.Entry entry : list.entries()) {
            TableColumn column = new TableColumn(table, entry.kind() == FieldKind.AMOUNT ? SWT.RIGHT : SWT.LEFT);
            column.setText(entry.label());
            column.setWidth(width);
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

    private static Button button(Composite bar, String text, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void enable(GrantList list) {
        int line = tables.get(list).getSelectionIndex();
        Optional<Grant> grant = grant();
        buttons.get(list).get(0).setEnabled(line >= 0 && grant.isPresent() && list.isChangeable(grant.get(), line));
        buttons.get(list).get(1).setEnabled(line >= 0);
    }

    private static Portfolio portfolio() {
        return Desk.get().portfolio();
    }

    private Optional<Grant> grant() {
        return portfolio().grant(id);
    }

    /** Shows the grant as it is now; what the user is typing is left alone. */
    void show() {
        Optional<Grant> found = grant();
        if (found.isEmpty()) {
            return;
        }
        Grant grant = found.get();
        title.setText(Records.name(grant).replace("&", "&&"));
        structure.setText(portfolio()
                .structure(grant.structure())
                .map(Structure::name)
                .orElse(grant.structure().value())
                .replace("&", "&&"));
        received.setText(Words.amount(grant.received()));
        fields.forEach((field, control) -> fill(field, control, grant));
        for (GrantList list : GrantList.values()) {
            fill(list, grant);
        }
        life.show(grant);
        cofunders.setText(cofunders(grant));
        source.setText(source(grant));
    }

    private void fill(GrantField field, Control control, Grant grant) {
        String text = field.text(grant, portfolio(), Texts.locale());
        if (control instanceof Combo combo) {
            List<String> choices = field.choices(portfolio(), Texts.locale());
            combo.setItems(choices.toArray(String[]::new));
            combo.select(choices.indexOf(text));
        } else if (!((Text) control).getText().equals(text)) {
            ((Text) control).setText(text);
        }
    }

    private void fill(GrantList list, Grant grant) {
        Table table = tables.get(list);
        int line = table.getSelectionIndex();
        table.removeAll();
        list.lines(grant).forEach(texts -> new TableItem(table, SWT.NONE).setText(texts.toArray(String[]::new)));
        if (line >= 0 && line < table.getItemCount()) {
            table.setSelection(line);
        }
        enable(list);
    }

    private static String cofunders(Grant grant) {
        if (grant.project() == null) {
            return Texts.cofundersNoProject;
        }
        List<String> lines = new ArrayList<>();
        for (Grant other : portfolio().grantsOf(grant.project())) {
            if (!other.id().equals(grant.id())) {
                String payer = GrantField.PAYER.text(other, portfolio(), Texts.locale());
                String amount = GrantField.AWARDED.text(other, portfolio(), Texts.locale());
                lines.add("<a href=\"" + other.id().value() + "\">"
                        + (payer.isEmpty() ? Records.name(other) : payer).replace("&", "&&") + "</a>  " + amount);
            }
        }
        return lines.isEmpty() ? Texts.cofundersNone : String.join("\n", lines);
    }

    private static String source(Grant grant) {
        List<String> lines = new ArrayList<>();
        for (Provenance from : grant.provenance()) {
            lines.add(from.line() > 0 ? Texts.bind(Texts.detailFileLine, from.file(), from.line()) : from.file());
        }
        return lines.isEmpty() ? Texts.sourceByHand : String.join("\n", lines).replace("&", "&&");
    }

    private String typed(GrantField field) {
        Control control = fields.get(field);
        return control instanceof Combo combo ? combo.getText() : ((Text) control).getText();
    }

    private Optional<String> refusal(GrantField field) {
        return grant().flatMap(grant -> {
            String text = typed(field);
            return text.equals(field.text(grant, portfolio(), Texts.locale()))
                    ? Optional.empty()
                    : field.refusal(grant, portfolio(), text, Texts.locale());
        });
    }

    private void judge(GrantField field) {
        ControlDecoration problem = problems.get(field);
        Optional<String> refusal = refusal(field);
        if (refusal.isPresent()) {
            problem.setDescriptionText(refusal.get());
            problem.show();
            problem.showHoverText(refusal.get());
        } else if (problem != null) {
            problem.hideHover();
            problem.hide();
        }
    }

    /** Takes what is typed; what is refused stays, with its reason, until it is right or Escape is pressed. */
    private void commit(GrantField field) {
        Optional<Grant> grant = grant();
        String text = typed(field);
        if (grant.isEmpty()
                || text.equals(field.text(grant.get(), portfolio(), Texts.locale()))
                || refusal(field).isPresent()) {
            return;
        }
        Grant next = field.changed(grant.get(), portfolio(), text, Texts.locale());
        apply(Texts.bind(Texts.cellLabel, field.label(), Records.name(grant.get()), text), grant.get(), next);
        show();
    }

    private static void apply(String label, Grant before, Grant next) {
        if (!before.equals(next)) {
            Desk.get().session().apply(label, Edit.put(next));
        }
    }

    private void change(GrantList list, int line) {
        Optional<Grant> grant = grant();
        if (grant.isEmpty() || line >= 0 && !list.isChangeable(grant.get(), line)) {
            return;
        }
        List<String> start = line < 0
                ? list.entries().stream().map(entry -> "").toList()
                : list.lines(grant.get()).get(line);
        ItemDialog.ask(form.getShell(), list.title(), list.entries(), start, GrantField.currency(grant.get()))
                .ifPresent(texts -> apply(
                        Texts.bind(
                                line < 0 ? Texts.itemAdded : Texts.itemChanged,
                                list.title(),
                                Records.name(grant.get())),
                        grant.get(),
                        list.with(grant.get(), line, texts, Texts.locale())));
    }

    private void remove(GrantList list, int line) {
        grant().filter(grant -> line >= 0)
                .ifPresent(grant -> apply(
                        Texts.bind(Texts.itemRemoved, list.title(), Records.name(grant)),
                        grant,
                        list.without(grant, line)));
    }
}
