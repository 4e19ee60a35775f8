package org.subsidia.rcp.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureId;

class RecordSheetTest {
    private static final Funder REGION = Funder.builder(new FunderId("r"), FunderLevel.REGION, "Région")
            .siren("200053767")
            .build();
    private static final Money AMOUNT = Money.of(CurrencyUnit.EUR, new BigDecimal("24975.00"));
    private static final Grant GRANT = Grant.builder(new GrantId("g"), new StructureId("gone"))
            .payer(REGION.id())
            .addAmount(new StagedAmount(AmountStage.AWARDED, AMOUNT, null, null))
            .dates(GrantDates.builder().decision(LocalDate.of(2024, 3, 1)).build())
            .build();
    private static final Portfolio PORTFOLIO = Portfolio.of(List.of(REGION, GRANT));

    private static List<String> values(RecordSheet sheet) {
        return sheet.sections().stream()
                .flatMap(section -> section.lines().stream())
                .map(RecordSheet.Line::value)
                .toList();
    }

    @Test
    void of_aCall_tellsItsDaysAndWhose() {
        Call call = Call.builder(new CallId("c"), "Appel 2026")
                .funder(REGION.id())
                .closes(LocalDate.of(2026, 3, 1))
                .maximum(AMOUNT)
                .build();
        RecordSheet sheet = RecordSheet.of(call, PORTFOLIO, Locale.FRENCH);
        assertThat(sheet.title()).isEqualTo("Appel 2026");
        assertThat(values(sheet))
                .contains("Région", "24\u202f975,00\u00a0€", "01/03/2026")
                .noneMatch(String::isBlank);
        assertThat(sheet.sections()).noneMatch(section -> section.lines().isEmpty());
    }

    @Test
    void of_aFunder_tellsItsLevelAndHowManyGrantsNameIt() {
        RecordSheet sheet = RecordSheet.of(REGION, PORTFOLIO, Locale.FRENCH);
        assertThat(sheet.title()).isEqualTo("Région");
        assertThat(values(sheet)).containsExactly("Région", "200053767", "1");
    }
}
