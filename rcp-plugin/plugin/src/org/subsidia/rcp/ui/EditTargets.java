package org.subsidia.rcp.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;

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
        put(control, new EditTarget() {
            @Override
            public boolean canCopy() {
                return possible.getAsBoolean();
            }

            @Override
            public void copy() {
                copy.run();
            }
        });
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
            return Optional.of(new OfText(text));
        }
        if (control instanceof StyledText text) {
            return Optional.of(new OfStyledText(text));
        }
        if (control instanceof Combo combo) {
            return Optional.of(new OfCombo(combo));
        }
        if (control instanceof Spinner spinner) {
            return Optional.of(new OfSpinner(spinner));
        }
        if (control instanceof Table table) {
            return Optional.of(new OfTable(table));
        }
        return control instanceof Tree tree ? Optional.of(new OfTree(tree)) : Optional.empty();
    }

    /** A field; what is typed in one for passwords stays there. */
    private record OfText(Text text) implements EditTarget {
        @Override
        public boolean canCopy() {
            return text.getSelectionCount() > 0 && (text.getStyle() & SWT.PASSWORD) == 0;
        }

        @Override
        public void copy() {
            text.copy();
        }

        @Override
        public boolean canPaste() {
            return text.getEditable() && text.isEnabled() && Clipboards.hasText(text.getDisplay());
        }

        @Override
        public void paste() {
            text.paste();
        }

        @Override
        public boolean canSelectAll() {
            return text.getCharCount() > 0;
        }

        @Override
        public void selectAll() {
            text.selectAll();
        }
    }

    private record OfStyledText(StyledText text) implements EditTarget {
        @Override
        public boolean canCopy() {
            return text.getSelectionCount() > 0;
        }

        @Override
        public void copy() {
            text.copy();
        }

        @Override
        public boolean canPaste() {
            return text.getEditable() && Clipboards.hasText(text.getDisplay());
        }

        @Override
        public void paste() {
            text.paste();
        }

        @Override
        public boolean canSelectAll() {
            return text.getCharCount() > 0;
        }

        @Override
        public void selectAll() {
            text.selectAll();
        }
    }

    /** A list to choose from; where nothing can be typed, what is chosen is copied. */
    private record OfCombo(Combo combo) implements EditTarget {
        private boolean isFixed() {
            return (combo.getStyle() & SWT.READ_ONLY) != 0;
        }

        @Override
        public boolean canCopy() {
            return isFixed() ? !combo.getText().isEmpty() : combo.getSelection().x != combo.getSelection().y;
        }

        @Override
        public void copy() {
            if (isFixed()) {
                Clipboards.put(combo.getDisplay(), combo.getText());
            } else {
                combo.copy();
            }
        }

        @Override
        public boolean canPaste() {
            return !isFixed() && Clipboards.hasText(combo.getDisplay());
        }

        @Override
        public void paste() {
            combo.paste();
        }

        @Override
        public boolean canSelectAll() {
            return !isFixed() && !combo.getText().isEmpty();
        }

        @Override
        public void selectAll() {
            combo.setSelection(
                    new org.eclipse.swt.graphics.Point(0, combo.getText().length()));
        }
    }

    private record OfSpinner(Spinner spinner) implements EditTarget {
        @Override
        public boolean canCopy() {
            return true;
        }

        @Override
        public void copy() {
            Clipboards.put(spinner.getDisplay(), spinner.getText());
        }

        @Override
        public boolean canPaste() {
            return Clipboards.hasText(spinner.getDisplay());
        }

        @Override
        public void paste() {
            spinner.paste();
        }
    }

    /** Rows below the names of their columns, as a spreadsheet reads them. */
    private record OfTable(Table table) implements EditTarget {
        @Override
        public boolean canCopy() {
            return table.getSelectionCount() > 0;
        }

        @Override
        public void copy() {
            List<String[]> rows = new ArrayList<>();
            int columns = Math.max(1, table.getColumnCount());
            if (table.getHeaderVisible() && table.getColumnCount() > 0) {
                rows.add(Arrays.stream(table.getColumns())
                        .map(TableColumn::getText)
                        .toArray(String[]::new));
            }
            Arrays.stream(table.getSelection())
                    .map(item ->
                            IntStream.range(0, columns).mapToObj(item::getText).toArray(String[]::new))
                    .forEach(rows::add);
            Clipboards.put(table.getDisplay(), Pasteboard.text(rows));
        }

        @Override
        public boolean canSelectAll() {
            return (table.getStyle() & SWT.MULTI) != 0 && table.getItemCount() > 0;
        }

        @Override
        public void selectAll() {
            table.selectAll();
        }
    }

    /** The names selected, one a line. */
    private record OfTree(Tree tree) implements EditTarget {
        @Override
        public boolean canCopy() {
            return tree.getSelectionCount() > 0;
        }

        @Override
        public void copy() {
            int columns = Math.max(1, tree.getColumnCount());
            List<String[]> rows = Arrays.stream(tree.getSelection())
                    .map(item ->
                            IntStream.range(0, columns).mapToObj(item::getText).toArray(String[]::new))
                    .toList();
            Clipboards.put(tree.getDisplay(), Pasteboard.text(rows));
        }

        @Override
        public boolean canSelectAll() {
            return (tree.getStyle() & SWT.MULTI) != 0 && tree.getItemCount() > 0;
        }

        @Override
        public void selectAll() {
            tree.selectAll();
        }
    }
}
