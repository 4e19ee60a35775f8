package org.subsidia.document;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

    /**
     * The known name that is written much like this one: capitals apart, less than half of its letters are other ones.
     *
     * @param written what someone wrote
     * @param known the names to choose from
     * @return the nearest, none where no name is near, or where it is that very name
     */
    public static Optional<String> near(String written, Collection<String> known) {
        String text = written.toLowerCase(Locale.ROOT);
        Map<String, String> names = new LinkedHashMap<>();
        known.forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        String best = nearest(text, names.keySet());
        boolean near = text.length() <= LONGEST && 2 * distance(text, best) < Math.max(text.length(), 2);
        return near ? Optional.ofNullable(names.get(best)).filter(name -> !name.equals(written)) : Optional.empty();
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
