package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HtmlRendererTest {
    @Test
    void page_written_forLooking() throws IOException {
        Path file = Path.of("target", "sample-report.html");
        Files.writeString(file, HtmlRenderer.render(SampleReport.report(), Locale.FRENCH), StandardCharsets.UTF_8);
        assertThat(file).exists();
        Report funding = FundingReport.of(
                SampleFunding.region(),
                List.of("rives-arvenne-2018.csv", "rives-arvenne-2019.csv", "c.csv", "d.csv"),
                new Findings(List.of()),
                LocalDate.of(2026, 11, 22));
        Files.writeString(
                Path.of("target", "funding.html"), HtmlRenderer.render(funding, Locale.FRENCH), StandardCharsets.UTF_8);
        Files.writeString(
                Path.of("target", "funding-en.html"),
                HtmlRenderer.render(funding, Locale.ENGLISH),
                StandardCharsets.UTF_8);
        Files.writeString(
                Path.of("target", "funding.txt"),
                TextRenderer.render(funding, Locale.FRENCH, 100),
                StandardCharsets.UTF_8);
        Files.writeString(
                Path.of("target", "funding.json"), JsonRenderer.render(funding, Locale.FRENCH), StandardCharsets.UTF_8);
    }
}
