package org.subsidia.rcp.grants;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.command.AbstractLayerCommandHandler;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.copy.command.CopyDataToClipboardCommand;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.edit.config.DefaultEditBindings;
import org.eclipse.nebula.widgets.nattable.edit.config.DefaultEditConfiguration;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowHeaderComposite;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultColumnHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultCornerDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultRowHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.CornerLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.GridLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.RowHeaderLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.ColumnHideShowLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.command.ShowAllColumnsCommand;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.cell.ColumnOverrideLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectAllCommand;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectCellCommand;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.GrantId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.ExplanationTip;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.Clipboards;
import org.subsidia.rcp.ui.Pasteboard;

/** The grid itself: a spreadsheet of grants with a filter row, groups, columns to choose, and typing in place. */
final class GrantGrid {
    /** Label of the cells of a group's heading. */
    static final String GROUP = "GROUP";

    private static final String LAYOUT = "grants.layout";
    private static final String SORT = "grants.sort";
    private static final String GROUPS = "grants.group";
    private static final String FILTERS = "grants.filterRow";
    private static final String DOWN = " down";
    private static final String HIDDEN = "hidden";
    private static final GrantColumn[] COLUMNS = GrantColumn.values();

    private final GridModel model = new GridModel(Texts.locale());
    private final NatTable table;
    private final DataLayer body;
    private final SelectionLayer selection;
    private final ViewportLayer viewport;
    private final ColumnHideShowLayer columns;
    private final FilterRowHeaderComposite<GrantRow> filters;
    private Runnable arranged = () -> {};

    GrantGrid(Composite parent, Typing typing) {
        IDataProvider cells = new GridCells(model, typing);
        body = new DataLayer(cells);
        for (GrantColumn column : COLUMNS) {
            body.setColumnWidthByPosition(column.ordinal(), column.width());
        }
        body.setDefaultRowHeight(24);
        ColumnOverrideLabelAccumulator labels = new ColumnOverrideLabelAccumulator(body);
        for (GrantColumn column : COLUMNS) {
            labels.registerColumnOverrides(column.ordinal(), column.name());
        }
        body.setConfigLabelAccumulator((stack, column, row) -> {
            labels.accumulateConfigLabels(stack, column, row);
            if (model.row(row).isEmpty()) {
                stack.addLabelOnTop(GROUP);
            }
        });
        columns = new ColumnHideShowLayer(new ColumnReorderLayer(body));
        selection = new SelectionLayer(columns);
        viewport = new ViewportLayer(selection);
        ConfigRegistry registry = new ConfigRegistry();
        IDataProvider titles = new DefaultColumnHeaderDataProvider(
                Arrays.stream(COLUMNS).map(GrantColumn::title).toArray(String[]::new));
        DataLayer headings = new DataLayer(titles);
        headings.setDefaultRowHeight(26);
        SortHeaderLayer<GrantRow> sorting = new SortHeaderLayer<>(
                new ColumnHeaderLayer(headings, viewport, selection), new GridSort(model, this::keepSelection));
        filters = new FilterRowHeaderComposite<>(this::filter, sorting, titles, registry);
        IDataProvider numbers = new DefaultRowHeaderDataProvider(cells);
        RowHeaderLayer rowHeader = new RowHeaderLayer(new DataLayer(numbers, 52, 24), viewport, selection);
        CornerLayer corner =
                new CornerLayer(new DataLayer(new DefaultCornerDataProvider(titles, numbers)), rowHeader, filters);
        GridLayer grid = new GridLayer(viewport, filters, rowHeader, corner, false);
        grid.addConfiguration(new DefaultEditConfiguration());
        grid.addConfiguration(new DefaultEditBindings());
        table = new NatTable(parent, grid, false);
        table.setConfigRegistry(registry);
        table.addConfiguration(new DefaultNatTableStyleConfiguration());
        table.addConfiguration(new SingleClickSortConfiguration());
        table.addConfiguration(new TypingConfiguration(model, typing));
        table.addConfiguration(new AbstractRegistryConfiguration() {
            @Override
            public void configureRegistry(IConfigRegistry to) {
                to.registerConfigAttribute(
                        CellConfigAttributes.DISPLAY_CONVERTER,
                        new org.eclipse.nebula.widgets.nattable.data.convert.DefaultDisplayConverter());
            }
        });
        table.configure();
        restoreLayout();
        model.columns(this::shownColumns);
        selection.registerCommandHandler(new Copying());
        GridColours.follow(table);
        table.addListener(SWT.MouseDoubleClick, event -> toggle(lineAt(new Point(event.x, event.y))));
        ExplanationTip.on(table, this::explanationAt);
        table.addListener(SWT.Dispose, event -> saveLayout());
    }

