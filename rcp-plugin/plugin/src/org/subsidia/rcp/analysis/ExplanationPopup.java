package org.subsidia.rcp.analysis;

import java.util.List;
import java.util.Locale;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.ExplanationRow;
import org.subsidia.explain.ExplanationText;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.EditTargets;
import org.subsidia.rcp.ui.Words;

/** Where a figure comes from, as a tree that can be copied; closes when the user goes on. */
public final class ExplanationPopup extends PopupDialog {
    private final Explanation explanation;
    private final List<ExplanationRow> rows;
    private Tree tree;
    private Text details;

    private ExplanationPopup(Shell parent, Explanation explanation) {
        super(
                parent,
                SWT.RESIZE | SWT.BORDER,
                true,
                false,
                false,
                true,
                false,
                explanation.label().in(Texts.locale()),
                Texts.explanationHint);
        this.explanation = explanation;
        this.rows = ExplanationRow.table(explanation, Texts.locale());
    }

    /**
     * Shows an explanation above a window.
     *
     * @param parent the window
     * @param explanation the figure
     */
    public static void open(Shell parent, Explanation explanation) {
        new ExplanationPopup(parent, explanation).open();
    }

    /**
     * Puts an explanation on the clipboard.
     *
     * @param display whose clipboard
     * @param explanation the figure
     */
    public static void copy(Display display, Explanation explanation) {
        Clipboard clipboard = new Clipboard(display);
        clipboard.setContents(
                new Object[] {ExplanationText.indented(explanation, Texts.locale())},
                new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.explanationTitle);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().margins(6, 6).applyTo(area);
        SashForm parts = new SashForm(area, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        tree = new Tree(parts, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
        tree.setHeaderVisible(true);
        column(Texts.explanationFigure, 400, SWT.LEFT);
        column(Texts.explanationValue, 190, SWT.RIGHT);
        column(Texts.explanationFormula, 260, SWT.LEFT);
        details = new Text(parts, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        Accessibles.name(tree, Texts.explanationTitle);
        Accessibles.name(details, Texts.explanationSources);
        fill();
        parts.setWeights(72, 28);
        tree.addListener(SWT.Selection, event -> tell((ExplanationRow) event.item.getData()));
        EditTargets.copying(tree, () -> true, () -> copy(tree.getDisplay(), explanation));
        tree.addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                copy(event.display, explanation);
            }
        });
        tree.setSelection(tree.getItem(0));
        tell(rows.get(0));
        return area;
    }

    private void column(String title, int width, int alignment) {
        TreeColumn column = new TreeColumn(tree, alignment);
        column.setText(title);
        column.setWidth(width);
    }

    private void fill() {
        TreeItem[] last =
                new TreeItem[rows.stream().mapToInt(ExplanationRow::depth).max().orElse(0) + 1];
        for (ExplanationRow row : rows) {
            TreeItem item =
                    row.depth() == 0 ? new TreeItem(tree, SWT.NONE) : new TreeItem(last[row.depth() - 1], SWT.NONE);
            item.setText(new String[] {row.label(), row.value(), row.formula()});
            item.setData(row);
            last[row.depth()] = item;
        }
        open(tree.getItems());
    }

    private static void open(TreeItem[] items) {
        for (TreeItem item : items) {
            item.setExpanded(true);
            open(item.getItems());
        }
    }

    /** What does not fit into the columns: the whole value, the rules and the records. */
    private void tell(ExplanationRow row) {
        StringBuilder text = new StringBuilder(Words.labelled(row.label(), row.value()));
        row.rules().forEach(rule -> text.append('\n').append(Texts.bind(Texts.explanationRule, rule)));
        if (!row.records().isEmpty()) {
            text.append('\n').append(Texts.bind(Texts.explanationRecords, String.join(", ", row.records())));
        }
        details.setText(text.toString());
    }

    @Override
    protected Control getFocusControl() {
        return tree;
    }

    @Override
    protected void fillDialogMenu(IMenuManager menu) {
        menu.add(new Action(Texts.explanationCopy) {
            @Override
            public void run() {
                copy(getShell().getDisplay(), explanation);
            }
        });
        super.fillDialogMenu(menu);
    }

    @Override
    protected Point getDefaultSize() {
        return new Point(900, Math.min(520, 210 + 24 * rows.size()));
    }

    /**
     * The first lines of an explanation, for a tool tip.
     *
     * @param explanation the figure
     * @param locale the language
     * @return at most a dozen lines, and how to see the rest
     */
    public static String brief(Explanation explanation, Locale locale) {
        List<String> lines =
                ExplanationText.indented(explanation, locale).lines().toList();
        int most = 12;
        String first = String.join("\n", lines.subList(0, Math.min(most, lines.size())));
        return first + (lines.size() > most ? "\n…" : "") + "\n" + Texts.explanationMore;
    }
}
