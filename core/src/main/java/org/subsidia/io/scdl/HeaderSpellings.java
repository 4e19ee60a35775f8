package org.subsidia.io.scdl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.subsidia.identity.Spelling;

/** Recognises headers by the schema's words and by the spellings of {@code header-spellings.txt}. */
final class HeaderSpellings {
    private static final HeaderSpellings STANDARD = load();

    private final Map<String, ScdlColumn> official = new HashMap<>();
    private final Map<String, List<ScdlColumn>> synonyms = new HashMap<>();
    private final Set<String> misleading = new HashSet<>();

    private HeaderSpellings() {
        for (ScdlColumn column : ScdlColumn.values()) {
            official.put(Spelling.key(column.header()), column);
        }
    }

    static HeaderSpellings standard() {
        return STANDARD;
    }

    HeaderMatch match(String header) {
        String text = header.strip();
        var exact = ScdlColumn.ofHeader(text);
        if (exact.isPresent()) {
            return new HeaderMatch(List.of(exact.get()), HeaderMatch.Rank.EXACT, false);
        }
        String key = Spelling.key(text);
        if (key.isEmpty()) {
            return HeaderMatch.NONE;
        }
        HeaderMatch whole = byKey(key, HeaderMatch.Rank.SPELLING, HeaderMatch.Rank.SYNONYM);
        if (whole.isFound()) {
            return whole;
        }
        String trimmed = withoutNumber(Spelling.key(withoutBrackets(text)));
        HeaderMatch part = trimmed.isEmpty() || trimmed.equals(key)
                ? HeaderMatch.NONE
                : byKey(trimmed, HeaderMatch.Rank.TRIMMED, HeaderMatch.Rank.TRIMMED);
        return part.isFound() || key.indexOf('\ufffd') < 0 ? part : byLostLetters(key);
    }

    private HeaderMatch byKey(String key, HeaderMatch.Rank word, HeaderMatch.Rank synonym) {
        ScdlColumn column = official.get(key);
        if (column != null) {
            return new HeaderMatch(List.of(column), word, false);
        }
        List<ScdlColumn> columns = synonyms.get(key);
        return columns == null ? HeaderMatch.NONE : new HeaderMatch(columns, synonym, misleading.contains(key));
    }

    /** A letter that became U+FFFD can have been any. */
    private HeaderMatch byLostLetters(String key) {
        Set<ScdlColumn> found = new HashSet<>();
        official.forEach((word, column) -> {
            if (agree(key, word)) {
                found.add(column);
            }
        });
        synonyms.forEach((word, columns) -> {
            if (agree(key, word)) {
                found.add(columns.get(0));
            }
        });
        return found.size() == 1
                ? new HeaderMatch(List.copyOf(found), HeaderMatch.Rank.TRIMMED, false)
                : HeaderMatch.NONE;
    }

    private static boolean agree(String key, String word) {
        if (key.length() != word.length()) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) != word.charAt(i) && key.charAt(i) != '\ufffd') {
                return false;
            }
        }
        return true;
    }

    private static String withoutNumber(String key) {
        int end = key.length();
        while (end > 0 && Character.isDigit(key.charAt(end - 1))) {
            end--;
        }
        return key.substring(0, end);
    }

    private static String withoutBrackets(String text) {
        int from = text.indexOf('(');
        int to = text.indexOf(')', Math.max(from, 0));
        return from > 0 && to > from ? text.substring(0, from) + ' ' + text.substring(to + 1) : text;
    }

    private static HeaderSpellings load() {
        HeaderSpellings spellings = new HeaderSpellings();
        try (InputStream in = HeaderSpellings.class.getResourceAsStream("header-spellings.txt")) {
            if (in == null) {
                throw new IllegalStateException("header-spellings.txt is part of the library");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    spellings.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return spellings;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        ScdlColumn column = ScdlColumn.ofHeader(line.substring(0, colon)).orElseThrow();
        StringTokenizer words = new StringTokenizer(line.substring(colon + 1));
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            String key = word.startsWith("!") ? word.substring(1) : word;
            if (key.length() < word.length()) {
                misleading.add(key);
            }
            List<ScdlColumn> columns = new ArrayList<>(synonyms.getOrDefault(key, List.of()));
            columns.add(column);
            synonyms.put(key, List.copyOf(columns));
        }
    }
}
