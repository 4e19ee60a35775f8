package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HtmlRendererTest {
    @Test
    void page_written_forLooking() throws IOException {
        Path file = Path.of("target", "sample-report.html");
        Files.writeString(file, HtmlRenderer.render(SampleReport.report(), Locale.FRENCH), StandardCharsets.UTF_8);
        assertThat(file).exists();
    }
}
