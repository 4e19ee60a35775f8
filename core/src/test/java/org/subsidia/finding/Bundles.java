package org.subsidia.finding;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All sentences of a folder, by room and language, and what is wrong with them. */
final class Bundles {
    private static final Pattern FILE = Pattern.compile("([a-z][a-z0-9]*)_(fr|en)\\.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern ALONE = Pattern.compile("\\{\\d+}");
    private static final List<String> LANGUAGES = List.of("fr", "en");
    private static final String FIX = "-FIX";

    private final Map<String, Map<String, Map<String, String>>> rooms = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private Bundles() {}

    static Bundles read(Path folder) throws IOException {
        Bundles bundles = new Bundles();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                bundles.add(file);
            }
        }
        bundles.rooms.forEach(bundles::check);
        return bundles;
    }

    List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    Set<String> rooms() {
        return rooms.keySet();
    }

    /** All codes of the room of this code; empty if there is no such room. */
    Set<String> codes(String code) {
        String room = code.substring(0, code.indexOf('-')).toLowerCase(Locale.ROOT);
        return rooms.getOrDefault(room, Map.of()).values().stream()
                .flatMap(sentences -> sentences.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Sentences that cannot be written, or keep a placeholder, when all their arguments are given. */
    List<String> unwritten() {
        List<String> unwritten = new ArrayList<>();
        rooms.forEach(
                (room, languages) -> languages.forEach((language, sentences) -> sentences.forEach((code, text) -> {
                    Set<Integer> places = placeholders(text);
                    int most = places.stream().mapToInt(i -> i).max().orElse(-1);
                    Message message = new Message(code, new ArrayList<>(Collections.nCopies(most + 1, 7)));
                    try {
                        String sentence = message.in(Locale.forLanguageTag(language));
                        if (sentence.indexOf('{') >= 0 || sentence.isBlank()) {
                            unwritten.add(code + " in " + language + ": " + sentence);
                        }
                    } catch (IllegalArgumentException | IllegalStateException e) {
                        unwritten.add(code + " in " + language + ": " + e);
                    }
                })));
        return unwritten;
    }

    private void add(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Matcher matcher = FILE.matcher(name);
        if (name.startsWith(".")) {
            return;
        }
        if (!matcher.matches()) {
            problems.add(name + ": a bundle is named room_fr.properties or room_en.properties");
            return;
        }
        Map<String, String> sentences = new TreeMap<>();
        rooms.computeIfAbsent(matcher.group(1), room -> new TreeMap<>()).put(matcher.group(2), sentences);
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (sentences.put((String) key, (String) value) != null) {
                    problems.add(name + ": twice: " + key);
                }
                return super.put(key, value);
            }
        };
        try {
            properties.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (CharacterCodingException e) {
            problems.add(name + ": not UTF-8");
        }
    }

    private void check(String room, Map<String, Map<String, String>> languages) {
        for (String language : LANGUAGES) {
            if (!languages.containsKey(language)) {
                problems.add(room + ": no file in " + language);
                return;
            }
        }
        Map<String, String> french = languages.get("fr");
        Map<String, String> english = languages.get("en");
        if (french.isEmpty() || english.isEmpty()) {
            return;
        }
        Set<String> one = new TreeSet<>(french.keySet());
        Set<String> both = new TreeSet<>(one);
        both.retainAll(english.keySet());
        one.addAll(english.keySet());
        Set<String> all = new TreeSet<>(one);
        one.removeAll(both);
        if (!one.isEmpty()) {
            problems.add(room + ": only in one language: " + one);
        }
        Pattern code = Pattern.compile(room.toUpperCase(Locale.ROOT) + "(-[A-Z0-9]+)+");
        for (String key : all) {
            if (!code.matcher(key).matches()) {
                problems.add(key + ": not a code of " + room);
            }
            if (key.endsWith(FIX) && !all.contains(key.substring(0, key.length() - FIX.length()))) {
                problems.add(key + ": advice on nothing: there is no " + key.substring(0, key.length() - FIX.length()));
            }
        }
        languages.forEach((language, sentences) -> sentences.forEach((key, text) -> check(key, language, text)));
        for (String key : both) {
            Set<Integer> here = placeholders(french.get(key));
            Set<Integer> there = placeholders(english.get(key));
            // a sentence that is one placeholder and nothing else chooses between texts that came in both languages
            boolean choosing = ALONE.matcher(french.get(key)).matches()
                    && ALONE.matcher(english.get(key)).matches();
            if (!choosing && !here.equals(there) && isPattern(french.get(key)) && isPattern(english.get(key))) {
                problems.add(key + ": other placeholders in the other language: " + here + " and " + there);
            }
        }
    }

    private void check(String key, String language, String text) {
        if (text.isBlank()) {
            problems.add(key + ": no sentence in " + language);
        }
        if (text.indexOf('\'') >= 0) {
            problems.add(key + ": an ASCII apostrophe in " + language + "; write ’");
        } else if (!isPattern(text)) {
            problems.add(key + ": not a pattern in " + language);
        } else {
            for (Format format : new MessageFormat(text, Locale.ROOT).getFormats()) {
                if (format != null && !(format instanceof ChoiceFormat)) {
                    problems.add(key + ": a placeholder in " + language + " that is neither {0} nor a choice");
                }
            }
        }
    }

    private static boolean isPattern(String text) {
        try {
            return new MessageFormat(text, Locale.ROOT).getFormats() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<Integer> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(result -> Integer.valueOf(result.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
