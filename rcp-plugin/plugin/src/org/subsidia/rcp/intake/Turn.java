package org.subsidia.rcp.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.subsidia.rcp.Texts;

/**
 * Which of the wizards that follow each other one is.
 *
 * @param number from 1
 * @param of how many there are
 * @param next what the following ones read; empty: it is the last
 */
record Turn(int number, int of, String next) {
    /** A wizard that nothing follows. */
    static final Turn ONLY = new Turn(1, 1, "");

    private static final int MOST_NAMES = 3;

    /** The turn of one of several. */
    static Turn of(int index, List<ImportRun> runs) {
        return new Turn(index + 1, runs.size(), names(runs.subList(index + 1, runs.size())));
    }

    /** What runs read; of many the first ones. */
    static String names(List<ImportRun> runs) {
        String first = runs.stream()
                .limit(MOST_NAMES)
                .map(run -> Source.together(run.files()))
                .collect(Collectors.joining(", "));
        return runs.size() > MOST_NAMES ? first + "…" : first;
    }

    /** A title that tells the turn where there are several. */
    String title(String title) {
        return of == 1 ? title : Texts.bind(Texts.importTurn, title, number, of);
    }

    /** What to do, and what follows. */
    String description(String description) {
        return next.isEmpty() ? description : Texts.bind(Texts.importNext, description, next);
    }
}
