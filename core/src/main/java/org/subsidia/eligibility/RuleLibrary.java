package org.subsidia.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;

/**
 * Rule sets at hand.
 *
 * @param rules in order
 */
public record RuleLibrary(List<RuleSet> rules) {
    private static final String FOLDER = "examples/";

    /** Copies the list. */
    public RuleLibrary {
        rules = List.copyOf(rules);
    }

    /**
     * The examples that come with the library: they show how real schemes are written down; they are not their texts.
     *
     * @param laws the law base whose rules they name
     * @return the rule sets
     */
    public static RuleLibrary examples(LawBase laws) {
        return new RuleLibrary(exampleNames().stream()
                .map(name -> read(name + ".yaml", in -> RuleSet.read(name + ".yaml", in, laws)
                        .get()))
                .toList());
    }

    /** {@return the names of the examples’ documents, without ending} */
    public static List<String> exampleNames() {
        return read("list.txt", in -> new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList());
    }

    /**
     * The cases of an example.
     *
     * @param name one of {@link #exampleNames()}
     * @return its cases
     */
    public static RuleCases exampleCases(String name) {
        return read(name + ".cases.yaml", in -> RuleCases.read(name + ".cases.yaml", in)
                .get());
    }

    private interface Use<T> {
        T of(InputStream in) throws IOException;
    }

    private static <T> T read(String name, Use<T> use) {
        try (InputStream in = RuleLibrary.class.getResourceAsStream(FOLDER + name)) {
            return use.of(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * The rule sets of a call: those that name it, its programme, or a programme above.
     *
     * @param call the call
     * @param portfolio where programmes above are looked for
     * @return the rule sets in order
     */
    public List<RuleSet> of(Call call, Portfolio portfolio) {
        List<String> programmes = Stream.iterate(
                        Optional.ofNullable(call.programme()), Optional::isPresent, id -> parent(id, portfolio))
                .limit(10)
                .flatMap(Optional::stream)
                .map(ProgrammeId::value)
                .toList();
        return rules.stream()
                .filter(set -> set.calls().contains(call.id().value())
                        || set.programmes().stream().anyMatch(programmes::contains))
                .toList();
    }

    private static Optional<ProgrammeId> parent(Optional<ProgrammeId> id, Portfolio portfolio) {
        return id.flatMap(portfolio::programme).map(Programme::parent);
    }
}
