package org.subsidia.io.tabular;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.subsidia.finding.Message;

/** Which separator cuts lines into the same number of cells most often. */
final class Separators {
    static final List<Character> ALL = List.of(';', ',', '\t', '|');

    private Separators() {}

    /** All separators, the likeliest first; among equals the order of {@link #ALL}. */
    static List<Character> ranking(List<String> lines) {
        Map<Character, Long> scores = new HashMap<>();
        for (char separator : ALL) {
            scores.put(separator, score(lines, separator));
        }
        List<Character> ranking = new ArrayList<>(ALL);
        ranking.sort(Comparator.comparing(scores::get, Comparator.reverseOrder()));
        return ranking;
    }

    static Message name(char separator) {
        return Message.of(
                switch (separator) {
                    case ',' -> "TAB-SEPARATOR-COMMA";
                    case ';' -> "TAB-SEPARATOR-SEMICOLON";
                    case '\t' -> "TAB-SEPARATOR-TAB";
                    default -> "TAB-SEPARATOR-BAR";
                });
    }

    /** The commonest number of separators in a line, times how many lines have it. */
    private static long score(List<String> lines, char separator) {
        Map<Integer, Integer> lengths = new HashMap<>();
        for (String line : lines) {
            int count = count(line, separator);
            if (count > 0) {
                lengths.merge(count, 1, Integer::sum);
            }
        }
        return lengths.entrySet().stream()
                .mapToLong(e -> (long) e.getKey() * e.getValue())
                .max()
                .orElse(0);
    }

    private static int count(String line, char separator) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            count += c == separator && !quoted ? 1 : 0;
        }
        return count;
    }
}
