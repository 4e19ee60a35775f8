package org.subsidia.rcp.analysis.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.analysis.sheet.SheetView;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.report.Report;

/** The situation of a structure in tiles that the user chooses; each opens its full view. */
public final class DashboardView extends SheetView<DashboardView.Answer> {
    /** The view’s id. */
    public static final String ID = "org.subsidia.rcp.dashboard";

    private static final String REMEMBERED = "dashboard.tiles";
    private static final int WIDTH = 370;
    private static final int HEIGHT = 300;

    private ScrolledComposite scroll;
    private Composite board;
    private final List<TilePane> panes = new ArrayList<>();
    private volatile List<TileKind> kinds = TileKind.read(Settings.remembered(REMEMBERED));

    /**
     * What the tiles show.
     *
     * @param structure whose
     * @param tiles in the order of the dashboard
     * @param question the day of looking
     */
    public record Answer(Structure structure, List<Tile> tiles, Question question) {}

    @Override
    protected void buildBar(Composite bar) {
        Button compose = new Button(bar, SWT.PUSH);
        compose.setText(Texts.dashboardCompose);
        compose.addListener(SWT.Selection, event -> compose());
        Label hint = new Label(bar, SWT.NONE);
        hint.setText(Texts.dashboardHint);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .indent(8, 0)
                .applyTo(hint);
    }

    @Override
    protected void buildBody(Composite parent) {
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroll);
        board = new Composite(scroll, SWT.NONE);
        scroll.setContent(board);
        scroll.addListener(SWT.Resize, event -> arrange());
    }

    private void compose() {
        TilesDialog dialog = new TilesDialog(getSite().getShell(), kinds);
        if (dialog.open() == Window.OK) {
            kinds = dialog.chosen();
            Settings.remember(REMEMBERED, TileKind.write(kinds));
            refresh();
        }
    }

    @Override
    protected Answer compute(Structure structure, Question question, BooleanSupplier cancelled) {
        List<Tile> tiles = new ArrayList<>();
        for (TileKind kind : kinds) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            tiles.add(tile(kind, structure, question));
        }
        return new Answer(structure, tiles, question);
    }

    /** A tile that fails leaves the others as they are. */
    private static Tile tile(TileKind kind, Structure structure, Question question) {
        try {
            return Tile.of(kind, structure, question);
        } catch (RuntimeException e) {
            ILog.of(DashboardView.class).error(kind.title(), e);
            return new Tile(
                    kind,
                    Texts.bind(Texts.tileFailed, String.valueOf(e.getMessage())),
                    Optional.empty(),
                    Optional.empty(),
                    (table, row, column) -> Optional.empty(),
                    Optional.empty());
        }
    }

    @Override
    protected Sheet sheet(Answer answer) {
        Message title = Message.of("REPORT-VERBATIM", answer.structure().name());
        return new Sheet(
                new Report("dashboard", title, null, answer.question().at(), List.of()),
                (table, row, column) -> Optional.empty());
    }

    @Override
    protected void shown(Answer answer) {
        List<TileKind> now = answer.tiles().stream().map(Tile::kind).toList();
        if (!panes.stream().map(TilePane::kind).toList().equals(now)) {
            panes.forEach(pane -> pane.control().dispose());
            panes.clear();
            now.forEach(kind -> panes.add(new TilePane(board, kind, this::open)));
        }
        for (int i = 0; i < panes.size(); i++) {
            panes.get(i).show(answer.tiles().get(i));
        }
        arrange();
    }

    /** {@return the tiles shown} */
    List<TilePane> panes() {
        return panes;
    }

    private void arrange() {
        int width = scroll.getClientArea().width;
        int columns = Math.max(1, Math.min(Math.max(1, panes.size()), width / WIDTH));
        int lines = (Math.max(1, panes.size()) + columns - 1) / columns;
        int height = Math.max(HEIGHT, (scroll.getClientArea().height - 8 * (lines + 1)) / lines);
        GridLayout grid = GridLayoutFactory.fillDefaults()
                .numColumns(columns)
                .equalWidth(true)
                .margins(6, 6)
                .spacing(8, 8)
                .create();
        board.setLayout(grid);
        panes.forEach(pane -> GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH - 20, height)
                .applyTo(pane.control()));
        scroll.setMinHeight(lines * (height + 8) + 4);
        board.layout(true, true);
    }

    private void open(TileKind kind) {
        try {
            IViewPart view = getSite().getPage().showView(kind.view());
            if (view instanceof SheetView<?> sheet && sheet.pages() != null) {
                sheet.pages().open(kind.page());
            }
        } catch (PartInitException e) {
            ILog.of(getClass()).error(kind.view(), e);
        }
    }

    @Override
    public Optional<Explanation> explanation() {
        return panes.stream()
                .filter(TilePane::hasFocus)
                .findFirst()
                .or(() -> panes.stream().findFirst())
                .flatMap(TilePane::explanation);
    }

    @Override
    public void setFocus() {
        panes.stream().findFirst().ifPresentOrElse(TilePane::focus, scroll::setFocus);
    }
}
