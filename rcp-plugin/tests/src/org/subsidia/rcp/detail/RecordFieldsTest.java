package org.subsidia.rcp.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Confidence;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.BudgetStage;
import org.subsidia.portfolio.BudgetValue;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Source;

/** What the forms of funders, programmes and calls take, and what not. */
class RecordFieldsTest {
    private static final Locale FRENCH = Locale.FRANCE;
    private static final Source READ = new Source("CPER, p. 12", Confidence.PARTIAL);
    private static final Funder REGION = Funder.builder(new FunderId("r"), FunderLevel.REGION, "Occitanie")
            .siren("200053791")
            .siret("20005379100014")
            .territory("76")
            .nuts("FRJ")
            .note("note")
            .build();
    private static final Programme CONTRACT = Programme.builder(new ProgrammeId("cper"), ProgrammeKind.CPER, "CPER")
            .build();
    private static final Programme PART = Programme.builder(
                    new ProgrammeId("volet"), ProgrammeKind.CPER_VOLET, "Volet eau")
            .code("112")
            .fund("FNADT")
            .parent(CONTRACT.id())
            .funder(REGION.id())
            .period(DateWindow.of(LocalDate.of(2021, 1, 1), LocalDate.of(2027, 12, 31)))
            .rate(Fraction.of(1, 2))
            .values(List.of(new BudgetValue(2025, BudgetStage.INITIAL_LAW, euros("9000000.00"), null, READ)))
            .source(READ)
            .note("note")
            .build();
    private static final Call CALL = Call.builder(new CallId("c"), "Appel 2026")
            .state(CallState.OPEN)
            .programme(PART.id())
            .funder(REGION.id())
            .opens(LocalDate.of(2026, 1, 5))
            .preDeposit(LocalDate.of(2026, 2, 1))
            .closes(LocalDate.of(2026, 3, 31))
            .decision(LocalDate.of(2026, 6, 30))
            .cutOffs(List.of(LocalDate.of(2026, 2, 15)))
            .recurrence(Period.ofYears(1))
            .rate(Fraction.of(2, 5))
            .minimum(euros("5000.00"))
            .maximum(euros("80000.00"))
            .address("https://exemple.fr/appel")
            .source(READ)
            .note("note")
            .build();
    private static final Portfolio PORTFOLIO = Portfolio.of(List.of(REGION, CONTRACT, PART, CALL));

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    /** A field takes what it shows, and nothing changes; emptied, it takes that too, unless it must not be empty. */
    private static <R extends PortfolioRecord> void assertFields(Field<R>[] fields, R full, R bare) {
        for (Field<R> field : fields) {
            String text = field.text(full, PORTFOLIO, FRENCH);
            assertThat(text).as(field.name()).isNotBlank();
            assertThat(field.refusal(full, PORTFOLIO, text, FRENCH))
                    .as(field.name())
                    .isEmpty();
            assertThat(field.changed(full, PORTFOLIO, text, FRENCH))
                    .as(field.name())
                    .isEqualTo(full);
            if (field.refusal(full, PORTFOLIO, "", FRENCH).isEmpty()) {
                R without = field.changed(full, PORTFOLIO, "", FRENCH);
                assertThat(field.text(without, PORTFOLIO, FRENCH))
                        .as(field.name())
                        .isIn("", unverified(field));
            }
            String empty = field.text(bare, PORTFOLIO, FRENCH);
            assertThat(field.changed(bare, PORTFOLIO, empty, FRENCH))
                    .as(field.name())
                    .isEqualTo(bare);
        }
    }

    /** How sure a source is cannot be left open. */
    private static String unverified(Field<?> field) {
        return field.name().equals("CONFIDENCE") ? "non vérifié" : "";
    }

    @Test
    void fields_readWhatTheyShow() {
        assertFields(
                FunderField.values(),
                REGION,
                Funder.builder(new FunderId("x"), FunderLevel.PRIVATE, "X").build());
        assertFields(ProgrammeField.values(), PART, CONTRACT);
        assertFields(
                CallField.values(), CALL, Call.builder(new CallId("y"), "Y").build());
    }

