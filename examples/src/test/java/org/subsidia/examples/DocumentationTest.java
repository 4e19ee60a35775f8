package org.subsidia.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.subsidia.cli.CommandLineTool;
import org.subsidia.cli.Console;

/** Every command of the jar that the documentation shows runs, and every file that it links to is there. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final List<Path> PAGES =
            List.of(ROOT.resolve("README.md"), Path.of("guide.md"), Path.of("embedding.md"));
    /** Its commands are those of the French guide, as a test of the workbench’s help holds. */
    private static final Path ENGLISH_GUIDE = Path.of("guide_en.md");

    private static final Pattern COMMAND =
            Pattern.compile("java -jar core/target/subsidia\\.jar ((?:[^`\\n\\\\]|\\\\\\n)+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|[^\\s\\\\\"]+");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");
    private static final int DATA_ERRORS = 1;

    /** One folder for all commands, in the order of the pages: what one writes, a later one may read. */
    @TempDir
    static Path folder;

    static Stream<String> commands() {
        return PAGES.stream()
                .flatMap(page -> COMMAND.matcher(text(page)).results().map(match -> match.group(1)));
    }

    private static String text(Path page) {
        try {
            return Files.readString(page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void command_runs(String command) throws IOException {
        List<String> words = new ArrayList<>();
        for (MatchResult word : WORD.matcher(command).results().toList()) {
            words.addAll(word.group(1) == null ? expand(word.group()) : List.of(placed(word.group(1))));
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = CommandLineTool.run(new Console(out, out, false, Locale.ENGLISH), words.toArray(String[]::new));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isBetween(0, DATA_ERRORS);
    }

    /** What the shell does with a word, run from the root of the project; what is written goes to a folder of the test. */
    private List<String> expand(String word) throws IOException {
        if (!word.contains("*")) {
            return List.of(placed(word));
        }
        List<String> files = new ArrayList<>();
        Path pattern = ROOT.resolve(word);
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                pattern.getParent(), pattern.getFileName().toString())) {
            found.forEach(file -> files.add(file.toString()));
        }
        return files.stream().sorted().toList();
    }

    private static String placed(String word) {
        if (word.startsWith("target/")) {
            return folder.resolve(word.substring("target/".length())).toString();
        }
        if (word.startsWith("examples/")) {
            return ROOT.resolve(word).toString();
        }
        return word.replace(":./target/", ":" + folder + "/");
    }

    @Test
    void links_leadSomewhere() {
        for (Path page : Stream.concat(PAGES.stream(), Stream.of(ENGLISH_GUIDE)).toList()) {
            Path home = page.toAbsolutePath().getParent();
            assertThat(LINK.matcher(text(page)).results().map((MatchResult match) -> match.group(1)))
                    .allSatisfy(link -> assertThat(home.resolve(link)).exists());
        }
    }
}
