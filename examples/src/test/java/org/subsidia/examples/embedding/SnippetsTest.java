package org.subsidia.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every piece of Java in the guide for developers compiles against the library. */
class SnippetsTest {
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("public final class (\\w+)");
    private static final List<String> ROOMS = List.of(
            "accounts",
            "calendar",
            "cashflow",
            "catalogue",
            "check",
            "eligibility",
            "explain",
            "finding",
            "io.scdl",
            "law",
            "portfolio",
            "report",
            "store",
            "store.file",
            "store.jdbc",
            "transfer");
    private static final int LEAST = 5;

    @TempDir
    Path folder;

    @Test
    void snippets_compile() throws Exception {
        String page = Files.readString(Path.of("embedding.md"), StandardCharsets.UTF_8);
        List<String> sources = new ArrayList<>();
        Matcher snippet = SNIPPET.matcher(page);
        for (int i = 0; snippet.find(); i++) {
            String text = snippet.group(1);
            Matcher type = TYPE.matcher(text);
            sources.add(type.find() ? type.group(1) + ".java" : "Snippet" + i + ".java");
            sources.add(text.contains("public final class") ? text : statements("Snippet" + i, text));
        }
        assertThat(sources).hasSizeGreaterThanOrEqualTo(2 * LEAST);
        Jars.compiled(folder, List.of("-cp", System.getProperty("java.class.path")), sources.toArray(String[]::new));
    }

    /** Statements stand in a method that has a file, a portfolio, an edit and a log. */
    private static String statements(String name, String text) {
        StringBuilder source = new StringBuilder("import java.nio.file.Path;\nimport java.time.LocalDate;\n"
                + "import java.util.*;\nimport java.util.function.Consumer;\n");
        ROOMS.forEach(room -> source.append("import org.subsidia.").append(room).append(".*;\n"));
        return source.append("final class ")
                .append(name)
                .append(
                        " {\n    void run(Path file, Portfolio portfolio, Edit edit, Consumer<String> log) throws Exception {\n")
                .append(text)
                .append("    }\n}\n")
                .toString();
    }
}
