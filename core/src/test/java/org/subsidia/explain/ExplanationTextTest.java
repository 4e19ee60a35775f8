package org.subsidia.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.subsidia.explain.ExplanationTest.CEILING;
import static org.subsidia.explain.ExplanationTest.GUESS;
import static org.subsidia.explain.ExplanationTest.label;
import static org.subsidia.explain.ExplanationTest.leaf;
import static org.subsidia.explain.ExplanationTest.node;
import static org.subsidia.explain.ExplanationTest.quantity;
import static org.subsidia.explain.ExplanationTest.unknown;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTextTest {
    private static final Explanation SHARE = Explanation.of(
                    label("Part publique"),
                    new Value.Share(new BigDecimal("0.4500")),
                    Step.RATIO,
                    List.of(
                            Explanation.leaf(label("Subventions"), new Value.Amount(Money.parse("EUR 45000")))
                                    .withRecords(List.of("G-1", "G-2")),
                            Explanation.leaf(label("Produits"), new Value.Amount(Money.parse("EUR 100000")))))
            .withRules(List.of(CEILING, GUESS));

    @Test
    void indented_french() {
        assertThat(ExplanationText.indented(SHARE, Locale.FRENCH).replaceAll("[\u00a0\u202f]", " "))
                .isEqualTo("""
                        Part publique : 45,00 % = Subventions ÷ Produits
                          règle trial.ceiling = 300 000 EUR (règlement (UE) 2023/2831, art. 3, § 2 ; depuis le 01/01/2024 ; confirmé)
                          règle trial.guess = 0,5 (usage ; sans limite de date ; non vérifié)
                          Subventions : 45 000,00 €
                            d’après G-1, G-2
                          Produits : 100 000,00 €""");
    }

    @Test
    void indented_english() {
        assertThat(ExplanationText.indented(SHARE, Locale.ENGLISH).replace('\u00a0', ' '))
                .isEqualTo("""
                        Part publique: 45.00% = Subventions ÷ Produits
                          rule trial.ceiling = 300 000 EUR (règlement (UE) 2023/2831, art. 3, § 2; since 1 Jan 2024; confirmed)
                          rule trial.guess = 0,5 (usage; without limit of date; unverified)
                          Subventions: 45,000.00 €
                            from G-1, G-2
                          Produits: 100,000.00 €""");
    }

    @Test
    void indented_lineBreaksInNames_staySpaces() {
        assertThat(ExplanationText.indented(Explanation.leaf(label("a\nb"), quantity(BigDecimal.ONE)), Locale.ENGLISH))
                .isEqualTo("a b: 1 months");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUM|1 2|leaf 1 + leaf 2",
                "SUM|1|leaf 1",
                "SUM|1 2 3 4 5|somme des 5 lignes ci-dessous",
                "DIFFERENCE|3 2 1|leaf 3 − leaf 2 − leaf 1",
                "PRODUCT|3 2|leaf 3 × leaf 2",
                "MINIMUM|3 2 1|le plus petit de : leaf 3 ; leaf 2 ; leaf 1",
                "MAXIMUM|3 2|le plus grand de : leaf 3 ; leaf 2",
                "CHOICE|3|décidé d’après la ligne ci-dessous",
                "CHOICE|3 2|décidé d’après les 2 lignes ci-dessous"
            })
    void table_formula_namesFewPartsAndCountsMany(Step step, String parts, String formula) {
        assertThat(ExplanationRow.table(node(step, BigDecimal.TEN, parts), Locale.FRENCH)
                        .get(0)
                        .formula())
                .isEqualTo(formula);
    }

    @ParameterizedTest
    @EnumSource
    void table_everyStep_hasAFormulaInBothLanguages(Step step) {
        for (String parts : List.of("1 2", "1 2 3 4 5 6")) {
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(ExplanationRow.table(node(step, BigDecimal.TEN, parts), locale)
                                .get(0)
                                .formula())
                        .isNotBlank();
            }
        }
    }

    @Test
    void table_depthAndValues_ofEveryKind() {
        Explanation top = Explanation.of(
                label("top"),
                unknown(),
                Step.CHOICE,
                List.of(
                        Explanation.leaf(label("day"), new Value.Day(LocalDate.of(2026, 2, 3))),
                        Explanation.leaf(label("verdict"), new Value.Statement(label("oui"))),
                        node(Step.SUM, BigDecimal.ONE, "1")));
        List<ExplanationRow> rows = ExplanationRow.table(top, Locale.FRENCH);
        assertThat(rows).extracting(ExplanationRow::depth).containsExactly(0, 1, 1, 1, 2);
        assertThat(rows).extracting(ExplanationRow::label).containsExactly("top", "day", "verdict", "node", "leaf 1");
        assertThat(rows)
                .extracting(ExplanationRow::value)
                .containsExactly("inconnu : le total est nul", "03/02/2026", "oui", "1 mois", "1 mois");
    }

    @Test
    void table_validity_ofEveryShape() {
        LocalDate day = LocalDate.of(2026, 2, 3);
        Explanation leaf = leaf("1")
                .withRules(List.of(
                        new RuleReference("a", null, day, "1", "x", "y", Confidence.PARTIAL),
                        new RuleReference("b", day, day.plusDays(1), "1", "x", "y", Confidence.PARTIAL)));
        assertThat(ExplanationRow.table(leaf, Locale.FRENCH).get(0).rules())
                .containsExactly(
                        "a = 1 (x ; jusqu’au 03/02/2026 ; texte exact non retrouvé)",
                        "b = 1 (x ; du 03/02/2026 au 04/02/2026 ; texte exact non retrouvé)");
    }

    @Test
    void tree_isMadeOfMapsListsAndStrings() {
        Map<String, Object> tree = ExplanationTree.of(SHARE, Locale.FRENCH);
        assertThat(tree.keySet()).containsExactly("code", "label", "kind", "value", "step", "rules", "children");
        assertThat(tree)
                .containsEntry("kind", "share")
                .containsEntry("value", "0.4500")
                .containsEntry("step", "ratio");
        assertThat(tree.get("rules"))
                .asInstanceOf(LIST)
                .first()
                .isEqualTo(Map.of(
                        "id", "trial.ceiling",
                        "value", "300 000 EUR",
                        "unit", "text",
                        "validFrom", "2024-01-01",
                        "legalReference", "règlement (UE) 2023/2831, art. 3, § 2",
                        "source", "EUR-Lex",
                        "confidence", "CONFIRMED"));
        assertThat(tree.get("children"))
                .asInstanceOf(LIST)
                .first()
                .isEqualTo(Map.of(
                        "code", "TRIAL-LABEL",
                        "label", "Subventions",
                        "kind", "amount",
                        "value", "45000.00",
                        "unit", "EUR",
                        "step", "given",
                        "records", List.of("G-1", "G-2")));
    }

    @Test
    void tree_everyKind_hasItsName() {
        assertThat(ExplanationTree.of(Explanation.leaf(label("x"), unknown()), Locale.ENGLISH))
                .containsEntry("kind", "unknown")
                .containsEntry("value", "the total is zero");
        assertThat(ExplanationTree.of(Explanation.leaf(label("x"), quantity(new BigDecimal("1E+3"))), Locale.ENGLISH))
                .containsEntry("kind", "quantity")
                .containsEntry("value", "1000")
                .containsEntry("unit", "months");
        assertThat(ExplanationTree.of(
                        Explanation.leaf(label("x"), new Value.Day(LocalDate.of(2026, 2, 3))), Locale.FRENCH))
                .containsEntry("kind", "day")
                .containsEntry("value", "2026-02-03");
        assertThat(ExplanationTree.of(Explanation.leaf(label("x"), new Value.Statement(label("oui"))), Locale.FRENCH))
                .containsEntry("kind", "statement")
                .containsEntry("value", "oui");
    }
}