    private static <R> void assertRefused(Field<R> field, R record, String text, String why) {
        assertThat(field.refusal(record, PORTFOLIO, text, FRENCH))
                .as(field.name() + " " + text)
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(why));
    }

    @Test
    void funder_isRefusedNumbersAndTerritoriesThatThereAreNot() {
        assertRefused(FunderField.NAME, REGION, " ", "renseigné");
        assertRefused(FunderField.SIREN, REGION, "123456789", "123");
        assertRefused(FunderField.SIRET, REGION, "20005379100015", "200");
        assertRefused(FunderField.NUTS, REGION, "FRZ9", "FRZ9");
        assertRefused(FunderField.TERRITORY, REGION, "Atlantide", "Atlantide");
        assertRefused(FunderField.LEVEL, REGION, "Planète", "Planète");
        assertThat(FunderField.TERRITORY
                        .changed(REGION, PORTFOLIO, "Bretagne", FRENCH)
                        .territory())
                .isEqualTo("53");
        assertThat(FunderField.SIREN.changed(REGION, PORTFOLIO, "200 053 791", FRENCH))
                .isEqualTo(REGION);
    }

    @Test
    void programme_isRefusedWhatCannotBe() {
        assertRefused(ProgrammeField.PARENT, CONTRACT, "Volet eau", "lui-même");
        assertRefused(ProgrammeField.PARENT, CONTRACT, "CPER", "lui-même");
        assertRefused(ProgrammeField.LAST, PART, "31/12/2020", "avant");
        assertRefused(ProgrammeField.RATE, PART, "120 %", "120 %");
        assertRefused(ProgrammeField.CONFIDENCE, CONTRACT, "confirmé", "lu");
        Programme fund = CONTRACT.toBuilder().kind(ProgrammeKind.EU_FUND).build();
        assertRefused(ProgrammeField.CODE, fund, "2021FRXX", "2021FRXX");
        assertThat(ProgrammeField.CODE.refusal(CONTRACT, PORTFOLIO, "112", FRENCH))
                .isEmpty();
        assertThat(ProgrammeField.SOURCE
                        .changed(CONTRACT, PORTFOLIO, "CPER, p. 3", FRENCH)
                        .source())
                .isEqualTo(new Source("CPER, p. 3", Confidence.UNVERIFIED));
    }

    @Test
    void call_isRefusedDaysAndAmountsInTheWrongOrder() {
        assertRefused(CallField.CLOSES, CALL, "01/01/2026", "ne se suivent pas");
        assertRefused(CallField.DECISION, CALL, "30/03/2026", "ne se suivent pas");
        assertRefused(CallField.MAXIMUM, CALL, "4 999,99", "plancher");
        assertRefused(CallField.MINIMUM, CALL, "-1", "négatif");
        assertRefused(CallField.RATE, CALL, "beaucoup", "beaucoup");
        assertRefused(CallField.PROGRAMME, CALL, "Rien", "Rien");
        assertThat(CallField.RECURRENCE
                        .changed(CALL, PORTFOLIO, "tous les 2 ans", FRENCH)
                        .recurrence())
                .isEqualTo(Period.ofYears(2));
    }

    @Test
    void recurrence_ofUnusualLength_staysAsItIs() {
        Call odd = CALL.toBuilder().recurrence(Period.of(0, 18, 3)).build();
        Portfolio portfolio = Portfolio.of(List.of(odd));
        String text = CallField.RECURRENCE.text(odd, portfolio, FRENCH);
        assertThat(CallField.RECURRENCE.choices(portfolio, FRENCH)).contains(text, "tous les 6 mois", "chaque année");
        assertThat(CallField.RECURRENCE.changed(odd, portfolio, text, FRENCH)).isEqualTo(odd);
    }

    private static <R> void assertRoundTrip(ItemList<R> list, R record) {
        List<List<String>> lines = list.lines(record, PORTFOLIO);
        assertThat(lines).isNotEmpty();
        for (int i = 0; i < lines.size(); i++) {
            assertThat(list.refusal(record, i, lines.get(i), PORTFOLIO, FRENCH)).isEmpty();
            assertThat(list.with(record, i, lines.get(i), PORTFOLIO, FRENCH)).isEqualTo(record);
        }
    }

    @Test
    void values_ofAProgramme_needAnAmountAndStayInOrder() {
        assertRoundTrip(ProgrammeList.VALUES, PART);
        List<String> bill = List.of("2024", "projet de loi", "", "1 000,00", "", "");
        Programme both = ProgrammeList.VALUES.with(PART, -1, bill, PORTFOLIO, FRENCH);
        assertThat(both.values()).extracting(BudgetValue::year).containsExactly(2024, 2025);
        assertThat(ProgrammeList.VALUES.without(both, 0)).isEqualTo(PART);
        assertThat(ProgrammeList.VALUES.refusal(
                        PART, -1, List.of("2024", "projet de loi", "", "", "", ""), PORTFOLIO, FRENCH))
                .isPresent();
        assertThat(ProgrammeList.VALUES.refusal(
                        PART, -1, List.of("2024", "projet de loi", "1", "", "", "confirmé"), PORTFOLIO, FRENCH))
                .isPresent();
    }

    @Test
    void cutOffs_ofACall_areBetweenItsOpeningAndItsClosing() {
        assertRoundTrip(CallList.CUT_OFFS, CALL);
        Call both = CallList.CUT_OFFS.with(CALL, -1, List.of("01/02/2026"), PORTFOLIO, FRENCH);
        assertThat(both.cutOffs()).containsExactly(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 15));
        assertThat(CallList.CUT_OFFS.without(both, 0)).isEqualTo(CALL);
        assertThat(CallList.CUT_OFFS.refusal(CALL, -1, List.of("01/04/2026"), PORTFOLIO, FRENCH))
                .isPresent();
    }
}
