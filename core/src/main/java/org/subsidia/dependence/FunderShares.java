package org.subsidia.dependence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

/**
 * Who is behind the operating subsidies and concours publics of a year (R8), and how concentrated they are (R9).
 *
 * <p>What the known parts leave of the sum is of a funder that is not identified: it shows as such, and then the figures of
 * concentration are unknown.
 *
 * @param view payer, decision maker or origin
 * @param figures the year
 * @param parties what each gives, the greatest first; only those that give something, or take something back
 * @param total all of it, or why it is not known
 */
public record FunderShares(
        FunderView view, OperatingFigures figures, Map<Party, Explanation> parties, Explanation total) {
    /** Concentration asks how many funders hold so much of the money. */
    private static final Fraction MOST = Fraction.of(4, 5);

    /** Keeps the order. */
    public FunderShares {
        parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
    }

    /**
     * The parties of a year.
     *
     * @param figures the year
     * @param view on which side
     * @return what each gives
     */
    public static FunderShares of(OperatingFigures figures, FunderView view) {
        Explanation total = Amounts.sum(
                Message.of("DEP-PUBLIC-TOTAL"),
                CurrencyUnit.EUR,
                List.of(figures.item(OperatingItem.SUBSIDIES), figures.item(OperatingItem.CONCOURS_PUBLICS)));
        Map<String, Party> named = new LinkedHashMap<>();
        Map<String, List<Explanation>> parts = new LinkedHashMap<>();
        Money known = Money.zero(CurrencyUnit.EUR);
        for (PublicAmount part : figures.publicAmounts()) {
            if (Ratio.R1.numerator().contains(part.item())) {
                Party party = part.party(view);
                named.putIfAbsent(party.id(), party);
                parts.computeIfAbsent(party.id(), id -> new ArrayList<>())
                        .add(Amounts.given(part.label(), part.amount()).withRecords(part.records()));
                known = known.plus(part.amount());
            }
        }
        Optional<Money> whole = Amounts.of(total);
        if (whole.isPresent() && !whole.get().isEqual(known)) {
            named.putIfAbsent(Party.UNKNOWN.id(), Party.UNKNOWN);
            parts.computeIfAbsent(Party.UNKNOWN.id(), id -> new ArrayList<>())
                    .add(Amounts.given(Message.of("DEP-PARTY-REST"), whole.get().minus(known)));
        }
        Map<Party, Explanation> sums = new LinkedHashMap<>();
        named.forEach((id, party) ->
                sums.put(party, Amounts.sum(party.label(), CurrencyUnit.EUR, parts.getOrDefault(id, List.of()))));
        Map<Party, Explanation> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .filter(entry -> !amount(entry.getValue()).isZero())
                .sorted(Map.Entry.<Party, Explanation>comparingByValue(
                                Comparator.comparing(FunderShares::amount).reversed())
                        .thenComparing(entry -> entry.getKey().id()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return new FunderShares(view, figures, sorted, total);
    }

    private static Money amount(Explanation sum) {
        return Amounts.of(sum).orElseThrow();
    }

    /** {@return the sums by level; only levels that give something} */
    public Map<FunderLevel, Explanation> levels() {
        Map<FunderLevel, List<Explanation>> parts = new EnumMap<>(FunderLevel.class);
        parties.forEach((party, sum) ->
                parts.computeIfAbsent(party.level(), level -> new ArrayList<>()).add(sum));
        Map<FunderLevel, Explanation> sums = new EnumMap<>(FunderLevel.class);
        parts.forEach((level, list) -> sums.put(level, Amounts.sum(level.label(), CurrencyUnit.EUR, list)));
        return sums;
    }

    /**
     * What some levels give over total products.
     *
     * @param label what the figure is
     * @param levels which levels
     * @return the share; unknown while a part of the money has no funder
     */
    Explanation shareOf(Message label, Set<FunderLevel> levels) {
        List<Explanation> parts = levels().entrySet().stream()
                .filter(entry -> levels.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        Explanation sum = Amounts.sum(Message.of("DEP-ABOVE"), CurrencyUnit.EUR, parts);
        Optional<Message> gap = gap();
        return gap.isPresent()
                ? Amounts.unknown(label, gap.get())
                : Ratio.quotient(label, sum, figures.totalProducts());
    }

    /**
     * What a level gives.
     *
     * @param level the level
     * @return the sum over its parties; nothing where none of them gives; unknown where the total is
     */
    public Explanation amountOf(FunderLevel level) {
        Explanation sum = levels().get(level);
        return sum != null
                ? sum
                : total.value().isKnown()
                        ? Amounts.given(level.label(), Money.zero(CurrencyUnit.EUR))
                        : Amounts.same(level.label(), total);
    }

    /**
     * An amount of these as a share of all public money.
     *
     * @param part what a level gives, or the total
     * @return the share
     */
    public Explanation ofPublic(Explanation part) {
        return Ratio.quotient(Message.of("DEP-OF-PUBLIC", part.label()), part, total);
    }

    /**
     * An amount of these as a share of all products.
     *
     * @param part what a level gives, or the total
     * @return the share
     */
    public Explanation ofProducts(Explanation part) {
        return Ratio.quotient(Message.of("DEP-OF-PRODUCTS", part.label()), part, figures.totalProducts());
    }

    /**
     * What one party gives over total products: how much the structure depends on it.
     *
     * @param party a party, also one that gives nothing
     * @return the share; unknown while a part of the money has no funder
     */
    public Explanation ofProducts(Party party) {
        Message label = Message.of("DEP-OF-PRODUCTS", party.label());
        Optional<Message> gap = gap();
        return gap.isPresent()
                ? Amounts.unknown(label, gap.get())
                : Ratio.quotient(label, amountOf(party), figures.totalProducts());
    }

    /**
     * What one party gives.
     *
     * @param party a party, also one that gives nothing
     * @return the sum
     */
    public Explanation amountOf(Party party) {
        return parties.entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(party.id()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> Amounts.given(party.label(), Money.zero(CurrencyUnit.EUR)));
    }

    /** {@return the party that gives most, if one gives anything} */
    public Optional<Party> first() {
        return parties.entrySet().stream()
                .filter(entry -> amount(entry.getValue()).isPositive())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** {@return the share of the one that gives most} */
    public Explanation firstShare() {
        Message label = Message.of("DEP-R9-FIRST", view.label());
        return unknown(label)
                .orElseGet(
                        () -> Ratio.quotient(label, parties.values().iterator().next(), total));
    }

    /** {@return the Herfindahl-Hirschman index: the sum of the squared shares, 1 for one funder, 1/n for n equal ones} */
    public Explanation herfindahl() {
        Message label = Message.of("DEP-R9-HHI", view.label());
        return unknown(label).orElseGet(() -> {
            List<Explanation> squares = new ArrayList<>();
            parties.forEach((party, sum) -> squares.add(square(party.label(), sum)));
            BigDecimal all = squares.stream()
                    .map(square -> square.value().number().orElseThrow())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Explanation above = Explanation.of(Message.of("DEP-SQUARES"), squareValue(all), Step.SUM, squares);
            Explanation below = square(total.label(), total);
            return Explanation.of(
                    label,
                    new Value.Share(herfindahlExact().orElseThrow().value(Ratio.PLACES)),
                    Step.RATIO,
                    List.of(above, below));
        });
    }

    /** {@return the exact index, where it is known} */
    public Optional<Fraction> herfindahlExact() {
        if (unknown(total.label()).isPresent()) {
            return Optional.empty();
        }
        BigInteger squares =
                parties.values().stream().map(sum -> cents(sum).pow(2)).reduce(BigInteger.ZERO, BigInteger::add);
        return Optional.of(new Fraction(squares, cents(total).pow(2)));
    }

    /** {@return the least number of funders that give 80 % of the money} */
    public Explanation fundersFor80() {
        Message label = Message.of("DEP-R9-FOR80", view.label());
        return unknown(label).orElseGet(() -> {
            Money whole = amount(total);
            Money held = Money.zero(whole.getCurrencyUnit());
            List<Explanation> counted = new ArrayList<>();
            for (Explanation sum : parties.values()) {
                if (Fraction.ratio(held, whole).compareTo(MOST) >= 0) {
                    break;
                }
                held = held.plus(amount(sum));
                counted.add(sum);
            }
            return Explanation.of(
                    label,
                    new Value.Quantity(BigDecimal.valueOf(counted.size()), Message.of("DEP-UNIT-FUNDERS")),
                    Step.CHOICE,
                    counted);
        });
    }

    /** Why the concentration cannot be told. */
    private Optional<Explanation> unknown(Message label) {
        if (!total.value().isKnown()) {
            return Optional.of(Explanation.leaf(label, total.value()));
        }
        Optional<Message> reason = gap();
        if (reason.isEmpty() && !amount(total).isPositive()) {
            reason = Optional.of(Message.of("DEP-NOT-POSITIVE", total.label(), amount(total)));
        } else if (reason.isEmpty()
                && parties.values().stream().anyMatch(sum -> amount(sum).isNegative())) {
            reason = Optional.of(Message.of("DEP-NEGATIVE-PARTY"));
        }
        return reason.map(why -> Amounts.unknown(label, why));
    }

    /** The part of which nobody knows the funder. */
    private Optional<Message> gap() {
        return parties.entrySet().stream()
                .filter(entry -> entry.getKey().level() == FunderLevel.UNKNOWN)
                .findFirst()
                .map(entry -> Message.of(
                        "DEP-PARTY-GAP", amount(entry.getValue()), amount(total), Integer.toString(figures.year())));
    }

    private static Explanation square(Message label, Explanation sum) {
        BigDecimal euros = amount(sum).getAmount();
        return Explanation.of(
                Message.of("DEP-SQUARE", label), squareValue(euros.multiply(euros)), Step.PRODUCT, List.of(sum, sum));
    }

    private static Value squareValue(BigDecimal value) {
        return new Value.Quantity(value, Message.of("DEP-UNIT-SQUARE"));
    }

    private static BigInteger cents(Explanation sum) {
        return amount(sum).getAmountMinor().toBigIntegerExact();
    }
}
