package org.subsidia.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** How the entries that bring the balances of the year before are told: by the code and the name of their journal. */
public final class OpeningEntries {
    private static final Set<String> CODES = Set.of("AN", "ANO", "ANOUV", "RAN", "AN1", "OUV", "REP");

    private OpeningEntries() {}

    /**
     * Whether a journal is that of opening balances.
     *
     * @param code its code
     * @param label its name
     * @return whether its code or its name says so
     */
    public static boolean isJournal(String code, String label) {
        if (CODES.contains(code.toUpperCase(Locale.ROOT))) {
            return true;
        }
        String plain = Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT);
        return plain.contains("NOUVEAU") || plain.contains("OUVERTURE");
    }
}
