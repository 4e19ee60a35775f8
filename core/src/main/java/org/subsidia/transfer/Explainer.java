package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

/** Reads a structure's public money of a year back to the line's amounts. */
final class Explainer {
    private final Simulation simulation;
    private final Frame frame;
    private final YearResult result;
    private final Recipient recipient;
    private final int p;

    Explainer(Simulation simulation, int p, int year) {
        this.simulation = simulation;
        this.frame = simulation.frame();
        this.result = simulation.result(year);
        this.recipient = frame.recipients.get(p);
        this.p = p;
    }

    Explanation explanation() {
        List<Explanation> levels = new ArrayList<>();
        for (Map.Entry<FunderLevel, long[]> entry : result.after().entrySet()) {
            if (entry.getValue()[p] != 0 || YearResult.amounts(result.before(), entry.getKey())[p] != 0) {
                levels.add(level(entry.getKey(), entry.getValue()[p]));
            }
        }
        return Amounts.sum(
                Message.of("XFER-PUBLIC-OF", recipient.name(), String.valueOf(result.year())),
                CurrencyUnit.EUR,
                levels);
    }

    /** What a level pays. */
    Explanation level(FunderLevel level) {
        return level(level, amount(result.after(), level));
    }

    /** What a level would pay if nothing were decided. */
    Explanation levelBefore(FunderLevel level) {
        long cents = amount(result.before(), level);
        List<Explanation> parts = new ArrayList<>(List.of(lastKnown(level, cents)));
        Leaves.rest(parts, "XFER-REST-MEASURE", cents - cents(parts.get(0)));
        return Amounts.sum(level.label(), CurrencyUnit.EUR, parts);
    }

    /** What all levels would pay if nothing were decided. */
    Explanation before() {
        return Amounts.sum(
                Message.of("XFER-PUBLIC-BEFORE-OF", recipient.name(), String.valueOf(result.year())),
                CurrencyUnit.EUR,
                result.before().keySet().stream()
                        .filter(level -> amount(result.before(), level) != 0)
                        .map(this::levelBefore)
                        .toList());
    }

    private long amount(Map<FunderLevel, long[]> byLevel, FunderLevel level) {
        long[] amounts = byLevel.get(level);
        return amounts == null ? 0 : amounts[p];
    }

    private Explanation level(FunderLevel level, long cents) {
        Line line = frame.scenario.line();
        List<Explanation> parts = new ArrayList<>();
        Path path = result.path();
        if (line != null && path != null && level == line.level()) {
            parts.add(kept(path));
        } else {
            parts.add(lastKnown(level, YearResult.amounts(result.before(), level)[p]));
        }
        if (line != null && path != null && level == line.successor()) {
            for (int r = 0; r < frame.regions.size(); r++) {
                if (frame.ground.weights[p][r].signum() > 0) {
                    parts.add(paid(r));
                }
            }
        }
        long sum = parts.stream()
                .mapToLong(each -> Cents.of(Amounts.of(each).orElseThrow()))
                .reduce(0, Math::addExact);
        Leaves.rest(parts, level == FunderLevel.EU_SHARED ? "XFER-REST-UNION" : "XFER-REST-FUNDER", cents - sum);
        Explanation whole = Amounts.sum(level.label(), CurrencyUnit.EUR, parts);
        return level == FunderLevel.EU_SHARED && cents != sum
                ? whole.withRules(OtherFunders.rateRule(recipient, frame.laws)
                        .map(List::of)
                        .orElse(List.of()))
                : whole;
    }

    /** What is known of the year, else what was last known, less one-off grants that ended with their year. */
    private Explanation lastKnown(FunderLevel level, long cents) {
        boolean ended = frame.scenario.oneOffGrants() == OneOffGrants.END
                && recipient.received(level).in(result.year()).isEmpty();
        YearlyAmounts all = recipient.received(level);
        Integer year = lastYear(ended ? recipient.recurring(level) : all);
        Message label = Message.of("XFER-LAST-KNOWN", level.label(), year == null ? "–" : String.valueOf(year));
        List<OneOff> once = recipient.oneOff().stream()
                .filter(each -> ended && each.level() == level && year != null && each.year() == year)
                .toList();
        if (once.isEmpty()) {
            return Amounts.given(label, Cents.money(cents)).withRecords(List.of(recipient.id()));
        }
        List<Explanation> parts = new ArrayList<>();
        parts.add(Amounts.given(
                        Message.of("XFER-RECEIVED-IN", String.valueOf(year)),
                        all.in(once.get(0).year()).orElseThrow())
                .withRecords(List.of(recipient.id())));
        for (OneOff each : once) {
            Explanation part =
                    Amounts.given(Message.of("XFER-ONE-OFF", each.why().label()), each.amount());
            String record = each.record();
            parts.add(record == null ? part : part.withRecords(List.of(record)));
        }
        return Amounts.difference(label, parts.toArray(Explanation[]::new));
    }

    private @Nullable Integer lastYear(YearlyAmounts amounts) {
        return amounts.byYear().headMap(result.year() + 1).keySet().stream()
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private Explanation kept(Path path) {
        List<Explanation> parts = new ArrayList<>();
        Fraction share = Fraction.of(frame.ground.reference[p], frame.referenceTotal());
        Explanation product =
                Amounts.share(Message.of("XFER-PART-KEPT"), Message.of("XFER-SHARE-HISTORIC"), share, path.keptWhy());
        parts.add(product);
        Leaves.rest(parts, "XFER-REST-CENT", result.kept()[p] - cents(product));
        return Amounts.sum(Message.of("XFER-KEPT-OF", recipient.name()), CurrencyUnit.EUR, parts);
    }

    private Explanation paid(int r) {
        StructureShares shares = result.shares()[r];
        int place = shares.of(p);
        List<Explanation> parts = new ArrayList<>();
        RegionWhy region = new RegionWhy(simulation, r, result.year());
        Explanation envelope = region.envelope();
        Explanation product = Amounts.share(
                Message.of("XFER-PART-STRUCTURE"),
                Message.of("XFER-SHARE-STRUCTURE"),
                shares.weights().share(place),
                envelope);
        parts.add(product);
        long allotted = shares.allotted()[place];
        boolean results = frame.last(Model.RESULTS, result.year()).isPresent();
        Leaves.rest(parts, results ? "XFER-REST-RESULTS" : "XFER-REST-CENT", allotted - cents(product));
        Leaves.rest(parts, "XFER-REST-LIMITS", shares.paid()[place] - allotted);
        return Amounts.sum(Message.of("XFER-PAID-BY", region.name()), CurrencyUnit.EUR, parts);
    }

    private static long cents(Explanation explanation) {
        return Optional.of(explanation)
                .flatMap(Amounts::of)
                .map(Cents::of)
                .orElseThrow(() -> new IllegalStateException("no amount: " + explanation.label()));
    }
}
