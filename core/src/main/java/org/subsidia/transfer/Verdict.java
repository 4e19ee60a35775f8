package org.subsidia.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.time.Span;

/**
 * Step 8: one legal test of one structure and year.
 *
 * @param test T1 to T7 or GBER-27
 * @param answer whether it is met; empty: not known
 * @param figure what was compared, or why it cannot be
 * @param limit what it was compared with; empty: a definition or not known
 * @param rules the versions of the law that were used
 */
public record Verdict(
        String test, Optional<Boolean> answer, Value figure, Optional<Fraction> limit, List<RuleReference> rules) {
    private static final int PLACES = 4;

    /** Copies the rules. */
    public Verdict {
        rules = List.copyOf(rules);
    }

    static List<Verdict> of(Simulation simulation, int p, int year) {
        Set<String> tests = new TreeSet<>();
        simulation.scenario().of(Model.LEGAL, year).forEach(each -> tests.addAll(each.names("tests")));
        if (tests.isEmpty()) {
            tests.addAll(Checks.TESTS);
        }
        List<Verdict> verdicts = new ArrayList<>();
        Facts facts = Facts.of(simulation, p, year);
        Law law = simulation.frame().laws.at(LocalDate.of(year, 12, 31));
        for (String test : tests) {
            verdicts.add(of(test, facts, law));
        }
        return verdicts;
    }

    private static Verdict of(String test, Facts facts, Law law) {
        return switch (test) {
            case "T1" -> share(test, law, "dependence.t1.public-share", facts.publicShare(), true, true);
            case "T2" -> share(test, law, "dependence.t2.public-share", facts.nationalShare(), true, false);
            case "T3" -> share(test, law, "dependence.t3.private-share", facts.privateShare(), false, false);
            case "T4" -> share(test, law, "gber.27.operating.intensity", facts.publicOverCosts(), true, true);
            case "T5" -> share(test, law, "contracting-authority.majority", facts.publicShare(), true, true);
            case "T6" -> accounts(test, law, facts);
            case "T7" -> new Verdict(test, Optional.empty(), value(facts.privateShare()), Optional.empty(), List.of());
            default -> share(test, law, "gber.27.operating.intensity", facts.tenYears(), true, true);
        };
    }

    private static Verdict share(
            String test, Law law, String rule, Optional<Fraction> figure, boolean below, boolean inclusive) {
        Optional<Rule<Fraction>> found = law.find(Kind.SHARE, rule);
        if (found.isEmpty()) {
            return new Verdict(
                    test, Optional.empty(), new Value.Unknown(law.whyMissing(rule)), Optional.empty(), List.of());
        }
        Fraction limit = found.get().value();
        Optional<Boolean> answer = figure.map(each -> {
            int order = each.compareTo(limit);
            return below ? order < 0 || (inclusive && order == 0) : order > 0 || (inclusive && order == 0);
        });
        return new Verdict(
                test,
                answer,
                value(figure),
                Optional.of(limit),
                List.of(found.get().reference()));
    }

    /** Met where no authority may ask for certified accounts. */
    private static Verdict accounts(String test, Law law, Facts facts) {
        Rule<Money> amount = law.money("subsidy.accounts.certified.threshold");
        Rule<Fraction> share = law.share("subsidy.accounts.certified.share");
        boolean over = facts.greatestLocal() > Cents.of(amount.value());
        Optional<Fraction> part = facts.greatestLocalShare();
        Optional<Boolean> answer = over ? Optional.of(false) : part.map(each -> each.compareTo(share.value()) <= 0);
        return new Verdict(
                test,
                answer,
                new Value.Amount(Cents.money(facts.greatestLocal())),
                Optional.of(share.value()),
                List.of(amount.reference(), share.reference()));
    }

    private static Value value(Optional<Fraction> figure) {
        return figure.<Value>map(each -> new Value.Share(each.value(PLACES)))
                .orElseGet(() -> new Value.Unknown(Message.of("XFER-NO-BUDGET")));
    }

    /** The amounts that the tests compare, in cents. */
    private record Facts(
            long publicMoney,
            long national,
            long greatestLocal,
            Optional<Long> income,
            Optional<Long> costs,
            Optional<Fraction> tenYears) {

        static Facts of(Simulation simulation, int p, int year) {
            YearResult result = simulation.result(year);
            Budget budget = simulation.budgetAfter(p);
            int y = year - simulation.scenario().first();
            long national = 0;
            long local = 0;
            for (Map.Entry<FunderLevel, long[]> entry : result.after().entrySet()) {
                FunderLevel level = entry.getKey();
                long cents = entry.getValue()[p];
                boolean union = level == FunderLevel.EU_SHARED || level == FunderLevel.EU_DIRECT;
                national = union ? national : Math.addExact(national, cents);
                local = LOCAL.contains(level) ? Math.max(local, cents) : local;
            }
            long all = result.publicAfter(p);
            return new Facts(
                    all,
                    national,
                    local,
                    budget.isKnown() ? Optional.of(Math.addExact(all, budget.income()[y])) : Optional.empty(),
                    budget.isKnown() ? Optional.of(budget.costs()[y]) : Optional.empty(),
                    window(simulation, p, year));
        }

        private static final Set<FunderLevel> LOCAL =
                Set.of(FunderLevel.REGION, FunderLevel.DEPARTEMENT, FunderLevel.EPCI, FunderLevel.COMMUNE);

        /** Aid over costs, over the years of the results within the longest time of operating aid. */
        private static Optional<Fraction> window(Simulation simulation, int p, int year) {
            Budget budget = simulation.budgetAfter(p);
            Optional<Rule<Span>> span = simulation
                    .frame()
                    .laws
                    .at(LocalDate.of(year, 12, 31))
                    .find(Kind.PERIOD, "gber.27.operating.duration");
            if (span.isEmpty() || !budget.isKnown()) {
                return Optional.empty();
            }
            long aid = 0;
            long costs = 0;
            int first = Math.max(
                    simulation.scenario().first(), year - span.get().value().amount() + 1);
            for (int each = first; each <= year; each++) {
                aid = Math.addExact(aid, simulation.result(each).publicAfter(p));
                costs = Math.addExact(
                        costs, budget.costs()[each - simulation.scenario().first()]);
            }
            return ratio(aid, Optional.of(costs));
        }

        private static Optional<Fraction> ratio(long part, Optional<Long> whole) {
            return whole.filter(each -> each > 0).map(each -> Fraction.of(part, each));
        }

        Optional<Fraction> publicShare() {
            return ratio(publicMoney, income);
        }

        Optional<Fraction> nationalShare() {
            return ratio(national, income);
        }

        Optional<Fraction> privateShare() {
            return publicShare().map(share -> Fraction.ONE.minus(share));
        }

        Optional<Fraction> publicOverCosts() {
            return ratio(publicMoney, costs);
        }

        Optional<Fraction> greatestLocalShare() {
            return ratio(greatestLocal, income);
        }
    }
}
