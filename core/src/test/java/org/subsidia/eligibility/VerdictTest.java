package org.subsidia.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.ExplanationText;
import org.subsidia.law.LawBase;

class VerdictTest {
    private static final String DE_MINIMIS = """
            all:
              - id: ceiling
                aid: structure.aid.deminimis
                plus: request.amount
                since: date - 3 years
                atMost: 300000 EUR
              - id: commitment
                given: structure.republican-commitment
            """;
    private static final String AIDS = "2023-07-01 100000 EUR; 2024-05-10 120000 EUR";

    private static List<String> changes(Verdict verdict) {
        return verdict.changes().stream()
                .map(remedy -> Sets.plain(remedy.words().in(Locale.ENGLISH)))
                .toList();
    }

    @Test
    void deMinimis_tooMuchAsked_saysHowMuchOrUntilWhen() {
        Verdict verdict = Sets.verdict(
                DE_MINIMIS,
                "structure.aid.deminimis",
                AIDS,
                "request.amount",
                "90000 EUR",
                "structure.republican-commitment",
                "2025-01-01");
        assertThat(verdict.answer()).isEqualTo(Answer.NOT_ELIGIBLE);
        assertThat(verdict.failing()).extracting(c -> c.head().id()).containsExactly("ceiling");
        assertThat(changes(verdict)).containsExactly("ask for at most 80,000.00 €", "wait until 2 Jul 2026");
        for (Remedy remedy : verdict.changes()) {
            Facts changed = remedy.apply(verdict.facts());
            assertThat(Evaluator.of(verdict.rules(), LawBase.standard().at(changed.date()))
                            .verdict(changed)
                            .answer())
                    .isEqualTo(Answer.ELIGIBLE);
        }
    }

    @Test
    void document_notKnown_isAskedFor() {
        Verdict verdict = Sets.verdict(DE_MINIMIS, "structure.aid.deminimis", AIDS, "request.amount", "80000 EUR");
        assertThat(verdict.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(changes(verdict)).containsExactly("give the date of the republican-commitment contract");
        assertThat(verdict.missing().facts()).extracting(Fact::id).containsExactly("structure.republican-commitment");
        assertThat(verdict.missing().deciding()).hasSize(1);
        assertThat(verdict.missing().alone().get(0).answers())
                .containsExactlyInAnyOrder(Answer.ELIGIBLE, Answer.NOT_ELIGIBLE);
    }

    @Test
    void explanation_ofVerdict_isPrinted() {
        Verdict verdict = Sets.verdict(DE_MINIMIS, "structure.aid.deminimis", AIDS, "request.amount", "90000 EUR");
        String text = ExplanationText.indented(verdict.explanation(), Locale.FRENCH);
        assertThat(Sets.plain(text)).contains("90 000,00", "220 000,00");
    }
}
