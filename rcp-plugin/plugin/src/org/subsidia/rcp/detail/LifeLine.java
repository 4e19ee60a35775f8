package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.portfolio.AgreedDeadline;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Receipt;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Words;

/**
 * The days of a grant's life on a line with the deadlines of its convention, the days between which expenses count as a band
 * behind it, and money that came in below it.
 */
final class LifeLine {
    private static final int MARGIN = 16;
    private static final int AXIS = 44;
    private static final Color PAST = new Color(0x5d, 0x72, 0x85);
    private static final Color TO_COME = new Color(0x3b, 0x8a, 0xc4);
    private static final Color MONEY = new Color(0x2f, 0x8f, 0x5b);
    private static final int BAND = 12;
    private static final int PALE = 70;
    private static final int OPAQUE = 255;

    private final Canvas canvas;
    private final LocalDate today;
    private Grant grant;

    private record Mark(LocalDate day, String name) {}

    LifeLine(Composite parent, LocalDate today) {
        this.today = today;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> canvas.redraw());
        Accessibles.name(canvas, Texts.listLife);
    }

    Canvas control() {
        return canvas;
    }

    void show(Grant next) {
        grant = next;
        canvas.redraw();
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        for (GrantField field : GrantField.LIFE) {
            if (field.day(grant) != null) {
                marks.add(new Mark(field.day(grant), field.label()));
            }
        }
        for (AgreedDeadline deadline : grant.deadlines()) {
            marks.add(new Mark(deadline.due(), deadline.name()));
        }
        marks.sort(Comparator.comparing(Mark::day));
        return marks;
    }

    private void paint(GC gc) {
        List<Mark> marks = grant == null ? List.of() : marks();
        Color ink = canvas.getForeground();
        gc.setForeground(ink);
        if (marks.size() < 2) {
            gc.drawText(Texts.lifeUnknown, MARGIN, AXIS - 20, true);
            return;
        }
        LocalDate first = marks.get(0).day();
        LocalDate last = marks.get(marks.size() - 1).day();
        for (Receipt receipt : grant.receipts()) {
            first = receipt.date().isBefore(first) ? receipt.date() : first;
            last = receipt.date().isAfter(last) ? receipt.date() : last;
        }
        DateWindow eligible = grant.eligibility();
        if (eligible != null && eligible.first() != null && eligible.first().isBefore(first)) {
            first = eligible.first();
        }
        if (eligible != null && eligible.last() != null && eligible.last().isAfter(last)) {
            last = eligible.last();
        }
        int width = canvas.getSize().x - 2 * MARGIN;
        long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
        if (eligible != null && eligible.ordered()) {
            int from = eligible.first() == null ? MARGIN : x(eligible.first(), first, days, width);
            int to = eligible.last() == null ? MARGIN + width : x(eligible.last(), first, days, width);
            gc.setAlpha(PALE);
            gc.setBackground(TO_COME);
            gc.fillRoundRectangle(from, AXIS - BAND / 2, Math.max(2, to - from), BAND, BAND, BAND);
            gc.setAlpha(OPAQUE);
        }
        gc.setLineWidth(2);
        gc.drawLine(MARGIN, AXIS, MARGIN + width, AXIS);
        if (!today.isBefore(first) && !today.isAfter(last)) {
            int x = x(today, first, days, width);
            gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_DARK_RED));
            gc.drawLine(x, AXIS - 8, x, AXIS + 8);
            gc.setForeground(ink);
        }
        gc.setLineWidth(1);
        int free = 0;
        int freeBelow = 0;
        for (Mark mark : marks) {
            int x = x(mark.day(), first, days, width);
            gc.setBackground(mark.day().isAfter(today) ? TO_COME : PAST);
            gc.fillOval(x - 5, AXIS - 5, 10, 10);
            Point size = gc.textExtent(mark.name());
            int left = Math.min(Math.max(0, x - size.x / 2), canvas.getSize().x - size.x);
            if (left >= free) {
                gc.drawText(mark.name(), left, AXIS - 26, true);
                free = left + size.x + 6;
            } else if (left >= freeBelow) {
                gc.drawText(mark.name(), left, AXIS - 42, true);
                freeBelow = left + size.x + 6;
            }
        }
        for (Receipt receipt : grant.receipts()) {
            int x = x(receipt.date(), first, days, width);
            gc.setBackground(MONEY);
            gc.fillPolygon(new int[] {x, AXIS + 8, x - 5, AXIS + 17, x + 5, AXIS + 17});
        }
        gc.drawText(Words.date(first), MARGIN, AXIS + 20, true);
        String end = Words.date(last);
        gc.drawText(end, MARGIN + width - gc.textExtent(end).x, AXIS + 20, true);
    }

    private static int x(LocalDate day, LocalDate first, long days, int width) {
        return MARGIN + (int) (ChronoUnit.DAYS.between(first, day) * width / days);
    }
}
