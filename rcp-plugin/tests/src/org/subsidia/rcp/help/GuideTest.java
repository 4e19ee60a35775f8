package org.subsidia.rcp.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The guide without a window. */
class GuideTest {
    @Test
    void french_isTheGuideOfTheExamplesAndTheSampleIsTheirs() throws IOException {
        Path examples = Path.of(System.getProperty("subsidia.root"), "examples");
        long headings = Files.readAllLines(examples.resolve("guide.md")).stream()
                .filter(line -> line.startsWith("## "))
                .count();
        assertThat(Guide.in(Locale.FRANCE).sections()).hasSize((int) headings + 1);
        try (InputStream in = Guide.class.getResourceAsStream("/sample/rives-arvenne.subsidia")) {
            assertThat(in.readAllBytes())
                    .isEqualTo(Files.readAllBytes(examples.resolve("data/rives-arvenne.subsidia")));
        }
    }

    @Test
    void section_aboutAView_isTheOneThatNamesIt() {
        Guide french = Guide.in(Locale.FRANCE);
        assertThat(french.section(french.about("Simuler")).orElseThrow().heading())
                .isEqualTo("Simuler un transfert");
        assertThat(french.section(french.about("Subventions")).orElseThrow().heading())
                .as("the section that has the view in bold, not the first that has the word")
                .isEqualTo("Travailler dans l’atelier");
        Guide english = Guide.in(Locale.ENGLISH);
        assertThat(english.section(english.about("Scenario")).orElseThrow().heading())
                .isEqualTo("Simulate a transfer");
        assertThat(english.section(english.about("State aid")).orElseThrow().heading())
                .isEqualTo("Analyse in the workbench");
        assertThat(english.about("no such view anywhere")).isZero();
    }

    /** The English guide says what the French one says: a section, a part or a command added to one is missed in the other. */
    @Test
    void english_hasTheSectionsPartsTablesAndCommandsOfTheFrench() {
        assertThat(outline(Guide.in(Locale.ENGLISH))).isEqualTo(outline(Guide.in(Locale.FRANCE)));
    }

    private static List<List<String>> outline(Guide guide) {
        return guide.sections().stream()
                .map(section -> section.lines().stream()
                        .filter(line -> line.startsWith("java ") || line.startsWith("###") || line.startsWith("!["))
                        .map(line -> line.startsWith("java ")
                                ? line.replace(" --lang fr", "")
                                : line.replaceFirst("(?<=^###) .*|(?<=^!\\[)[^\\]]*", ""))
                        .toList())
                .toList();
    }

    @Test
    void part_aboutEachImport_isThereInBothLanguages() throws IOException {
        for (String language : new String[] {"", "_fr"}) {
            Properties texts = new Properties();
            try (InputStream in =
                    Guide.class.getResourceAsStream("/org/subsidia/rcp/texts" + language + ".properties")) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            Guide guide = Guide.in(language.isEmpty() ? Locale.ENGLISH : Locale.FRANCE);
            for (String title : new String[] {
                "scdlTitle",
                "tableTitle",
                "catalogueTitle",
                "fecTitle",
                "bankTitle",
                "euTitle",
                "paymentsTitle",
                "requestsTitle",
                "cordisTitle",
                "givingTitle"
            }) {
                assertThat(guide.part(texts.getProperty(title))).as(title).hasValueSatisfying(part -> assertThat(
                                String.join(" ", part.lines()))
                        .isNotBlank());
            }
        }
    }

    @Test
    void commands_withANumberSign_areNoHeadings() {
        Guide guide = Guide.of("# T\n```\n# no heading\n```\n## S\ntext");
        assertThat(guide.sections()).extracting(Guide.Section::heading).isEqualTo(List.of("T", "S"));
    }
}
