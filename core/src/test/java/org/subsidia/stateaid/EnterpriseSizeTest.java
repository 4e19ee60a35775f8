package org.subsidia.stateaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.stateaid.AidCase.eur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.ExplanationText;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.stateaid.EnterpriseSize.Enterprise;
import org.subsidia.stateaid.EnterpriseSize.Holding;
import org.subsidia.stateaid.EnterpriseSize.Year;

class EnterpriseSizeTest {
    private static Year year(int year, int staff, String turnover, String balance) {
        return new Year(year, BigDecimal.valueOf(staff), eur(turnover), eur(balance));
    }

    private static Enterprise alone(String name, int... staff) {
        List<Year> years = IntStream.range(0, staff.length)
                .mapToObj(i -> year(2020 + i, staff[i], "1000000", "1000000"))
                .toList();
        return new Enterprise(name, years, List.of(), Fraction.ZERO);
    }

    private static EnterpriseSize.Result test(Enterprise enterprise) {
        EnterpriseSize.Result result =
                EnterpriseSize.of(enterprise, LawBase.standard().at(LocalDate.of(2026, 1, 1)));
        assertThat(result.explanation().check()).isEmpty();
        assertThat(ExplanationText.indented(result.explanation(), Locale.FRENCH))
                .doesNotContain("{");
        return result;
    }

    private static Enterprise with(Enterprise own, Holding... holdings) {
        return new Enterprise(own.name(), own.years(), Arrays.asList(holdings), own.publicShare());
    }

    @Test
    void thresholds_staffBelow_turnoverOrBalanceUpTo() {
        assertThat(test(alone("a", 9)).size()).contains(SizeClass.MICRO);
        assertThat(test(alone("a", 10)).size()).contains(SizeClass.SMALL);
        assertThat(test(alone("a", 49)).size()).contains(SizeClass.SMALL);
        assertThat(test(alone("a", 50)).size()).contains(SizeClass.MEDIUM);
        assertThat(test(alone("a", 250)).size()).contains(SizeClass.LARGE);
        Enterprise byBalance =
                new Enterprise("a", List.of(year(2024, 20, "60000000", "10000000")), List.of(), Fraction.ZERO);
        assertThat(test(byBalance).size()).contains(SizeClass.SMALL);
        Enterprise neither =
                new Enterprise("a", List.of(year(2024, 20, "50000000.01", "43000000.01")), List.of(), Fraction.ZERO);
        assertThat(test(neither).size()).contains(SizeClass.LARGE);
    }

    @Test
    void change_needsTwoYearsInARow() {
        assertThat(test(alone("a", 40, 60)).size()).contains(SizeClass.SMALL);
        assertThat(test(alone("a", 40, 60, 60)).size()).contains(SizeClass.MEDIUM);
        assertThat(test(alone("a", 40, 60, 40, 60)).size()).contains(SizeClass.SMALL);
        assertThat(test(alone("a", 40, 60, 300)).size()).contains(SizeClass.MEDIUM);
        assertThat(test(alone("a", 60, 40, 9)).size()).contains(SizeClass.SMALL);
    }

    @Test
    void holdings_linkedCountFully_partnersByShare_othersNot() {
        Enterprise other = alone("b", 100);
        assertThat(test(with(alone("a", 20), new Holding(other, Fraction.percent(51))))
                        .size())
                .contains(SizeClass.MEDIUM);
        // 20 + 25 % of 100 = 45, still small; 30 % makes 50
        assertThat(test(with(alone("a", 20), new Holding(other, Fraction.percent(25))))
                        .size())
                .contains(SizeClass.SMALL);
        assertThat(test(with(alone("a", 20), new Holding(other, Fraction.percent(30))))
                        .size())
                .contains(SizeClass.MEDIUM);
        assertThat(test(with(alone("a", 20), new Holding(other, Fraction.percent(24))))
                        .size())
                .contains(SizeClass.SMALL);
    }

    @Test
    void holdings_linkedOfLinkedCount_partnersOfPartnersDoNot() {
        Enterprise far = alone("c", 200);
        Enterprise linked = with(alone("b", 1), new Holding(far, Fraction.percent(60)));
        assertThat(test(with(alone("a", 60), new Holding(linked, Fraction.percent(60))))
                        .size())
                .contains(SizeClass.LARGE);
        Enterprise partner = with(alone("b", 1), new Holding(far, Fraction.percent(30)));
        assertThat(test(with(alone("a", 20), new Holding(partner, Fraction.percent(30))))
                        .size())
                .contains(SizeClass.SMALL);
    }

    @Test
    void missingFigures_leaveARange() {
        Enterprise noStaff =
                new Enterprise("a", List.of(new Year(2024, null, eur("1"), eur("1"))), List.of(), Fraction.ZERO);
        EnterpriseSize.Result result = test(noStaff);
        assertThat(result.size()).isEmpty();
        assertThat(result.least()).isEqualTo(SizeClass.MICRO);
        assertThat(result.greatest()).isEqualTo(SizeClass.LARGE);
        Enterprise staffDecides = new Enterprise(
                "a", List.of(new Year(2024, new BigDecimal("300"), null, null)), List.of(), Fraction.ZERO);
        assertThat(test(staffDecides).size()).contains(SizeClass.LARGE);
    }

    @Test
    void publicBodies_holdingAQuarter_makeItNoSme() {
        Enterprise held = new Enterprise("a", alone("a", 5).years(), List.of(), Fraction.percent(25));
        assertThat(test(held).size()).contains(SizeClass.LARGE);
        Enterprise less = new Enterprise("a", alone("a", 5).years(), List.of(), Fraction.percent(24));
        assertThat(test(less).size()).contains(SizeClass.MICRO);
    }
}
