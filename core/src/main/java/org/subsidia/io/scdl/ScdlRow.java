package org.subsidia.io.scdl;

import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.joda.money.Money;
import org.subsidia.money.Fraction;

/**
 * One published line: one beneficiary of one subsidy.
 *
 * <p>Two amounts are kept apart. The <em>published</em> amount is the whole subsidy, the same on each line when several
 * beneficiaries share it; the <em>attributed</em> amount is the share of this line's beneficiary. Adding published amounts
 * over lines with shares below 1 counts twice.
 *
 * @param line the line on which the record starts, from 1
 * @param funder who grants
 * @param beneficiary who receives
 * @param conventionDate the convention was signed
 * @param decisionDate the award was decided; only the extended profile and some old spellings have it
 * @param reference the authority's own reference of the decision
 * @param purpose what the subsidy is for, in full even beyond the 256 characters of the standard
 * @param publishedAmount the whole subsidy in euros; negative for a reversal
 * @param share of this beneficiary, 0 to 1
 * @param nature in cash, in kind, both, or empty where it cannot be told
 * @param conditions how it is paid
 * @param paymentPeriod when it is paid
 * @param idRae number in the register of aids to enterprises
 * @param notified whether the aid was notified to the European Commission
 * @param scheme identifier of the scheme of aid
 * @param extended cells of the extended profile, not empty, as published
 */
public record ScdlRow(
        long line,
        ScdlParty funder,
        ScdlParty beneficiary,
        Optional<ScdlDate> conventionDate,
        Optional<ScdlDate> decisionDate,
        Optional<String> reference,
        Optional<String> purpose,
        Money publishedAmount,
        Fraction share,
        Set<ScdlNature> nature,
        Optional<String> conditions,
        Optional<ScdlPeriod> paymentPeriod,
        Optional<String> idRae,
        Optional<Boolean> notified,
        Optional<String> scheme,
        Map<ScdlColumn, String> extended) {

    /** Copies the collections and refuses a share outside 0 to 1. */
    public ScdlRow {
        if (!share.isShare()) {
            throw new IllegalArgumentException("a share lies between 0 and 1: " + share);
        }
        nature = nature.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(nature));
        extended = extended.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(extended));
    }

    /**
     * The amount of this beneficiary: the published amount times the share, rounded half up to the cent on this line. The
     * attributed amounts of the lines of one subsidy can therefore differ from the published amount by some cents.
     *
     * @return the amount in euros
     */
    public Money attributedAmount() {
        return share.equals(Fraction.ONE) ? publishedAmount : share.times(publishedAmount, RoundingMode.HALF_UP);
    }

    /** {@return the year of the convention, else of the decision, else of the budget, else of the payment} */
    public OptionalInt year() {
        Optional<ScdlDate> date = conventionDate.or(() -> decisionDate);
        if (date.isPresent()) {
            return OptionalInt.of(date.get().year());
        }
        String budget = extended.getOrDefault(ScdlColumn.EXERCICE_BUDGETAIRE, "");
        OptionalInt year = ScdlDates.year(budget);
        if (year.isPresent()) {
            return year;
        }
        return paymentPeriod.isPresent()
                ? OptionalInt.of(paymentPeriod.get().someDay().getYear())
                : OptionalInt.empty();
    }
}
