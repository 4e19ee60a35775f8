package org.subsidia.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.transfer.sweep.Sweep;
import org.subsidia.transfer.sweep.SweepPoint;
import org.subsidia.transfer.sweep.SweepSpace;

/**
 * What {@code sweep --why} asks: {@code POINT:STRUCTURE:YEAR} an amount, {@code POINT:STRUCTURE} a gap over all years, and
 * {@code POINT:gap50} that of the structure which stands at a quantile.
 */
final class SweepWhy {
    private static final Pattern ASKED = Pattern.compile("(\\d{1,18}):(.+?)(?::(\\d{4}))?");
    private static final Pattern QUANTILE = Pattern.compile("gap(0|10|25|50|75|90|100)");

    private SweepWhy() {}

    static Explanation explain(Sweep sweep, SweepSpace space, String asked) {
        Matcher matcher = ASKED.matcher(asked);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) >= space.size()) {
            throw bad(sweep, space, asked);
        }
        SweepPoint point = space.point(Long.parseLong(matcher.group(1)));
        String name = matcher.group(2);
        Matcher quantile = QUANTILE.matcher(name);
        String id = !sweep.ids().contains(name) && quantile.matches()
                ? sweep.realising(point, Integer.parseInt(quantile.group(1)))
                : name;
        String year = matcher.group(3);
        if (!sweep.ids().contains(id)
                || (year != null
                        && (Integer.parseInt(year) <= sweep.reference() || Integer.parseInt(year) > sweep.last()))) {
            throw bad(sweep, space, asked);
        }
        return year == null ? sweep.explain(point, id) : sweep.explain(point, id, Integer.parseInt(year));
    }

    private static UnusableInput bad(Sweep sweep, SweepSpace space, String asked) {
        return new UnusableInput(List.of(Finding.error(
                Place.NOWHERE,
                "SWEEP-BAD-WHY",
                asked,
                String.valueOf(space.size() - 1),
                String.valueOf(sweep.reference() + 1),
                String.valueOf(sweep.last()))));
    }
}
