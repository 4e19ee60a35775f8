package org.subsidia.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.cli.Console;
import org.subsidia.store.file.FileStore;

/** The sample data is what its program builds, and the demonstration and the examples run on it. */
class SampleDataTest {
    private static final Path DATA = Path.of("data");

    @TempDir
    Path folder;

    @Test
    void samplePortfolio_isWhatTheProgramBuilds() throws IOException {
        Path built = folder.resolve("built.subsidia");
        assertThat(FileStore.at(built).save(SamplePortfolio.portfolio()).isRead())
                .isTrue();
        assertThat(Files.readString(DATA.resolve("rives-arvenne.subsidia"), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(built, StandardCharsets.UTF_8));
    }

    @Test
    void samplePortfolio_hasNoDanglingReference() {
        assertThat(SamplePortfolio.portfolio().check()).isEmpty();
    }

    @Test
    void demo_writesThePageTheTableAndJson() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Demo.run(DATA, folder, new Console(stream, stream, false, Locale.FRENCH));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("13 563 223,87 €".replace(' ', '\u202f').replace("\u202f€", "\u00a0€"))
                .contains("financements.html");
        assertThat(folder.resolve("financements.html"))
                .content(StandardCharsets.UTF_8)
                .contains("<svg", "Pôle Matériaux");
        assertThat(folder.resolve("financements.csv"))
                .content(StandardCharsets.UTF_8)
                .contains("99990011100017");
        assertThat(folder.resolve("financements.json")).exists();
        assertThat(folder.resolve("portefeuille.html")).exists();
        // thirteen grants of the pôle were published, so the portfolio grew by as many
        assertThat(FileStore.at(folder.resolve("portefeuille.subsidia"))
                        .open()
                        .get()
                        .grants())
                .hasSize(SamplePortfolio.portfolio().grants().size() + 13);
    }

    @Test
    void examples_run() {
        String file = DATA.resolve("rives-arvenne-2020.csv").toString();
        CleanPublishedFile.main(new String[] {file});
        FundingOfOneStructure.main(new String[] {"999900111", file});
    }
}
