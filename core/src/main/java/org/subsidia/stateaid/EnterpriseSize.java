package org.subsidia.stateaid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;

/**
 * The size of an enterprise with its partners and those linked to it (recommendation 2003/361/EC, annex): linked enterprises
 * count in full, partners by their share, and the class changes only after two accounting years in a row. An enterprise of which
 * public bodies hold a quarter or more is no SME.
 */
public final class EnterpriseSize {
    private static final int PLACES = 2;

    private EnterpriseSize() {}

    /**
     * One accounting year of one enterprise.
     *
     * @param year the year
     * @param staff annual work units; null: not known
     * @param turnover in euros; null: not known
     * @param balanceSheet its total in euros; null: not known
     */
    public record Year(
            int year,
            @Nullable BigDecimal staff,
            @Nullable Money turnover,
            @Nullable Money balanceSheet) {}

    /**
     * A holding between two enterprises, in either direction.
     *
     * @param other the other enterprise
     * @param share the greater of capital and votes, exact
     */
    public record Holding(Enterprise other, Fraction share) {}

    /**
     * An enterprise.
     *
     * @param name its name, which tells it from others
     * @param years its accounting years
     * @param holdings in others, and of others in it
     * @param publicShare what public bodies hold of it, those that the annex excepts left out
     */
    public record Enterprise(String name, List<Year> years, List<Holding> holdings, Fraction publicShare) {
        /** Copies the lists. */
        public Enterprise {
            years = List.copyOf(years);
            holdings = List.copyOf(holdings);
        }

        Optional<Year> year(int wanted) {
            return years.stream().filter(one -> one.year() == wanted).findFirst();
        }
    }

    /**
     * What the test says.
     *
     * @param least the smallest class that it may be
     * @param greatest the greatest; the same where no figure is missing that matters
     * @param explanation year by year
     */
    public record Result(SizeClass least, SizeClass greatest, Explanation explanation) {
        /** {@return the class, where it is certain} */
        public Optional<SizeClass> size() {
            return least == greatest ? Optional.of(least) : Optional.empty();
        }
    }

    private record OfYear(SizeClass least, SizeClass greatest, Explanation explanation) {}

    /**
     * The size after the last year of the enterprise.
     *
     * @param enterprise the enterprise
     * @param law the law of the day
     * @return the result
     * @throws IllegalArgumentException if the enterprise has no year, or the law of the day has no thresholds
     */
    public static Result of(Enterprise enterprise, Law law) {
        if (enterprise.years().isEmpty()) {
            throw new IllegalArgumentException(enterprise.name() + " has no accounting year");
        }
        Message label = Message.of("AID-SME", enterprise.name());
        Rule<Fraction> publicLimit = law.share("sme.public.share");
        if (enterprise.publicShare().compareTo(publicLimit.value()) >= 0) {
            Explanation held = Amounts.share(Message.of("AID-SME-PUBLIC"), enterprise.publicShare())
                    .withRules(List.of(publicLimit.reference()));
            return new Result(
                    SizeClass.LARGE,
                    SizeClass.LARGE,
                    Explanation.of(label, new Value.Statement(Message.of("AID-SME-NOT")), Step.CHOICE, List.of(held)));
        }
        List<Integer> years = enterprise.years().stream()
                .map(Year::year)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        List<Explanation> parts = new ArrayList<>();
        OfYear before = null;
        SizeClass least = SizeClass.MICRO;
        SizeClass greatest = SizeClass.LARGE;
        int last = 0;
        for (int year : years) {
            OfYear now = ofYear(enterprise, year, law);
            parts.add(now.explanation());
            boolean follows = before != null && last + 1 == year;
            if (before == null || !follows) {
                least = now.least();
                greatest = now.greatest();
            } else {
                least = next(least, before.least(), now.least());
                greatest = next(greatest, before.greatest(), now.greatest());
            }
            before = now;
            last = year;
        }
        parts.add(Explanation.leaf(
                        Message.of("AID-SME-YEARS"),
                        new Value.Quantity(
                                BigDecimal.valueOf(
                                        law.period("sme.change.years").value().amount()),
                                Message.of("AID-UNIT-YEARS")))
                .withRules(List.of(law.period("sme.change.years").reference())));
        Message said =
                least == greatest ? least.words() : Message.of("AID-SME-BETWEEN", least.words(), greatest.words());
        return new Result(least, greatest, Explanation.of(label, new Value.Statement(said), Step.CHOICE, parts));
    }

    /** Both years above the class, or both below it, move it, and no further than the nearer of the two. */
    private static SizeClass next(SizeClass status, SizeClass before, SizeClass now) {
        if (before.compareTo(status) > 0 && now.compareTo(status) > 0) {
            return before.compareTo(now) < 0 ? before : now;
        }
        if (before.compareTo(status) < 0 && now.compareTo(status) < 0) {
            return before.compareTo(now) > 0 ? before : now;
        }
        return status;
    }

