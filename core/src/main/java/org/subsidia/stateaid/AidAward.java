package org.subsidia.stateaid;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Regime;

/**
 * One award under one regime, as State aid counts it.
 *
 * @param grant the grant
 * @param regime its regime; null: none is written down, so that it may be any
 * @param day when the right to it was granted; null: not known
 * @param amount gross grant equivalent, in euros; null: not known
 */
public record AidAward(
        Grant grant,
        @Nullable Regime regime,
        @Nullable LocalDate day,
        @Nullable Money amount) {

    static AidAward of(Grant grant, @Nullable Regime regime) {
        return new AidAward(
                grant, regime, day(grant).orElse(null), amount(grant, regime).orElse(null));
    }

    /** The right to the aid arises with the decision; where its day is not written down, with what followed it. */
    private static Optional<LocalDate> day(Grant grant) {
        return Optional.ofNullable(grant.dates().decision())
                .or(() -> Optional.ofNullable(grant.dates().notification()))
                .or(() -> Optional.ofNullable(grant.dates().convention()));
    }

    private static Optional<Money> amount(Grant grant, @Nullable Regime regime) {
        Optional<Money> equivalent = Optional.ofNullable(regime).map(Regime::grossGrantEquivalent);
        boolean whole = grant.regimes().size() <= 1;
        return equivalent
                .or(() -> whole ? grant.amount(AmountStage.AWARDED) : Optional.empty())
                .or(() -> whole ? grant.amount(AmountStage.CONVENTION) : Optional.empty())
                .filter(money -> money.getCurrencyUnit().equals(CurrencyUnit.EUR));
    }

    /** {@return whether its regime is written down} */
    public boolean isDetermined() {
        return regime != null;
    }

    /**
     * Whether it is de minimis of a regulation.
     *
     * @param rule the regulation
     * @return true where its regime says so
     */
    public boolean is(DeMinimisRule rule) {
        return regime != null && regime.kind() == rule.regime();
    }

    /** {@return the grant as people know it} */
    public Message name() {
        String purpose = grant.purpose().isBlank() ? grant.id().value() : grant.purpose();
        return day == null ? Message.of("AID-AWARD-UNDATED", purpose) : Message.of("AID-AWARD", purpose, day);
    }

    String id() {
        return grant.id().value();
    }
}
