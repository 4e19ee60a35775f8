package org.subsidia.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.FileFindings;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;

/**
 * The words by which accounts name a funder, in tiers: the funders of a portfolio, then the user's own file, then the words that
 * come with the library. In a tier the longest words win. Bodies that only pay (ASP, DRFIP) are known as payers: whose money it
 * is, they do not say.
 */
public final class FunderWords {
    private static final int SHORTEST_NAME = 4;
    private static final int MOST_BYTES = 1 << 20;

    private final List<List<Word>> tiers;

    /**
     * One way to name a funder.
     *
     * @param pattern of plain words
     * @param text the words
     * @param level of the funder
     * @param payer whether it only pays
     * @param funder the funder of the portfolio, or null
     */
    private record Word(
            Pattern pattern,
            String text,
            FunderLevel level,
            boolean payer,
            @Nullable FunderId funder) {}

    private FunderWords(List<List<Word>> tiers) {
        this.tiers = List.copyOf(tiers);
    }

    /** {@return the words that come with the library} */
    public static FunderWords standard() {
        return Holder.STANDARD;
    }

    private static final class Holder {
        static final FunderWords STANDARD = load();

        private static FunderWords load() {
            try (InputStream in = FunderWords.class.getResourceAsStream("funders.yaml")) {
                return new FunderWords(List.of(words(mapper().readTree(Objects.requireNonNull(in, "funders.yaml")))));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /**
     * These words with a user's file before them.
     *
     * @param file YAML of the form of the library's own: a list of {@code {words: [..], level: REGION}}, {@code payer: true} for
     *     bodies that only pay
     * @return the words, or what is wrong with the file
     */
    public Reading<FunderWords> with(Path file) {
        Place place = FileFindings.place(file);
        Optional<Finding> missing = FileFindings.missing(file);
        if (missing.isPresent()) {
            return Reading.refused(missing.get());
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                return Reading.refused(Finding.error(place, "ACC-WORDS-LARGE", MOST_BYTES));
            }
            JsonNode list = mapper().readTree(Files.readString(file));
            if (!list.isArray()) {
                return Reading.refused(Finding.error(place, "ACC-WORDS-LIST"));
            }
            List<List<Word>> all = new ArrayList<>();
            all.add(words(list));
            all.addAll(tiers);
            return Reading.of(new FunderWords(all));
        } catch (JsonProcessingException e) {
            long line =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            return Reading.refused(Finding.error(place.line(line), "ACC-WORDS-YAML", e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            return Reading.refused(Finding.error(place, "ACC-WORDS-FORM", String.valueOf(e.getMessage())));
        } catch (CharacterCodingException e) {
            return Reading.refused(Finding.error(place, "ACC-WORDS-TEXT"));
        } catch (IOException e) {
            return Reading.refused(FileFindings.unreadable(file, e));
        }
    }

    /**
     * These words with the names and numbers of funders before them.
     *
     * @param funders of a portfolio
     * @return the words
     */
    public FunderWords with(List<Funder> funders) {
        List<Word> words = new ArrayList<>();
        for (Funder funder : funders) {
            for (String text : java.util.Arrays.asList(funder.name(), funder.siren(), funder.siret())) {
                if (text != null && plain(text).length() >= SHORTEST_NAME) {
                    words.add(word(text, funder.level(), false, funder.id()));
                }
            }
        }
        List<List<Word>> all = new ArrayList<>();
        all.add(words);
        all.addAll(tiers);
        return new FunderWords(all);
    }

    /**
     * Looks for a funder in some text.
     *
     * @param text such as the label of an entry
     * @return the funder, if words name one
     */
    public Optional<NamedFunder> find(String text) {
        String plain = ' ' + plain(text) + ' ';
        Optional<Word> payer = Optional.empty();
        Optional<Word> origin = Optional.empty();
        for (List<Word> tier : tiers) {
            payer = payer.isPresent() ? payer : longest(tier, plain, true);
            origin = origin.isPresent() ? origin : longest(tier, plain, false);
        }
        String paid = payer.map(Word::text).orElse(null);
        return origin.map(word -> new NamedFunder(word.text, word.level, word.funder, paid))
                .or(() ->
                        Optional.ofNullable(paid).map(name -> new NamedFunder(name, FunderLevel.UNKNOWN, null, name)));
    }

    private static Optional<Word> longest(List<Word> tier, String text, boolean payer) {
        return tier.stream()
                .filter(word ->
                        word.payer == payer && word.pattern.matcher(text).find())
                .max(Comparator.comparingInt((Word word) -> word.text.length()).thenComparing(Word::text));
    }

    private static YAMLMapper mapper() {
        return new YAMLMapper(YAMLFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(20).build())
                .build());
    }

    private static List<Word> words(JsonNode list) {
        List<Word> words = new ArrayList<>();
        for (JsonNode node : list) {
            if (!node.path("words").isArray() || node.path("words").isEmpty()) {
                throw new IllegalArgumentException("words: " + node);
            }
            boolean payer = node.path("payer").asBoolean(false);
            FunderLevel level =
                    payer ? FunderLevel.UNKNOWN : level(node.path("level").asText());
            node.path("words").forEach(text -> words.add(word(text.asText(), level, payer, null)));
        }
        return words;
    }

    private static FunderLevel level(String name) {
        try {
            return FunderLevel.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("level: " + name, e);
        }
    }

    /** Whole words; a number sign stands for one digit. */
    private static Word word(String text, FunderLevel level, boolean payer, @Nullable FunderId funder) {
        StringBuilder pattern = new StringBuilder();
        for (String part : text.split("#", -1)) {
            pattern.append(pattern.isEmpty() ? "" : "[0-9]").append(Pattern.quote(plain(part)));
        }
        return new Word(Pattern.compile(" " + pattern + "(?= )"), text, level, payer, funder);
    }

    /** Capital letters without accents and digits, anything else one space. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", " ")
                .strip();
    }
}
