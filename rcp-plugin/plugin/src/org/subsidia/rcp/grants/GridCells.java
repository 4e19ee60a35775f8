package org.subsidia.rcp.grants;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;

/** The texts of the grid as NatTable asks for them: only those on the screen. */
final class GridCells implements IDataProvider {
    private static final GrantColumn[] COLUMNS = GrantColumn.values();

    private final GridModel model;
    private final Typing typing;

    GridCells(GridModel model, Typing typing) {
        this.model = model;
        this.typing = typing;
    }

    @Override
    public Object getDataValue(int column, int line) {
        return line < model.lines().size() ? model.text(line, COLUMNS[column]) : "";
    }

    @Override
    public void setDataValue(int column, int line, Object text) {
        model.row(line).ifPresent(row -> typing.accept(row, COLUMNS[column], text == null ? "" : text.toString()));
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public int getRowCount() {
        return model.lines().size();
    }
}
