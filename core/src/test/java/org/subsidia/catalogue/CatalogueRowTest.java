package org.subsidia.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.BudgetStage;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Source;

class CatalogueRowTest {
    private static final Place LINE = Place.file("mine.csv").line(7);

    private static Reading<CatalogueEntry> read(String... pairs) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return CatalogueRow.read(fields, LINE);
    }

    @Test
    void read_wholeCall_givesEveryField() {
        Reading<CatalogueEntry> reading = read(
                "type",
                "Appel",
                "id",
                "c",
                "name",
                "Appel 2027",
                "state",
                "announced",
                "programme",
                "p",
                "funder",
                "f",
                "opens",
                "01/02/2027",
                "preDeposit",
                "2027-02-15",
                "cutOffs",
                "2027-03-01 | 2027-04-01",
                "closes",
                "2027-05-01",
                "decision",
                "2027-07-01",
                "recurrence",
                "P1Y",
                "rate",
                "0,5",
                "minimum",
                "10 000,00",
                "maximum",
                "200000",
                "address",
                "https://region.example/appel",
                "source",
                "notre veille",
                "confidence",
                "partial",
                "note",
                "à suivre");
        assertThat(reading.findings()).isEmpty();
        Call call = reading.get().call().orElseThrow();
        assertThat(call.state()).isEqualTo(CallState.ANNOUNCED);
        assertThat(call.opens()).isEqualTo("2027-02-01");
        assertThat(call.cutOffs()).containsExactly(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 4, 1));
        assertThat(call.recurrence()).isEqualTo(Period.ofYears(1));
        assertThat(call.rate()).isEqualTo(Fraction.of(1, 2));
        assertThat(call.minimum()).isEqualTo(Money.parse("EUR 10000.00"));
        assertThat(call.maximum()).isEqualTo(Money.parse("EUR 200000.00"));
        assertThat(reading.get().source()).contains(new Source("notre veille", Confidence.PARTIAL));
    }

    @Test
    void read_programmeWithValuesAndFigures_takesEachWithItsSource() {
        Programme programme = read(
                        "type",
                        "programme",
                        "id",
                        "p",
                        "name",
                        "Ligne",
                        "source",
                        "loi",
                        "confidence",
                        "CONFIRMED",
                        "values",
                        "2024 BILL AE=1 CP=2.50|2025 PAID CP=3 PARTIAL rapport",
                        "figures",
                        "Enveloppe = 3000 EUR|Part = 12.5 % PARTIAL presse|Lauréats = 23 PTCE|Accord = 2020-09-28|Rang = 4")
                .get()
                .programme()
                .orElseThrow();
        assertThat(programme.value(2024, BudgetStage.BILL).orElseThrow().payment())
                .isEqualTo(Money.parse("EUR 2.50"));
        assertThat(programme.value(2024, BudgetStage.BILL).orElseThrow().source())
                .isEqualTo(new Source("loi", Confidence.CONFIRMED));
        assertThat(programme.value(2025, BudgetStage.PAID).orElseThrow().commitment())
                .isNull();
        assertThat(programme.value(2025, BudgetStage.PAID).orElseThrow().source())
                .isEqualTo(new Source("rapport", Confidence.PARTIAL));
    }

    @Test
    void read_figures_areAmountsSharesNumbersAndDays() {
        CatalogueEntry entry = read(
                        "type",
                        "programme",
                        "id",
                        "p",
                        "name",
                        "Ligne",
                        "figures",
                        "Enveloppe = 3000 EUR|Part = 12.5 % PARTIAL presse|Lauréats = 23 PTCE|Accord = 2020-09-28|Rang = 4")
                .get();
        assertThat(entry.figures())
                .extracting(CatalogueFigure::value)
                .containsExactly(
                        new Value.Amount(Money.parse("EUR 3000.00")),
                        new Value.Share(new BigDecimal("0.125")),
                        new Value.Quantity(new BigDecimal("23"), Message.of("CAT-FIGURE-UNIT", "PTCE")),
                        new Value.Day(LocalDate.of(2020, 9, 28)),
                        new Value.Quantity(new BigDecimal("4"), Message.of("CAT-FIGURE-UNIT", "")));
        assertThat(entry.figure("Part").orElseThrow().source()).isEqualTo(new Source("presse", Confidence.PARTIAL));
        assertThat(entry.figure("Rang").orElseThrow().source()).isEqualTo(new Source("p", Confidence.UNVERIFIED));
        assertThat(entry.source()).isEmpty();
    }

    @Test
    void read_wrongFields_stayUnknownAndAreNamed() {
        Reading<CatalogueEntry> reading = read(
                "type",
                "call",
                "id",
                "c",
                "name",
                "n",
                "state",
                "peut-être",
                "opens",
                "hier",
                "cutOffs",
                "2027-02-30",
                "rate",
                "beaucoup",
                "minimum",
                "peu",
                "recurrence",
                "chaque année",
                "confidence",
                "sûre");
        Call call = reading.get().call().orElseThrow();
        assertThat(call.state()).isEqualTo(CallState.EXPECTED);
        assertThat(call.opens()).isNull();
        assertThat(call.cutOffs()).isEmpty();
        assertThat(call.rate()).isNull();
        assertThat(reading.findings())
                .allMatch(finding -> finding.severity() == Severity.WARNING)
                .allMatch(finding -> finding.place().line() == 7)
                .extracting(finding -> finding.code() + " " + finding.place().field())
                .containsExactlyInAnyOrder(
                        "CAT-WORD-UNKNOWN state",
                        "CAT-WORD-UNKNOWN confidence",
                        "CAT-DATE-BAD opens",
                        "CAT-DATE-BAD cutOffs",
                        "CAT-VALUE-BAD rate",
                        "CAT-VALUE-BAD minimum",
                        "CAT-VALUE-BAD recurrence");
    }

    @Test
    void read_wrongLists_loseOnlyTheWrongParts() {
        Reading<CatalogueEntry> reading = read(
                "type",
                "programme",
                "id",
                "p",
                "name",
                "n",
                "values",
                "2024 BILL AE=1|2024 LAW AE=1|2024 BILL|beaucoup " + "x".repeat(200),
                "figures",
                "a = 1 EUR|b = ?|c|d = 2026-02-30|e = 120,5,1 %");
        assertThat(reading.get().programme().orElseThrow().values()).hasSize(1);
        assertThat(reading.get().figures()).extracting(CatalogueFigure::name).containsExactly("a");
        assertThat(reading.findings())
                .extracting(Finding::code)
                .containsOnly("CAT-BUDGET-BAD", "CAT-FIGURE-BAD")
                .hasSize(7);
        assertThat(reading.findings().get(2).message().arguments().get(0).toString())
                .hasSizeLessThan(90);
    }

    @Test
    void read_withoutTypeIdOrName_isRefused() {
        assertThat(read("type", "call", "name", " ").findings())
                .extracting(finding -> finding.code() + " " + finding.place().field())
                .containsExactly("CAT-FIELD-MISSING id", "CAT-FIELD-MISSING name");
        assertThat(read("type", "subside", "id", "x", "name", "x").isRead()).isFalse();
    }

    @Test
    void read_funder_hasLevelAndTerritory() {
        Funder funder = read("type", "financeur", "id", "r", "name", "Région", "level", "region", "territory", "52")
                .get()
                .funder()
                .orElseThrow();
        assertThat(funder.level()).isEqualTo(FunderLevel.REGION);
        assertThat(funder.territory()).isEqualTo("52");
        assertThat(read("type", "funder", "id", "r", "name", "Région")
                        .get()
                        .funder()
                        .orElseThrow()
                        .level())
                .isEqualTo(FunderLevel.UNKNOWN);
    }
}
