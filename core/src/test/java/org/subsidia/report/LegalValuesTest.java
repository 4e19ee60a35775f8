package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.ExplanationText;
import org.subsidia.explain.ExplanationTree;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;
import org.subsidia.law.Parameter;

/** A value of law is in words wherever people read it, and as the law file writes it wherever programs do. */
class LegalValuesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);

    private static Parameter rule(String id) {
        return LawBase.standard().parameter(id).orElseThrow();
    }

    private static String spaces(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @ParameterizedTest
    @CsvSource({
        "deminimis.ceiling.general, 300000, EUR, 300 000 €, '300,000 €'",
        "dependence.t1.public-share, 0.60, share, 60 %, 60%",
        "subsidy.payment.delay, 60, days, 60 jours, 60 days"
    })
    void report_ofARule_isInWordsForPeopleAndRawForPrograms(
            String id, String raw, String unit, String french, String english) throws IOException {
        Report report = LawReport.of(List.of(rule(id)), new LawReport.Options(DAY, false, false));
        RuleReference version = rule(id).at(DAY).orElseThrow();
        assertThat(version.value()).startsWith(raw.substring(0, 2));
        assertThat(version.unit()).isEqualTo(unit);
        assertThat(spaces(TextRenderer.render(report, Locale.FRENCH, 200))).contains(french);
        assertThat(spaces(TextRenderer.render(report, Locale.ENGLISH, 200))).contains(english);
        assertThat(spaces(HtmlRenderer.render(report, Locale.FRENCH)))
                .contains(french)
                .doesNotContain(">" + version.value() + "<", ">" + unit + "<");
        assertThat(JsonRenderer.render(report, Locale.FRENCH))
                .containsPattern("\"value\"\\s*:\\s*\"" + version.value())
                .containsPattern("\"unit\"\\s*:\\s*\"" + unit);
        StringBuilder csv = new StringBuilder();
        CsvRenderer.write(
                (Table) report.sections().get(0).blocks().get(0), Locale.FRENCH, CsvRenderer.Options.PROGRAM, csv);
        assertThat(csv).contains(id + ',' + version.value() + ',', ',' + unit + ',');
        Report narrow = LawReport.narrow(List.of(rule(id)), new LawReport.Options(DAY, false, false));
        assertThat(spaces(TextRenderer.render(narrow, Locale.FRENCH, 60))).contains(french);
    }

    @Test
    void explanation_ofARule_saysItInWordsAndItsTreeKeepsValueAndUnit() {
        RuleReference ceiling = rule("deminimis.ceiling.general").at(DAY).orElseThrow();
        Explanation figure = Amounts.given(Message.of("ACC-NOTHING"), Money.ofMajor(CurrencyUnit.EUR, 1))
                .withRules(List.of(ceiling));
        assertThat(spaces(ExplanationText.indented(figure, Locale.FRENCH)))
                .contains("deminimis.ceiling.general = 300 000 € (");
        assertThat(spaces(ExplanationText.indented(figure, Locale.ENGLISH)))
                .contains("deminimis.ceiling.general = 300,000 € (");
        Map<?, ?> told =
                (Map<?, ?>) ((List<?>) ExplanationTree.of(figure, Locale.FRENCH).get("rules")).get(0);
        assertThat(told.get("value")).isEqualTo(ceiling.value());
        assertThat(told.get("unit")).isEqualTo("EUR");
    }
}