    private void filter(Map<Integer, Object> byIndex) {
        Map<GrantColumn, String> typed = new EnumMap<>(GrantColumn.class);
        byIndex.forEach((index, text) -> typed.put(COLUMNS[index], String.valueOf(text)));
        keepSelection(() -> model.filter(typed));
    }

    NatTable control() {
        return table;
    }

    GridModel model() {
        return model;
    }

    /** Calls a listener when other lines are shown. */
    void onArrange(Runnable listener) {
        arranged = listener;
    }

    /** Calls a listener when other cells are selected. */
    void onSelect(Consumer<List<GrantRow>> listener) {
        selection.addLayerListener(event -> {
            if (event instanceof org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent) {
                listener.accept(selected());
            }
        });
    }

    void show(GrantRows rows) {
        keepSelection(() -> model.show(rows));
    }

    void filter(String words) {
        keepSelection(() -> model.filter(words));
    }

    void group(GrantColumn by) {
        keepSelection(() -> model.group(by));
    }

    private void toggle(int line) {
        if (line >= 0 && line < model.lines().size() && model.lines().get(line) instanceof GridLine.OfGroup group) {
            keepSelection(() -> model.toggle(group));
        }
    }

    private void keepSelection(Runnable change) {
        Optional<GrantId> before =
                selected().stream().findFirst().map(row -> row.grant().id());
        int column = Math.max(0, selection.getSelectionAnchor().getColumnPosition());
        change.run();
        selection.clear(false);
        // rows alone: a refresh of the whole grid looks at every column for each of its layers
        body.fireLayerEvent(new RowStructuralRefreshEvent(body));
        before.ifPresent(id -> select(id, column));
        arranged.run();
    }

    /** Shows the same lines anew, with what has been worked out since. */
    void again() {
        keepSelection(model::again);
    }

    /** Selects a grant, if it is shown. */
    void select(GrantId id) {
        select(id, Math.max(0, selection.getSelectionAnchor().getColumnPosition()));
    }

    private void select(GrantId id, int column) {
        int line = model.lineOf(id);
        if (line >= 0) {
            selection.doCommand(new SelectCellCommand(selection, column, line, false, false));
            viewport.moveRowPositionIntoViewport(line);
        }
    }

    /** The grants of the cells selected, from the top. */
    List<GrantRow> selected() {
        List<GrantRow> rows = new ArrayList<>();
        selection.getSelectedRowPositions().stream()
                .flatMap(range -> range.getMembers().stream())
                .sorted()
                .forEach(line -> model.row(line).ifPresent(rows::add));
        return rows;
    }

    /** The line and the column of the first cell selected. */
    Optional<int[]> anchor() {
        int line = selection.getSelectionAnchor().getRowPosition();
        int column = selection.getSelectionAnchor().getColumnPosition();
        return line < 0 || column < 0 ? Optional.empty() : Optional.of(new int[] {line, column});
    }

    /** The columns shown, from the left. */
    List<GrantColumn> shownColumns() {
        List<GrantColumn> shown = new ArrayList<>();
        for (int position = 0; position < columns.getColumnCount(); position++) {
            shown.add(COLUMNS[columns.getColumnIndexByPosition(position)]);
        }
        return shown;
    }

    boolean isHidden(GrantColumn column) {
        return columns.isColumnIndexHidden(column.ordinal());
    }

    void setHidden(GrantColumn column, boolean hidden) {
        if (hidden && shownColumns().size() > 1) {
            columns.hideColumnIndexes(column.ordinal());
        } else if (!hidden) {
            columns.showColumnIndexes(column.ordinal());
        }
        keepSelection(model::again);
    }

    void showAllColumns() {
        table.doCommand(new ShowAllColumnsCommand());
        keepSelection(model::again);
    }

    boolean hasFilterRow() {
        return filters.isFilterRowVisible();
    }