    private static OfYear ofYear(Enterprise enterprise, int year, Law law) {
        Explanation staff = staff(enterprise, year, law, new HashSet<>(), Fraction.ONE);
        Explanation turnover = money(enterprise, year, law, true, new HashSet<>());
        Explanation balance = money(enterprise, year, law, false, new HashSet<>());
        SizeClass least = SizeClass.LARGE;
        SizeClass greatest = SizeClass.LARGE;
        for (SizeClass size : List.of(SizeClass.MEDIUM, SizeClass.SMALL, SizeClass.MICRO)) {
            int fits = Math.min(
                    below(staff, BigDecimal.valueOf(law.count(size.staffRule()).value()), true),
                    Math.max(
                            below(
                                    turnover,
                                    law.money(size.turnoverRule()).value().getAmount(),
                                    false),
                            below(balance, law.money(size.balanceRule()).value().getAmount(), false)));
            if (fits >= 0) {
                least = size;
            }
            if (fits > 0) {
                greatest = size;
            }
        }
        Message said =
                least == greatest ? least.words() : Message.of("AID-SME-BETWEEN", least.words(), greatest.words());
        SizeClass bound = greatest == SizeClass.LARGE ? SizeClass.MEDIUM : greatest;
        Explanation explanation = Explanation.of(
                        Message.of("AID-SME-YEAR", Integer.toString(year)),
                        new Value.Statement(said),
                        Step.CHOICE,
                        List.of(staff, turnover, balance))
                .withRules(List.of(
                        law.count(bound.staffRule()).reference(),
                        law.money(bound.turnoverRule()).reference(),
                        law.money(bound.balanceRule()).reference()));
        return new OfYear(least, greatest, explanation);
    }

    /** 1 fits, −1 does not, 0 not known. */
    private static int below(Explanation figure, BigDecimal limit, boolean strictly) {
        return figure.value()
                .number()
                .map(number -> number.compareTo(limit) < 0 || (!strictly && number.compareTo(limit) == 0) ? 1 : -1)
                .orElse(0);
    }

    private static Fraction weight(Fraction share, Law law) {
        if (share.compareTo(law.share("sme.linked.share").value()) > 0) {
            return Fraction.ONE;
        }
        return share.compareTo(law.share("sme.partner.share").value()) >= 0 ? share : Fraction.ZERO;
    }

    private static Explanation staff(Enterprise enterprise, int year, Law law, Set<String> seen, Fraction weight) {
        Message label = Message.of("AID-SME-STAFF", enterprise.name());
        Message unit = Message.of("AID-UNIT-STAFF");
        seen.add(enterprise.name());
        List<Explanation> parts = new ArrayList<>();
        parts.add(enterprise
                .year(year)
                .map(Year::staff)
                .map(own ->
                        Explanation.leaf(Message.of("AID-SME-OWN", enterprise.name()), new Value.Quantity(own, unit)))
                .orElseGet(() -> Amounts.unknown(
                        label, Message.of("AID-SME-UNKNOWN", enterprise.name(), Integer.toString(year)))));
        for (Holding holding : enterprise.holdings()) {
            Fraction share = weight(holding.share(), law);
            boolean partner = share.compareTo(Fraction.ONE) < 0;
            boolean beyond = partner && weight.compareTo(Fraction.ONE) < 0;
            if (share.signum() > 0 && !beyond && !seen.contains(holding.other().name())) {
                Explanation whole = staff(holding.other(), year, law, seen, share);
                parts.add(partner ? part(whole, share, unit) : whole);
            }
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Explanation part : parts) {
            Optional<BigDecimal> number = part.value().number();
            if (number.isEmpty()) {
                return Explanation.of(label, part.value(), Step.CHOICE, parts);
            }
            sum = sum.add(number.get());
        }
        return Explanation.of(label, new Value.Quantity(sum, unit), Step.SUM, parts);
    }

    private static Explanation part(Explanation whole, Fraction share, Message unit) {
        return whole.value()
                .number()
                .map(number -> Explanation.of(
                        Message.of("AID-SME-PARTNER"),
                        new Value.Quantity(Fraction.of(number).times(share).value(PLACES, RoundingMode.HALF_UP), unit),
                        Step.PRODUCT,
                        List.of(Amounts.share(Message.of("AID-SME-SHARE"), share), whole)))
                .orElse(whole);
    }

    private static Explanation money(Enterprise enterprise, int year, Law law, boolean turnover, Set<String> seen) {
        return money(enterprise, year, law, turnover, seen, Fraction.ONE);
    }

    private static Explanation money(
            Enterprise enterprise, int year, Law law, boolean turnover, Set<String> seen, Fraction weight) {
        Message label = Message.of(turnover ? "AID-SME-TURNOVER" : "AID-SME-BALANCE", enterprise.name());
        seen.add(enterprise.name());
        List<Explanation> parts = new ArrayList<>();
        parts.add(enterprise
                .year(year)
                .map(turnover ? Year::turnover : Year::balanceSheet)
                .map(own -> Amounts.given(Message.of("AID-SME-OWN", enterprise.name()), own))
                .orElseGet(() -> Amounts.unknown(
                        label, Message.of("AID-SME-UNKNOWN", enterprise.name(), Integer.toString(year)))));
        for (Holding holding : enterprise.holdings()) {
            Fraction share = weight(holding.share(), law);
            boolean partner = share.compareTo(Fraction.ONE) < 0;
            boolean beyond = partner && weight.compareTo(Fraction.ONE) < 0;
            if (share.signum() > 0 && !beyond && !seen.contains(holding.other().name())) {
                Explanation whole = money(holding.other(), year, law, turnover, seen, share);
                parts.add(
                        partner
                                ? Amounts.share(
                                        Message.of("AID-SME-PARTNER"), Message.of("AID-SME-SHARE"), share, whole)
                                : whole);
            }
        }
        return Amounts.sum(label, CurrencyUnit.EUR, parts);
    }
}
