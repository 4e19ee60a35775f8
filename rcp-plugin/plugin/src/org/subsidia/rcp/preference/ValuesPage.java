package org.subsidia.rcp.preference;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.law.Parameter;
import org.subsidia.law.Wording;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.Words;

/** Thresholds, delays and assumptions that a user sets for themselves; figures that use one say so. */
public final class ValuesPage extends PreferencePage implements IWorkbenchPreferencePage {
    /** The page's id. */
    public static final String ID = "org.subsidia.rcp.preferences.values";

    private static final int RULE = 420;
    private static final int BASE = 245;
    private static final int YOURS = 215;
    private static final int WIDTH = RULE + BASE + YOURS;
    private static final int HEIGHT = 330;

    private final List<Parameter> rules = OwnRules.of(Settings.lawWithoutOwn());
    private final SortedMap<String, String> own = new TreeMap<>(Settings.own());
    private Table table;
    private Label whole;
    private Text value;

    @Override
    public void init(IWorkbench workbench) {
        // the law base is read already
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
                .hint(WIDTH, HEIGHT)
                .applyTo(table);
        column(Texts.ownRule, RULE);
        column(Texts.ownBase, BASE);
        column(Texts.ownYours, YOURS);
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
        page.getDisplay().asyncExec(this::makeRoom);
        return page;
    }

    /** The dialog remembers the size that another page had: this one is wider. */
    private void makeRoom() {
        Control page = getControl();
        if (page == null || page.isDisposed()) {
            return;
        }
        Shell dialog = page.getShell();
        Rectangle screen = dialog.getMonitor().getClientArea();
        Point wanted = page.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        Point visible = visible(page);
        Rectangle now = dialog.getBounds();
        int width = Math.min(screen.width, now.width + Math.max(0, wanted.x - visible.x));
        int height = Math.min(screen.height, now.height + Math.max(0, wanted.y - visible.y));
        dialog.setBounds(
                Math.max(screen.x, Math.min(now.x, screen.x + screen.width - width)),
                Math.max(screen.y, Math.min(now.y, screen.y + screen.height - height)),
                width,
                height);
    }

    /** What a scrolled parent lets be seen of the page. */
    private static Point visible(Control page) {
        for (Composite parent = page.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrolledComposite) {
                Rectangle area = parent.getClientArea();
                return new Point(area.width, area.height);
            }
        }
        return page.getSize();
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
        LawBase law = Settings.lawWithoutOwn();
        Optional<LawBase> withOwn = Settings.ownValues(own).over(law).value();
        for (int i = 0; i < rules.size(); i++) {
            Parameter rule = rules.get(i);
            table.getItem(i).setText(new String[] {
                rule.description().in(Texts.locale()), value(rule), yours(rule, withOwn.orElse(law))
            });
        }
    }

    private static String value(Parameter rule) {
        return Wording.of(rule, Settings.today(), Texts.locale());
    }

    private String yours(Parameter rule, LawBase withOwn) {
        return own.containsKey(rule.id())
                ? withOwn.parameter(rule.id()).map(ValuesPage::value).orElse(own.get(rule.id()))
                : "";
    }

    private void offer() {
        Parameter rule = rules.get(table.getSelectionIndex());
        whole.setText(Words.labelled(rule.description().in(Texts.locale()), value(rule))
                .replace("&", "&&"));
        value.setText(table.getItem(table.getSelectionIndex()).getText(2));
        value.setMessage(value(rule));
    }

    /** Sets the value of the rule selected; empty: that of the base holds again. */
    private void set(String typed) {
        Parameter rule = rules.get(table.getSelectionIndex());
        SortedMap<String, String> next = new TreeMap<>(own);
        next.remove(rule.id());
        if (!typed.isBlank()) {
            Reading<String> read = Wording.read(rule, typed, Texts.locale());
            if (!read.isRead()) {
                FindingsDialog.open(getShell(), Texts.ownTitle, read.findings());
                return;
            }
            next.put(rule.id(), read.get());
        }
        List<Finding> refusal =
                Settings.ownValues(next).over(Settings.lawWithoutOwn()).findings();
        if (!refusal.isEmpty()) {
            FindingsDialog.open(getShell(), Texts.ownTitle, refusal);
            return;
        }
        own.clear();
        own.putAll(next);
        fill();
        offer();
    }

    /** The values of the base hold again. */
    @Override
    protected void performDefaults() {
        own.clear();
        fill();
        offer();
        super.performDefaults();
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
