package org.subsidia.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.finding.Message;

class ExplanationTest {
    static final RuleReference CEILING = new RuleReference(
            "trial.ceiling",
            LocalDate.of(2024, 1, 1),
            null,
            "300 000 EUR",
            "règlement (UE) 2023/2831, art. 3, § 2",
            "EUR-Lex",
            Confidence.CONFIRMED);
    static final RuleReference GUESS =
            new RuleReference("trial.guess", null, null, "0,5", "usage", "none", Confidence.UNVERIFIED);

    @ParameterizedTest
    @CsvSource({
        "SUM, 10.00, '4.00 6.00'",
        "SUM, 0, ''",
        "SUM, 10, '4.00 6.0'",
        "DIFFERENCE, -3, '4 6 1'",
        "DIFFERENCE, 4, '4'",
        "PRODUCT, 24, '2 3 4'",
        "PRODUCT, 0.33, '0.333 1'",
        "PRODUCT, 0.34, '0.335 1'",
        "PRODUCT, 0.33, '0.335 1'",
        "RATIO, 0.33, '1 3'",
        "RATIO, 0.667, '2 3'",
        "RATIO, -0.5, '1 -2'",
        "MINIMUM, 2, '3 2 9'",
        "MAXIMUM, 9.0, '3 2 9'",
        "GIVEN, 5, '1 1'",
        "CHOICE, 5, '1 1'"
    })
    void check_whatAddsUp_isNotReported(Step step, BigDecimal whole, String parts) {
        assertThat(node(step, whole, parts).check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, 10.01, '4.00 6.00'",
        "SUM, 1, ''",
        "DIFFERENCE, 3, '4 6 1'",
        "DIFFERENCE, 0, ''",
        "PRODUCT, 0.34, '0.3349 1'",
        "PRODUCT, 25, '2 3 4'",
        "RATIO, 0.34, '1 3'",
        "RATIO, 0.33, '1 3 1'",
        "RATIO, 0.33, '1'",
        "RATIO, 1, '1 0'",
        "RATIO, 0, '0 0'",
        "MINIMUM, 3, '3 2 9'",
        "MAXIMUM, 3, '3 2 9'"
    })
    void check_whatDoesNotAddUp_isReported(Step step, BigDecimal whole, String parts) {
        Explanation node = node(step, whole, parts);
        assertThat(node.check()).containsExactly(node);
    }

    @Test
    void check_wrongNodeDeepInTheTree_isFoundAlone() {
        Explanation wrong = node(Step.SUM, new BigDecimal("5"), "2 2");
        Explanation top =
                Explanation.of(label("top"), quantity(new BigDecimal("6")), Step.SUM, List.of(wrong, leaf("1")));
        assertThat(top.check()).containsExactly(wrong);
    }

    @Test
    void check_amountsAndShares_areComputedWithTheirNumbers() {
        Explanation half = Explanation.leaf(label("half"), new Value.Share(new BigDecimal("0.5")));
        Explanation ten = Explanation.leaf(label("ten"), new Value.Amount(Money.parse("EUR 10.00")));
        Explanation five = Explanation.of(
                label("five"), new Value.Amount(Money.parse("EUR 5.00")), Step.PRODUCT, List.of(half, ten));
        assertThat(five.check()).isEmpty();
    }

    @Test
    void check_unknownValue_needsNoSum_butAnUnknownPartBreaksOne() {
        Explanation unknown = Explanation.of(label("unknown"), unknown(), Step.RATIO, List.of(leaf("1"), leaf("0")));
        assertThat(unknown.check()).isEmpty();
        Explanation sum = Explanation.of(label("sum"), quantity(BigDecimal.ONE), Step.SUM, List.of(leaf("1"), unknown));
        assertThat(sum.check()).containsExactly(sum);
    }

    @Test
    void check_arithmeticOnADay_isReported() {
        Explanation day =
                Explanation.of(label("day"), new Value.Day(LocalDate.of(2026, 1, 1)), Step.SUM, List.of(leaf("1")));
        assertThat(day.check()).containsExactly(day);
    }

    @Test
    void allRules_ofTheWholeTree_onceInOrderOfUse() {
        Explanation leaf = leaf("1").withRules(List.of(GUESS, CEILING));
        Explanation top = Explanation.of(label("top"), quantity(BigDecimal.ONE), Step.SUM, List.of(leaf))
                .withRules(List.of(CEILING));
        assertThat(top.allRules()).containsExactly(CEILING, GUESS);
        assertThat(top.doubtfulRules()).containsExactly(GUESS);
    }

    @Test
    void nodes_parentsFirst() {
        Explanation sum = node(Step.SUM, new BigDecimal("3"), "1 2");
        Explanation top =
                Explanation.of(label("top"), quantity(new BigDecimal("4")), Step.SUM, List.of(sum, leaf("1")));
        assertThat(top.nodes())
                .containsExactly(top, sum, sum.children().get(0), sum.children().get(1), leaf("1"));
    }

    @Test
    void withRecords_keepsTheRest() {
        Explanation node = node(Step.SUM, new BigDecimal("3"), "1 2").withRules(List.of(CEILING));
        Explanation more = node.withRecords(List.of("G-1"));
        assertThat(more.records()).containsExactly("G-1");
        assertThat(more.withRecords(List.of())).isEqualTo(node);
    }

    @Test
    void isKnown_onlyUnknownIsNot() {
        assertThat(unknown().isKnown()).isFalse();
        assertThat(unknown().number()).isEmpty();
        assertThat(new Value.Statement(label("oui")).isKnown()).isTrue();
        assertThat(new Value.Statement(label("oui")).number()).isEmpty();
    }

    static Value unknown() {
        return new Value.Unknown(Message.of("TRIAL-REASON"));
    }

    static Message label(String text) {
        return Message.of("TRIAL-LABEL", text);
    }

    static Value quantity(BigDecimal number) {
        return new Value.Quantity(number, Message.of("TRIAL-UNIT"));
    }

    static Explanation leaf(String number) {
        return Explanation.leaf(label("leaf " + number), quantity(new BigDecimal(number)));
    }

    static Explanation node(Step step, BigDecimal whole, String parts) {
        List<Explanation> leaves = Arrays.stream(parts.split(" ", -1))
                .filter(part -> !part.isEmpty())
                .map(ExplanationTest::leaf)
                .toList();
        return Explanation.of(label("node"), quantity(whole), step, leaves);
    }
}
