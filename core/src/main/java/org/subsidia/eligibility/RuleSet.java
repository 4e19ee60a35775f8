package org.subsidia.eligibility;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.DateWindow;

/**
 * The conditions of one funding scheme, in one version.
 *
 * @param id its name, the same in all versions
 * @param version such as {@code 1.2.0}
 * @param title what it is about, in French and English
 * @param validity the days of verdicts for which it is meant
 * @param references articles and texts, at least one
 * @param source where the conditions were read
 * @param confidence how sure they are
 * @param example whether it only shows how such conditions look, and is not the text of a scheme
 * @param calls ids of the calls that it belongs to
 * @param programmes ids of programmes: it belongs to each of their calls
 * @param catalogue the facts that it may ask about: the standard ones and its own
 * @param root the tree
 * @param sha256 of the document, 64 hexadecimal digits
 */
public record RuleSet(
        String id,
        String version,
        Message title,
        DateWindow validity,
        List<String> references,
        String source,
        Confidence confidence,
        boolean example,
        List<String> calls,
        List<String> programmes,
        FactCatalogue catalogue,
        Condition root,
        String sha256) {

    /** Copies the lists. */
    public RuleSet {
        references = List.copyOf(references);
        calls = List.copyOf(calls);
        programmes = List.copyOf(programmes);
    }

    /**
     * Reads a document. It is read whole or not at all.
     *
     * @param file YAML or JSON, UTF-8, at most 512 KiB
     * @param laws the law base whose rules conditions may name
     * @return the rule set, perhaps with warnings; or findings {@code ELIG-…} with line and column
     */
    public static Reading<RuleSet> read(Path file, LawBase laws) {
        String name = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in, laws);
        } catch (IOException e) {
            return Reading.refused(Finding.error(
                    Place.file(name), "DOC-FILE-UNREADABLE", e.getClass().getSimpleName()));
        }
    }

    /**
     * Reads a document from a stream.
     *
     * @param name its name in findings
     * @param in the stream, not closed here
     * @param laws see {@link #read(Path, LawBase)}
     * @return see {@link #read(Path, LawBase)}
     */
    public static Reading<RuleSet> read(String name, InputStream in, LawBase laws) {
        return RuleSetReader.read(name, in, laws);
    }

    /**
     * Reads a document from a text.
     *
     * @param text YAML or JSON
     * @param laws see {@link #read(Path, LawBase)}
     * @return see {@link #read(Path, LawBase)}
     */
    public static Reading<RuleSet> parse(String text, LawBase laws) {
        return read("text", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), laws);
    }

    /** {@return the rule set as a version of a rule, which every explanation names} */
    public RuleReference reference() {
        return new RuleReference(
                id, validity.first(), validity.last(), version, String.join(" ; ", references), source, confidence);
    }

    /** {@return the ids of all facts that its conditions read} */
    public Set<String> facts() {
        Set<String> ids = new TreeSet<>();
        root.all().forEach(condition -> ids.addAll(condition.facts()));
        return ids;
    }

    /** {@return the rules of law that its conditions name} */
    public Set<LawRef> laws() {
        Set<LawRef> refs = new TreeSet<>();
        root.all().forEach(condition -> refs.addAll(condition.laws()));
        return refs;
    }

    /**
     * A condition by its name.
     *
     * @param name its id
     * @return the first of that name
     */
    public Optional<Condition> condition(String name) {
        return root.all().filter(c -> c.head().id().equals(name)).findFirst();
    }

    /** Its own record of where it stands, without the catalogue. */
    @Override
    public String toString() {
        return id + " " + version;
    }
}
