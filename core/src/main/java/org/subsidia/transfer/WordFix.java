package org.subsidia.transfer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.subsidia.document.Suggestion;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Region;

/**
 * A word of a scenario's document that is not known, and the known one that is written much like it.
 *
 * <pre>{@code
 * WordFix.of(finding, document, structures).map(fix -> fix.in(document));
 * }</pre>
 *
 * @param offset where the word begins in the document, in characters
 * @param written the word
 * @param meant the known word
 */
public record WordFix(int offset, String written, String meant) {
    /** Which argument of a finding lists the known words; the first argument is the word itself. */
    private static final Map<String, Integer> LISTS = Map.of(
            "DOC-KEY-UNKNOWN", 1,
            "DOC-WORD-UNKNOWN", 1,
            "XFER-MODEL-UNKNOWN", 2,
            "XFER-PROGRAMME-UNKNOWN", 1,
            "XFER-INDEX-UNKNOWN", 1,
            "XFER-MEASURE-UNKNOWN", 1,
            "XFER-EXTENDS-UNKNOWN", 1,
            "XFER-TEST-UNKNOWN", 1);

    /**
     * What mends a finding.
     *
     * @param finding one of those of the document
     * @param document the text that was read
     * @param structures the ids of the structures by their names; empty: not known
     * @return the change, none where nothing known is near
     */
    public static Optional<WordFix> of(Finding finding, String document, Map<String, String> structures) {
        List<Object> arguments = finding.message().arguments();
        return switch (finding.code()) {
            case "XFER-REGION-BAD" -> of(finding, document, String.valueOf(arguments.get(0)), regions());
            case "XFER-DEPARTEMENT-BAD" -> of(finding, document, String.valueOf(arguments.get(0)), departements());
            case "XFER-STRUCTURE-UNKNOWN" ->
                of(finding, document, String.valueOf(arguments.get(1)), withIds(structures));
            default ->
                Optional.ofNullable(LISTS.get(finding.code()))
                        .flatMap(list -> of(
                                finding,
                                document,
                                String.valueOf(arguments.get(0)),
                                words(String.valueOf(arguments.get(list)))));
        };
    }

    private static Map<String, String> words(String list) {
        return same(
                Stream.of(list.split(", ", -1)).filter(word -> !word.isEmpty()).toList());
    }

    private static Map<String, String> same(Collection<String> words) {
        Map<String, String> same = new LinkedHashMap<>();
        words.forEach(word -> same.put(word, word));
        return same;
    }

    private static Map<String, String> withIds(Map<String, String> names) {
        Map<String, String> all = same(names.values());
        all.putAll(names);
        return all;
    }

    private static Map<String, String> regions() {
        Map<String, String> codes = new LinkedHashMap<>();
        Region.all().stream().filter(each -> Checks.isRegion(each.code())).forEach(region -> {
            codes.put(region.code(), region.code());
            codes.put(region.name(), region.code());
        });
        return codes;
    }

    private static Map<String, String> departements() {
        Map<String, String> codes = new LinkedHashMap<>();
        Departement.all().forEach(departement -> {
            codes.put(departement.code(), departement.code());
            codes.put(departement.name(), departement.code());
        });
        return codes;
    }

    /** A code has too few letters for one that is near it: its zero may be missing, or its name may be written. */
    private static Optional<WordFix> of(Finding finding, String document, String written, Map<String, String> known) {
        Optional<String> near = known.containsKey("0" + written)
                ? Optional.of("0" + written)
                : Optional.ofNullable(known.get(written))
                        .map(code -> written)
                        .or(() -> Suggestion.near(written, known.keySet()));
        return near.flatMap(name -> Optional.ofNullable(known.get(name)))
                .filter(meant -> !meant.equals(written))
                .flatMap(meant -> where(written, document, offset(finding.place(), document))
                        .map(offset -> new WordFix(offset, written, meant)));
    }

    /** The first time that a word stands by itself from a place on. */
    private static Optional<Integer> where(String word, String document, int from) {
        Matcher matcher = Pattern.compile("(?<![\\p{L}\\p{N}_-])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}_-])")
                .matcher(document);
        return matcher.find(Math.min(from, document.length())) ? Optional.of(matcher.start()) : Optional.empty();
    }

    private static int offset(Place place, String document) {
        int start = 0;
        for (long line = 1; line < place.line() && start >= 0; line++) {
            start = document.indexOf('\n', start) + 1;
            if (start == 0) {
                return document.length();
            }
        }
        return start + Math.max(0, place.column() - 1);
    }

    /**
     * The structures that measures name and that are not among those on which the scenario is to run.
     *
     * @param scenario what was read
     * @param document the text that was read
     * @param known the ids of the structures
     * @return a warning for each, where it stands in the document; those that another document names have no line
     */
    public static List<Finding> unknownStructures(Scenario scenario, String document, Collection<String> known) {
        return scenario.measures().stream()
                .flatMap(measure -> measure.structures().stream()
                        .filter(id -> !known.contains(id))
                        .map(id -> Finding.warning(
                                where(id, document, 0)
                                        .map(offset -> place(document, offset))
                                        .orElse(Place.NOWHERE),
                                "XFER-STRUCTURE-UNKNOWN",
                                measure.id(),
                                id)))
                .toList();
    }

    private static Place place(String document, int offset) {
        String before = document.substring(0, offset);
        long line = before.chars().filter(letter -> letter == '\n').count() + 1;
        return Place.NOWHERE.line(line).column(offset - before.lastIndexOf('\n'), null);
    }

    /**
     * The document with the known word.
     *
     * @param document the text
     * @return the text with the change; the same where the word no longer stands there
     */
    public String in(String document) {
        return document.startsWith(written, offset)
                ? document.substring(0, offset) + meant + document.substring(offset + written.length())
                : document;
    }

    /** {@return what it does, in words} */
    public Message label() {
        return Message.of("XFER-WORD-MEANT", written, meant);
    }
}
