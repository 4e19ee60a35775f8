package org.subsidia.rcp.grants;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.sort.config.DefaultSortConfiguration;
import org.eclipse.nebula.widgets.nattable.sort.painter.SortableHeaderTextPainter;
import org.eclipse.nebula.widgets.nattable.style.BorderStyle;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.RGB;
import org.subsidia.rcp.ui.Paper;

/** The colours of the window system for the grid, light or dark; they are taken anew when the system's change. */
final class GridColours {
    private final NatTable table;
    private RGB paper;

    private GridColours(NatTable table) {
        this.table = table;
    }

    static void follow(NatTable table) {
        GridColours colours = new GridColours(table);
        colours.apply();
        table.addListener(SWT.Paint, event -> colours.look());
    }

    private void look() {
        if (!Paper.page(table).getRGB().equals(paper)) {
            table.getDisplay().asyncExec(() -> {
                if (!table.isDisposed()) {
                    apply();
                    table.redraw();
                }
            });
        }
    }

    private Color system(int id) {
        return table.getDisplay().getSystemColor(id);
    }

    private void apply() {
        Color page = Paper.page(table);
        Color ink = Paper.ink(table);
        Color line = Paper.mix(page, ink, 0.16);
        Color head = Paper.mix(page, ink, 0.05);
        paper = page.getRGB();
        table.setBackground(page);
        IConfigRegistry registry = table.getConfigRegistry();
        Font font = JFaceResources.getDefaultFont();
        Font bold = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
        registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, line, DisplayMode.NORMAL);
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_PAINTER, new PaddingDecorator(new TextPainter(), 0, 5, 0, 5));
        style(registry, page, ink, font, null, DisplayMode.NORMAL, null);
        for (GrantColumn column : GrantColumn.values()) {
            if (column.isNumber()) {
                style(registry, page, ink, font, HorizontalAlignmentEnum.RIGHT, DisplayMode.NORMAL, column.name());
            }
        }
        Color chosen = system(SWT.COLOR_LIST_SELECTION);
        Color chosenInk = system(SWT.COLOR_LIST_SELECTION_TEXT);
        style(registry, chosen, chosenInk, font, null, DisplayMode.SELECT, null);
        style(registry, chosen, chosenInk, font, null, DisplayMode.SELECT, SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
        style(registry, head, ink, bold, null, DisplayMode.NORMAL, GrantGrid.GROUP);
        for (String region : new String[] {GridRegion.COLUMN_HEADER, GridRegion.ROW_HEADER, GridRegion.CORNER}) {
            style(registry, head, ink, font, null, DisplayMode.NORMAL, region);
            style(registry, Paper.mix(head, chosen, 0.3), ink, font, null, DisplayMode.SELECT, region);
        }
        ICellPainter plain = new PaddingDecorator(new TextPainter(), 0, 5, 0, 5);
        ICellPainter heading = new SortableHeaderTextPainter(plain);
        painter(registry, plain, GridRegion.ROW_HEADER);
        painter(registry, plain, GridRegion.CORNER);
        painter(registry, plain, GridRegion.COLUMN_HEADER);
        painter(registry, heading, DefaultSortConfiguration.SORT_UP_CONFIG_TYPE);
        painter(registry, heading, DefaultSortConfiguration.SORT_DOWN_CONFIG_TYPE);
        style(registry, page, ink, font, HorizontalAlignmentEnum.LEFT, DisplayMode.NORMAL, GridRegion.FILTER_ROW);
    }

    private static void painter(IConfigRegistry registry, ICellPainter painter, String label) {
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter, DisplayMode.NORMAL, label);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter, DisplayMode.SELECT, label);
    }

    private static void style(
            IConfigRegistry registry,
            Color background,
            Color foreground,
            Font font,
            HorizontalAlignmentEnum alignment,
            DisplayMode mode,
            String label) {
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, background);
        style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, foreground);
        style.setAttributeValue(CellStyleAttributes.FONT, font);
        style.setAttributeValue(CellStyleAttributes.BORDER_STYLE, (BorderStyle) null);
        if (alignment != null) {
            style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, alignment);
        } else if (label == null && DisplayMode.NORMAL.equals(mode)) {
            style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        }
        if (label == null) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, mode);
        } else {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, mode, label);
        }
    }
}
