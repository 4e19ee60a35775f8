package org.subsidia.examples.portal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a request: each known, given once, and in UTF-8. What is not is refused, never ignored. */
final class Query {
    private static final int HEX = 16;

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /** The parameters behind the question mark, as they came; null: none. */
    static Query parse(String raw, Set<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                if (!known.contains(name)) {
                    throw Refusal.badQuery(
                            "QUERY-UNKNOWN",
                            "No parameter " + printable(name) + "; there are: " + new TreeSet<>(known));
                }
                if (values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1))) != null) {
                    throw Refusal.badQuery("QUERY-TWICE", "Parameter " + name + " is given more than once");
                }
            }
        }
        return new Query(values);
    }

    private static String decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), HEX) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), HEX) : -1;
                if (high < 0 || low < 0) {
                    throw Refusal.badQuery(
                            "QUERY-ENCODING", "A percent sign must be followed by two hexadecimal digits");
                }
                bytes.put((byte) (high * HEX + low));
                i += 2;
            } else if (c > '~') {
                throw Refusal.badQuery("QUERY-ENCODING", "Letters beyond ASCII must be percent-encoded UTF-8");
            } else {
                bytes.put((byte) (c == '+' ? ' ' : c));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes.flip())
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.badQuery("QUERY-ENCODING", "The query is not UTF-8");
        }
    }

    /** What came from outside, without what could break a line or a log. */
    static String printable(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}]", "?");
        return '“' + (clean.length() > 80 ? clean.substring(0, 80) + "…" : clean) + '”';
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> Refusal.badQuery("QUERY-MISSING", "Parameter " + name + " is missing"));
    }

    int number(String name, int least, int most, int otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        String sentence = "Parameter " + name + " must be a whole number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Refusal.badQuery("QUERY-NUMBER", sentence);
        }
        throw Refusal.badQuery("QUERY-NUMBER", sentence);
    }

    Optional<LocalDate> day(String name) {
        try {
            return text(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw Refusal.badQuery("QUERY-DAY", "Parameter " + name + " must be a day such as 2026-09-30");
        }
    }
}
