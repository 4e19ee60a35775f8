package org.subsidia.stateaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.subsidia.stateaid.AidCase.day;
import static org.subsidia.stateaid.AidCase.eur;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.stateaid.GrossGrantEquivalent.Instalment;

class GrossGrantEquivalentTest {
    private static final Law OLD = LawBase.standard().at(day("2020-01-01"));
    private static final Law NEW = LawBase.standard().at(day("2026-06-15"));

    private static String amount(Explanation figure) {
        assertThat(figure.check()).isEmpty();
        return Amounts.of(figure)
                .map(money -> money.getAmount().toPlainString())
                .orElse("unknown");
    }

    @Test
    void instalments_areDiscountedToTheDayOfAward() {
        List<Instalment> parts = List.of(
                new Instalment(day("2026-06-15"), eur("10000")),
                new Instalment(day("2027-06-15"), eur("10000")),
                new Instalment(day("2028-06-15"), eur("10000")));
        // 10,000 + 10,000/1.04 + 10,000/1.04², each rounded to cents
        assertThat(amount(GrossGrantEquivalent.ofInstalments(day("2026-06-15"), parts, Fraction.percent(4))))
                .isEqualTo("28860.94");
        assertThat(amount(GrossGrantEquivalent.ofInstalments(day("2026-06-15"), parts, Fraction.ZERO)))
                .isEqualTo("30000.00");
    }

    @Test
    void instalments_withinAYear_areDiscountedByTheirDays() {
        List<Instalment> half = List.of(new Instalment(day("2026-03-15"), eur("10000")));
        // 73 of 365 days at 5 %: 10,000 / 1.01
        assertThat(amount(GrossGrantEquivalent.ofInstalments(day("2026-01-01"), half, Fraction.percent(5))))
                .isEqualTo("9900.99");
    }

    @Test
    void instalments_senseless_areRefused() {
        List<Instalment> early = List.of(new Instalment(day("2026-01-01"), eur("1")));
        assertThatThrownBy(() -> GrossGrantEquivalent.ofInstalments(day("2026-06-15"), early, Fraction.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GrossGrantEquivalent.ofInstalments(day("2025-06-15"), early, Fraction.percent(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GrossGrantEquivalent.ofLoan(eur("1"), 0, Fraction.ZERO, Fraction.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void loan_isTheInterestSaved() {
        // two years, 100,000 at 1 % instead of 5 %: 4,000/1.05 + 2,000/1.1025
        assertThat(amount(GrossGrantEquivalent.ofLoan(eur("100000"), 2, Fraction.percent(1), Fraction.percent(5))))
                .isEqualTo("5623.58");
        assertThat(amount(GrossGrantEquivalent.ofLoan(eur("100000"), 2, Fraction.percent(6), Fraction.percent(5))))
                .isEqualTo("0.00");
    }

    @Test
    void safeHarbour_isThePartOfTheCeiling() {
        Fraction secured = Fraction.percent(50);
        // the Commission's own example: one million for one year is 40,000 €
        assertThat(amount(GrossGrantEquivalent.ofLoanBySafeHarbour(eur("1000000"), 12, secured, OLD)))
                .isEqualTo("40000.00");
        assertThat(amount(GrossGrantEquivalent.ofLoanBySafeHarbour(eur("500000"), 120, secured, OLD)))
                .isEqualTo("200000.00");
        assertThat(amount(GrossGrantEquivalent.ofLoanBySafeHarbour(eur("1500000"), 60, secured, NEW)))
                .isEqualTo("300000.00");
        assertThat(amount(GrossGrantEquivalent.ofLoanBySafeHarbour(eur("150000"), 60, secured, NEW)))
                .isEqualTo("30000.00");
    }

    @Test
    void safeHarbour_tooLargeTooLongOrUnsecured_isUnknown() {
        Fraction secured = Fraction.percent(60);
        assertThat(amount(GrossGrantEquivalent.ofLoanBySafeHarbour(eur("1500000.01"), 12, secured, NEW)))
                .isEqualTo("unknown");
        assertThat(amount(GrossGrantEquivalent.ofLoanBySafeHarbour(eur("800000"), 61, secured, NEW)))
                .isEqualTo("unknown");
        assertThat(amount(GrossGrantEquivalent.ofLoanBySafeHarbour(eur("1000"), 121, secured, NEW)))
                .isEqualTo("unknown");
        assertThat(amount(GrossGrantEquivalent.ofLoanBySafeHarbour(eur("1000"), 12, Fraction.percent(49), NEW)))
                .isEqualTo("unknown");
    }
}
