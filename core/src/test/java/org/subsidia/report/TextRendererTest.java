package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextRendererTest {
    @Test
    void table_wideEnough_alignsColumns() {
        assertThat(TextRenderer.render(SampleReport.table(), Locale.FRENCH, 120).replaceAll("[\u202f\u00a0]", " "))
                .isEqualTo("""
                Subventions par bénéficiaire
                Bénéficiaire                                 Montant (€)      Part  Nombre  Dernière    Délai (mois)
                ------------------------------------------  ------------  --------  ------  ----------  ------------
                Pôle Mer                                    1 234 567,89    82,3 %   1 234  01/03/2024           7,5
                =cmd|' /C calc'!A0                            265 432,61    17,7 %       2                  n.c. (1)
                <script>alert("1")</script> & 'Cie' \ufffd[31m\ufffd         -0,50  n.c. (2)       0                  n.c. (1)
                ------------------------------------------  ------------  --------  ------  ----------  ------------
                Total                                       1 500 000,50   100,0 %   1 236
                (1) non calculable : aucun versement
                (2) non calculable : une part de 0,00 € n’a pas de sens
                """);
    }

    @Test
    void report_narrow_keepsToTheWidth() {
        String text = TextRenderer.render(SampleFunding.report(SampleFunding.region()), Locale.FRENCH, 80);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                .isLessThanOrEqualTo(80));
        assertThat(text).doesNotContain("…").doesNotContain("\u001b");
    }

    @Test
    void table_narrow_breaksTextsAndCutsNone() {
        Table table = new Table(
                "ids",
                SampleReport.words("Des noms"),
                List.of(
                        Column.of("id", Column.Type.TEXT, SampleReport.words("Identifiant")),
                        Column.of("why", Column.Type.TEXT, SampleReport.words("Motif"))),
                List.of(List.of(
                        Cell.of("cluster-bois-region-2019-avenant-numero-deux-bis"), Cell.of("un motif assez long"))),
                null);
        String text = TextRenderer.render(table, Locale.FRENCH, 40);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
        assertThat(text).isEqualTo("""
                Des noms
                Identifiant                   Motif
                ----------------------------  ----------
                cluster-bois-region-2019-     un motif
                avenant-numero-deux-bis       assez long
                """);
    }

    @Test
    void report_captionThatRepeatsItsHeading_isLeftOut() {
        Table table = SampleReport.table();
        Report report = SampleReport.of(table);
        Report repeated = new Report(
                "sample", report.title(), null, report.asOf(), List.of(Section.of("a", table.caption(), table)));
        assertThat(TextRenderer.render(repeated, Locale.FRENCH, 120)).containsOnlyOnce("Subventions par bénéficiaire");
        assertThat(TextRenderer.render(report, Locale.FRENCH, 120)).containsOnlyOnce("Subventions par bénéficiaire");
        assertThat(HtmlRenderer.render(repeated, Locale.FRENCH)).contains("<caption class=\"repeated\">");
    }

    @Test
    void report_everyBlock_isShown() {
        String text = TextRenderer.render(SampleReport.report(), Locale.ENGLISH, 100);
        assertThat(text)
                .startsWith("Rapport <script>alert(\"1\")</script> & 'Cie' \ufffd[31m\ufffd\n=====")
                .contains("As of 22 Nov 2026")
                .contains("Total attribué        1,500,000.50\u00a0€")
                .contains("Indice de Herfindahl  unknown: aucun montant — de 0 à 1")
                .contains("Chart: Par an\nSix années en mots")
                .contains("[Error] REPORT-UNKNOWN-SHARE, once")
                .contains("a.csv:3:2 (montant)  <script>")
                .contains("Total: 3.00\u00a0€ = ")
                .contains("Règlement (UE) 2023/2831, art. 3")
                .contains("g-1, g-2");
    }

    @Test
    void report_hostileText_cannotSteerTheTerminal() {
        String text = TextRenderer.render(SampleReport.report(), Locale.ENGLISH, 100);
        assertThat(text.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
        assertThat(text).doesNotContain("\u202e");
    }

    @Test
    void table_tooWide_breaksHeadersBeforeItCutsTexts() {
        Table table = SampleFunding.report(SampleFunding.small())
                .table("concentration")
                .orElseThrow();
        assertThat(TextRenderer.render(table, Locale.ENGLISH, 70)).isEqualTo("""
                How the total is spread over the parties
                                       Share of   Number for   Herfindahl         Gini
                Party        Number   the first          80%        index  coefficient
                -----------  ------  ----------  -----------  -----------  -----------
                Beneficiary       2       75.0%            2       0.6250       0.2500
                Funder            2       85.0%            1       0.7450       0.3500
                """);
    }
}
