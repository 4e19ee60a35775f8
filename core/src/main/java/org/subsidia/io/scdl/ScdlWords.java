package org.subsidia.io.scdl;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.subsidia.identity.Spelling;

/** Words of the enumerations of the standard, and what is found instead. */
final class ScdlWords {
    private static final Set<String> YES =
            Set.of("oui", "o", "yes", "y", "true", "vrai", "1", "aidenotifiee", "notifiee");
    private static final Set<String> NO = Set.of(
            "non",
            "n",
            "no",
            "false",
            "faux",
            "0",
            "aidesnerelevantpasuneaideetat",
            "aidenerelevantpasuneaideetat",
            "nerelevepasuneaideetat",
            "horsaideetat",
            "pasaideetat",
            "nonnotifiee",
            "aidenonnotifiee");
    private static final Set<String> NOTHING = Set.of(
            "",
            "sansobjet",
            "so",
            "neant",
            "aucun",
            "aucune",
            "non",
            "nc",
            "noncommunique",
            "nonconnu",
            "null",
            "na",
            "nonconcerne",
            "nonapplicable",
            "vide",
            "0");
    private static final Set<String> TOTAL = Set.of("total", "totaux", "totalgeneral", "soustotal", "sommetotale");
    private static final Set<String> NOT_GRANTED = Set.of(
            "courintruction", "coursintruction", "coursinstruction", "ineligible", "refusee", "refuse", "rejetee");

    private static final Set<ScdlNature> CASH = Set.of(ScdlNature.CASH);
    private static final int MOST_NOTHING = 24;

    private ScdlWords() {}

    /** Both orders, with and without "aide", any separator; empty if neither kind is named. */
    static Set<ScdlNature> nature(String text) {
        if (text.equals(ScdlNature.CASH.label())) {
            return CASH;
        }
        String key = Spelling.key(text);
        EnumSet<ScdlNature> natures = EnumSet.noneOf(ScdlNature.class);
        if (key.length() > 60) {
            return natures;
        }
        if (key.contains("numeraire") || key.contains("financier") || key.equals("num")) {
            natures.add(ScdlNature.CASH);
        }
        if (key.contains("nature")) {
            natures.add(ScdlNature.IN_KIND);
        }
        return natures;
    }

    /** Whether the words are those of the standard, in either order. */
    static boolean isStandardNature(String text) {
        String cash = ScdlNature.CASH.label();
        String kind = ScdlNature.IN_KIND.label();
        return text.equals(cash)
                || text.equals(kind)
                || text.equals(cash + ';' + kind)
                || text.equals(kind + ';' + cash);
    }

    static Optional<Boolean> flag(String text) {
        if (text.equals("non")) {
            return Optional.of(false);
        }
        String key = Spelling.key(text);
        return YES.contains(key) ? Optional.of(true) : NO.contains(key) ? Optional.of(false) : Optional.empty();
    }

    /** Whether a text says that there is nothing to say. */
    static boolean isNothing(String text) {
        boolean value = text.length() > MOST_NOTHING || (text.length() > 1 && Character.isDigit(text.charAt(0)));
        return !value && NOTHING.contains(Spelling.key(text));
    }

    static boolean isTotal(String text) {
        return TOTAL.contains(Spelling.key(text));
    }

    static boolean isNotGranted(String status) {
        return NOT_GRANTED.contains(Spelling.key(status));
    }
}
