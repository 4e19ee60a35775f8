package org.subsidia.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;

class ChartTest {
    private static Law law(int year) {
        return LawBase.standard().at(LocalDate.of(year, 1, 1));
    }

    @Test
    void role_isThatOfTheLongestPrefix() {
        Chart chart = Chart.of(law(2025));
        assertThat(chart.role("741000")).isEqualTo(AccountRole.SUBSIDY);
        assertThat(chart.role("747100")).isEqualTo(AccountRole.INVESTMENT_SHARE);
        assertThat(chart.role("756200")).isEqualTo(AccountRole.FEE_WITH_COUNTERPART);
        assertThat(chart.role("756000")).isEqualTo(AccountRole.FEE);
        assertThat(chart.role("689500")).isEqualTo(AccountRole.DEDICATED_CHARGE_OTHER);
        assertThat(chart.role("689000")).isEqualTo(AccountRole.DEDICATED_CHARGE);
        assertThat(chart.role("601")).isEqualTo(AccountRole.COST);
        assertThat(chart.role("9")).isEqualTo(AccountRole.OUTSIDE);
        assertThat(chart.role("")).isEqualTo(AccountRole.OUTSIDE);
    }

    @Test
    void role_followsTheChartOfTheYear() {
        assertThat(Chart.of(law(2024)).role("777000")).isEqualTo(AccountRole.INVESTMENT_SHARE);
        assertThat(Chart.of(law(2025)).role("777000")).isEqualTo(AccountRole.OUTSIDE);
        assertThat(Chart.of(law(2024)).role("4487")).isEqualTo(AccountRole.RECEIVABLE);
        assertThat(Chart.of(law(2025)).role("4487")).isEqualTo(AccountRole.OUTSIDE);
        assertThat(Chart.of(law(2025)).role("4482")).isEqualTo(AccountRole.RECEIVABLE);
    }

    @Test
    void chart_knowsEverySubsidyAccountThatTheLawBaseLists() {
        Law law = law(2025);
        Chart chart = Chart.of(law);
        List<String> names = List.of(
                "operating-subsidies",
                "investment-subsidies",
                "dedicated-funds",
                "receivables",
                "state-receivable",
                "public-contributions",
                "membership-fees",
                "gifts",
                "financial-contributions");
        Stream<String> accounts =
                names.stream().flatMap(name -> law.list("accounting.accounts." + name).value().stream());
        assertThat(accounts)
                .allSatisfy(
                        account -> assertThat(chart.role(account)).as(account).isNotEqualTo(AccountRole.OUTSIDE));
    }
}
