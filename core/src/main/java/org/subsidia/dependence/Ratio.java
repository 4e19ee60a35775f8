package org.subsidia.dependence;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
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

/**
 * A ratio of dependence: some items of a year over others.
 *
 * <p>No text defines public dependence; each of these is in use, and each says something else. A ratio over nothing, or over
 * less than nothing, is undefined with the reason, never 0 %. The figures of a year that is shorter than 12 months are not
 * annualised: a share needs none. Capital is no income, whoever holds it.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are unmodifiable
public enum Ratio {
    /** The accounting share: subsidies and concours publics over products. */
    R1(true, Items.of(OperatingItem.SUBSIDIES, OperatingItem.CONCOURS_PUBLICS), OperatingItem.PRODUCTS),
    /** R1 with the share of investment subsidies and with dedicated funds. */
    R2(
            true,
            Items.of(
                    OperatingItem.SUBSIDIES,
                    OperatingItem.CONCOURS_PUBLICS,
                    OperatingItem.INVESTMENT_SHARES,
                    OperatingItem.DEDICATED_FUNDS),
            Items.productsWith(OperatingItem.DEDICATED_FUNDS)),
    /** Public money in a wide sense: with what public buyers and public members pay. */
    R3(
            true,
            Items.of(
                    OperatingItem.SUBSIDIES,
                    OperatingItem.CONCOURS_PUBLICS,
                    OperatingItem.SERVICES_TO_PUBLIC,
                    OperatingItem.FEES_PUBLIC_WITH_COUNTERPART,
                    OperatingItem.FEES_PUBLIC_WITHOUT_COUNTERPART),
            OperatingItem.PRODUCTS),
    /** Public money without counterpart, on the estimate of the start of the year: the test of the contracting authority. */
    R4(
            true,
            Items.of(
                    OperatingItem.SUBSIDIES,
                    OperatingItem.CONCOURS_PUBLICS,
                    OperatingItem.FEES_PUBLIC_WITHOUT_COUNTERPART),
            OperatingItem.PRODUCTS),
    /** Self-financing as the DGE defines it: membership fees and services. */
    R5(
            false,
            Items.of(
                    OperatingItem.FEES_PUBLIC_WITH_COUNTERPART,
                    OperatingItem.FEES_PUBLIC_WITHOUT_COUNTERPART,
                    OperatingItem.FEES_PRIVATE,
                    OperatingItem.SERVICES_TO_PRIVATE),
            OperatingItem.PRODUCTS),
    /** R5 with private contributions in kind, which the DGE shows beside it. */
    R5K(
            false,
            Items.of(
                    OperatingItem.FEES_PUBLIC_WITH_COUNTERPART,
                    OperatingItem.FEES_PUBLIC_WITHOUT_COUNTERPART,
                    OperatingItem.FEES_PRIVATE,
                    OperatingItem.SERVICES_TO_PRIVATE,
                    OperatingItem.IN_KIND_PRIVATE),
            Items.productsWith(OperatingItem.IN_KIND_PRIVATE)),
    /** R1 with contributions in kind. */
    R6(
            true,
            Items.of(OperatingItem.SUBSIDIES, OperatingItem.CONCOURS_PUBLICS, OperatingItem.IN_KIND_PUBLIC),
            Items.productsWith(OperatingItem.IN_KIND_PUBLIC, OperatingItem.IN_KIND_PRIVATE)),
    /** Cash: what came in from public bodies over all that came in. */
    R7(true, Items.of(OperatingItem.PUBLIC_RECEIPTS), Items.of(OperatingItem.ALL_RECEIPTS)),
    /** Fragility: how much of the fixed costs money that is not public covers; may exceed 1. */
    R10(
            false,
            Items.of(
                    OperatingItem.FEES_PRIVATE,
                    OperatingItem.SERVICES_TO_PRIVATE,
                    OperatingItem.SPONSORSHIP,
                    OperatingItem.OTHER_PRODUCTS),
            Items.of(OperatingItem.FIXED_COSTS)),
    /** State aid: gross grant equivalent over the running costs that aid to a cluster may pay for. */
    R12(true, Items.of(OperatingItem.PUBLIC_AID), Items.of(OperatingItem.ELIGIBLE_COSTS));

    /** Places of a share in an explanation; the exact one stands beside it. */
    static final int PLACES = 8;

    private final boolean publicSide;
    private final Set<OperatingItem> numerator;
    private final Set<OperatingItem> denominator;

    Ratio(boolean publicSide, Set<OperatingItem> numerator, Set<OperatingItem> denominator) {
        this.publicSide = publicSide;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** {@return whether it measures public money; else it measures what is the structure’s own} */
    public boolean isPublic() {
        return publicSide;
    }

    /** {@return the items above the line} */
    public Set<OperatingItem> numerator() {
        return numerator;
    }

    /** {@return the items below the line} */
    public Set<OperatingItem> denominator() {
        return denominator;
    }

    /** {@return its name in words} */
    public Message label() {
        return Message.of("DEP-" + name() + "-NAME");
    }

    /** {@return its formula in words} */
    public Message formula() {
        return Message.of("DEP-" + name() + "-FORMULA");
    }

    /**
     * The ratio of a year.
     *
     * @param figures what is known about the year
     * @return the figure; undefined where an item is not known, or where the items below the line are not more than nothing
     */
    public RatioFigure of(OperatingFigures figures) {
        Message label = Message.of("DEP-RATIO", name(), label());
        if (this == R4 && figures.basis() != FigureBasis.BUDGET) {
            Message reason = Message.of("DEP-R4-ESTIMATE", Integer.toString(figures.year()));
            return new RatioFigure(this, figures, Optional.empty(), Amounts.unknown(label, reason));
        }
        Explanation above = sum("DEP-ABOVE", numerator, figures);
        Explanation below = denominator.equals(OperatingItem.PRODUCTS)
                ? figures.totalProducts()
                : sum("DEP-BELOW", denominator, figures);
        Explanation explanation = quotient(label, above, below);
        Optional<Fraction> exact = explanation.value().isKnown()
                ? Optional.of(Fraction.ratio(
                        Amounts.of(above).orElseThrow(), Amounts.of(below).orElseThrow()))
                : Optional.empty();
        return new RatioFigure(this, figures, exact, explanation);
    }

    private static Explanation sum(String label, Set<OperatingItem> items, OperatingFigures figures) {
        List<Explanation> parts = items.stream().sorted().map(figures::item).toList();
        return parts.size() == 1 ? parts.get(0) : Amounts.sum(Message.of(label), CurrencyUnit.EUR, parts);
    }

    /** One amount over another, undefined where the other is unknown or not more than nothing. */
    static Explanation quotient(Message label, Explanation above, Explanation below) {
        Optional<Money> part = Amounts.of(above);
        Optional<Money> whole = Amounts.of(below);
        Value value;
        if (part.isEmpty()) {
            value = above.value();
        } else if (whole.isEmpty()) {
            value = below.value();
        } else if (whole.get().isPositive()) {
            value = new Value.Share(Fraction.ratio(part.get(), whole.get()).value(PLACES));
            return Explanation.of(label, value, Step.RATIO, List.of(above, below));
        } else {
            value = new Value.Unknown(Message.of("DEP-NOT-POSITIVE", below.label(), whole.get()));
        }
        return Explanation.of(label, value, Step.CHOICE, List.of(above, below));
    }

    /** Sets of items in their own order. */
    private static final class Items {
        private Items() {}

        static Set<OperatingItem> of(OperatingItem first, OperatingItem... others) {
            return Collections.unmodifiableSet(EnumSet.of(first, others));
        }

        static Set<OperatingItem> productsWith(OperatingItem... others) {
            Set<OperatingItem> all = EnumSet.copyOf((Collection<OperatingItem>) OperatingItem.PRODUCTS);
            Collections.addAll(all, others);
            return Collections.unmodifiableSet(all);
        }
    }
}
