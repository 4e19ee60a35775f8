package org.subsidia.consumption;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cofinancing.TrancheCover;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Law;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.portfolio.schedule.PaymentSchedule;
import org.subsidia.portfolio.schedule.ScheduleEngine;

/** Reads how far one grant is used. */
final class GrantReader {
    private final Portfolio portfolio;
    private final Grant grant;
    private final LocalDate at;
    private final @Nullable TrancheCover tranche;
    private final PaymentSchedule schedule;
    private final CurrencyUnit currency;

    GrantReader(Portfolio portfolio, Grant grant, Law law) {
        this.portfolio = portfolio;
        this.grant = grant;
        this.at = law.date();
        this.tranche = TrancheCover.of(grant, portfolio, law).stream()
                .filter(cover -> !cover.tranche().date().isBefore(at) && cover.coveredOn() == null)
                .findFirst()
                .orElse(null);
        this.schedule = ScheduleEngine.of(portfolio, grant, at);
        this.currency = Amounts.of(schedule.award()).map(Money::getCurrencyUnit).orElse(CurrencyUnit.EUR);
    }

    GrantConsumption read() {
        Explanation budget = budget();
        Explanation claimed = claimed();
        Explanation spent = spent(claimed);
        Explanation elapsed = elapsed();
        Explanation expected = expected(spent, elapsed);
        Explanation earned = earned(expected);
        Explanation nothing = Amounts.given(Message.of("CONS-NOTHING"), Money.zero(currency));
        Explanation lost = Amounts.greatest(
                Message.of("CONS-LOST-AT-END"),
                List.of(nothing, Amounts.difference(Message.of("CONS-UNEARNED"), schedule.ceiling(), earned)));
        Explanation over = Amounts.greatest(
                Message.of("CONS-OVER-CAP"),
                List.of(nothing, Amounts.difference(Message.of("CONS-OVER"), earned, schedule.ceiling())));
        return new GrantConsumption(
                grant,
                named(schedule.award()),
                named(committed()),
                named(schedule.paid()),
                budget,
                spent,
                claimed,
                schedule.certified(),
                Rates.of(Message.of("CONS-CONSUMED"), spent, budget),
                elapsed,
                expected,
                named(lost),
                named(over),
                tranche == null ? null : tranche.tranche().date(),
                lostByTranche(),
                categories());
    }

    private Explanation named(Explanation figure) {
        return figure.withRecords(List.of(grant.id().value()));
    }

    /** What the funder committed: its standing, else its yearly lines. */
    private Explanation committed() {
        Message label = AmountStage.COMMITTED.label();
        Optional<Money> standing = grant.amountOn(AmountStage.COMMITTED, at);
        if (standing.isPresent()) {
            return Amounts.given(label, standing.get());
        }
        List<Explanation> lines = grant.yearLines().stream()
                .filter(line -> line.kind() == YearLineKind.AE)
                .map(this::line)
                .toList();
        return lines.isEmpty()
                ? Amounts.unknown(label, Message.of("CONS-NO-COMMITMENT"))
                : Amounts.sum(label, currency, lines);
    }

    private Explanation line(YearLine line) {
        return Amounts.given(Message.of("CONS-AE", Integer.toString(line.year())), line.amount());
    }

    /** The eligible cost foreseen: of the decision, else the award over the rate. */
    private Explanation budget() {
        Message label = Message.of("CONS-BUDGET");
        Money base = grant.eligibleBase();
        if (base != null) {
            return named(Amounts.given(label, base));
        }
        Fraction rate = grant.rate();
        Optional<Money> award = Amounts.of(schedule.award());
        if (rate != null && rate.signum() > 0 && award.isPresent()) {
            Money cost = Fraction.ONE.dividedBy(rate).times(award.get(), RoundingMode.HALF_UP);
            return named(Explanation.of(
                    Message.of(
                            "CONS-BUDGET-BY-RATE", rate.times(Fraction.of(100)).value(1)),
                    new Value.Amount(cost),
                    Step.CHOICE,
                    List.of(schedule.award())));
        }
        return named(Amounts.unknown(label, Message.of("CONS-NO-BUDGET")));
    }

