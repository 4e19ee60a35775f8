package org.subsidia.document;

import java.util.Collection;

/** The name that someone may have meant. */
public final class Suggestion {
    private static final int LONGEST = 80;

    private Suggestion() {}

    /**
     * The known name that needs the fewest letters changed.
     *
     * @param written what someone wrote
     * @param known the names to choose from
     * @return the nearest, empty where there is none
     */
    public static String nearest(String written, Collection<String> known) {
        String best = "";
        int least = Integer.MAX_VALUE;
        String text = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
        for (String name : known) {
            int distance = distance(text, name);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
