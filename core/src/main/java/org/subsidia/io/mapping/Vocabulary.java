package org.subsidia.io.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.subsidia.finding.Message;
import org.subsidia.identity.Spelling;

/** The words that people write above columns and in cells, beyond the labels of fields and choices. */
final class Vocabulary {
    private static final Pattern WORD_END = Pattern.compile("[\\s\\p{Pd}'’/,.]+");
    private static final Vocabulary STANDARD = new Vocabulary();

    private final Map<String, List<String>> headers = load("headers.properties");
    private final Map<String, List<String>> values = load("values.properties");
    private final Map<String, Set<String>> headerKeys = new HashMap<>();
    private final Map<String, Map<String, String>> choiceKeys = new HashMap<>();

    private Vocabulary() {
        for (TableKind kind : TableKind.values()) {
            for (TableField field : kind.fields()) {
                headerKeys.put(name(kind, field), headerKeys(kind, field));
                choiceKeys.computeIfAbsent(lastPart(field), part -> choiceKeys(field, part));
            }
        }
    }

    static Vocabulary standard() {
        return STANDARD;
    }

    /** The keys of all spellings of a field's header; the first ones are its labels. */
    Set<String> headers(TableKind kind, TableField field) {
        return headerKeys.getOrDefault(name(kind, field), Set.of());
    }

    /** The choice that a cell means, if it is a label, a code or another known word for one. */
    Optional<String> choice(TableField field, String cell) {
        return Optional.ofNullable(
                choiceKeys.getOrDefault(lastPart(field), Map.of()).get(Spelling.key(cell)));
    }

    /** Yes or no, if a cell means one. */
    Optional<Boolean> flag(String cell) {
        String key = Spelling.key(cell);
        return values.getOrDefault("flag.true", List.of()).contains(key)
                ? Optional.of(true)
                : values.getOrDefault("flag.false", List.of()).contains(key) ? Optional.of(false) : Optional.empty();
    }

    /** The level of a funder whose name begins or ends with whole words that only bodies of this level bear. */
    Optional<String> levelOfName(String name) {
        String exact = choiceKeys.getOrDefault("level", Map.of()).get(Spelling.key(name));
        if (exact != null) {
            return Optional.of(exact);
        }
        List<String> words = List.of(WORD_END.split(name.strip()));
        Set<String> starts = new HashSet<>();
        Set<String> ends = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            starts.add(Spelling.key(String.join(" ", words.subList(0, i + 1))));
            ends.add(Spelling.key(String.join(" ", words.subList(i, words.size()))));
        }
        return level("levelStart.", starts).or(() -> level("levelEnd.", ends));
    }

    private Optional<String> level(String where, Set<String> borne) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(where))
                .filter(entry -> entry.getValue().stream().anyMatch(borne::contains))
                .map(entry -> entry.getKey().substring(where.length()))
                .findFirst();
    }

    private Set<String> headerKeys(TableKind kind, TableField field) {
        Set<String> keys = new LinkedHashSet<>(labels(field.label()));
        keys.add(Spelling.key(field.id()));
        keys.addAll(headers.getOrDefault(name(kind, field), headers.getOrDefault(field.id(), List.of())));
        return keys;
    }

    private Map<String, String> choiceKeys(TableField field, String part) {
        Map<String, String> keys = new HashMap<>();
        for (Choice choice : field.choices()) {
            keys.put(Spelling.key(choice.code()), choice.code());
            labels(choice.label()).forEach(key -> keys.put(key, choice.code()));
            values.getOrDefault(part + '.' + choice.code(), List.of()).forEach(key -> keys.put(key, choice.code()));
        }
        return keys;
    }

    private static List<String> labels(Message label) {
        return List.of(Spelling.key(label.in(Locale.FRENCH)), Spelling.key(label.in(Locale.ENGLISH)));
    }

    private static String name(TableKind kind, TableField field) {
        return kind.id() + '/' + field.id();
    }

    /** {@code payer.level} and {@code origin.level} take the same words. */
    private static String lastPart(TableField field) {
        return field.id().substring(field.id().indexOf('.') + 1);
    }

    private static Map<String, List<String>> load(String file) {
        try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + file);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, List<String>> lists = new LinkedHashMap<>();
            for (String name :
                    properties.stringPropertyNames().stream().sorted().toList()) {
                List<String> keys = new ArrayList<>();
                Arrays.stream(properties.getProperty(name).split(";", -1))
                        .map(Spelling::key)
                        .filter(key -> !key.isEmpty())
                        .forEach(keys::add);
                lists.put(name, keys);
            }
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
