package org.subsidia.rcp.search;

import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Folding;

/** Finds rows of a table that has no filter, while words are typed; Enter goes to the next one, Escape closes. */
final class Finder extends PopupDialog {
    private static final int WIDTH = 280;

    private final Table table;
    private Text words;

    Finder(Shell shell, Table table) {
        super(shell, SWT.TOOL, true, false, false, false, false, null, Texts.findHint);
        this.table = table;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        words = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH);
        words.setMessage(Texts.findWords);
        Accessibles.name(words, Texts.findWords);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(words);
        words.addListener(SWT.Modify, event -> find(Math.max(0, table.getSelectionIndex())));
        words.addListener(SWT.DefaultSelection, event -> find(table.getSelectionIndex() + 1));
        return words;
    }

    @Override
    protected Control getFocusControl() {
        return words;
    }

    /** Above the table, at its right, where it hides no row; inside the window in any case. */
    @Override
    protected Point getInitialLocation(Point size) {
        Point wanted = table.toDisplay(table.getSize().x - size.x, -size.y);
        Rectangle window = table.getShell().getBounds();
        return new Point(
                Math.max(window.x, Math.min(wanted.x, window.x + window.width - size.x)),
                Math.max(window.y, Math.min(wanted.y, window.y + window.height - size.y)));
    }

    /** Selects the first row from a position on, and from the top after the last, in which all words occur. */
    private void find(int from) {
        String[] wanted = Folding.words(words.getText());
        int count = words.getText().isBlank() ? 0 : table.getItemCount();
        OptionalInt found = IntStream.range(0, count)
                .map(step -> (from + step) % count)
                .filter(row -> Folding.hasAll(Folding.fold(text(table.getItem(row))), wanted))
                .findFirst();
        found.ifPresent(this::select);
        setInfoText(found.isEmpty() && !words.getText().isBlank() ? Texts.findNothing : Texts.findHint);
    }

    private void select(int row) {
        table.setSelection(row);
        table.showSelection();
        Event event = new Event();
        event.item = table.getItem(row);
        table.notifyListeners(SWT.Selection, event);
    }

    private static String text(TableItem item) {
        int columns = Math.max(1, item.getParent().getColumnCount());
        return IntStream.range(0, columns).mapToObj(item::getText).collect(Collectors.joining("\n"));
    }
}
