package org.subsidia.transfer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The cash of one structure, month by month. It ends with {@code opening + known + publicMoney + income − costs}.
 *
 * @param basis from what it is worked out
 * @param start the day from which it is judged: the first of the transfer or, if that is later, the day of the forecast
 * @param balance at the end of each month from the start on; empty: not known
 * @param gone the first day from the start on that ends below nothing; null: none within the horizon
 * @param opening the balance at the beginning
 * @param known what the forecast knows
 * @param publicMoney of the years of the scenario, less what the forecast knows of it
 * @param income own income, less what the forecast knows of it
 * @param costs the same
 * @param trail the parts month by month, where a month is to be explained; null: nobody asked
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a kernel, which never leave the package
record CashPath(
        CashBasis basis,
        LocalDate start,
        long[] balance,
        @Nullable LocalDate gone,
        long opening,
        long known,
        long publicMoney,
        long income,
        long costs,
        @Nullable CashTrail trail) {
    private static final long[] NOTHING = {};

    static CashPath none(int year) {
        return new CashPath(CashBasis.YEARLY, LocalDate.of(year, 1, 1), NOTHING, null, 0, 0, 0, 0, 0, null);
    }

    /** Whole months before a day ends below nothing; none where none does, or it is not known. */
    Optional<Integer> runway() {
        return Optional.ofNullable(gone).map(day -> (int) ChronoUnit.MONTHS.between(start, day));
    }

    /** Books months from the first one on, then walks through them. Used once. */
    static final class Maker {
        private final YearMonth first;
        private final long[] net;
        private final @Nullable CashTrail trail;
        private long publicMoney;
        private long income;
        private long costs;

        Maker(YearMonth first, YearMonth last, boolean trailed) {
            this.first = first;
            this.net = new long[Math.max(0, (int) first.until(last, ChronoUnit.MONTHS) + 1)];
            this.trail = trailed ? CashTrail.of(net.length) : null;
        }

        /** A year's amount over so many months alike, from a month on, counted from the first. */
        void publicMoney(int from, int months, long amount) {
            publicMoney =
                    Math.addExact(publicMoney, book(from, months, amount, trail == null ? null : trail.publicMoney()));
        }

        void income(int from, int months, long amount) {
            income = Math.addExact(income, book(from, months, amount, trail == null ? null : trail.income()));
        }

        void costs(int from, long... amounts) {
            for (int month = 0; month < amounts.length && from + month < net.length; month++) {
                net[from + month] = Math.subtractExact(net[from + month], amounts[month]);
                costs = Math.addExact(costs, amounts[month]);
                note(trail == null ? null : trail.costs(), from + month, amounts[month]);
            }
        }

        /** What comes after the last month is not booked. */
        private long book(int from, int months, long amount, long @Nullable [] noted) {
            long booked = 0;
            for (int month = 0; month < months && from + month < net.length; month++) {
                long part = Cents.evenPart(amount, months, month);
                net[from + month] = Math.addExact(net[from + month], part);
                booked = Math.addExact(booked, part);
                note(noted, from + month, part);
            }
            return booked;
        }

        private static void note(long @Nullable [] noted, int month, long cents) {
            if (noted != null) {
                noted[month] = Math.addExact(noted[month], cents);
            }
        }

        CashPath yearly(long opening) {
            return walk(CashBasis.YEARLY, opening, List.of(), first.atDay(1));
        }

        /** Movements are in the order of their days, unless they are moved. */
        CashPath forecast(KnownCash cash, LocalDate start, Optional<UnaryOperator<KnownCash.Movement>> moved) {
            List<KnownCash.Movement> movements = moved.map(each -> cash.movements().stream()
                            .map(each)
                            .sorted(Comparator.comparing(KnownCash.Movement::day))
                            .toList())
                    .orElse(cash.movements());
            return walk(CashBasis.FORECAST, Cents.of(cash.opening()), movements, start);
        }

        private LocalDate end(int month) {
            return first.plusMonths(month).atEndOfMonth();
        }

        private CashPath walk(CashBasis basis, long opening, List<KnownCash.Movement> movements, LocalDate start) {
            int skipped = (int) first.until(YearMonth.from(start), ChronoUnit.MONTHS);
            long[] balances = new long[Math.max(0, net.length - skipped)];
            LocalDate gone = null;
            long balance = opening;
            int next = 0;
            for (int month = 0; month < net.length; month++) {
                boolean quiet = next >= movements.size();
                LocalDate end = quiet ? LocalDate.MAX : end(month);
                if (month == skipped && basis == CashBasis.FORECAST && balance < 0) {
                    gone = start;
                }
                while (next < movements.size() && !movements.get(next).day().isAfter(end)) {
                    LocalDate day = movements.get(next).day();
                    while (next < movements.size() && movements.get(next).day().equals(day)) {
                        balance = Math.addExact(balance, movements.get(next++).cents());
                    }
                    if (gone == null && balance < 0 && day.isBefore(end) && !day.isBefore(start)) {
                        gone = day;
                    }
                }
                balance = Math.addExact(balance, net[month]);
                if (gone == null && balance < 0 && month >= skipped) {
                    gone = end(month);
                }
                if (month >= skipped) {
                    balances[month - skipped] = balance;
                }
            }
            long known = balance - opening - publicMoney - income + costs;
            return new CashPath(basis, start, balances, gone, opening, known, publicMoney, income, costs, trail);
        }
    }
}
