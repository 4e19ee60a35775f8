package org.subsidia.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of an organisation, made comparable: what two files call one body, and how alike two names are.
 *
 * <p>Case, accents, punctuation (so typographic apostrophes too), articles and legal forms do not count, nor does it matter
 * that UTF-8 was once read as windows-1252. A name is no
 * identifier: two bodies can share one, so a likeness is something for a person to judge unless a number or a place agrees.
 *
 * @param words what is left of the name, in its order
 */
public record OrganisationName(List<String> words) {
    /** The likeness of names that are the same. */
    public static final int SAME = 100;

    private static final int LONGEST = 500;
    private static final int ALMOST = 99;
    private static final int PART = 80;
    private static final int LEAST_LETTERS_OF_PART = 8;
    private static final Set<String> NOISE = Set.of(
            "de",
            "la",
            "le",
            "l",
            "du",
            "des",
            "d",
            "les",
            "au",
            "aux",
            "en",
            "et",
            "a",
            "the",
            "of",
            "and",
            "association",
            "assoc",
            "asso",
            "loi",
            "1901",
            "sas",
            "sasu",
            "sarl",
            "sa",
            "eurl",
            "scic",
            "scop",
            "societe",
            "gie",
            "gip");
    private static final Pattern PERSON = Pattern.compile(
            "(?:M\\.|MR|MME|MLLE|MONSIEUR|MADAME|MADEMOISELLE)\\.?\\s+\\p{L}.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Copies the words. */
    public OrganisationName {
        words = List.copyOf(words);
    }

    /**
     * The words of a name.
     *
     * @param name as written anywhere; no more than its first 500 characters count
     * @return the name, of no words where the text holds neither letter nor digit
     */
    public static OrganisationName of(String name) {
        String plain = Spelling.plain(name.substring(0, Math.min(LONGEST, name.length())))
                .toLowerCase(Locale.ROOT);
        List<String> all = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                String found = word.toString();
                all.add(found);
                if (!NOISE.contains(found)) {
                    kept.add(found);
                }
                word.setLength(0);
            }
        }
        return new OrganisationName(kept.isEmpty() ? all : kept);
    }

    /**
     * Whether a name starts with a form of address, so that it is a natural person's. M needs its point: without it it can be
     * the letter of a firm.
     *
     * @param name as written
     * @return whether it is a person's
     */
    public static boolean isPerson(String name) {
        return PERSON.matcher(name.strip()).matches();
    }

    /**
     * Whether a name says itself that it is an association's.
     *
     * @param name as written
     * @return whether it begins with that word
     */
    public static boolean isAssociation(String name) {
        return Spelling.key(name).startsWith("association");
    }

    /** {@return the id under which imports make a record that has no number, only this name: the same from every format} */
    public String id() {
        return "name-" + key();
    }

    /** {@return the words joined: equal for spellings of one name} */
    public String key() {
        return String.join("", words);
    }

    /**
     * How alike two names are: by the letters of the words that both have, and by pairs of letters, the better of the two. A
     * name of several words that are all in the other is 80 at least: what follows may be a legal form or a motto.
     *
     * @param other another name
     * @return 0 to 100; 100 only for names of one key or of the same words in another order
     */
    public int likeness(OrganisationName other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        Set<String> mine = new HashSet<>(words);
        Set<String> theirs = new HashSet<>(other.words);
        if (key().equals(other.key()) || mine.equals(theirs)) {
            return SAME;
        }
        int both =
                mine.stream().filter(theirs::contains).mapToInt(String::length).sum();
        int all = letters(mine) + letters(theirs);
        int byWords = 2 * both * SAME / all;
        boolean part = isPart(mine, theirs) || isPart(theirs, mine);
        return Math.min(ALMOST, Math.max(Math.max(byWords, part ? PART : 0), byPairs(key(), other.key())));
    }

    private static boolean isPart(Set<String> one, Set<String> other) {
        return one.size() > 1 && letters(one) >= LEAST_LETTERS_OF_PART && other.containsAll(one);
    }

    private static int letters(Set<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    private static int byPairs(String one, String two) {
        int pairs = Math.max(0, one.length() - 1) + Math.max(0, two.length() - 1);
        if (pairs == 0) {
            return 0;
        }
        Map<String, Integer> left = new HashMap<>();
        for (int i = 0; i + 2 <= one.length(); i++) {
            left.merge(one.substring(i, i + 2), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 0; i + 2 <= two.length(); i++) {
            String pair = two.substring(i, i + 2);
            int there = left.getOrDefault(pair, 0);
            if (there > 0) {
                left.put(pair, there - 1);
                shared++;
            }
        }
        return 2 * shared * SAME / pairs;
    }
}
