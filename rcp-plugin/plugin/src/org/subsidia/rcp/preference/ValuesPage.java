package org.subsidia.rcp.preference;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.subsidia.finding.Finding;
import org.subsidia.law.LawBase;
import org.subsidia.law.Parameter;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.FindingsDialog;

/** Thresholds, delays and assumptions that a user sets for themselves; figures that use one say so. */
public final class ValuesPage extends PreferencePage implements IWorkbenchPreferencePage {
    /** The page's id. */
    public static final String ID = "org.subsidia.rcp.preferences.values";

    private static final int WIDTH = 430;

    private final List<Parameter> rules = OwnRules.of(Settings.lawWithoutOwn());
    private final SortedMap<String, String> own = new TreeMap<>(Settings.own());
    private Table table;
    private Label whole;
    private Text value;

    @Override
    public void init(IWorkbench workbench) {
        noDefaultAndApplyButton();
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 8).applyTo(page);
        Label hint = new Label(page, SWT.WRAP);
        hint.setText(Texts.ownHint);
        GridDataFactory.fillDefaults()
                .span(4, 1)
                .hint(WIDTH, SWT.DEFAULT)
                .grab(true, false)
                .applyTo(hint);
        table = new Table(page, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        Accessibles.name(table, Texts.ownTitle);
        GridDataFactory.fillDefaults()
                .span(4, 1)
                .grab(true, true)
                .hint(WIDTH, 320)
                .applyTo(table);
        column(Texts.ownRule, WIDTH - 200);
        column(Texts.ownBase, 110);
        column(Texts.ownYours, 80);
        rules.forEach(rule -> new TableItem(table, SWT.NONE));
        fill();
        whole = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .span(4, 1)
                .hint(WIDTH, 2 * whole.computeSize(SWT.DEFAULT, SWT.DEFAULT).y)
                .applyTo(whole);
        new Label(page, SWT.NONE).setText(Texts.ownValue);
        value = new Text(page, SWT.BORDER);
        Accessibles.name(value, Texts.ownValue);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(WIDTH / 4, SWT.DEFAULT)
                .applyTo(value);
        button(page, Texts.ownSet, () -> set(value.getText()));
        button(page, Texts.ownClear, () -> set(""));
        value.addListener(SWT.DefaultSelection, event -> set(value.getText()));
        table.addListener(SWT.Selection, event -> offer());
        table.select(0);
        offer();
        return page;
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }

    private static void button(Composite page, String label, Runnable action) {
        Button button = new Button(page, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
    }

    private void fill() {
        for (int i = 0; i < rules.size(); i++) {
            Parameter rule = rules.get(i);
            table.getItem(i).setText(new String[] {
                rule.description().in(Texts.locale()), base(rule), own.getOrDefault(rule.id(), "")
            });
        }
    }

    private static String base(Parameter rule) {
        return rule.at(Settings.today()).map(version -> version.value()).orElse("");
    }

    private void offer() {
        Parameter rule = rules.get(table.getSelectionIndex());
        String base = base(rule);
        whole.setText((rule.description().in(Texts.locale()) + " : " + base).replace("&", "&&"));
        value.setText(own.getOrDefault(rule.id(), ""));
        value.setMessage(base);
    }

    /** Sets the value of the rule selected; empty: that of the base holds again. */
    private void set(String typed) {
        Parameter rule = rules.get(table.getSelectionIndex());
        SortedMap<String, String> next = new TreeMap<>(own);
        if (typed.isBlank()) {
            next.remove(rule.id());
        } else {
            next.put(rule.id(), OwnRules.written(rule.unit(), typed));
        }
        List<Finding> refusal =
                Settings.ownValues(next).over(LawBase.standard()).findings();
        if (!refusal.isEmpty()) {
            FindingsDialog.open(getShell(), Texts.ownTitle, refusal);
            return;
        }
        own.clear();
        own.putAll(next);
        fill();
        offer();
    }

    @Override
    public boolean performOk() {
        if (table == null) {
            return true; // the page was never shown
        }
        List<Finding> refusal = Settings.setOwn(own);
        if (!refusal.isEmpty()) {
            setErrorMessage(refusal.get(0).message().in(Texts.locale()));
            return false;
        }
        Desk.get().refresh();
        return true;
    }
}
