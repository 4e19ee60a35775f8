package org.subsidia.rcp.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.subsidia.rcp.ui.Folding;

/**
 * The guide, by sections.
 *
 * @param sections in the order of reading; the first bears the guide's own title
 */
record Guide(List<Section> sections) {

    /**
     * A section.
     *
     * @param heading its title
     * @param lines its Markdown
     */
    record Section(String heading, List<String> lines) {
        private String text() {
            return Folding.fold(String.join("\n", lines));
        }
    }

    /** The guide in a language: French, else English. */
    static Guide in(Locale locale) {
        String language = locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? "fr" : "en";
        try (InputStream in = Guide.class.getResourceAsStream("/help/guide_" + language + ".md")) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Guide of(String markdown) {
        List<Section> sections = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String heading = "";
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            code ^= line.startsWith("```");
            if (!code && (line.startsWith("# ") || line.startsWith("## "))) {
                add(sections, heading, lines);
                heading = line.replaceFirst("^#+ ", "");
                lines = new ArrayList<>();
            } else {
                lines.add(line);
            }
        }
        add(sections, heading, lines);
        return new Guide(List.copyOf(sections));
    }

    private static void add(List<Section> sections, String heading, List<String> lines) {
        if (!heading.isEmpty()) {
            sections.add(new Section(heading, List.copyOf(lines)));
        }
    }

    /** The section to begin with for a view: its heading names it, else it has the view in bold, else names it at all; else the first. */
    int about(String name) {
        String[] words = Folding.words(name);
        if (words[0].isEmpty()) {
            return 0;
        }
        String bold = "**" + Folding.fold(name) + "**";
        return first(section -> Folding.hasAll(Folding.fold(section.heading()), words))
                .or(() -> first(section -> section.text().contains(bold)))
                .or(() -> first(section -> Folding.hasAll(section.text(), words)))
                .orElse(0);
    }

    private Optional<Integer> first(Predicate<Section> wanted) {
        return IntStream.range(1, sections.size())
                .filter(i -> wanted.test(sections.get(i)))
                .boxed()
                .findFirst();
    }

    /** What stands under a heading within a section, as a section of its own. */
    Optional<Section> part(String heading) {
        String mark = "### ";
        for (Section section : sections) {
            int from = section.lines().indexOf(mark + heading);
            if (from >= 0) {
                List<String> lines = section
                        .lines()
                        .subList(from + 1, section.lines().size())
                        .stream()
                        .takeWhile(line -> !line.startsWith(mark))
                        .toList();
                return Optional.of(new Section(heading, lines));
            }
        }
        return Optional.empty();
    }

    Optional<Section> section(int index) {
        return index < 0 || index >= sections.size() ? Optional.empty() : Optional.of(sections.get(index));
    }
}
