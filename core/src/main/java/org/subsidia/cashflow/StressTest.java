package org.subsidia.cashflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.calendar.Funding;
import org.subsidia.explain.Amounts;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;

/** What becomes of an expected payment when things go wrong. */
final class StressTest {
    private StressTest() {}

    /** The payment that is left; none: it does not come. */
    static Optional<ExpectedCash> apply(
            List<Stress> stresses, ExpectedCash payment, LocalDate asAt, Portfolio portfolio) {
        ExpectedCash left = payment;
        if (payment.isRecovery()) {
            return Optional.of(payment);
        }
        for (Stress stress : stresses) {
            left = left == null || !concerns(stress, payment.grant(), asAt)
                    ? left
                    : apply(stress, left, stress.words(portfolio));
        }
        return Optional.ofNullable(left)
                .filter(one -> one.money().map(m -> !m.isZero()).orElse(true));
    }

    /** Whether a stress is about a grant at all. */
    static boolean concerns(Stress stress, Grant grant, LocalDate asAt) {
        if (stress instanceof Stress.Late late) {
            return late.funder().equals(Funding.payer(grant));
        } else if (stress instanceof Stress.Less less) {
            return less.funder() == null || less.funder().equals(Funding.payer(grant));
        } else if (stress instanceof Stress.Delabelling label) {
            return label.programme().equals(grant.programme());
        } else if (stress instanceof Stress.StartSlip slip) {
            LocalDate start = grant.dates().start();
            boolean begun = start != null && !start.isAfter(asAt);
            return slip.grant() == null ? !begun : slip.grant().equals(grant.id());
        } else if (stress instanceof Stress.Leave leave) {
            return grant.funders().contains(leave.funder());
        }
        return stress.subject().filter(grant.id()::equals).isPresent();
    }

    private static @Nullable ExpectedCash apply(Stress stress, ExpectedCash payment, Message why) {
        if (stress instanceof Stress.Late late) {
            return payment.withLater(late.months(), why);
        } else if (stress instanceof Stress.StartSlip slip) {
            return payment.withLater(slip.months(), why);
        } else if (stress instanceof Stress.Less less) {
            return reduced(payment, less.share(), why);
        } else if (stress instanceof Stress.Decommitment gone) {
            return reduced(payment, gone.share(), why);
        } else if (stress instanceof Stress.Delabelling label) {
            return before(label.day(), payment);
        } else if (stress instanceof Stress.Leave leave) {
            return before(leave.day(), payment);
        } else if (stress instanceof Stress.Breach breach) {
            return before(breach.day(), payment);
        }
        return payment;
    }

    /** What falls due from the day on does not come. */
    private static @Nullable ExpectedCash before(LocalDate day, ExpectedCash payment) {
        return payment.release().isBefore(day) ? payment : null;
    }

    private static ExpectedCash reduced(ExpectedCash payment, Fraction share, Message why) {
        return payment.withAmount(
                Amounts.share(Message.of("CASH-REDUCED"), why, Fraction.ONE.minus(share), payment.amount()));
    }
}