    /** Expenses paid by the day; where claims have no lines, what they ask for. */
    private Explanation spent(Explanation claimed) {
        List<Explanation> lines = new ArrayList<>();
        for (Claim claim : grant.claims()) {
            for (ExpenditureLine line : claim.lines()) {
                LocalDate paid = line.paid();
                if (paid == null || !paid.isAfter(at)) {
                    lines.add(Amounts.given(Message.of("CONS-EXPENSE", claim.id(), line.category()), line.amount()));
                }
            }
        }
        if (!lines.isEmpty()) {
            return named(Amounts.sum(Message.of("CONS-SPENT"), currency, lines));
        }
        return claimed.children().isEmpty()
                ? named(Amounts.unknown(Message.of("CONS-SPENT"), Message.of("CONS-NO-EXPENSE")))
                : Amounts.same(Message.of("CONS-SPENT-BY-CLAIMS"), claimed);
    }

    private Explanation claimed() {
        List<Explanation> claims = new ArrayList<>();
        for (Claim claim : grant.claims()) {
            LocalDate filed = claim.date();
            Money asked = claim.claimed();
            if (claim.kind() == ClaimKind.ADVANCE || (filed != null && filed.isAfter(at))) {
                continue;
            }
            Message label = Message.of("CONS-CLAIM", claim.id());
            if (asked != null) {
                claims.add(Amounts.given(label, asked));
            } else if (!claim.lines().isEmpty()) {
                claims.add(Amounts.sum(
                        label,
                        currency,
                        claim.lines().stream()
                                .map(line -> Amounts.given(Message.of("CONS-TEXT", line.category()), line.amount()))
                                .toList()));
            } else {
                claims.add(Amounts.unknown(label, Message.of("CONS-CLAIM-EMPTY", claim.id())));
            }
        }
        return named(Amounts.sum(Message.of("CONS-CLAIMED"), currency, claims));
    }

