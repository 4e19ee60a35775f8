package org.subsidia.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.finding.Message;

/** One table of a picture: its lines, what is left, and the total they make. */
final class TableBuilder {
    private final FundingQuery query;
    private final FundingDimension dimension;
    private final GroupSums sums;
    private final long totalCents;
    private final IntFunction<String> key;
    private final IntFunction<String> name;
    private final IntPredicate identified;
    private final boolean ranked;

    private TableBuilder(
            FundingQuery query,
            FundingDimension dimension,
            GroupSums sums,
            long totalCents,
            IntFunction<String> key,
            IntFunction<String> name,
            IntPredicate identified,
            boolean ranked) {
        this.query = query;
        this.dimension = dimension;
        this.sums = sums;
        this.totalCents = totalCents;
        this.key = key;
        this.name = name;
        this.identified = identified;
        this.ranked = ranked;
    }

    static TableBuilder ranked(
            FundingQuery query,
            FundingDimension dimension,
            GroupSums sums,
            long totalCents,
            IntFunction<String> key,
            IntFunction<String> name,
            IntPredicate identified) {
        return new TableBuilder(query, dimension, sums, totalCents, key, name, identified, true);
    }

    static TableBuilder inOrder(FundingQuery query, GroupSums sums, long totalCents, IntFunction<String> text) {
        return new TableBuilder(
                query,
                FundingDimension.YEAR,
                sums,
                totalCents,
                text,
                text,
                i -> !text.apply(i).isEmpty(),
                false);
    }

    FundingTable build() {
        int[] shown = ranked
                ? Ranking.greatest(sums.cents(query.basis()), key, query.top())
                : IntStream.range(0, sums.size()).toArray();
        List<FundingLine> lines = new ArrayList<>();
        List<Explanation> parts = new ArrayList<>();
        GroupSums seen = new GroupSums(1);
        for (int i : shown) {
            seen.add(0, sums.grants(i), sums.published(i), sums.attributed(i));
            FundingLine line = line(i);
            lines.add(line);
            parts.add(line.share().children().get(0));
        }
        FundingLine rest = sums.size() > shown.length ? rest(seen) : null;
        if (rest != null) {
            parts.add(rest.share().children().get(0));
        }
        Explanation total = Explanation.of(query.basis().label(), Figures.amount(totalCents), Step.SUM, parts);
        return new FundingTable(dimension, lines, rest, sums.size(), total);
    }

    private FundingLine line(int i) {
        String shown = name.apply(i);
        Message label = shown.isEmpty()
                ? Message.of("LEDGER-LINE-UNKNOWN", dimension.label())
                : Message.of("LEDGER-LINE", shown);
        return line(key.apply(i), shown, identified.test(i), label, sums, i);
    }

    private @Nullable FundingLine rest(GroupSums seen) {
        GroupSums rest = new GroupSums(1);
        for (int i = 0; i < sums.size(); i++) {
            rest.add(0, sums.grants(i), sums.published(i), sums.attributed(i));
        }
        rest.add(0, -seen.grants(0), -seen.published(0), -seen.attributed(0));
        Message label = Message.of("LEDGER-LINE-OTHERS", (long) sums.size() - query.top());
        return line("", "", false, label, rest, 0);
    }

    private FundingLine line(String id, String shown, boolean known, Message label, GroupSums from, int i) {
        return new FundingLine(
                id,
                shown,
                known,
                Figures.euros(from.published(i)),
                Figures.euros(from.attributed(i)),
                from.grants(i),
                Figures.shareOf(
                        Message.of("LEDGER-SHARE", label),
                        label,
                        from.cents(query.basis())[i],
                        query.basis().label(),
                        totalCents));
    }
}
