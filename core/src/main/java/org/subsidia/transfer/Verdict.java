package org.subsidia.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.dependence.Dependence;
import org.subsidia.dependence.Norm;
import org.subsidia.dependence.NormFigure;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.OperatingItem;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.stateaid.AidHistory;
import org.subsidia.stateaid.DeMinimisRule;
import org.subsidia.stateaid.Headroom;
import org.subsidia.time.Span;

/**
 * Step 8: one legal test of one structure and year. T1 to T7 are the norms of the room of dependence; T6 is met where neither of
 * its limits is passed.
 *
 * @param test T1 to T7, GBER-27 (operating aid over costs of the aid period), GBER-27-YEARS (its length) or DE-MINIMIS (whether
 *     what the successor adds would fit under the general ceiling)
 * @param answer whether it is met; empty: not known
 * @param measured what was compared and where it comes from, or why it cannot be
 * @param limit what it was compared with; empty: a definition, an amount or not known
 * @param rules the versions of the law that were used
 */
public record Verdict(
        String test,
        Optional<Boolean> answer,
        Explanation measured,
        Optional<Fraction> limit,
        List<RuleReference> rules) {
    private static final int PLACES = 4;

    /** Copies the rules. */
    public Verdict {
        rules = List.copyOf(rules);
    }

    /** {@return what was compared, or why it cannot be} */
    public Value figure() {
        return measured.value();
    }

    /** {@return the limit and the law that sets it, if there is one} */
    public Optional<Explanation> limitWhy() {
        return limit.map(share -> Amounts.share(Message.of("XFER-LIMIT"), share).withRules(rules));
    }

    static List<Verdict> of(Simulation simulation, int p, int year) {
        Set<String> tests = new TreeSet<>();
        simulation.scenario().of(Model.LEGAL, year).forEach(each -> tests.addAll(each.names("tests")));
        if (tests.isEmpty()) {
            tests.addAll(Checks.TESTS);
        }
        Judge judge = new Judge(simulation, p, year);
        return tests.stream().map(judge::of).toList();
    }

    private static Verdict unknown(String test, Message why) {
        return new Verdict(
                test, Optional.empty(), Amounts.unknown(Message.of("XFER-MEASURED"), why), Optional.empty(), List.of());
    }

    /** All tests of one structure and year. */
    private static final class Judge {
        private final Simulation simulation;
        private final int p;
        private final int year;
        private final Recipient recipient;
        private final Law law;
        private final OperatingFigures figures;
        private final Dependence dependence;

        Judge(Simulation simulation, int p, int year) {
            this.simulation = simulation;
            this.p = p;
            this.year = year;
            this.recipient = simulation.frame().recipients.get(p);
            this.law = simulation.frame().laws.at(LocalDate.of(year, 12, 31));
            this.figures = SimulatedFigures.of(simulation, p, year, true);
            this.dependence = Dependence.of(recipient.name(), List.of(figures));
        }

        Verdict of(String test) {
            return switch (test) {
                case "GBER-27" -> intensity(test);
                case "GBER-27-YEARS" -> length(test);
                case "DE-MINIMIS" -> deMinimis(test);
                case "T6" -> accounts();
                default -> norm(Norm.valueOf(test));
            };
        }

        private NormFigure figure(Norm norm) {
            return dependence.norm(norm, year, simulation.frame().laws).orElseThrow();
        }

        private Verdict norm(Norm norm) {
            NormFigure found = figure(norm);
            Optional<Fraction> limit = found.limit().value() instanceof Value.Share share
                    ? Optional.of(Fraction.of(share.share()))
                    : Optional.empty();
            return new Verdict(
                    norm.name(),
                    found.met(),
                    found.measured(),
                    limit,
                    found.limit().rules());
        }

        /** Where one of the two limits is passed, certified accounts may be asked for. */
        private Verdict accounts() {
            Verdict share = norm(Norm.T6);
            NormFigure amount = figure(Norm.T6A);
            List<RuleReference> rules = new ArrayList<>(share.rules());
            rules.addAll(amount.limit().rules());
            boolean passed =
                    share.answer().equals(Optional.of(false)) || amount.met().equals(Optional.of(false));
            Optional<Boolean> both = passed
                    ? Optional.of(false)
                    : share.answer().isPresent() && amount.met().isPresent() ? Optional.of(true) : Optional.empty();
            return new Verdict(share.test(), both, amount.measured(), share.limit(), rules);
        }

        /** Aid over costs, over the years within the longest time of operating aid, those before the scenario too. */
        private Verdict intensity(String test) {
            String rule = "gber.27.operating.intensity";
            Optional<Rule<Fraction>> limit = law.find(Kind.SHARE, rule);
            Optional<Rule<Span>> span = law.find(Kind.PERIOD, "gber.27.operating.duration");
            if (limit.isEmpty() || span.isEmpty()) {
                return unknown(test, law.whyMissing(rule));
            }
            Message missing = simulation.budgetAfter(p).missing();
            if (missing != null) {
                return unknown(test, missing);
            }
            KnownFacts facts = recipient.facts();
            if (facts != null && facts.aidOperating().isEmpty()) {
                return unknown(test, Message.of("XFER-AID-UNDETERMINED", recipient.name()));
            }
            if (facts != null && facts.lastAidYear() == null) {
                return unknown(test, Message.of("XFER-NO-ARTICLE-27", recipient.name()));
            }
            List<Explanation> aid = new ArrayList<>();
            List<Explanation> costs = new ArrayList<>();
            for (int each = year - span.get().value().amount() + 1; each <= year; each++) {
                Optional<Long> spent = costs(each);
                Optional<Long> given = aid(facts, each);
                if (given.isEmpty()) {
                    return unknown(test, Message.of("XFER-AID-UNDETERMINED", recipient.name()));
                }
                if (spent.isPresent()) {
                    aid.add(of("XFER-AID-OF", each, given.get()));
                    costs.add(of("XFER-COSTS-OF", each, spent.get()));
                }
            }
            Explanation above = Amounts.sum(Message.of("XFER-AID-ALL"), CurrencyUnit.EUR, aid);
            Explanation below = Amounts.sum(Message.of("XFER-COSTS-ALL"), CurrencyUnit.EUR, costs);
            Money whole = Amounts.of(below).orElseThrow();
            if (!whole.isPositive()) {
                return unknown(test, Message.of("XFER-NO-COSTS", recipient.name()));
            }
            Fraction share = Fraction.ratio(Amounts.of(above).orElseThrow(), whole);
            return new Verdict(
                    test,
                    Optional.of(share.compareTo(limit.get().value()) <= 0),
                    Explanation.of(
                            Message.of("XFER-AID-SHARE"),
                            new Value.Share(share.value(PLACES)),
                            Step.RATIO,
                            List.of(above, below)),
                    Optional.of(limit.get().value()),
                    List.of(limit.get().reference(), span.get().reference()));
        }

        private Explanation of(String code, int each, long cents) {
            return Amounts.given(Message.of(code, String.valueOf(each)), Cents.money(cents))
                    .withRecords(List.of(recipient.id()));
        }

        private Optional<Long> costs(int each) {
            int first = simulation.scenario().first();
            if (each >= first) {
                return Optional.of(simulation.budgetAfter(p).costs()[each - first]);
            }
            Optional<Long> fixed = recipient.fixedCosts().in(each).map(Cents::of);
            Optional<Long> variable = recipient.variableCosts().in(each).map(Cents::of);
            return fixed.isEmpty() && variable.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Math.addExact(fixed.orElse(0L), variable.orElse(0L)));
        }

        /** From a portfolio, aid under the article; from a population, all public money. */
        private Optional<Long> aid(@Nullable KnownFacts facts, int each) {
            Scenario scenario = simulation.scenario();
            if (facts == null) {
                return Optional.of(
                        each >= scenario.first()
                                ? simulation.result(each).publicAfter(p)
                                : recipient.history().values().stream()
                                        .mapToLong(amounts ->
                                                amounts.in(each).map(Cents::of).orElse(0L))
                                        .reduce(0, Math::addExact));
            }
            if (each > scenario.reference() && each >= scenario.first()) {
                OperatingFigures then = each == year ? figures : SimulatedFigures.of(simulation, p, each, true);
                return then.amount(OperatingItem.PUBLIC_AID).map(amount -> Math.max(0, Cents.of(amount)));
            }
            AidHistory history = facts.aidOperating().orElseThrow();
            return Optional.of(history.cents(
                    LocalDate.of(each, 1, 1).toEpochDay(),
                    LocalDate.of(each, 12, 31).toEpochDay()));
        }

        private Verdict length(String test) {
            KnownFacts facts = recipient.facts();
            Integer last = facts == null ? null : facts.lastAidYear();
            Optional<Rule<Span>> span = law.find(Kind.PERIOD, "gber.27.operating.duration");
            if (last == null || span.isEmpty()) {
                return unknown(
                        test,
                        span.isEmpty()
                                ? law.whyMissing("gber.27.operating.duration")
                                : Message.of("XFER-NO-ARTICLE-27", recipient.name()));
            }
            Optional<Long> aid = figures.amount(OperatingItem.PUBLIC_AID).map(Cents::of);
            Optional<Boolean> answer = year <= last ? Optional.of(true) : aid.map(cents -> cents <= 0);
            return new Verdict(
                    test,
                    answer,
                    Explanation.leaf(
                            Message.of("XFER-MEASURED"),
                            new Value.Statement(Message.of("XFER-AID-UNTIL", String.valueOf(last)))),
                    Optional.empty(),
                    List.of(span.get().reference()));
        }

        /** What the successor adds in the year and the two before it, against what the ceiling leaves. */
        private Verdict deMinimis(String test) {
            KnownFacts facts = recipient.facts();
            if (facts == null) {
                return unknown(test, Message.of("XFER-NO-AID-FACTS", recipient.name()));
            }
            Optional<Rule<Span>> span = law.find(Kind.PERIOD, "deminimis.window.general");
            Headroom headroom = facts.deMinimis().headroom(DeMinimisRule.GENERAL, LocalDate.of(year, 12, 31));
            if (span.isEmpty()) {
                return unknown(test, law.whyMissing("deminimis.window.general"));
            }
            List<Explanation> added = new ArrayList<>();
            Scenario scenario = simulation.scenario();
            Line line = scenario.line();
            FunderLevel level = line == null ? FunderLevel.REGION : line.successor();
            int from = Math.max(
                    Math.max(scenario.first(), scenario.transfer()),
                    year - span.get().value().amount() + 1);
            for (int each = from; each <= year; each++) {
                YearResult result = simulation.result(each);
                long[] now = result.after().get(level);
                long[] was = result.before().get(level);
                long more = now == null || was == null ? 0 : now[p] - was[p];
                added.add(of("XFER-SUCCESSOR-ADDS", each, Math.max(0, more)));
            }
            Explanation all = Amounts.sum(Message.of("XFER-SUCCESSOR-ADDED"), CurrencyUnit.EUR, added);
            Optional<Boolean> answer =
                    switch (headroom.holds(Amounts.of(all).orElseThrow())) {
                        case YES -> Optional.of(true);
                        case NO -> Optional.of(false);
                        case UNKNOWN -> Optional.empty();
                    };
            Explanation figure =
                    answer.isPresent() || Amounts.of(headroom.most()).isPresent() ? all : headroom.most();
            return new Verdict(
                    test, answer, figure, Optional.empty(), headroom.ceiling().rules());
        }
    }
}