    /** The days for expenses that are over, in all of them. */
    private Explanation elapsed() {
        Message label = Message.of("CONS-ELAPSED");
        Optional<LocalDate> first = Stream.of(
                        Optional.ofNullable(grant.eligibility()).map(DateWindow::first),
                        Optional.ofNullable(grant.dates().start()))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<LocalDate> last = Stream.of(
                        Optional.ofNullable(grant.eligibility()).map(DateWindow::last),
                        Optional.ofNullable(grant.dates().end()))
                .flatMap(Optional::stream)
                .findFirst();
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            return named(Amounts.unknown(label, Message.of("CONS-NO-WINDOW")));
        }
        long all = ChronoUnit.DAYS.between(first.get(), last.get()) + 1;
        long over = Math.max(0, Math.min(all, ChronoUnit.DAYS.between(first.get(), at) + 1));
        return named(Explanation.of(
                label,
                new Value.Share(Fraction.of(over, all).value(Rates.PLACES)),
                Step.RATIO,
                List.of(days("CONS-DAYS-OVER", over), days("CONS-DAYS-ALL", all))));
    }

    private static Explanation days(String label, long days) {
        return Explanation.leaf(
                Message.of(label), new Value.Quantity(BigDecimal.valueOf(days), Message.of("CONS-UNIT-DAYS")));
    }

    /** Expenses at the pace so far until the last day. */
    private Explanation expected(Explanation spent, Explanation elapsed) {
        Message label = Message.of("CONS-EXPECTED");
        List<Explanation> parts = List.of(spent, elapsed);
        Optional<Money> cost = Amounts.of(spent);
        if (cost.isEmpty() || !elapsed.value().isKnown()) {
            return Explanation.of(label, cost.isEmpty() ? spent.value() : elapsed.value(), Step.CHOICE, parts);
        }
        Fraction over = Fraction.ratio(
                days(elapsed.children().get(0)), days(elapsed.children().get(1)));
        if (over.signum() == 0) {
            return Explanation.of(label, new Value.Unknown(Message.of("CONS-NOT-BEGUN")), Step.CHOICE, parts);
        }
        Money whole = Fraction.ONE.dividedBy(over).times(cost.get(), RoundingMode.HALF_UP);
        return Explanation.of(label, new Value.Amount(whole), Step.CHOICE, parts);
    }

    private static Money days(Explanation days) {
        return Money.ofMinor(
                CurrencyUnit.EUR, days.value().number().orElseThrow().longValueExact());
    }

    /** What the expected cost earns without regard to the ceiling. */
    private Explanation earned(Explanation expected) {
        Message label = Message.of("CONS-EARNED");
        if (grant.settlement() == null && grant.rate() == null) {
            return Amounts.unknown(label, Message.of("CONS-NO-SETTLEMENT"));
        }
        if (schedule.settlement() == Settlement.FIXED) {
            return Amounts.same(Message.of("CONS-EARNED-FIXED"), schedule.ceiling());
        }
        if (schedule.settled()) {
            return Amounts.same(Message.of("CONS-EARNED-SETTLED"), schedule.entitlement());
        }
        Fraction rate = grant.rate();
        Money base = grant.eligibleBase();
        Optional<Money> award = Amounts.of(schedule.award());
        if (rate == null
                && base != null
                && base.isPositive()
                && award.isPresent()
                && base.isSameCurrency(award.get())) {
            rate = Fraction.ratio(award.get(), base);
        }
        return rate == null
                ? Amounts.unknown(label, Message.of("CONS-NO-RATE"))
                : Amounts.share(label, Message.of("CONS-GRANT-RATE"), rate, expected);
    }

    private Explanation lostByTranche() {
        Message label = Message.of("CONS-LOST-TRANCHE");
        if (tranche == null) {
            return Amounts.unknown(label, Message.of("CONS-NO-TRANCHE"));
        }
        return Amounts.same(label, tranche.open())
                .withRules(List.copyOf(tranche.tranche().reason().allRules()));
    }

    private List<CategoryConsumption> categories() {
        Map<String, List<Explanation>> planned = new LinkedHashMap<>();
        Optional<Project> project = Optional.ofNullable(grant.project()).flatMap(portfolio::project);
        for (ProjectCost cost : project.map(Project::costs).orElse(List.of())) {
            Money amount = Optional.ofNullable(cost.eligible()).orElse(cost.amount());
            planned.computeIfAbsent(cost.category(), key -> new ArrayList<>())
                    .add(Amounts.given(Message.of("CONS-TEXT", cost.category()), amount)
                            .withRecords(List.of(project.orElseThrow().id().value())));
        }
        Map<String, List<ExpenditureLine>> shown = new LinkedHashMap<>();
        planned.keySet().forEach(category -> shown.put(category, new ArrayList<>()));
        grant.claims().stream()
                .flatMap(claim -> claim.lines().stream())
                .filter(line -> line.paid() == null || !line.paid().isAfter(at))
                .forEach(line -> shown.computeIfAbsent(line.category(), key -> new ArrayList<>())
                        .add(line));
        List<CategoryConsumption> categories = new ArrayList<>();
        shown.forEach((category, lines) ->
                categories.add(category(category, planned.getOrDefault(category, List.of()), lines)));
        return categories;
    }

    private CategoryConsumption category(String category, List<Explanation> planned, List<ExpenditureLine> lines) {
        Explanation budget = planned.isEmpty()
                ? Amounts.unknown(Message.of("CONS-BUDGET"), Message.of("CONS-NOT-PLANNED", category))
                : Amounts.sum(Message.of("CONS-BUDGET"), currency, planned);
        Explanation spent = sum("CONS-SPENT", lines.stream().map(ExpenditureLine::amount));
        Explanation accepted = sum("CONS-ACCEPTED", lines.stream().flatMap(line -> Stream.ofNullable(line.eligible())));
        Explanation rejected = sum(
                "CONS-REJECTED",
                lines.stream()
                        .flatMap(line -> Optional.ofNullable(line.eligible())
                                .filter(taken -> taken.isSameCurrency(line.amount()))
                                .map(taken -> line.amount().minus(taken))
                                .stream()));
        return new CategoryConsumption(
                category, budget, spent, accepted, rejected, Rates.of(Message.of("CONS-RATE"), spent, budget));
    }

    private Explanation sum(String label, Stream<Money> amounts) {
        return named(Amounts.sum(
                Message.of(label),
                currency,
                amounts.map(amount -> Amounts.given(Message.of("CONS-LINE"), amount))
                        .toList()));
    }
}
