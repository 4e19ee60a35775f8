package org.subsidia.stateaid;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;

/**
 * The de minimis aid of a single undertaking: what it may still receive on any day, whether an amount fits, and from when.
 *
 * <pre>{@code
 * DeMinimis aid = DeMinimis.of(portfolio, structure, LawBase.standard());
 * DeMinimisVerdict verdict = aid.ask(DeMinimisRule.GENERAL, LocalDate.parse("2026-06-15"), Money.parse("EUR 90000"));
 * }</pre>
 *
 * <p>Aid counts on the day on which the right to it is granted, by its gross grant equivalent, for the whole single undertaking
 * as it is on the day of the question (regulation 2023/2831, articles 2 and 3). Amounts in other currencies than the euro, days
 * and regimes that are not written down are missing facts. Immutable.
 */
public final class DeMinimis {
    private final Undertaking undertaking;
    private final LawBase law;
    private final boolean roadFreight;
    private final @Nullable GrantId left;

    private DeMinimis(Undertaking undertaking, LawBase law, boolean roadFreight, @Nullable GrantId left) {
        this.undertaking = undertaking;
        this.law = law;
        this.roadFreight = roadFreight;
        this.left = left;
    }

    /**
     * The aid of a structure and of those that form one undertaking with it.
     *
     * @param portfolio where awards are read
     * @param structure who asks; accounting years are its own
     * @param law the law of all days
     * @return the aid
     */
    public static DeMinimis of(Portfolio portfolio, Structure structure, LawBase law) {
        return of(AidAwards.of(portfolio), structure, law);
    }

    /**
     * The same from awards that are already read, for many structures of one portfolio.
     *
     * @param awards the awards
     * @param structure who asks; accounting years are its own
     * @param law the law of all days
     * @return the aid
     */
    public static DeMinimis of(AidAwards awards, Structure structure, LawBase law) {
        return new DeMinimis(new Undertaking(structure, awards), law, false, null);
    }

    /** {@return the same for an undertaking that carries goods by road for hire, which had a ceiling of its own until 2023} */
    public DeMinimis withRoadFreight() {
        return new DeMinimis(undertaking, law, true, left);
    }

    /**
     * The same without a grant: the one of which is asked whether it fits.
     *
     * @param grant its id
     * @return the aid without it
     */
    public DeMinimis without(GrantId grant) {
        return new DeMinimis(undertaking, law, roadFreight, grant);
    }

    /**
     * The structures that count as one undertaking.
     *
     * @param day any day
     * @return the one that asks first
     */
    public List<Structure> members(LocalDate day) {
        return undertaking.members(day);
    }

    /**
     * The aid of a regulation that is known, by day; for sums over any window.
     *
     * @param rule the regulation
     * @param day the undertaking is the one of this day
     * @return the history; none where no award is written down, where one has no regime, or where one lacks its day or amount
     */
    public Optional<AidHistory> history(DeMinimisRule rule, LocalDate day) {
        List<Undertaking.Part> parts = parts(day);
        List<AidHistory.Aid> aids = new ArrayList<>();
        for (Undertaking.Part part : parts) {
            AidAward award = part.award();
            LocalDate granted = award.day();
            Money amount = award.amount();
            if (!award.isDetermined() || (award.is(rule) && (granted == null || amount == null))) {
                return Optional.empty();
            }
            if (award.is(rule) && granted != null && amount != null) {
                aids.add(new AidHistory.Aid(granted, part.share().times(amount, RoundingMode.HALF_UP), award.id()));
            }
        }
        return Optional.of(AidHistory.of(aids));
    }

    private List<Undertaking.Part> parts(LocalDate day) {
        List<Undertaking.Part> parts = undertaking.parts(day);
        return left == null
                ? parts
                : parts.stream()
                        .filter(part -> !part.award().grant().id().equals(left))
                        .toList();
    }

    /**
     * What may still be received.
     *
     * @param rule under which regulation
     * @param day the day on which the right to new aid would be granted
     * @return the headroom; its figures are unknown, with the reason, on days of which the law says nothing
     */
    public Headroom headroom(DeMinimisRule rule, LocalDate day) {
        return new HeadroomCount(rule, day, law.at(day), undertaking.structure(), roadFreight).of(parts(day));
    }

    /**
     * Whether aid may be accepted, and if not, from when.
     *
     * @param rule under which regulation
     * @param day the day on which the right to it would be granted
     * @param aid its gross grant equivalent, in euros, not negative
     * @return the verdict
     * @throws IllegalArgumentException if the amount is negative or not in euros
     */
    public DeMinimisVerdict ask(DeMinimisRule rule, LocalDate day, Money aid) {
        if (aid.isNegative() || !aid.getCurrencyUnit().equals(CurrencyUnit.EUR)) {
            throw new IllegalArgumentException("aid is an amount in euros, not " + aid);
        }
        Headroom headroom = headroom(rule, day);
        AidAnswer answer = headroom.holds(aid);
        LocalDate earliest = null;
        if (answer != AidAnswer.YES) {
            for (LocalDate next : changes(day)) {
                Headroom then = headroom(rule, next);
                AidAnswer later = then.holds(aid);
                if (later == AidAnswer.YES) {
                    return new DeMinimisVerdict(aid, headroom, answer, next, earliest == null ? next : earliest, then);
                }
                if (later == AidAnswer.UNKNOWN
                        && earliest == null
                        && then.most().value().isKnown()) {
                    earliest = next;
                }
            }
        }
        return new DeMinimisVerdict(aid, headroom, answer, null, answer == AidAnswer.NO ? earliest : null, null);
    }

    /**
     * The headroom as a function of the day: it changes when aid is granted, leaves the period, and when law or undertaking
     * change.
     *
     * @param rule under which regulation
     * @param first the first day
     * @param last the last day, not before the first
     * @return steps without gaps, each unlike the one before in what is left or in the aid that counts
     */
    public List<HeadroomStep> timeline(DeMinimisRule rule, LocalDate first, LocalDate last) {
        List<HeadroomStep> steps = new ArrayList<>();
        LocalDate from = first;
        Headroom current = headroom(rule, first);
        List<AidPassage> begun = List.of();
        for (LocalDate next : changes(first)) {
            if (next.isAfter(last)) {
                break;
            }
            Headroom other = headroom(rule, next);
            List<AidPassage> passages = AidPassage.between(current, other);
            if (!other.sameAmounts(current) || !passages.isEmpty()) {
                steps.add(new HeadroomStep(from, next.minusDays(1), current, begun));
                from = next;
                current = other;
                begun = passages;
            }
        }
        steps.add(new HeadroomStep(from, last, current, begun));
        return steps;
    }

    /** The days after a day on which the headroom may change. */
    private SortedSet<LocalDate> changes(LocalDate after) {
        return new ChangeDays(undertaking, law).after(after);
    }
}
