package org.subsidia.portfolio.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Trigger;

/**
 * Published scenarios of an English land scheme: yearly amounts by area, agreements of three years, quarterly payments in whole
 * pence with the odd pence in the first, first payment on the fifteenth of the third month after the start.
 */
class PaymentScenariosTest {
    private static final int QUARTERS = 12;

    /** Pounds a hectare and year. */
    private static final Map<String, String> PER_HECTARE =
            Map.of("CMOR1", "10.60", "UPL1", "20", "UPL2", "53", "UPL3", "66", "CSAM1", "6");

    /** Pounds a year for the agreement, once for each action. */
    private static final Map<String, String> PER_AGREEMENT = Map.of("CMOR1", "272", "CSAM1", "97");

    @Test
    void scenarios_published_arePaidToThePenny() throws IOException {
        String folder = System.getenv("SUBSIDIA_REAL_DATA");
        assumeThat(folder).as("SUBSIDIA_REAL_DATA is not set").isNotNull();
        Path file = Path.of(folder, "oracles", "paymentCalculationScenarios.csv");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = format.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            int count = 0;
            for (CSVRecord row : rows) {
                scenario(row);
                count++;
            }
            assertThat(count).isGreaterThan(10);
        }
    }

    private static void scenario(CSVRecord row) throws IOException {
        String name = row.get("scenarioName");
        List<Money> yearly = yearly(new ObjectMapper().readTree(row.get("parcels")));
        Money annual = Money.total(yearly);
        assertThat(annual.getAmountMinorLong()).as(name).isEqualTo(number(row, "expectedPaymentAnnual"));
        List<Money> items = yearly.stream().map(item -> item.multipliedBy(3)).toList();
        List<Money> quarters = Instalments.of(items, QUARTERS, Instalments.Leftover.FIRST);
        LocalDate start = LocalDate.parse(row.get("expectedStartDate"));
        Grant grant = grant(quarters, start);
        PaymentSchedule schedule = ScheduleEngine.of(
                grant, LocalDate.parse(row.get("expectedEndDate")).plusMonths(4));
        assertThat(Amounts.of(schedule.ceiling()).orElseThrow().getAmountMinorLong())
                .as(name)
                .isEqualTo(number(row, "expectedPaymentAgreement"));
        assertThat(schedule.dueAmount()).as(name).isEqualTo(Amounts.of(schedule.ceiling()));
        StepStatus first = schedule.steps().get(0);
        assertThat(first.release()).as(name).contains(LocalDate.parse(row.get("expectedFirstPaymentDate")));
        assertThat(first.dueAmount().orElseThrow().getAmountMinorLong())
                .as(name)
                .isEqualTo(number(row, "expectedPaymentFirstQuarter"));
        assertThat(schedule.steps().subList(1, QUARTERS)).as(name).allSatisfy(step -> assertThat(
                        step.dueAmount().orElseThrow().getAmountMinorLong())
                .isEqualTo(number(row, "expectedPaymentOtherQuarters")));
        assertThat(schedule.due().check()).isEmpty();
    }

    private static long number(CSVRecord row, String column) {
        return Long.parseLong(row.get(column));
    }

    /** One item for each action on each parcel, and one for each action's amount by agreement. */
    private static List<Money> yearly(JsonNode parcels) {
        List<Money> items = new ArrayList<>();
        Map<String, Money> agreement = new LinkedHashMap<>();
        for (JsonNode parcel : parcels) {
            for (JsonNode action : parcel.get("actions")) {
                String code = action.get("code").asText();
                BigDecimal amount =
                        new BigDecimal(action.get("quantity").asText()).multiply(new BigDecimal(PER_HECTARE.get(code)));
                items.add(Money.of(CurrencyUnit.GBP, amount, RoundingMode.HALF_UP));
                if (PER_AGREEMENT.containsKey(code)) {
                    agreement.put(code, Money.of(CurrencyUnit.GBP, new BigDecimal(PER_AGREEMENT.get(code))));
                }
            }
        }
        items.addAll(agreement.values());
        return items;
    }

    private static Grant grant(List<Money> quarters, LocalDate start) {
        List<ScheduleStep> steps = new ArrayList<>();
        for (int i = 0; i < quarters.size(); i++) {
            Period after = Period.of(0, 3 * (i + 1), 14);
            steps.add(new ScheduleStep(
                    "quarter " + (i + 1),
                    StepRole.INTERIM,
                    new Trigger.OnEvent(GrantEvent.START, after),
                    new Portion.Amount(quarters.get(i)),
                    null,
                    false,
                    null,
                    null));
        }
        return Grant.builder(new GrantId("g"), new StructureId("s"))
                .state(GrantState.UNDER_CONVENTION)
                .settlement(Settlement.FIXED)
                .addAmount(new StagedAmount(AmountStage.AWARDED, Money.total(quarters), null, null))
                .dates(GrantDates.builder().start(start).build())
                .schedule(steps)
                .build();
    }
}
