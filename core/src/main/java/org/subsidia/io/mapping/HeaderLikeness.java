package org.subsidia.io.mapping;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.subsidia.identity.Spelling;

/** How much the words above a column are those of a field. */
final class HeaderLikeness {
    static final int SAME = 100;
    static final int CLOSE = 97;
    private static final int SHORTEST = 4;

    /** What stands further back in a cell is no header's. */
    private static final int LONGEST = 2_000;

    private static final Pattern UNITS = Pattern.compile("(euros?|eur|ttc|ht|keuros?)$");

    /** Letters and words that French headers have and English ones do not. */
    private static final Pattern FRENCH = Pattern.compile(
            "[éèêàçùôîœ]|\\b(de|du|des|la|le|les|montant|taux|objet|financeur|dispositif|date d|n°)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private HeaderLikeness() {}

    /** 100 for a known spelling; less where one is part of the other; 0 where nothing is alike. */
    static int of(String header, Set<String> spellings) {
        String key = Spelling.key(header.substring(0, Math.min(LONGEST, header.length())));
        String bare = UNITS.matcher(key).replaceAll("");
        int best = 0;
        for (String spelling : spellings) {
            if (spelling.equals(key)) {
                return SAME;
            }
            if (spelling.equals(bare)) {
                best = Math.max(best, CLOSE);
            } else if (spelling.length() >= SHORTEST && bare.contains(spelling)) {
                boolean start = bare.startsWith(spelling);
                best = Math.max(best, (start ? 58 : 45) + 37 * spelling.length() / bare.length());
            } else if (bare.length() >= SHORTEST && spelling.startsWith(bare)) {
                best = Math.max(best, 40 + 40 * bare.length() / spelling.length());
            }
        }
        return best;
    }

    static boolean isFrench(String header) {
        return FRENCH.matcher(header.toLowerCase(Locale.FRENCH)).find();
    }
}
