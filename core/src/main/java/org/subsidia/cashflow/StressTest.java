package org.subsidia.cashflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;

/** What becomes of an expected payment when things go wrong. */
final class StressTest {
    private StressTest() {}

    /** The payment that is left; none: it does not come. */
    static Optional<ExpectedCash> apply(List<Stress> stresses, ExpectedCash payment, LocalDate asAt) {
        ExpectedCash left = payment;
        if (payment.isRecovery()) {
            return Optional.of(payment);
        }
        for (Stress stress : stresses) {
            left = left == null ? null : apply(stress, left, asAt);
        }
        return Optional.ofNullable(left)
                .filter(one -> one.money().map(m -> !m.isZero()).orElse(true));
    }

    private static @Nullable ExpectedCash apply(Stress stress, ExpectedCash payment, LocalDate asAt) {
        Grant grant = payment.grant();
        if (stress instanceof Stress.Late late) {
            return late.funder().equals(payment.payer()) ? payment.withLater(late.months(), late.words()) : payment;
        } else if (stress instanceof Stress.Less less) {
            boolean meant = less.funder() == null || less.funder().equals(payment.payer());
            return meant ? reduced(payment, less.share(), less.words()) : payment;
        } else if (stress instanceof Stress.Decommitment gone) {
            return gone.grant().equals(grant.id()) ? reduced(payment, gone.share(), gone.words()) : payment;
        } else if (stress instanceof Stress.Delabelling label) {
            boolean meant = label.programme().equals(grant.programme());
            return meant && !payment.release().isBefore(label.day()) ? null : payment;
        } else if (stress instanceof Stress.StartSlip slip) {
            LocalDate start = grant.dates().start();
            boolean begun = start != null && !start.isAfter(asAt);
            boolean meant = slip.grant() == null ? !begun : slip.grant().equals(grant.id());
            return meant ? payment.withLater(slip.months(), slip.words()) : payment;
        } else if (stress instanceof Stress.Leave leave) {
            return leaves(leave.funder(), grant) && !payment.release().isBefore(leave.day()) ? null : payment;
        } else if (stress instanceof Stress.Breach breach) {
            return breach.grant().equals(grant.id()) && !payment.release().isBefore(breach.day()) ? null : payment;
        }
        return payment;
    }

    private static boolean leaves(FunderId funder, Grant grant) {
        return grant.funders().contains(funder);
    }

    private static ExpectedCash reduced(ExpectedCash payment, Fraction share, Message why) {
        return payment.withAmount(
                Amounts.share(Message.of("CASH-REDUCED"), why, Fraction.ONE.minus(share), payment.amount()));
    }
}
