package org.subsidia.rcp.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.subsidia.explain.Explanation;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.sheet.FigureTable;
import org.subsidia.report.Table;

/** What a user sees and does in the views of the simulation; used on the workbench's thread. */
public final class SimulationBot {
    private final ScenarioView scenario;
    private final ResultsView results;

    public SimulationBot(ScenarioView scenario, ResultsView results) {
        this.scenario = scenario;
        this.results = results;
    }

    public static String preset(String id) {
        return ScenarioFiles.preset(id);
    }

    public void forgetAll() {
        Outcomes.get().remove(Outcomes.get().list());
    }

    public void type(String text) {
        scenario.editor().control().setText(text);
    }

    public void insert(String text) {
        scenario.editor().control().setCaretOffset(0);
        scenario.editor().control().insert(text);
    }

    public String text() {
        return scenario.editor().text();
    }

    public boolean isReady() {
        return scenario.isReady();
    }

    public boolean isRunning() {
        return scenario.isRunning();
    }

    public boolean isChanged() {
        return scenario.isChanged();
    }

    public void open(java.nio.file.Path file) {
        scenario.open(file);
    }

    /** Puts the cursor before some words. */
    public void caretAt(String words) {
        scenario.editor().control().setFocus();
        scenario.editor().control().setCaretOffset(text().indexOf(words));
    }

    /** What the menu of the document offers where the cursor is. */
    public List<MenuItem> offered() {
        Menu menu = scenario.editor().control().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        return List.of(menu.getItems());
    }

    public int signs() {
        return scenario.editor().signs();
    }

    public List<String> places() {
        return scenario.findings().shown().stream().map(ScenarioView::place).toList();
    }

    public List<String> sentences() {
        return scenario.findings().shown().stream()
                .map(finding -> finding.message().in(Texts.locale()))
                .toList();
    }

    public List<String> titles() {
        return results.runs().shown().stream()
                .map(each -> each.scenario().title().in(Texts.locale()))
                .toList();
    }

    public void page(String section) {
        results.pages().open(section);
    }

    public int rows(String table) {
        return results.pages()
                .table(table)
                .map(FigureTable::control)
                .map(org.eclipse.swt.widgets.Table::getItemCount)
                .orElse(0);
    }

    public String explanation(String table, int row) {
        FigureTable figures = results.pages().table(table).orElseThrow();
        figures.control().setSelection(row);
        figures.control().setFocus();
        return results.explanation().orElseThrow().label().in(Texts.locale());
    }

    /** Hands out the control of all results. */
    public <T> T walk(Function<Control, T> walk) {
        return walk.apply(results.pages().control().getParent());
    }

    /** The ids of the tables that the run shown has. */
    public List<String> tables() {
        return results.report().orElseThrow().tables().map(Table::id).toList();
    }

    /** Where a figure of the run that is selected comes from. */
    public Optional<Explanation> whyOfRun(String column) {
        return results.runs().selection().orElseThrow().why(column);
    }

    /** Every explanation of the cells of a table. */
    public List<Explanation> explanations(String table) {
        List<Explanation> found = new ArrayList<>();
        FigureTable figures = results.pages().table(table).orElseThrow();
        for (int row = 0; row < figures.control().getItemCount(); row++) {
            for (int column = 0; column < figures.control().getColumnCount() - 1; column++) {
                figures.explanation(row, column).ifPresent(found::add);
            }
        }
        return found;
    }

    public void press(String label) {
        Button button = button(results.getSite().getShell(), label);
        button.notifyListeners(SWT.Selection, new Event());
    }

    public boolean isEnabled(Composite root, String label) {
        return button(root, label).isEnabled();
    }

    private static Button button(Composite root, String label) {
        for (Control child : root.getChildren()) {
            if (child instanceof Button button
                    && button.getText().replace("&", "").equals(label)) {
                return button;
            }
            Button inner = child instanceof Composite composite ? button(composite, label) : null;
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }
}
