package org.subsidia.cashflow.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.calendar.Funding;
import org.subsidia.cashflow.CashForecast;
import org.subsidia.cashflow.CashLine;
import org.subsidia.cashflow.ForecastOptions;
import org.subsidia.explain.Explanation;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.StructureId;

/**
 * A payment of a grant that has not come in yet.
 *
 * @param grant of which grant
 * @param step of its schedule, or the claim that is paid; empty: neither
 * @param amount how much; negative: the funder takes it back
 * @param day on which it is expected
 * @param why how that day comes about
 */
public record ExpectedPayment(Grant grant, String step, Money amount, LocalDate day, Explanation why) {
    private static final int MONTHS_AFTER = 12;

    /**
     * What a structure was still to receive on the eve of a time, by the forecast of that day. Receipts that the portfolio already
     * has, even of later days, are not expected any more; applications are expected in full.
     *
     * @param portfolio what is known
     * @param structure whose money
     * @param laws the law, with the assumptions of the library
     * @param eve the day of looking
     * @param last the last day of the time
     * @return the payments by day
     */
    public static List<ExpectedPayment> of(
            Portfolio portfolio, StructureId structure, LawBase laws, LocalDate eve, LocalDate last) {
        Portfolio known = received(portfolio, structure, eve);
        long months = (last.getYear() - eve.getYear()) * 12L + last.getMonthValue() - eve.getMonthValue();
        ForecastOptions options = ForecastOptions.of(eve)
                .withMonths((int) Math.min(ForecastOptions.MOST_MONTHS, months + MONTHS_AFTER))
                .withProbability(GrantState.PLANNED, Fraction.ONE)
                .withProbability(GrantState.REQUESTED, Fraction.ONE);
        List<ExpectedPayment> payments = new ArrayList<>();
        for (CashLine line : CashForecast.of(known, structure, laws, options).lines()) {
            Optional<Grant> grant = Optional.ofNullable(line.grant()).flatMap(portfolio::grant);
            boolean expected =
                    switch (line.kind()) {
                        case GRANT, APPLICATION, RECOVERY -> true;
                        case RECEIVED, PRODUCT, COST -> false;
                    };
            String step = line.step();
            if (expected && grant.isPresent()) {
                payments.add(new ExpectedPayment(
                        grant.get(), step == null ? "" : step, line.money(), line.day(), line.why()));
            }
        }
        return payments;
    }

    /** The portfolio as if later receipts had come in by the eve: what they pay is not expected again. */
    private static Portfolio received(Portfolio portfolio, StructureId structure, LocalDate eve) {
        List<Edit> edits = new ArrayList<>();
        for (Grant grant : portfolio.grantsOf(structure)) {
            if (grant.receipts().stream().anyMatch(receipt -> receipt.date().isAfter(eve))) {
                List<Receipt> moved = grant.receipts().stream()
                        .map(one -> one.date().isAfter(eve)
                                ? new Receipt(one.id(), eve, one.amount(), one.claim(), one.reference())
                                : one)
                        .toList();
                edits.add(Edit.put(grant.toBuilder().receipts(moved).build()));
            }
        }
        return portfolio.apply(Edit.batch("", edits));
    }

    /** {@return whether the grant is awarded, not only asked for} */
    public boolean isGranted() {
        return Funding.isGranted(grant);
    }
}
