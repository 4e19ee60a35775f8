package org.subsidia.rcp.analysis.sheet;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.subsidia.explain.Explanation;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.ExplanationTip;
import org.subsidia.rcp.ui.Clipboards;
import org.subsidia.rcp.ui.EditTargets;
import org.subsidia.rcp.ui.Paper;
import org.subsidia.rcp.ui.Words;
import org.subsidia.report.KeyFigure;
import org.subsidia.report.KeyFigures;

/** The few figures to see first, side by side; each is explained on F2 and under the mouse. */
public final class Tiles {
    /** Stands for the key figures where {@link Sheet.Origins} are asked. */
    public static final String ID = "keyFigures";

    private static final int NARROWEST = 185;
    private static final int HEIGHT = 78;
    private static final int COMPACT_NARROWEST = 140;
    private static final int COMPACT_HEIGHT = 56;
    private static final int GAP = 6;
    private static final int INSET = 9;

    private final int narrowest;
    private final int height;
    private final Canvas canvas;
    private final Font large;
    private Sheet sheet;
    private List<KeyFigure> figures = List.of();
    private int chosen;

    /**
     * No figures yet.
     *
     * @param parent where
     */
    public Tiles(Composite parent) {
        this(parent, NARROWEST, HEIGHT);
    }

    private Tiles(Composite parent, int narrowest, int height) {
        this.narrowest = narrowest;
        this.height = height;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED) {
            @Override
            public Point computeSize(int width, int any, boolean changed) {
                int wide = width == SWT.DEFAULT ? 3 * narrowest : width;
                return new Point(wide, figures.isEmpty() ? 0 : lines(wide) * (height + GAP) + GAP);
            }
        };
        canvas.setData(Tiles.class.getName(), this);
        large = new LocalResourceManager(JFaceResources.getResources(), canvas)
                .create(FontDescriptor.createFrom(JFaceResources.getDefaultFont())
                        .setStyle(SWT.BOLD)
                        .increaseHeight(4));
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseDown, event -> {
            canvas.setFocus();
            choose(at(new Point(event.x, event.y)));
        });
        canvas.addListener(SWT.KeyDown, this::key);
        EditTargets.copying(canvas, () -> chosen < figures.size(), this::copy);
        canvas.addListener(
                SWT.Traverse,
                event -> event.doit =
                        event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        ExplanationTip.on(canvas, point -> explanation(at(point)));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                StringJoiner all = new StringJoiner("; ");
                figures.forEach(figure -> all.add(Words.labelled(label(figure), CellWords.copied(figure.value()))));
                event.result = all.toString();
            }
        });
    }

    /**
     * Low tiles for figures with short names and no remarks.
     *
     * @param parent where
     * @return no figures yet
     */
    public static Tiles compact(Composite parent) {
        return new Tiles(parent, COMPACT_NARROWEST, COMPACT_HEIGHT);
    }

    /**
     * The tiles behind a control.
     *
     * @param control any control
     * @return the tiles, if the control belongs to some
     */
    public static Optional<Tiles> of(Control control) {
        return Optional.ofNullable((Tiles) control.getData(Tiles.class.getName()));
    }

    /** {@return the control} */
    public Canvas control() {
        return canvas;
    }

    /** {@return the figures shown} */
    public List<KeyFigure> figures() {
        return figures;
    }

    /**
     * Shows other figures.
     *
     * @param next the figures
     * @param of the sheet that they belong to
     */
    public void show(KeyFigures next, Sheet of) {
        boolean sized = lines(canvas.getSize().x) * Math.min(1, figures.size())
                == (next.figures().isEmpty() ? 0 : lines(next.figures().size(), canvas.getSize().x));
        figures = next.figures();
        sheet = of;
        chosen = Math.min(chosen, Math.max(0, figures.size() - 1));
        if (!sized) {
            canvas.getParent().layout(true);
        }
        canvas.redraw();
    }

    private int lines(int width) {
        return lines(figures.size(), width);
    }

    private int lines(int count, int width) {
        int columns = columns(count, width);
        return Math.max(1, (count + columns - 1) / columns);
    }

    private int columns(int count, int width) {
        int most = Math.max(1, width / (narrowest + GAP));
        int lines = Math.max(1, (count + most - 1) / most);
        return Math.max(1, (count + lines - 1) / lines);
    }

    private Rectangle area(int index) {
        int width = canvas.getClientArea().width;
        int columns = columns(figures.size(), width);
        int each = (width - GAP * (columns + 1)) / columns;
        return new Rectangle(
                GAP + index % columns * (each + GAP), GAP + index / columns * (height + GAP), each, height);
    }

    private int at(Point point) {
        for (int i = 0; i < figures.size(); i++) {
            if (area(i).contains(point)) {
                return i;
            }
        }
        return -1;
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_LEFT || event.keyCode == SWT.ARROW_RIGHT) {
            choose(chosen + (event.keyCode == SWT.ARROW_RIGHT ? 1 : -1));
        } else if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c' && chosen < figures.size()) {
            copy();
        }
    }

    private void copy() {
        Clipboards.put(
                canvas.getDisplay(),
                label(figures.get(chosen)) + "\t"
                        + CellWords.copied(figures.get(chosen).value()));
    }

    private void choose(int index) {
        if (index >= 0 && index < figures.size()) {
            chosen = index;
            canvas.redraw();
        }
    }

    /** {@return where the chosen figure comes from} */
    public Optional<Explanation> explanation() {
        return explanation(chosen);
    }

    /**
     * Where a figure comes from.
     *
     * @param index which of them, the first is 0
     * @return the explanation, if it has one
     */
    public Optional<Explanation> explanation(int index) {
        return index < 0 || index >= figures.size()
                ? Optional.empty()
                : sheet.origin(figures.get(index))
                        .or(() -> CellWords.itself(
                                figures.get(index).label(), figures.get(index).value()));
    }

    private static String label(KeyFigure figure) {
        return figure.label().in(Texts.locale());
    }

    private void paint(GC gc) {
        Color ink = canvas.getForeground();
        Color paper = canvas.getBackground();
        Color line = Paper.mix(paper, ink, 0.25);
        Color quiet = Paper.mix(paper, ink, 0.68);
        for (int i = 0; i < figures.size(); i++) {
            KeyFigure figure = figures.get(i);
            Rectangle area = area(i);
            gc.setForeground(line);
            gc.drawRoundRectangle(area.x, area.y, area.width - 1, area.height - 1, 6, 6);
            if (i == chosen && canvas.isFocusControl()) {
                gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
                gc.drawRoundRectangle(area.x + 1, area.y + 1, area.width - 3, area.height - 3, 5, 5);
            }
            int inside = area.width - 2 * INSET;
            gc.setClipping(area.x + INSET, area.y, inside, area.height);
            gc.setForeground(quiet);
            int y = area.y + 6;
            String note = figure.note().map(text -> text.in(Texts.locale())).orElse("");
            y += text(
                            gc,
                            label(figure),
                            canvas.getFont(),
                            area.x + INSET,
                            y,
                            inside,
                            note.isEmpty() && height == HEIGHT ? 2 : 1)
                    + 2;
            gc.setForeground(CellWords.isUnknown(figure.value()) ? quiet : ink);
            y += text(gc, CellWords.shown(figure.value()), large, area.x + INSET, y, inside, 1) + 2;
            gc.setForeground(quiet);
            text(gc, note, canvas.getFont(), area.x + INSET, y, inside, 1);
            gc.setClipping((Rectangle) null);
        }
    }

    /** Draws words in at most so many lines, the last one shortened; answers their height. */
    private int text(GC gc, String words, Font font, int x, int y, int width, int most) {
        if (words.isEmpty() || width < 20) {
            return 0;
        }
        TextLayout layout = new TextLayout(gc.getDevice());
        try {
            layout.setFont(font);
            layout.setWidth(width);
            layout.setText(words);
            int end = words.length();
            while (layout.getLineCount() > most && end > 1) {
                end--;
                layout.setText(words.substring(0, end).stripTrailing() + "…");
            }
            layout.draw(gc, x, y);
            return layout.getBounds().height;
        } finally {
            layout.dispose();
        }
    }
}
