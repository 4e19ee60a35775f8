package org.subsidia.rcp.analysis.dashboard;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.subsidia.explain.Explanation;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.ExplanationTip;
import org.subsidia.rcp.analysis.sheet.FigureTable;
import org.subsidia.rcp.chart.ChartCanvas;
import org.subsidia.rcp.ui.Accessibles;

/** A tile on the screen: its title opens the full view, below stands what sums it up, then the chart or the table. */
final class TilePane {
    private final TileKind kind;
    private final Composite area;
    private final Link title;
    private final Label headline;
    private final StackLayout stack = new StackLayout();
    private final Composite body;
    private final ChartCanvas chart;
    private final FigureTable table;
    private Tile shown;

    TilePane(Composite parent, TileKind kind, Consumer<TileKind> open) {
        this.kind = kind;
        area = new Composite(parent, SWT.BORDER);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 4).applyTo(area);
        title = new Link(area, SWT.NONE);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        title.setText("<a>" + kind.title() + "</a>");
        title.setToolTipText(Texts.dashboardOpen);
        title.addListener(SWT.Selection, event -> open.accept(kind));
        headline = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(headline);
        body = new Composite(area, SWT.NONE);
        body.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        chart = new ChartCanvas(body);
        table = new FigureTable(body);
        Accessibles.name(table.control(), kind.title());
        ExplanationTip.on(headline, point -> shown == null ? Optional.empty() : shown.explanation());
        ExplanationTip.on(chart.control(), point -> shown == null ? Optional.empty() : shown.explanation());
    }

    TileKind kind() {
        return kind;
    }

    Control control() {
        return area;
    }

    void show(Tile tile) {
        shown = tile;
        headline.setText(tile.headline().replace("&", "&&"));
        tile.table().ifPresent(one -> table.show(one, tile.origins()));
        if (!table.control().isFocusControl()) {
            table.control().deselectAll(); // a board of many tables has no cell that the user chose
        }
        chart.show(
                tile.chart().map(figure -> figure.chart()),
                tile.chart()
                        .map(figure -> figure.alternative().in(Texts.locale()))
                        .orElse(Texts.tileNothing));
        stack.topControl = tile.table().isPresent() ? table.control() : chart.control();
        body.layout();
    }

    /** {@return what it shows; null: nothing yet} */
    Tile shown() {
        return shown;
    }

    boolean hasFocus() {
        return title.isFocusControl() || table.control().isFocusControl();
    }

    void focus() {
        title.setFocus();
    }

    Optional<Explanation> explanation() {
        Optional<Explanation> cell = table.control().isFocusControl() ? table.explanation() : Optional.empty();
        return cell.or(() -> shown == null ? Optional.empty() : shown.explanation());
    }
}
