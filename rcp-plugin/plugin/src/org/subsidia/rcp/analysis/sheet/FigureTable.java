package org.subsidia.rcp.analysis.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.subsidia.explain.Explanation;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.ExplanationPopup;
import org.subsidia.rcp.analysis.ExplanationTip;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Clipboards;
import org.subsidia.rcp.ui.EditTargets;
import org.subsidia.rcp.ui.Paper;
import org.subsidia.rcp.ui.Pasteboard;
import org.subsidia.report.Cell;
import org.subsidia.report.Column;
import org.subsidia.report.Table;

/**
 * A table of a report. The arrow keys and the mouse choose one cell; its figure is explained on F2 and under the mouse, and rows
 * are copied to a spreadsheet.
 */
public final class FigureTable {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 380;
    private static final int LEAST_NAME = 110;
    private static final int NAME_BONUS = 100;
    private static final int LEAST_WORDS = 76;
    private static final int ROOM = 14;

    private final org.eclipse.swt.widgets.Table control;
    private Table shown;
    private Sheet.Origins origins = (table, row, column) -> Optional.empty();
    private Function<Integer, Image> images = row -> null;
    private int column = 1;
    private int fitted;
    private boolean fitting;
    private boolean byHand;

    /**
     * A table that shows nothing yet.
     *
     * @param parent where
     */
    public FigureTable(Composite parent) {
        control = new org.eclipse.swt.widgets.Table(
                parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL | SWT.BORDER);
        control.setData(FigureTable.class.getName(), this);
        control.setHeaderVisible(true);
        control.setLinesVisible(true);
        control.addListener(SWT.MouseDown, event -> choose(columnAt(new Point(event.x, event.y))));
        control.addListener(SWT.KeyDown, this::key);
        EditTargets.copying(control, () -> shown != null, this::copy);
        control.addListener(SWT.PaintItem, this::frame);
        control.addListener(SWT.Resize, event -> resized());
        ExplanationTip.on(control, this::explanationAt);
        Menu menu = new Menu(control);
        item(menu, Texts.analysisExplain, () -> explanation()
                .ifPresent(explanation -> ExplanationPopup.open(control.getShell(), explanation)));
        item(menu, Texts.copy, this::copy);
        control.setMenu(menu);
    }

    private static void item(Menu menu, String label, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(label);
        item.addListener(SWT.Selection, event -> action.run());
    }

    /**
     * The table behind a control.
     *
     * @param control any control
     * @return the table, if the control belongs to one
     */
    public static Optional<FigureTable> of(Control control) {
        return Optional.ofNullable((FigureTable) control.getData(FigureTable.class.getName()));
    }

    /** {@return the control} */
    public org.eclipse.swt.widgets.Table control() {
        return control;
    }

    /** {@return what is shown, as people read it; none yet: empty} */
    public Optional<Table> shown() {
        return Optional.ofNullable(shown);
    }

    /**
     * Puts a picture before each row, from the next {@link #show} on.
     *
     * @param pictures of a row; null: none
     */
    public void images(Function<Integer, Image> pictures) {
        images = pictures;
    }

    /**
     * Shows another table; the cell that was chosen stays so.
     *
     * @param table the table
     * @param where where its figures come from
     */
    public void show(Table table, Sheet.Origins where) {
        Table readable = table.readable();
        boolean sameColumns = shown != null && shown.columns().equals(readable.columns());
        int selected = control.getSelectionIndex();
        shown = readable;
        origins = where;
        control.setRedraw(false);
        try {
            control.removeAll();
            if (!sameColumns) {
                fitting = true;
                Stream.of(control.getColumns()).forEach(TableColumn::dispose);
                readable.columns().forEach(this::addColumn);
                new TableColumn(
                        control,
                        SWT.LEFT); // takes the room that is left, which the last figures would else be moved to
            }
            for (int row = 0; row < rows(); row++) {
                fill(row);
            }
            byHand &= sameColumns;
            if (!byHand) {
                fit();
            }
            control.setSelection(rows() == 0 ? -1 : Math.max(0, Math.min(selected, rows() - 1)));
        } finally {
            control.setRedraw(true);
        }
        Accessibles.name(control, table.caption().in(Texts.locale()));
    }

    private int rows() {
        return shown.rows().size() + (shown.totals().isPresent() ? 1 : 0);
    }

    private List<Cell> row(int index) {
        return index < shown.rows().size()
                ? shown.rows().get(index)
                : shown.totals().orElseThrow();
    }

    private void addColumn(Column kind) {
        TableColumn made = new TableColumn(control, kind.type().isNumeric() ? SWT.RIGHT : SWT.LEFT);
        made.setText(heading(kind));
        made.setMoveable(false);
        made.addListener(SWT.Resize, event -> byHand |= !fitting);
    }

    private static String heading(Column kind) {
        String header = kind.header().in(Texts.locale());
        return kind.unit()
                .map(unit -> header + " (" + unit.in(Texts.locale()) + ")")
                .orElse(header);
    }

    private void fill(int index) {
        TableItem item = new TableItem(control, SWT.NONE);
        List<Cell> cells = row(index);
        for (int c = 0; c < cells.size(); c++) {
            item.setText(c, CellWords.shown(cells.get(c)));
            if (CellWords.isUnknown(cells.get(c))) {
                item.setForeground(c, Paper.muted(control));
            }
        }
        if (index == shown.rows().size()) {
            item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        }
        Image image = images.apply(index);
        if (image != null) {
            item.setImage(0, image);
        }
    }

