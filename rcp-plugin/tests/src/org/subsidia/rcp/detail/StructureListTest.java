package org.subsidia.rcp.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.CashRhythm;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GroupMembership;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Succession;

class StructureListTest {
    private static final Locale FRENCH = Locale.FRANCE;
    private static final Structure HEIR =
            Structure.builder(new StructureId("a"), "Pôle").build();
    private static final Structure FORMER =
            Structure.builder(new StructureId("b"), "Ancien cluster").build();
    private static final Grant GRANT =
            Grant.builder(new GrantId("g1"), FORMER.id()).build();
    private static final Portfolio PORTFOLIO = Portfolio.of(List.of(HEIR, FORMER, GRANT));

    private static Structure with(StructureList list, Structure to, int line, String... texts) {
        return list.with(to, line, List.of(texts), PORTFOLIO, FRENCH);
    }

    /** What a list shows of a line is what it reads. */
    private static void assertRoundTrip(StructureList list, Structure structure) {
        List<List<String>> lines = list.lines(structure, PORTFOLIO);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(list.with(structure, i, lines.get(i), PORTFOLIO, FRENCH)).isEqualTo(structure);
            assertThat(list.refusal(structure, i, lines.get(i), PORTFOLIO, FRENCH))
                    .isEmpty();
            for (int entry = 0; entry < lines.get(i).size(); entry++) {
                ItemList.Entry column = list.entries(PORTFOLIO).get(entry);
                assertThat(column.kind()
                                .refusal(
                                        lines.get(i).get(entry),
                                        column.required(),
                                        column.choices(),
                                        CurrencyUnit.EUR,
                                        FRENCH))
                        .isEmpty();
            }
        }
    }

    @Test
    void cash_isKeptInTheOrderOfItsDays() {
        Structure later = with(StructureList.CASH, HEIR, -1, "31/12/2025", "12 000,50", "relevé");
        Structure both = with(StructureList.CASH, later, -1, "30/06/2025", "-300", "");
        assertThat(both.cashBalances())
                .containsExactly(
                        new CashBalance(LocalDate.of(2025, 6, 30), euros("-300.00"), null),
                        new CashBalance(LocalDate.of(2025, 12, 31), euros("12000.50"), "relevé"));
        assertRoundTrip(StructureList.CASH, both);
        assertThat(StructureList.CASH.without(both, 0)).isEqualTo(later);
    }

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    @Test
    void rhythms_haveTwelveWeightsOrNone() {
        String staff = StructureList.RHYTHMS.entries(PORTFOLIO).get(0).choices().stream()
                .filter(label -> label.contains("personnel")
                        || label.toLowerCase(Locale.ROOT).contains("staff"))
                .findFirst()
                .orElseThrow();
        Structure alike = with(StructureList.RHYTHMS, HEIR, -1, staff, "27", "");
        assertThat(alike.cashRhythms()).containsExactly(new CashRhythm(BudgetKind.STAFF, 27, List.of()));
        Structure weighted = with(StructureList.RHYTHMS, alike, 0, staff, "31", "0 3 1 0 0 0 0 0 0 0 0 1");
        assertThat(weighted.cashRhythms().get(0).weights()).hasSize(12).startsWith(0, 3, 1);
        assertRoundTrip(StructureList.RHYTHMS, weighted);
        assertThat(FieldKind.WEIGHTS.refusal("1 2 3", false, List.of(), CurrencyUnit.EUR, FRENCH))
                .isPresent();
        assertThat(FieldKind.DAY_OF_MONTH.refusal("32", true, List.of(), CurrencyUnit.EUR, FRENCH))
                .isPresent();
    }

    @Test
    void successions_takeSharesAndGrantsThatThereAre() {
        Structure half = with(StructureList.SUCCESSIONS, HEIR, -1, "Ancien cluster", "01/01/2024", "50 %", "g1");
        assertThat(half.successions())
                .containsExactly(
                        new Succession(FORMER.id(), LocalDate.of(2024, 1, 1), Fraction.of(1, 2), List.of(GRANT.id())));
        Structure third = with(StructureList.SUCCESSIONS, half, 0, "Ancien cluster", "01/01/2024", "1/3", "");
        assertThat(third.successions().get(0).share()).isEqualTo(Fraction.of(1, 3));
        assertRoundTrip(StructureList.SUCCESSIONS, half);
        assertRoundTrip(StructureList.SUCCESSIONS, third);
        for (String share : List.of("150 %", "-1", "moitié", "1/0")) {
            assertThat(FieldKind.SHARE.refusal(share, true, List.of(), CurrencyUnit.EUR, FRENCH))
                    .as(share)
                    .isPresent();
        }
        assertThat(FieldKind.IDS.refusal("g1, g2", false, List.of("g1"), CurrencyUnit.EUR, FRENCH))
                .hasValueSatisfying(why -> assertThat(why).contains("g2"));
    }

    private static void assertRefused(StructureList list, Structure structure, String why, String... texts) {
        assertThat(list.refusal(structure, -1, List.of(texts), PORTFOLIO, FRENCH))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(why));
    }

    @Test
    void labels_areHeldForATimeThatMayBeExtended() {
        Structure pole =
                with(StructureList.LABELS, HEIR, -1, "Pôle de compétitivité", "V", "01/01/2023", "31/12/2026", "", "");
        assertThat(pole.labels())
                .containsExactly(new Label(
                        LabelKind.POLE, "V", LocalDate.of(2023, 1, 1), LocalDate.of(2026, 12, 31), null, null));
        Structure extended = with(
                StructureList.LABELS,
                pole,
                0,
                "Pôle de compétitivité",
                "V",
                "01/01/2023",
                "31/12/2026",
                "31/12/2028",
                "oui");
        assertThat(extended.labels().get(0).heldOn(LocalDate.of(2028, 6, 1))).isTrue();
        assertRoundTrip(StructureList.LABELS, pole);
        assertRoundTrip(StructureList.LABELS, extended);
        assertRefused(StructureList.LABELS, HEIR, "avant le début", "PTCE", "", "01/01/2025", "31/12/2024", "", "");
        assertRefused(StructureList.LABELS, HEIR, "prolongation", "PTCE", "", "", "31/12/2026", "31/12/2025", "oui");
        assertThat(StructureList.LABELS.without(extended, 0)).isEqualTo(HEIR);
    }

    @Test
    void regions_areThoseThatThereWereAndOneAtATime() {
        Structure before = with(StructureList.REGIONS, HEIR, -1, "Rhône-Alpes (82)", "", "31/12/2015");
        Structure both = with(StructureList.REGIONS, before, -1, "Auvergne-Rhône-Alpes (84)", "01/01/2016", "");
        assertThat(both.regionOn(LocalDate.of(2015, 6, 1))).contains("82");
        assertThat(both.regionOn(LocalDate.of(2026, 6, 1))).contains("84");
        assertRoundTrip(StructureList.REGIONS, both);
        assertThat(StructureList.REGIONS.entries(PORTFOLIO).get(0).choices())
                .contains("Auvergne-Rhône-Alpes (84)", "Rhône-Alpes (82)")
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo("Auvergne-Rhône-Alpes (84)");
        assertRefused(StructureList.REGIONS, HEIR, "n’existe plus", "Rhône-Alpes (82)", "01/01/2010", "");
        assertRefused(StructureList.REGIONS, HEIR, "n’existait pas", "Rhône-Alpes (82)", "", "01/01/2016");
        assertRefused(StructureList.REGIONS, HEIR, "n’existait pas", "Auvergne-Rhône-Alpes (84)", "31/12/2015", "");
        assertRefused(StructureList.REGIONS, both, "ailleurs", "Bretagne (53)", "01/01/2020", "");
        assertRefused(StructureList.REGIONS, HEIR, "avant le début", "Bretagne (53)", "02/01/2020", "01/01/2020");
        assertThat(StructureList.REGIONS.refusal(
                        both, 1, List.of("Bretagne (53)", "01/01/2016", ""), PORTFOLIO, FRENCH))
                .isEmpty();
    }

    @Test
    void groups_areThoseOfOthersOrNew() {
        Structure member = with(StructureList.GROUPS, HEIR, -1, "Groupe Rives", "01/01/2024", "");
        assertThat(member.groups())
                .containsExactly(new GroupMembership("Groupe Rives", DateWindow.from(LocalDate.of(2024, 1, 1))));
        assertRoundTrip(StructureList.GROUPS, member);
        assertThat(StructureList.GROUPS
                        .entries(Portfolio.of(List.of(member)))
                        .get(0)
                        .choices())
                .containsExactly("Groupe Rives");
        assertRefused(StructureList.GROUPS, HEIR, "avant le début", "Groupe Rives", "02/01/2024", "01/01/2024");
    }

    @Test
    void numbers_thatAreNone_areRefusedAndOthersKeptWithoutSpaces() {
        assertThat(StructureField.SIREN.refusal(HEIR, PORTFOLIO, "732 829 321", FRENCH))
                .isPresent();
        assertThat(StructureField.RNA.refusal(HEIR, PORTFOLIO, "X1", FRENCH)).isPresent();
        assertThat(StructureField.SIREN
                        .changed(HEIR, PORTFOLIO, "732 829 320", FRENCH)
                        .siren())
                .isEqualTo("732829320");
    }

    @Test
    void fields_readWhatTheyShow() {
        Structure full = HEIR.toBuilder()
                .siren("732829320")
                .activity("94.99Z")
                .fiscalYearEnd(MonthDay.of(8, 31))
                .created(LocalDate.of(2005, 7, 12))
                .note("note")
                .build();
        for (StructureField field : StructureField.values()) {
            String text = field.text(full, PORTFOLIO, FRENCH);
            assertThat(field.refusal(full, PORTFOLIO, text, FRENCH))
                    .as(field.name())
                    .isEmpty();
            assertThat(field.changed(full, PORTFOLIO, text, FRENCH))
                    .as(field.name())
                    .isEqualTo(full);
        }
        assertThat(StructureField.YEAR_END
                        .changed(HEIR, PORTFOLIO, "30/6", FRENCH)
                        .fiscalYearEnd())
                .isEqualTo(MonthDay.of(6, 30));
        assertThat(StructureField.YEAR_END.refusal(HEIR, PORTFOLIO, "31/6", FRENCH))
                .isPresent();
        assertThat(StructureField.NAME.refusal(HEIR, PORTFOLIO, " ", FRENCH)).isPresent();
        assertThat(StructureField.ACTIVITY.changed(full, PORTFOLIO, "", FRENCH).activity())
                .isNull();
    }
}
