package org.subsidia.cashflow;

import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;
import org.subsidia.time.MonthAxis;

/** Turns a forecast into columns. Used once. */
final class JobMaking {
    private static final int ALL = 1 << Draws.BITS;

    private final CashForecast forecast;
    private final MonthAxis axis;
    private final long seed;
    private final Map<FunderId, Integer> funders = new LinkedHashMap<>();
    private final Map<GrantId, Integer> applications = new LinkedHashMap<>();
    private final List<Integer> limits = new ArrayList<>();

    JobMaking(CashForecast forecast, long seed) {
        this.forecast = forecast;
        this.axis = forecast.axis();
        this.seed = seed;
    }

    CashKernel.Job make(Money opening) {
        long sum = Math.abs(cents(opening));
        long start = cents(opening);
        long[] fixed = new long[axis.length()];
        for (CashLine line : forecast.lines()) {
            long position = axis.position(YearMonth.from(line.day()));
            sum = Math.addExact(sum, Math.abs(cents(line.money())));
            if (isDrawn(line) || position >= axis.length()) {
                continue;
            }
            if (position < 0) {
                start = Math.addExact(start, cents(line.money()));
            } else {
                fixed[(int) position] = Math.addExact(fixed[(int) position], cents(line.money()));
            }
        }
        List<CashPayment> payments = forecast.payments();
        int count = payments.size();
        byte[][] tables = new byte[count][];
        long[] cents = new long[count];
        int[] funder = new int[count];
        int[] award = new int[count];
        long[] keys = new long[count];
        for (int p = 0; p < count; p++) {
            CashPayment payment = payments.get(p);
            tables[p] = table(payment);
            cents[p] = cents(payment.money());
            funder[p] = payment.payer() == null ? -1 : funders.computeIfAbsent(payment.payer(), id -> funders.size());
            award[p] = award(payment);
            keys[p] = Draws.key(seed, "payment", payment.grant().value(), payment.number());
            sum = Math.addExact(sum, Math.abs(cents[p]));
        }
        if (sum >= CashKernel.LARGEST) {
            throw new ArithmeticException("amounts too large to be added in cents: " + sum);
        }
        return new CashKernel.Job(
                start,
                fixed,
                funders.keySet().stream()
                        .mapToLong(id -> Draws.key(seed, "funder", id.value(), 0))
                        .toArray(),
                applications.keySet().stream()
                        .mapToLong(id -> Draws.key(seed, "award", id.value(), 0))
                        .toArray(),
                limits.stream().mapToInt(Integer::intValue).toArray(),
                tables,
                cents,
                funder,
                award,
                keys);
    }

    /** Payments of grants stand in columns of their own; all else is certain. */
    static boolean isDrawn(CashLine line) {
        return line.kind() == CashKind.GRANT || line.kind() == CashKind.APPLICATION;
    }

    private int award(CashPayment payment) {
        if (payment.probability().compareTo(Fraction.ONE) == 0) {
            return -1;
        }
        Integer known = applications.get(payment.grant());
        if (known != null) {
            return known;
        }
        limits.add(payment.probability()
                .times(Fraction.of(ALL))
                .value(0, RoundingMode.HALF_UP)
                .intValueExact());
        applications.put(payment.grant(), applications.size());
        return applications.size() - 1;
    }

    private byte[] table(CashPayment payment) {
        byte[] months = new byte[payment.days().size()];
        for (int i = 0; i < months.length; i++) {
            long position = axis.position(YearMonth.from(payment.days().get(i)));
            months[i] = (byte) Math.max(0, Math.min(axis.length(), position));
        }
        return months;
    }

    private static long cents(Money money) {
        return money.getAmountMinor().longValueExact();
    }
}
