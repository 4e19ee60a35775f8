package org.subsidia.rcp.grants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.edit.command.UpdateDataCommand;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowDataLayer;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowHeaderComposite;
import org.eclipse.nebula.widgets.nattable.grid.layer.GridLayer;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;
import org.eclipse.nebula.widgets.nattable.sort.command.SortColumnCommand;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.subsidia.explain.Explanation;

/** The grid as a user sees it; call it on the workbench's thread. */
public final class GridBot {
    private final GrantsView view;

    /** The grid of a view. */
    public GridBot(GrantsView view) {
        this.view = view;
    }

    /** The control. */
    public NatTable table() {
        return view.grid().control();
    }

    /** How many lines there are. */
    public int lines() {
        return view.grid().model().lines().size();
    }

    /** The texts of a column, from the top. */
    public List<String> column(String column) {
        List<String> texts = new ArrayList<>();
        for (int line = 0; line < lines(); line++) {
            texts.add(view.grid().model().text(line, GrantColumn.valueOf(column)));
        }
        return texts;
    }

    /** Selects a line. */
    public void select(int line) {
        view.grid().select(view.grid().model().row(line).orElseThrow().grant().id());
    }

    /** Sorts by a column. */
    public void sort(String column, boolean descending) {
        GridLayer grid = (GridLayer) table().getLayer();
        int position = view.grid().shownColumns().indexOf(GrantColumn.valueOf(column));
        grid.getColumnHeaderLayer()
                .doCommand(new SortColumnCommand(
                        grid.getColumnHeaderLayer(),
                        position,
                        descending ? SortDirectionEnum.DESC : SortDirectionEnum.ASC));
    }

    /** Types in the filter row. */
    public void filter(String column, String text) {
        FilterRowHeaderComposite<?> header =
                (FilterRowHeaderComposite<?>) ((GridLayer) table().getLayer()).getColumnHeaderLayer();
        FilterRowDataLayer<?> row = header.getFilterRowDataLayer();
        row.doCommand(new UpdateDataCommand(row, GrantColumn.valueOf(column).ordinal(), 0, text));
    }

    /** Groups by a column; null: not at all. */
    public void group(String column) {
        view.grid().group(column == null ? null : GrantColumn.valueOf(column));
    }

    /** Selects the cell of a line and a column, and starts typing in it. */
    public void edit(int line, String column) {
        IConfigRegistry registry = table().getConfigRegistry();
        int position = view.grid().shownColumns().indexOf(GrantColumn.valueOf(column));
        selectCell(line, column);
        table().doCommand(new org.eclipse.nebula.widgets.nattable.edit.command.EditSelectionCommand(table(), registry));
        if (position < 0) {
            throw new IllegalStateException("hidden: " + column);
        }
    }

    /** Selects one cell. */
    public void selectCell(int line, String column) {
        var selection = ((org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer)
                        ((GridLayer) table().getLayer()).getBodyLayer())
                .getScrollableLayer();
        int position = view.grid().shownColumns().indexOf(GrantColumn.valueOf(column));
        selection.doCommand(new org.eclipse.nebula.widgets.nattable.selection.command.SelectCellCommand(
                selection, position, line, false, false));
    }

    /** What the mouse would be told over a cell that can be seen. */
    public Optional<Explanation> explanationAt(int line, String column) {
        int heads = ((GridLayer) table().getLayer()).getColumnHeaderLayer().getRowCount();
        int index = GrantColumn.valueOf(column).ordinal();
        int across = IntStream.range(1, table().getColumnCount())
                .filter(position -> table().getColumnIndexByPosition(position) == index)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not to be seen: " + column));
        Rectangle cell = table().getBoundsByPosition(across, heads + line);
        return view.grid().explanationAt(new Point(cell.x + cell.width / 2, cell.y + cell.height / 2));
    }

    /** What F2 would show. */
    public Optional<Explanation> explanation() {
        return view.explanation();
    }

    /** Selects the cells from one to another, each a line and a column. */
    public void selectCells(int line, String column, int toLine, String toColumn) {
        selectCell(line, column);
        var selection = ((org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer)
                        ((GridLayer) table().getLayer()).getBodyLayer())
                .getScrollableLayer();
        int position = view.grid().shownColumns().indexOf(GrantColumn.valueOf(toColumn));
        selection.doCommand(new org.eclipse.nebula.widgets.nattable.selection.command.SelectCellCommand(
                selection, position, toLine, true, false));
    }

    /** The columns shown, from the left. */
    public List<String> columns() {
        return view.grid().shownColumns().stream().map(Enum::name).toList();
    }

    /** Shows a column or hides it. */
    public void hide(String column, boolean hidden) {
        view.grid().setHidden(GrantColumn.valueOf(column), hidden);
    }

    /** By which column it is grouped; empty: by none. */
    public String grouping() {
        GrantColumn by = view.grid().model().grouping();
        return by == null ? "" : by.name();
    }

    /** Whether the row of filters is shown. */
    public boolean hasFilterRow() {
        return view.grid().hasFilterRow();
    }

    /** Shows the row of filters or hides it. */
    public void filterRow(boolean visible) {
        view.grid().setFilterRow(visible);
    }

    /** Moves a column to a place among those shown. */
    public void move(String column, int to) {
        GridLayer grid = (GridLayer) table().getLayer();
        int from = view.grid().shownColumns().indexOf(GrantColumn.valueOf(column));
        grid.getBodyLayer()
                .doCommand(new org.eclipse.nebula.widgets.nattable.reorder.command.ColumnReorderCommand(
                        grid.getBodyLayer(), from, to));
    }

    /** Gives a column a width. */
    public void resize(String column, int width) {
        GridLayer grid = (GridLayer) table().getLayer();
        int position = view.grid().shownColumns().indexOf(GrantColumn.valueOf(column));
        grid.getBodyLayer()
                .doCommand(new org.eclipse.nebula.widgets.nattable.resize.command.ColumnResizeCommand(
                        grid.getBodyLayer(), position, width));
    }

    /** The width of a column. */
    public int width(String column) {
        GridLayer grid = (GridLayer) table().getLayer();
        int position = view.grid().shownColumns().indexOf(GrantColumn.valueOf(column));
        return grid.getBodyLayer().getColumnWidthByPosition(position);
    }

    /** The cell editor that is open. */
    public Optional<org.eclipse.nebula.widgets.nattable.edit.editor.ICellEditor> editor() {
        return Optional.ofNullable(table().getActiveCellEditor());
    }
}
