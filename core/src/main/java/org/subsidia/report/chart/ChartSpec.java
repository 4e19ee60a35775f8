package org.subsidia.report.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;

/** What a chart shows, in no language and no colour yet. Amounts are in euros, shares in 0..1. */
public sealed interface ChartSpec {

    /** What an axis or the values of a chart are counted in. */
    enum Unit {
        /** Amounts, shown in €, k€, M€ or Md€, whichever fits the greatest. */
        EURO,
        /** Shares 0..1, shown in percent. */
        SHARE,
        /** Whole numbers. */
        COUNT
    }

    /** {@return what the chart shows} */
    Message title();

    /** {@return the measure of the values, without its unit, such as “Amount awarded”} */
    Message measure();

    /** {@return the unit of the values} */
    Unit unit();

    /**
     * One colour of {@link StackedBars}.
     *
     * @param label its name in the legend
     * @param values one a category; negative values are drawn below the line
     */
    record Series(Message label, List<BigDecimal> values) {
        /** Copies the values. */
        public Series {
            values = List.copyOf(values);
        }
    }

    /**
     * Columns cut into series, such as years cut by level of funder.
     *
     * @param title what the chart shows
     * @param axis what the categories are, such as “Year”
     * @param measure what the values are
     * @param unit their unit
     * @param categories from left to right
     * @param series from the bottom up; at most {@value #MAX_SERIES}, put the rest together before
     */
    record StackedBars(
            Message title, Message axis, Message measure, Unit unit, List<String> categories, List<Series> series)
            implements ChartSpec {
        /** How many series stay distinguishable in grey. */
        public static final int MAX_SERIES = 8;

        /** Copies the lists and checks that each series has one value a category. */
        public StackedBars {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
            if (series.size() > MAX_SERIES) {
                throw new IllegalArgumentException(series.size() + " series cannot be told apart");
            }
            for (Series one : series) {
                if (one.values().size() != categories.size()) {
                    throw new IllegalArgumentException(categories.size() + " categories, but " + one);
                }
            }
        }
    }

    /**
     * One bar of {@link TopBars}.
     *
     * @param label what it stands for
     * @param value its length
     */
    record Bar(Message label, BigDecimal value) {}

    /**
     * Horizontal bars, each with its value, such as the ten greatest beneficiaries.
     *
     * @param title what the chart shows
     * @param measure what the values are
     * @param unit their unit
     * @param bars from top to bottom
     */
    record TopBars(Message title, Message measure, Unit unit, List<Bar> bars) implements ChartSpec {
        /** Copies the bars. */
        public TopBars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One bar of a {@link Waterfall}.
     *
     * @param label what it stands for
     * @param value a change, or what stands after all changes so far where it is a total
     * @param total whether it is drawn from nothing; else from where the bar before it ends
     */
    record WaterfallStep(Message label, BigDecimal value, boolean total) {}

    /**
     * What leads from one figure to another: a total, changes that begin where the one before ends, a total.
     *
     * @param title what the chart shows
     * @param measure what the values are
     * @param unit their unit
     * @param steps from top to bottom
     */
    record Waterfall(Message title, Message measure, Unit unit, List<WaterfallStep> steps) implements ChartSpec {
        /** Copies the steps and checks that every total but the first is where the changes before it lead. */
        public Waterfall {
            steps = List.copyOf(steps);
            BigDecimal at = BigDecimal.ZERO;
            for (int i = 0; i < steps.size(); i++) {
                WaterfallStep step = steps.get(i);
                if (step.total() && i > 0 && step.value().subtract(at).abs().compareTo(TOLERANCE) > 0) {
                    throw new IllegalArgumentException("the changes lead to " + at + ", not to " + step);
                }
                at = step.total() ? step.value() : at.add(step.value());
            }
        }

        /** What rounded changes may miss. */
        private static final BigDecimal TOLERANCE = new BigDecimal("0.001");
    }

    /**
     * One bar of {@link Spans}.
     *
     * @param label what moves
     * @param from the value at its low end
     * @param to the value at its high end, which may lie on either side
     */
    record Span(Message label, BigDecimal from, BigDecimal to) {}