    /** As wide as their cells; where that is too wide, the widest words and headings give way to figures. */
    private void fit() {
        fitting = true;
        try {
            fitColumns();
        } finally {
            fitting = false;
        }
    }

    private void fitColumns() {
        int count = shown.columns().size();
        int[] widths = new int[count];
        int[] least = new int[count];
        int room = control.getClientArea().width;
        int excess = -room;
        for (int c = 0; c < count; c++) {
            TableColumn made = control.getColumn(c);
            made.pack();
            widths[c] = Math.max(NARROWEST, Math.min(WIDEST, made.getWidth() + ROOM));
            least[c] = Math.min(widths[c], isWords(c) ? c == 0 ? LEAST_NAME : LEAST_WORDS : widthOfCells(c));
            excess += widths[c];
        }
        for (int left = room < 2 * NARROWEST ? 0 : excess; left > 0; left--) {
            int widest = widest(widths, least);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        for (int c = 0; c < count; c++) {
            control.getColumn(c).setWidth(widths[c]);
        }
        control.getColumn(count).setWidth(Math.max(1, -excess));
        fitted = room;
    }

    /** The widest column that can still give way; -1: none. */
    private static int widest(int[] widths, int[] least) {
        int widest = -1;
        for (int c = 0; c < widths.length; c++) {
            if (widths[c] > least[c] && (widest < 0 || claim(c, widths) > claim(widest, widths))) {
                widest = c;
            }
        }
        return widest;
    }

    /** What names the row is left wider than the others. */
    private static int claim(int column, int[] widths) {
        return column == 0 ? widths[0] - NAME_BONUS : widths[column];
    }

    /** What figures need: their heading may be cut, they may not. */
    private int widthOfCells(int column) {
        GC gc = new GC(control);
        try {
            int width = NARROWEST;
            for (TableItem item : control.getItems()) {
                gc.setFont(item.getFont());
                width = Math.max(width, gc.textExtent(item.getText(column)).x + ROOM);
            }
            return width;
        } finally {
            gc.dispose();
        }
    }

    private boolean isWords(int index) {
        return shown.columns().get(index).type() == Column.Type.TEXT;
    }

    /** Columns follow the width of the table until the user gives one a width of its own. */
    private void resized() {
        if (shown != null && !byHand && control.getClientArea().width != fitted) {
            fit();
        }
    }

    private void key(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
            copy();
        } else if (event.keyCode == SWT.ARROW_LEFT || event.keyCode == SWT.ARROW_RIGHT) {
            choose(column + (event.keyCode == SWT.ARROW_RIGHT ? 1 : -1));
            event.doit = false;
        }
    }

    private void choose(int next) {
        if (shown != null && next >= 0 && next < shown.columns().size()) {
            column = next;
            control.showColumn(control.getColumn(next));
            control.redraw();
        }
    }

    /** A frame around the cell that is chosen. */
    private void frame(Event event) {
        TableItem item = (TableItem) event.item;
        if (event.index == column && control.indexOf(item) == control.getSelectionIndex() && control.isFocusControl()) {
            Rectangle area = item.getBounds(event.index);
            Color before = event.gc.getForeground();
            event.gc.setForeground(control.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT));
            event.gc.drawRectangle(area.x, area.y + 1, area.width - 2, area.height - 3);
            event.gc.setForeground(before);
        }
    }

    private int columnAt(Point point) {
        TableItem item = control.getItem(point);
        if (item != null) {
            for (int c = 0; c < shown.columns().size(); c++) {
                if (item.getBounds(c).contains(point)) {
                    return c;
                }
            }
        }
        return -1;
    }

    private Optional<Explanation> explanationAt(Point point) {
        TableItem item = control.getItem(point);
        int at = columnAt(point);
        return item == null || at < 0 ? Optional.empty() : explanation(control.indexOf(item), at);
    }

    /** {@return where the figure of the chosen cell comes from; of a cell without figure, of the first one in its row} */
    public Optional<Explanation> explanation() {
        int row = control.getSelectionIndex();
        if (shown == null || row < 0) {
            return Optional.empty();
        }
        return explanation(row, Math.min(column, shown.columns().size() - 1)).or(() -> Stream.iterate(0, c -> c + 1)
                .limit(shown.columns().size())
                .flatMap(c -> explanation(row, c).stream())
                .findFirst());
    }

    /**
     * Where a figure comes from.
     *
     * @param row from the top, the first is 0; the number of rows stands for the row of totals
     * @param at which column, the first is 0
     * @return the explanation, if that cell has one
     */
    public Optional<Explanation> explanation(int row, int at) {
        Column kind = shown.columns().get(at);
        return origins.of(shown.id(), row, kind.name()).or(() -> CellWords.itself(kind.header(), row(row).get(at)));
    }

    /** Puts the rows selected on the clipboard, as a spreadsheet reads them; all where one or none is. */
    public void copy() {
        if (shown == null) {
            return;
        }
        int[] selected = control.getSelectionIndices();
        List<String[]> lines = new ArrayList<>();
        lines.add(shown.columns().stream().map(FigureTable::heading).toArray(String[]::new));
        for (int row = 0; row < rows(); row++) {
            if (selected.length < 2 || control.isSelected(row)) {
                lines.add(row(row).stream().map(CellWords::copied).toArray(String[]::new));
            }
        }
        Clipboards.put(control.getDisplay(), Pasteboard.text(lines));
    }
}
