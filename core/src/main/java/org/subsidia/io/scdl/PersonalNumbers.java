package org.subsidia.io.scdl;

import java.util.ArrayList;
import java.util.List;
import org.subsidia.identity.Nir;
import org.subsidia.identity.Siret;

/** Takes numbers of natural persons (NIR) out of cells before anything else sees them. */
final class PersonalNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 15;

    private PersonalNumbers() {}

    /** Whether the cell holds at least as many digits as a person's number, which one without can be told from fast. */
    static boolean isSuspect(String text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        return digits >= SHORTEST - 1 && !Siret.isValid(text);
    }

    /** The text without the persons' numbers in it; the same text if there is none. */
    static String without(String text) {
        List<int[]> runs = runs(text);
        StringBuilder clean = null;
        for (int i = runs.size() - 1; i >= 0; i--) {
            int[] run = runs.get(i);
            if (Nir.looksLike(text.substring(run[0], run[1]))) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.delete(run[0], run[1]);
            }
        }
        return clean == null ? text : clean.toString().strip();
    }

    /** Stretches of digits, single blanks, dots and hyphens between them and the A or B of Corsica. */
    private static List<int[]> runs(String text) {
        List<int[]> runs = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (!isDigit(text, i)) {
                i++;
                continue;
            }
            int end = i;
            int count = 0;
            int at = i;
            while (at < text.length() && (isDigit(text, at) || isCorsica(text, at, count) || isJoint(text, at))) {
                if (!isJoint(text, at)) {
                    count++;
                    end = at + 1;
                }
                at++;
            }
            if (count >= SHORTEST && count <= LONGEST) {
                runs.add(new int[] {i, end});
            }
            i = Math.max(end, at);
        }
        return runs;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isCorsica(String text, int at, int count) {
        char c = Character.toUpperCase(text.charAt(at));
        return count == 6 && (c == 'A' || c == 'B');
    }

    private static boolean isJoint(String text, int at) {
        char c = text.charAt(at);
        boolean joint = c == ' ' || c == '\u00a0' || c == '\u202f' || c == '.' || c == '-';
        return joint && at + 1 < text.length() && (isDigit(text, at + 1) || Character.isLetter(text.charAt(at + 1)));
    }
}
