package org.subsidia.rcp.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.EditTarget.Deed;

/**
 * A table to read: virtual, so that thousands of rows cost what the thirty on screen cost; it filters by words, sorts by any
 * column, is copied to a spreadsheet, and remembers the widths and order of its columns and by which it is sorted.
 *
 * @param <R> a row
 */
public final class DataTable<R> {
    private static final String DOWN = " down";

    private final Table table;
    private final String key;
    private final List<TableColumns.Column<R>> columns;
    private final Function<R, Image> image;
    private final Function<R, Boolean> muted;
    private final boolean boxes;
    private Consumer<Optional<R>> selected = row -> {};
    private Predicate<R> chosen = row -> false;
    private Predicate<R> choosable = row -> false;
    private List<R> all = List.of();
    private CompletableFuture<List<String>> searched = CompletableFuture.completedFuture(List.of());
    private List<R> shown = List.of();
    private String words = "";
    private String clicked = "";
    private int sorted = -1;
    private boolean descending;

    /**
     * A table without rows.
     *
     * @param parent where
     * @param key its name in the settings
     * @param columns its columns
     * @param image in the first column; null: none
     * @param muted whether a row is greyed
     */
    public DataTable(
            Composite parent,
            String key,
            TableColumns<R> columns,
            Function<R, Image> image,
            Function<R, Boolean> muted) {
        this(parent, key, columns, image, muted, false);
    }