    void setFilterRow(boolean visible) {
        filters.setFilterRowVisible(visible);
    }

    private int lineAt(Point point) {
        int row = table.getRowPositionByY(point.y);
        return row < 0 || table.getRegionLabelsByXY(point.x, point.y) == null
                ? -1
                : table.getRegionLabelsByXY(point.x, point.y).hasLabel("BODY") ? table.getRowIndexByPosition(row) : -1;
    }

    /** The grant at a point. */
    Optional<GrantRow> at(Point point) {
        return model.row(lineAt(point));
    }

    /** Where the figure at a point comes from, if there is one. */
    Optional<Explanation> explanationAt(Point point) {
        int column = table.getColumnPositionByX(point.x);
        return column < 0
                ? Optional.empty()
                : at(point).flatMap(row -> COLUMNS[table.getColumnIndexByPosition(column)].explanation(row));
    }

    /** The cells selected as a spreadsheet reads them, and as {@link Paste} does; empty between cells that are apart. */
    void copy() {
        SortedSet<Integer> lines = new TreeSet<>();
        SortedSet<Integer> positions = new TreeSet<>();
        for (PositionCoordinate cell : selection.getSelectedCellPositions()) {
            lines.add(cell.getRowPosition());
            positions.add(cell.getColumnPosition());
        }
        List<GrantColumn> shown = shownColumns();
        List<String[]> rows = new ArrayList<>();
        for (int line : lines) {
            rows.add(positions.stream()
                    .map(position -> selection.isCellPositionSelected(position, line)
                            ? model.text(line, shown.get(position))
                            : "")
                    .toArray(String[]::new));
        }
        if (!rows.isEmpty()) {
            Clipboards.put(table.getDisplay(), Pasteboard.text(rows));
        }
    }

    /** Selects every cell. */
    void selectAll() {
        selection.doCommand(new SelectAllCommand());
    }

    /** Ctrl+C. */
    private final class Copying extends AbstractLayerCommandHandler<CopyDataToClipboardCommand> {
        @Override
        public Class<CopyDataToClipboardCommand> getCommandClass() {
            return CopyDataToClipboardCommand.class;
        }

        @Override
        protected boolean doCommand(CopyDataToClipboardCommand command) {
            copy();
            return true;
        }
    }

    private void restoreSort() {
        String sort = Settings.remembered(SORT);
        for (GrantColumn column : COLUMNS) {
            if (sort.equals(column.name()) || sort.equals(column.name() + DOWN)) {
                model.sort(column, sort.endsWith(DOWN));
            }
        }
    }

    private void restoreGroups() {
        String group = Settings.remembered(GROUPS);
        Arrays.stream(COLUMNS)
                .filter(column -> column.name().equals(group))
                .findFirst()
                .ifPresent(model::group);
        filters.setFilterRowVisible(!Settings.remembered(FILTERS).equals(HIDDEN));
    }

    private void restoreLayout() {
        restoreSort();
        restoreGroups();
        String layout = Settings.remembered(LAYOUT);
        if (layout.isEmpty()) {
            for (GrantColumn column : List.of(GrantColumn.REMAINING, GrantColumn.REFERENCE, GrantColumn.SCHEME)) {
                columns.hideColumnIndexes(column.ordinal());
            }
            return;
        }
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(layout));
            columns.loadState("", properties);
        } catch (IOException | RuntimeException e) {
            ILog.of(GrantGrid.class).warn("layout of the grid", e);
        }
    }

    private void saveLayout() {
        Settings.remember(
                GROUPS, model.grouping() == null ? "" : model.grouping().name());
        Settings.remember(FILTERS, hasFilterRow() ? "" : HIDDEN);
        Settings.remember(SORT, model.sortedBy().name() + (model.isDescending() ? DOWN : ""));
        try {
            Properties properties = new Properties();
            columns.saveState("", properties);
            StringWriter text = new StringWriter();
            properties.store(text, null);
            Settings.remember(
                    LAYOUT,
                    String.join(
                            "\n",
                            text.toString()
                                    .lines()
                                    .filter(line -> !line.startsWith("#"))
                                    .toList()));
        } catch (IOException e) {
            ILog.of(GrantGrid.class).warn("layout of the grid", e);
        }
    }
}