    /**
     * How far one figure moves, and which way, when each of several things goes from one end to the other (a tornado).
     *
     * @param title what the chart shows
     * @param measure what the values are
     * @param unit their unit
     * @param centre the figure when nothing moves
     * @param spans from top to bottom
     */
    record Spans(Message title, Message measure, Unit unit, BigDecimal centre, List<Span> spans) implements ChartSpec {
        /** Copies the bars. */
        public Spans {
            spans = List.copyOf(spans);
        }
    }

    /**
     * A point of a {@link Line}.
     *
     * @param x along the horizontal axis
     * @param y along the vertical axis
     */
    record Point(BigDecimal x, BigDecimal y) {}

    /**
     * One line of {@link Lines}.
     *
     * @param label its name in the legend
     * @param points from left to right
     * @param reference whether it is only there to compare with: drawn thin and dashed
     */
    record Line(Message label, List<Point> points, boolean reference) {
        /** Copies the points. */
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * Lines over a numeric axis, such as a Lorenz curve with its diagonal.
     *
     * @param title what the chart shows
     * @param axis what the horizontal axis is
     * @param axisUnit its unit
     * @param measure what the vertical axis is
     * @param unit its unit
     * @param lines first drawn first
     * @param filled whether the area under the first line is shaded
     */
    record Lines(
            Message title, Message axis, Unit axisUnit, Message measure, Unit unit, List<Line> lines, boolean filled)
            implements ChartSpec {
        /** Copies the lines. */
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One point that the reader should see.
     *
     * @param label its name in the legend
     * @param position which category, from 0
     * @param value its height
     */
    record Mark(Message label, int position, BigDecimal value) {}

    /**
     * A band with lines over months or other categories in a row, such as the P10, P50 and P90 of a balance.
     *
     * @param title what the chart shows
     * @param axis what the categories are
     * @param measure what the values are
     * @param unit their unit
     * @param categories from left to right
     * @param spread the name of the band in the legend
     * @param low the lower edge of the band, one a category; empty: no band
     * @param high its upper edge
     * @param lines the first drawn full, the others dashed; where there is no band, all but the last full
     * @param mark the point to see, or null
     */
    record Band(
            Message title,
            Message axis,
            Message measure,
            Unit unit,
            List<Message> categories,
            Message spread,
            List<BigDecimal> low,
            List<BigDecimal> high,
            List<Series> lines,
            @Nullable Mark mark)
            implements ChartSpec {
        /** Copies the lists and checks that each has one value a category. */
        public Band {
            categories = List.copyOf(categories);
            low = List.copyOf(low);
            high = List.copyOf(high);
            lines = List.copyOf(lines);
            boolean fits = low.size() == high.size() && (low.isEmpty() || low.size() == categories.size());
            for (Series line : lines) {
                fits &= line.values().size() == categories.size();
            }
            if (!fits) {
                throw new IllegalArgumentException(categories.size() + " categories, but other numbers of values");
            }
        }

        /** {@return the point to see, if there is one} */
        public Optional<Mark> lowest() {
            return Optional.ofNullable(mark);
        }
    }

    /**
     * From a day on, a value.
     *
     * @param day the first day
     * @param value from that day on
     */
    record DayValue(LocalDate day, BigDecimal value) {}

    /**
     * One stair of {@link Steps}.
     *
     * @param label its name in the legend
     * @param values by day
     * @param reference whether it is only there to compare with: drawn thin and dashed
     */
    record Stair(Message label, List<DayValue> values, boolean reference) {
        /** Copies the values. */
        public Stair {
            values = List.copyOf(values);
        }
    }

    /**
     * Values that stay the same until a day on which they change, over the days of the calendar.
     *
     * @param title what the chart shows
     * @param axis what the days are
     * @param measure what the values are
     * @param unit their unit
     * @param last the last day, to which the last value of each stair is drawn
     * @param stairs first drawn first
     */
    record Steps(Message title, Message axis, Message measure, Unit unit, LocalDate last, List<Stair> stairs)
            implements ChartSpec {
        /** Copies the stairs. */
        public Steps {
            stairs = List.copyOf(stairs);
        }
    }
}
