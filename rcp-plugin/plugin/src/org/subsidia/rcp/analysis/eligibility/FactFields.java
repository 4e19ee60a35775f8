package org.subsidia.rcp.analysis.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.subsidia.eligibility.Fact;
import org.subsidia.eligibility.FactText;
import org.subsidia.eligibility.FactType;
import org.subsidia.eligibility.FactValue;
import org.subsidia.finding.Reading;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Accessibles;

/** A field for each fact that is missing or was said here. What is said counts at once, for this window only. */
final class FactFields {
    private final ScrolledComposite scroll;
    private final Runnable changed;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private Map<String, FactValue> said = new LinkedHashMap<>();
    private Composite page;

    /** A fact with what was typed for it. */
    private static final class Field {
        private final Fact fact;
        private Control control;
        private Label remark;
        private String typed = "";

        Field(Fact fact) {
            this.fact = fact;
        }
    }

    FactFields(Composite parent, Runnable changed) {
        this.changed = changed;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.BORDER);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.addListener(SWT.Resize, event -> measure());
        page = new Composite(scroll, SWT.NONE);
        scroll.setContent(page);
    }

    Control control() {
        return scroll;
    }

    /** What was said and can be used. */
    Map<String, FactValue> said() {
        return Map.copyOf(said);
    }

    /** Forgets all that was said. */
    void forget() {
        said.clear();
        fields.clear();
    }

    /** Offers other facts; what was said before stays, in its field. */
    void offer(List<Fact> missing) {
        List<Fact> wanted = new ArrayList<>();
        fields.values().stream().filter(field -> !field.typed.isBlank()).forEach(field -> wanted.add(field.fact));
        missing.stream().filter(fact -> !wanted.contains(fact)).forEach(wanted::add);
        if (List.copyOf(fields.keySet()).equals(wanted.stream().map(Fact::id).toList()) && !fields.isEmpty()) {
            return;
        }
        Map<String, Field> next = new LinkedHashMap<>();
        wanted.forEach(fact -> next.put(fact.id(), fields.getOrDefault(fact.id(), new Field(fact))));
        String focus = fields.values().stream()
                .filter(field -> field.control != null && !field.control.isDisposed() && field.control.isFocusControl())
                .map(field -> field.fact.id())
                .findFirst()
                .orElse("");
        fields.clear();
        fields.putAll(next);
        rebuild();
        if (fields.containsKey(focus)) {
            fields.get(focus).control.setFocus();
        }
    }

    private void rebuild() {
        page.dispose();
        page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(8, 6)
                .spacing(8, 4)
                .applyTo(page);
        if (fields.isEmpty()) {
            Label nothing = new Label(page, SWT.WRAP);
            nothing.setText(Texts.eligibilityNothingMissing);
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(nothing);
        }
        fields.values().forEach(this::build);
        scroll.setContent(page);
        measure();
    }

    private void measure() {
        page.setSize(scroll.getClientArea().width, page.getSize().y);
        scroll.setMinHeight(page.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
        page.layout(true, true);
    }

    private void build(Field field) {
        Label label = new Label(page, SWT.WRAP);
        String name = field.fact.label().in(Texts.locale());
        label.setText(name.replace("&", "&&"));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(130, SWT.DEFAULT)
                .applyTo(label);
        List<String> choices = choices(field.fact);
        if (choices.isEmpty()) {
            Text text = new Text(page, SWT.BORDER);
            text.setMessage(FactWords.example(field.fact.type()));
            text.setText(field.typed);
            text.addListener(SWT.DefaultSelection, event -> typed(field, text.getText()));
            text.addListener(SWT.FocusOut, event -> typed(field, text.getText()));
            text.setToolTipText(FactWords.form(field.fact.type()));
            field.control = text;
        } else {
            Combo combo = new Combo(page, SWT.READ_ONLY);
            combo.add(Texts.figureUnknown);
            choices.forEach(combo::add);
            combo.select(Math.max(0, choices.indexOf(field.typed) + 1));
            combo.addListener(
                    SWT.Selection, event -> typed(field, combo.getSelectionIndex() == 0 ? "" : combo.getText()));
            field.control = combo;
        }
        Accessibles.name(field.control, name);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(165, SWT.DEFAULT)
                .applyTo(field.control);
        field.remark = new Label(page, SWT.WRAP);
        field.remark.setForeground(page.getDisplay().getSystemColor(SWT.COLOR_RED));
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(200, SWT.DEFAULT)
                .exclude(true)
                .applyTo(field.remark);
        field.remark.setVisible(false);
    }

    private static List<String> choices(Fact fact) {
        return fact.type() == FactType.FLAG
                ? List.of(Texts.eligibilityYes, Texts.eligibilityNo)
                : fact.type() == FactType.CODE ? fact.values() : List.of();
    }

    private void typed(Field field, String text) {
        if (text.equals(field.typed)) {
            return;
        }
        field.typed = text;
        String why = "";
        if (text.isBlank()) {
            said.remove(field.fact.id());
        } else {
            Reading<FactValue> value = FactText.read(field.fact, FactWords.written(field.fact.type(), text));
            value.value()
                    .ifPresentOrElse(known -> said.put(field.fact.id(), known), () -> said.remove(field.fact.id()));
            why = value.isRead() ? "" : Texts.bind(Texts.factBad, text, FactWords.form(field.fact.type()));
        }
        remark(field, why);
        changed.run();
    }

    private void remark(Field field, String why) {
        field.remark.setText(why.replace("&", "&&"));
        field.remark.setVisible(!why.isEmpty());
        ((org.eclipse.swt.layout.GridData) field.remark.getLayoutData()).exclude = why.isEmpty();
        measure();
    }

    /** The field of a fact, if it is offered. */
    Optional<Control> field(String fact) {
        return Optional.ofNullable(fields.get(fact)).map(field -> field.control);
    }
}
