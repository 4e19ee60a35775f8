package org.subsidia.rcp.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.subsidia.calendar.EventState;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.ExplanationTip;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Paper;

/** A year from left to right, a lane for each structure; what a mark means shows in its shape as well as in its colour. */
final class YearCanvas {
    private static final int NAMES = 190;
    private static final int HEAD = 24;
    private static final int TRACK = 18;
    private static final int MARK = 16;

    private final Composite page;
    private final Spinner chosen;
    private final ScrolledComposite scroll;
    private final Canvas canvas;
    private Consumer<Optional<EventRow>> selected = row -> {};
    private EventRows rows;
    private List<EventRow> listed = List.of();
    private YearPlan plan = new YearPlan(2000, List.of());
    private EventRow selection;

    /** A mark where it is painted. */
    private record Place(Rectangle area, EventRow row) {}

    YearCanvas(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
        Composite bar = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(12)
                .margins(6, 4)
                .spacing(6, 0)
                .applyTo(bar);
        new Label(bar, SWT.NONE).setText(Texts.calendarYear);
        chosen = new Spinner(bar, SWT.BORDER);
        chosen.setValues(2000, 1990, 2100, 0, 1, 10);
        chosen.addListener(SWT.Selection, event -> arrange());
        Accessibles.name(chosen, Texts.calendarYear);
        for (EventState state : EventState.values()) {
            Label image = new Label(bar, SWT.NONE);
            image.setImage(CalendarView.icon(state).image());
            GridDataFactory.fillDefaults()
                    .indent(14, 0)
                    .align(SWT.BEGINNING, SWT.CENTER)
                    .applyTo(image);
            new Label(bar, SWT.NONE).setText(state.label().in(Texts.locale()));
        }
        scroll = new ScrolledComposite(page, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroll);
        canvas = new Canvas(scroll, SWT.DOUBLE_BUFFERED);
        scroll.setContent(canvas);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> arrange());
        canvas.addListener(SWT.MouseDown, event -> select(at(new Point(event.x, event.y))));
        canvas.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_LEFT || event.keyCode == SWT.ARROW_RIGHT) {
                step(event.keyCode == SWT.ARROW_RIGHT ? 1 : -1);
            }
        });
        canvas.addListener(SWT.Traverse, event -> event.doit = true);
        ExplanationTip.on(canvas, point -> at(point).map(row -> row.event().explanation()));
        Accessibles.name(canvas, Texts.calendarYear);
    }

    Control control() {
        return page;
    }

    void onSelect(Consumer<Optional<EventRow>> listener) {
        selected = listener;
    }

    void onOpen(Consumer<EventRow> listener) {
        canvas.addListener(
                SWT.MouseDoubleClick, event -> at(new Point(event.x, event.y)).ifPresent(listener));
    }

    Optional<EventRow> selection() {
        return Optional.ofNullable(selection);
    }

    /** Shows other events; the year of looking at first. */
    void show(EventRows answer, List<EventRow> those) {
        if (answer == null) {
            return;
        }
        if (rows == null) {
            chosen.setSelection(answer.asOf().getYear());
        }
        rows = answer;
        listed = those;
        arrange();
    }

    private void arrange() {
        int width = Math.max(300, canvas.getSize().x - NAMES);
        int gap = (int) Math.ceil(366.0 * MARK / width);
        plan = YearPlan.of(listed, chosen.getSelection(), gap, Texts.locale());
        int height = HEAD + plan.lanes().stream().mapToInt(YearCanvas::height).sum();
        scroll.setMinHeight(height);
        canvas.redraw();
    }

    private static int height(YearPlan.Lane lane) {
        return 8 + lane.tracks() * TRACK;
    }

    private int x(LocalDate day) {
        return NAMES + (int) (plan.position(day) * (canvas.getSize().x - NAMES - MARK)) + MARK / 2;
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        int top = HEAD;
        for (YearPlan.Lane lane : plan.lanes()) {
            for (YearPlan.Mark mark : lane.marks()) {
                int x = x(mark.row().event().date()) - MARK / 2;
                places.add(new Place(new Rectangle(x, top + 4 + mark.track() * TRACK, MARK, MARK), mark.row()));
            }
            top += height(lane);
        }
        return places;
    }

    private Optional<EventRow> at(Point point) {
        return places().stream()
                .filter(place -> place.area().contains(point))
                .findFirst()
                .map(Place::row);
    }

    private void select(Optional<EventRow> row) {
        canvas.setFocus();
        selection = row.orElse(null);
        canvas.redraw();
        selected.accept(row);
    }

    /** The next or the previous event in time. */
    private void step(int by) {
        List<EventRow> order = places().stream()
                .map(Place::row)
                .sorted((a, b) -> a.event().date().compareTo(b.event().date()))
                .toList();
        if (!order.isEmpty()) {
            int at = order.indexOf(selection);
            select(Optional.of(order.get(Math.floorMod(at < 0 ? 0 : at + by, order.size()))));
        }
    }

    private void paint(GC gc) {
        Color ink = Paper.ink(canvas);
        Color paper = Paper.page(canvas);
        Color line = canvas.getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW);
        Point size = canvas.getSize();
        gc.setBackground(paper);
        gc.fillRectangle(0, 0, size.x, size.y);
        gc.setForeground(line);
        for (Month month : Month.values()) {
            int x = x(LocalDate.of(plan.year(), month, 1));
            gc.setForeground(line);
            gc.drawLine(x, 0, x, size.y);
            gc.setForeground(ink);
            String name = month.getDisplayName(
                    size.x > 1000 ? TextStyle.FULL_STANDALONE : TextStyle.SHORT_STANDALONE, Texts.locale());
            gc.drawText(name, x + 4, 4, true);
        }
        paintLanes(gc, ink, line, size);
        paintToday(gc, size);
        for (Place place : places()) {
            if (place.row().equals(selection)) {
                gc.setForeground(ink);
                gc.drawRectangle(place.area().x - 1, place.area().y - 1, MARK + 1, MARK + 1);
            }
            gc.drawImage(CalendarView.icon(place.row().state()).image(), place.area().x, place.area().y);
        }
        if (plan.lanes().isEmpty()) {
            gc.setForeground(ink);
            gc.drawText(Texts.calendarNothing, NAMES + 10, HEAD + 10, true);
        }
    }

    private void paintLanes(GC gc, Color ink, Color line, Point size) {
        int top = HEAD;
        for (YearPlan.Lane lane : plan.lanes()) {
            gc.setForeground(line);
            gc.drawLine(0, top, size.x, top);
            gc.setForeground(ink);
            gc.drawText(shortened(gc, lane.name()), 6, top + 4, true);
            top += height(lane);
        }
        gc.setForeground(line);
        gc.drawLine(0, top, size.x, top);
    }

    private void paintToday(GC gc, Point size) {
        if (rows != null && rows.asOf().getYear() == plan.year()) {
            int x = x(rows.asOf());
            gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_DARK_RED));
            gc.setLineWidth(2);
            gc.drawLine(x, 0, x, size.y);
            gc.setLineWidth(1);
        }
    }

    private static String shortened(GC gc, String name) {
        String text = name;
        while (text.length() > 4 && gc.textExtent(text).x > NAMES - 12) {
            text = text.substring(0, text.length() - 2).strip().replaceAll("…$", "") + "…";
        }
        return text;
    }

    /** How many events stand in the year shown. */
    int marks() {
        return plan.lanes().stream().mapToInt(lane -> lane.marks().size()).sum();
    }
}
