package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JsonRendererTest {
    private static JsonNode read(Report report, Locale locale) throws IOException {
        return new ObjectMapper().readTree(JsonRenderer.render(report, locale));
    }

    private static JsonNode block(JsonNode report, String section) {
        for (JsonNode one : report.get("sections")) {
            if (one.get("id").asText().equals(section)) {
                return one.get("blocks").get(0);
            }
        }
        throw new AssertionError("no section " + section);
    }

    @Test
    void render_row_keepsExactValues() throws IOException {
        JsonNode rows =
                block(read(SampleReport.report(), Locale.ENGLISH), "tables").get("rows");
        assertThat(rows.get(0).toString())
                .isEqualTo("{\"name\":\"Pôle Mer\",\"amount\":{\"amount\":\"1234567.89\",\"currency\":\"EUR\"},"
                        + "\"share\":{\"share\":\"0.823045\",\"fraction\":\"123456789/150000050\"},\"count\":1234,"
                        + "\"last\":\"2024-03-01\",\"delay\":\"7.5\"}");
    }

    @Test
    void render_unknownAndEmpty_sayWhyOrNothing() throws IOException {
        JsonNode row = block(read(SampleReport.report(), Locale.ENGLISH), "tables")
                .get("rows")
                .get(2);
        assertThat(row.get("name").asText()).isEqualTo(SampleReport.HOSTILE);
        assertThat(row.get("last").isNull()).isTrue();
        assertThat(row.get("share").toString())
                .isEqualTo("{\"unknown\":{\"code\":\"REPORT-UNKNOWN-SHARE\","
                        + "\"message\":\"a share of 0.00\u00a0€ has no meaning\"}}");
    }

    @Test
    void render_explanations_carryTreeAndRules() throws IOException {
        JsonNode tree = block(read(SampleReport.report(), Locale.ENGLISH), "explanations")
                .get("trees")
                .get(0);
        assertThat(tree.get("value").asText()).isEqualTo("3.00");
        assertThat(tree.get("children")).hasSize(2);
        assertThat(tree.at("/children/0/rules/0/confidence").asText()).isEqualTo("UNVERIFIED");
        assertThat(tree.at("/children/1/records")).hasSize(2);
    }

    @Test
    void render_findings_carryPlaceAndCount() throws IOException {
        JsonNode groups =
                block(read(SampleReport.report(), Locale.ENGLISH), "findings").get("groups");
        assertThat(groups.get(0).get("severity").asText()).isEqualTo("ERROR");
        assertThat(groups.get(1).toString())
                .contains("\"count\":1", "\"file\":\"a.csv\"", "\"line\":3", "\"column\":2", "\"field\":\"montant\"");
    }

    @Test
    void render_otherLanguage_changesWordsNotNames() throws IOException {
        JsonNode french = read(SampleReport.report(), Locale.FRENCH);
        assertThat(french.get("language").asText()).isEqualTo("fr");
        assertThat(french.get("asOf").asText()).isEqualTo("2026-11-22");
        assertThat(block(french, "tables").get("rows"))
                .hasSize(3)
                .first()
                .isEqualTo(block(read(SampleReport.report(), Locale.ENGLISH), "tables")
                        .get("rows")
                        .get(0));
    }

    @Test
    void render_sectionOfPictures_isLeftOut() throws IOException {
        JsonNode funding = read(SampleFunding.report(SampleFunding.small()), Locale.ENGLISH);
        assertThat(funding.get("sections"))
                .noneMatch(section -> section.get("id").asText().equals("charts"));
    }

    @Test
    void render_twice_givesSameText() {
        assertThat(JsonRenderer.render(SampleReport.report(), Locale.FRENCH))
                .isEqualTo(JsonRenderer.render(SampleReport.report(), Locale.FRENCH))
                .doesNotContain("\r")
                .endsWith("}\n");
    }
}
