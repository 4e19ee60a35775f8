package org.subsidia.rcp.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.subsidia.rcp.ui.EditTarget.Deed;

/** What the commands of the Edit menu do with the control that has the focus. */
public final class EditTargets {
    private static final String KEY = EditTarget.class.getName();

    private EditTargets() {}

    /**
     * Says what the commands do with a control; without it, texts, lists, tables and trees do what they do by themselves.
     *
     * @param control any control
     * @param target what they do
     */
    public static void put(Control control, EditTarget target) {
        control.setData(KEY, target);
    }

    /**
     * Says that a control can be copied from, and nothing else.
     *
     * @param control any control
     * @param possible whether there is something to copy
     * @param copy copies it
     */
    public static void copying(Control control, BooleanSupplier possible, Runnable copy) {
        put(control, new EditTarget(new Deed(possible, copy), Deed.NONE, Deed.NONE));
    }

    /**
     * What the commands do with a control.
     *
     * @param control the one that has the focus; null: none has it
     * @return none where they do nothing
     */
    public static Optional<EditTarget> of(Control control) {
        if (control == null || control.isDisposed()) {
            return Optional.empty();
        }
        if (control.getData(KEY) instanceof EditTarget target) {
            return Optional.of(target);
        }
        if (control instanceof Text text) {
            return Optional.of(text(text));
        }
        if (control instanceof StyledText text) {
            return Optional.of(styledText(text));
        }
        if (control instanceof Combo combo) {
            return Optional.of((combo.getStyle() & SWT.READ_ONLY) == 0 ? combo(combo) : list(combo));
        }
        if (control instanceof Spinner spinner) {
            return Optional.of(spinner(spinner));
        }
        if (control instanceof Table table) {
            return Optional.of(table(table));
        }
        return control instanceof Tree tree ? Optional.of(tree(tree)) : Optional.empty();
    }

    private static Deed paste(Control control, BooleanSupplier editable, Runnable paste) {
        return new Deed(() -> editable.getAsBoolean() && Clipboards.hasText(control.getDisplay()), paste);
    }

    /** A field; what is typed in one for passwords stays there. */
    private static EditTarget text(Text text) {
        return new EditTarget(
                new Deed(() -> text.getSelectionCount() > 0 && (text.getStyle() & SWT.PASSWORD) == 0, text::copy),
                paste(text, () -> text.getEditable() && text.isEnabled(), text::paste),
                new Deed(() -> text.getCharCount() > 0, text::selectAll));
    }

    private static EditTarget styledText(StyledText text) {
        return new EditTarget(
                new Deed(() -> text.getSelectionCount() > 0, text::copy),
                paste(text, text::getEditable, text::paste),
                new Deed(() -> text.getCharCount() > 0, text::selectAll));
    }

    /** A list to choose from or to type in. */
    private static EditTarget combo(Combo combo) {
        return new EditTarget(
                new Deed(() -> combo.getSelection().x != combo.getSelection().y, combo::copy),
                paste(combo, () -> true, combo::paste),
                new Deed(
                        () -> !combo.getText().isEmpty(),
                        () -> combo.setSelection(new Point(0, combo.getText().length()))));
    }

    /** A list in which nothing can be typed: what is chosen is copied. */
    private static EditTarget list(Combo combo) {
        Runnable copy = () -> Clipboards.put(combo.getDisplay(), combo.getText());
        return new EditTarget(new Deed(() -> !combo.getText().isEmpty(), copy), Deed.NONE, Deed.NONE);
    }

    private static EditTarget spinner(Spinner spinner) {
        return new EditTarget(
                new Deed(() -> true, () -> Clipboards.put(spinner.getDisplay(), spinner.getText())),
                paste(spinner, () -> true, spinner::paste),
                Deed.NONE);
    }

    /** Rows below the names of their columns, as a spreadsheet reads them. */
    private static EditTarget table(Table table) {
        Runnable copy = () -> {
            List<String[]> rows = new ArrayList<>();
            if (table.getHeaderVisible() && table.getColumnCount() > 0) {
                rows.add(Arrays.stream(table.getColumns())
                        .map(TableColumn::getText)
                        .toArray(String[]::new));
            }
            Arrays.stream(table.getSelection())
                    .map(item -> cells(table.getColumnCount(), item::getText))
                    .forEach(rows::add);
            Clipboards.put(table.getDisplay(), Pasteboard.text(rows));
        };
        return new EditTarget(
                new Deed(() -> table.getSelectionCount() > 0, copy),
                Deed.NONE,
                new Deed(() -> (table.getStyle() & SWT.MULTI) != 0 && table.getItemCount() > 0, table::selectAll));
    }

    /** The names selected, one a line. */
    private static EditTarget tree(Tree tree) {
        Runnable copy = () -> Clipboards.put(
                tree.getDisplay(),
                Pasteboard.text(Arrays.stream(tree.getSelection())
                        .map(item -> cells(tree.getColumnCount(), item::getText))
                        .toList()));
        return new EditTarget(
                new Deed(() -> tree.getSelectionCount() > 0, copy),
                Deed.NONE,
                new Deed(() -> (tree.getStyle() & SWT.MULTI) != 0 && tree.getItemCount() > 0, tree::selectAll));
    }

    /** What a row says in each column; one that has none says it as a whole. */
    private static String[] cells(int columns, IntFunction<String> text) {
        return IntStream.range(0, Math.max(1, columns)).mapToObj(text).toArray(String[]::new);
    }
}