    private DataTable(
            Composite parent,
            String key,
            TableColumns<R> columns,
            Function<R, Image> image,
            Function<R, Boolean> muted,
            boolean boxes) {
        this.boxes = boxes;
        this.key = key;
        this.columns = columns.list();
        this.image = image;
        this.muted = muted;
        int style = SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL;
        table = new Table(parent, boxes ? style | SWT.CHECK | SWT.BORDER : style);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        for (int i = 0; i < this.columns.size(); i++) {
            addColumn(i);
        }
        restoreOrder();
        restoreSort();
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.Selection, event -> {
            if (event.detail != SWT.CHECK) {
                selected.accept(selection());
            }
        });
        BooleanSupplier filled = () -> !shown.isEmpty();
        EditTargets.put(
                table, new EditTarget(new Deed(filled, this::copy), Deed.NONE, new Deed(filled, this::selectAll)));
        table.addListener(
                SWT.MouseDown,
                event -> clicked = columnAt(new Point(event.x, event.y)).orElse(""));
        table.addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                copy();
            } else if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'a') {
                table.selectAll();
            }
        });
    }

    /**
     * A table whose rows have boxes to check.
     *
     * @param parent where
     * @param key its name in the settings
     * @param columns its columns
     * @param image in the first column; null: none
     * @param muted whether a row is greyed
     * @param <R> a row
     * @return the table without rows
     */
    public static <R> DataTable<R> withBoxes(
            Composite parent,
            String key,
            TableColumns<R> columns,
            Function<R, Image> image,
            Function<R, Boolean> muted) {
        return new DataTable<>(parent, key, columns, image, muted, true);
    }

    /**
     * Says which boxes are checked; for a table with boxes.
     *
     * @param isChosen whether a row's box is checked
     * @param canBeChosen whether it can be
     * @param choose is told of a box that was clicked, and shows what came of it by {@link #recheck}
     */
    public void choosing(Predicate<R> isChosen, Predicate<R> canBeChosen, BiConsumer<R, Boolean> choose) {
        chosen = isChosen;
        choosable = canBeChosen;
        table.addListener(SWT.Selection, event -> {
            int index = event.detail == SWT.CHECK ? table.indexOf((TableItem) event.item) : -1;
            if (index >= 0 && index < shown.size()) {
                choose.accept(shown.get(index), ((TableItem) event.item).getChecked());
            }
        });
    }

    /** Shows the boxes anew. */
    public void recheck() {
        table.clearAll();
    }

    private void addColumn(int index) {
        TableColumns.Column<R> kind = columns.get(index);
        TableColumn column = new TableColumn(table, kind.number() ? SWT.RIGHT : SWT.LEFT);
        column.setText(kind.title());
        String width = Settings.remembered(widthKey(kind));
        column.setWidth(width.isEmpty() ? kind.width() : Integer.parseInt(width));
        column.setMoveable(true);
        column.addListener(SWT.Selection, event -> sortBy(index));
        table.addListener(SWT.Dispose, event -> {
            if (column.getWidth() > 0 && column.getWidth() != kind.width()) {
                Settings.remember(widthKey(kind), String.valueOf(column.getWidth()));
            }
        });
    }

    private String widthKey(TableColumns.Column<R> column) {
        return key + '.' + column.id() + ".width";
    }

    private void restoreOrder() {
        String order = Settings.remembered(key + ".order");
        int[] positions = order.isEmpty()
                ? new int[0]
                : Arrays.stream(order.split(",")).mapToInt(Integer::parseInt).toArray();
        if (positions.length == columns.size()) {
            table.setColumnOrder(positions);
        }
        table.addListener(SWT.Dispose, event -> {
            StringJoiner joined = new StringJoiner(",");
            for (int position : table.getColumnOrder()) {
                joined.add(String.valueOf(position));
            }
            Settings.remember(key + ".order", joined.toString());
        });
    }

    /** {@return the control} */
    public Table control() {
        return table;
    }

    /**
     * Calls a listener when another row is selected.
     *
     * @param listener is given the row; takes the place of the one before
     */
    public void onSelect(Consumer<Optional<R>> listener) {
        selected = listener;
    }

    /**
     * Calls a listener when a row is opened, by a double click or Enter.
     *
     * @param listener is given the row
     */
    public void onOpen(Consumer<R> listener) {
        table.addListener(SWT.DefaultSelection, event -> selection().ifPresent(listener));
    }

    /**
     * Shows other rows, in the order given until the user chooses another; what was selected stays so where it is still there.
     *
     * @param rows the rows
     */
    public void show(List<R> rows) {
        all = List.copyOf(rows);
        searched = null;
        arrange();
    }

    /**
     * The same of very many rows whose columns look at nothing but the row: what words are looked for in is made ready on another
     * thread, and as long as it is not, all rows are shown.
     *
     * @param rows the rows
     */
    public void showMany(List<R> rows) {
        all = List.copyOf(rows);
        List<R> now = all;
        CompletableFuture<List<String>> ready = CompletableFuture.supplyAsync(
                () -> now.stream().map(this::folded).toList());
        searched = ready;
        arrange();
        Display display = table.getDisplay();
        ready.thenRun(() -> display.asyncExec(() -> {
            if (!table.isDisposed() && searched == ready && !words.isBlank()) {
                arrange();
            }
        }));
    }

    /**
     * Shows the rows in which all words occur.
     *
     * @param filter words; empty: all rows
     */
    public void filter(String filter) {
        words = filter;
        arrange();
    }

    /** Once up, once down, then in the order given again. */
    private void sortBy(int column) {
        if (column == sorted && descending) {
            showSort(-1, false);
        } else {
            showSort(column, column == sorted);
        }
        Settings.remember(key + ".sort", sorted < 0 ? "" : columns.get(sorted).id() + (descending ? DOWN : ""));
        arrange();
    }

    private void showSort(int column, boolean down) {
        sorted = column;
        descending = down;
        table.setSortColumn(column < 0 ? null : table.getColumn(column));
        table.setSortDirection(column < 0 ? SWT.NONE : down ? SWT.DOWN : SWT.UP);
    }

    private void restoreSort() {
        String sort = Settings.remembered(key + ".sort");
        for (int i = 0; i < columns.size(); i++) {
            String id = columns.get(i).id();
            if (sort.equals(id) || sort.equals(id + DOWN)) {
                showSort(i, sort.endsWith(DOWN));
            }
        }
    }

    private void arrange() {
        List<R> before = selections();
        boolean unready = searched != null && !searched.isDone();
        List<R> kept = words.isBlank() || unready ? new ArrayList<>(all) : withWords();
        if (sorted >= 0) {
            var order = columns.get(sorted).order();
            kept.sort(descending ? order.reversed() : order);
        }
        shown = kept;
        table.setItemCount(shown.size());
        table.clearAll();
        table.deselectAll();
        if (before.size() == 1) {
            select(before.get(0)::equals);
        } else {
            Set<R> again = new HashSet<>(before);
            table.select(IntStream.range(0, shown.size())
                    .filter(index -> again.contains(shown.get(index)))
                    .toArray());
        }
        selected.accept(selection());
    }

    private List<R> withWords() {
        if (searched == null) {
            searched = CompletableFuture.completedFuture(
                    all.stream().map(this::folded).toList());
        }
        List<String> texts = searched.join();
        String[] wanted = Folding.words(words);
        List<R> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (Folding.hasAll(texts.get(i), wanted)) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    private String folded(R row) {
        StringJoiner text = new StringJoiner("\n");
        columns.forEach(column -> text.add(column.text().apply(row)));
        return Folding.fold(text.toString());
    }

    /** {@return the rows shown, from the top} */
    public List<R> shown() {
        return shown;
    }

    /** {@return how many rows there are without the filter} */
    public int total() {
        return all.size();
    }

    /** {@return the row selected; of several the first} */
    public Optional<R> selection() {
        int index = table.getSelectionIndex();
        return index < 0 || index >= shown.size() ? Optional.empty() : Optional.of(shown.get(index));
    }

    /** {@return all rows selected} */
    public List<R> selections() {
        return Arrays.stream(table.getSelectionIndices())
                .filter(index -> index < shown.size())
                .mapToObj(shown::get)
                .toList();
    }

    /**
     * Selects the first row of which something is true.
     *
     * @param wanted which row
     */
    public void select(Predicate<R> wanted) {
        for (int i = 0; i < shown.size(); i++) {
            if (wanted.test(shown.get(i))) {
                table.setSelection(i);
                table.showSelection();
                return;
            }
        }
    }

    /**
     * The row at a point.
     *
     * @param point of the control
     * @return the row there
     */
    public Optional<R> at(Point point) {
        TableItem item = table.getItem(point);
        int index = item == null ? -1 : table.indexOf(item);
        return index < 0 || index >= shown.size() ? Optional.empty() : Optional.of(shown.get(index));
    }

    /**
     * The column at a point.
     *
     * @param point of the control
     * @return its id, if there is a row
     */
    public Optional<String> columnAt(Point point) {
        TableItem item = table.getItem(point);
        for (int i = 0; item != null && i < columns.size(); i++) {
            if (item.getBounds(i).contains(point)) {
                return Optional.of(columns.get(i).id());
            }
        }
        return Optional.empty();
    }

    /** {@return the id of the column that was clicked last; empty: none} */
    public String clicked() {
        return clicked;
    }

    /** {@return the ids of the columns of figures} */
    public List<String> figures() {
        return columns.stream()
                .filter(TableColumns.Column::number)
                .map(TableColumns.Column::id)
                .toList();
    }

    /** Puts the rows selected on the clipboard, as a spreadsheet reads them; all where none is. */
    public void copy() {
        List<R> rows = selections().isEmpty() ? shown : selections();
        StringBuilder text = new StringBuilder();
        append(text, columns.stream().map(TableColumns.Column::title).toList());
        rows.forEach(row -> append(
                text, columns.stream().map(column -> column.text().apply(row)).toList()));
        Clipboards.put(table.getDisplay(), text.toString());
    }

    private void selectAll() {
        table.selectAll();
        selected.accept(selection());
    }

    private static void append(StringBuilder text, List<String> cells) {
        StringJoiner line = new StringJoiner("\t", "", "\n");
        cells.forEach(cell -> line.add(Pasteboard.cell(cell)));
        text.append(line);
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        if (event.index < 0 || event.index >= shown.size()) {
            // GTK asks for a row that it is about to drop; an item left over would outlive its row and crash whoever
            // paints it
            item.dispose();
            return;
        }
        R row = shown.get(event.index);
        item.setText(columns.stream().map(column -> column.text().apply(row)).toArray(String[]::new));
        if (image != null) {
            item.setImage(0, image.apply(row));
        }
        if (boxes) {
            item.setChecked(chosen.test(row));
            item.setGrayed(!choosable.test(row));
        }
        item.setForeground(muted.apply(row) ? Paper.muted(table) : null);
    }
}
