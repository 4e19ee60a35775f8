package org.subsidia.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sentences of all rooms, and the codes in the sources that need one. */
class MessageBundlesTest {
    private static final Path MESSAGES = Path.of("src/main/resources/org/subsidia/messages");
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void bundles_ofAllRooms_areSoundInBothLanguages() throws IOException {
        Bundles bundles = Bundles.read(MESSAGES);
        assertThat(bundles.rooms()).contains("money", "explain");
        assertThat(bundles.problems()).isEmpty();
    }

    @Test
    void bundles_everySentence_isWrittenWithItsArguments() throws IOException {
        assertThat(Bundles.read(MESSAGES).unwritten()).isEmpty();
    }

    @Test
    void sources_everyCode_hasItsSentence() throws IOException {
        Bundles bundles = Bundles.read(MESSAGES);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            assertThat(sources).hasSizeGreaterThan(20);
            for (Path source : sources) {
                String text = Files.readString(source, StandardCharsets.UTF_8);
                assertThat(CodesInSource.without(text, bundles))
                        .as(source.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void problems_ofBadBundles_areFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a_fr.properties"), """
                A-ONLY-FRENCH = seul
                A-ARGS = {0} et {1}
                A-EITHER = {0}
                A-TWICE = un
                A-TWICE = deux
                A-QUOTE = l'argent
                A-PATTERN = {0
                A-NUMBER = {0,number}
                A-EMPTY =
                A-LONE-FIX = conseil
                B-ROOM = autre
                a-case = minuscule
                A-TRAILING- = trait
                """);
        Files.writeString(folder.resolve("a_en.properties"), """
                A-ARGS = {0}
                A-EITHER = {1}
                A-TWICE = one
                A-QUOTE = money
                A-PATTERN = x
                A-NUMBER = {0}
                A-EMPTY = x
                A-LONE-FIX = advice
                B-ROOM = other
                a-case = lower
                A-TRAILING- = hyphen
                """);
        Files.writeString(folder.resolve("alone_fr.properties"), "ALONE-X = x\n");
        Files.write(folder.resolve("latin_fr.properties"), "LATIN-X = é\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("latin_en.properties"), "LATIN-X = e\n");
        Files.writeString(folder.resolve("Odd.properties"), "");
        assertThat(Bundles.read(folder).problems())
                .containsExactlyInAnyOrder(
                        "a: only in one language: [A-ONLY-FRENCH]",
                        "A-ARGS: other placeholders in the other language: [0, 1] and [0]",
                        "a_fr.properties: twice: A-TWICE",
                        "A-QUOTE: an ASCII apostrophe in fr; write ’",
                        "A-PATTERN: not a pattern in fr",
                        "A-NUMBER: a placeholder in fr that is neither {0} nor a choice",
                        "A-EMPTY: no sentence in fr",
                        "A-LONE-FIX: advice on nothing: there is no A-LONE",
                        "B-ROOM: not a code of a",
                        "a-case: not a code of a",
                        "A-TRAILING-: not a code of a",
                        "alone: no file in en",
                        "latin_fr.properties: not UTF-8",
                        "Odd.properties: a bundle is named room_fr.properties or room_en.properties");
    }

    @Test
    void codes_withoutSentence_areFound() throws IOException {
        String source = """
                Message.of("TRIAL-MISSING");
                Message.of(
                        "NOROOM-MISSING", 1);
                new Message("TRIAL-GONE", List.of());
                Finding.error(Place.file(name("a,b", 'c')).line(3), "NOROOM-ERROR", "NOROOM-ARGUMENT");
                refuse("TRIAL-HELPER", raw);
                Message.of("TRIAL-NONE-" + kind);
                Finding.info(NOWHERE, ok ? "NOROOM-YES" : "TRIAL-NESTED");
                """;
        assertThat(CodesInSource.without(source, Bundles.read(Path.of("src/test/resources/org/subsidia/messages"))))
                .containsExactlyInAnyOrder(
                        "TRIAL-MISSING",
                        "NOROOM-MISSING",
                        "TRIAL-GONE",
                        "NOROOM-ERROR",
                        "TRIAL-HELPER",
                        "TRIAL-NONE-…",
                        "NOROOM-YES");
    }

    @Test
    void codes_withSentence_areNotReported() throws IOException {
        String source = """
                Message.of("TRIAL-NESTED", "TRIAL, no code");
                Message.of("TRIAL-PLU" + ending);
                Message.of("TRIAL-" + kind);
                Charset.forName("UTF-8"); code("FR-ARA"); digest("SHA-256");
                // Message.of("TRIAL-COMMENT")
                /* Finding.error(x, "TRIAL-COMMENT") */
                """;
        assertThat(CodesInSource.without(source, Bundles.read(Path.of("src/test/resources/org/subsidia/messages"))))
                .isEmpty();
    }
}
