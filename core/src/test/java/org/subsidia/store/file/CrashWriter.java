package org.subsidia.store.file;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/** A process that edits and saves for ever, says what was acknowledged, and waits to be killed. */
final class CrashWriter {
    private static final StructureId LAST = new StructureId("last");
    private static final int PLACES = 20;

    private CrashWriter() {}

    /** Opens the first argument, recovers, edits; the second is the seed. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[1]));
        FileSession session = FileSession.open(
                        Path.of(arguments[0]), SessionOptions.by("child").withBackups(3))
                .get();
        session.recover().get();
        while (true) {
            long next = last(session.portfolio()) + 1;
            session.apply(edit(next), "edit " + next).get();
            out.println(next);
            if (random.nextInt(4) == 0) {
                session.save().get();
            }
        }
    }

    /** The number of the last edit in a portfolio. */
    static long last(Portfolio portfolio) {
        return portfolio
                .structure(LAST)
                .map(structure -> Long.parseLong(structure.name()))
                .orElse(0L);
    }

    /** The edit of this number: of two records, so that half of it would be seen. */
    static Edit edit(long number) {
        return Edit.batch(
                "édition", List.of(put(LAST, number), put(new StructureId("place" + number % PLACES), number)));
    }

    private static Edit put(StructureId id, long number) {
        return Edit.put(Structure.builder(id, Long.toString(number)).build());
    }

    /** The portfolio after so many edits, and no other. */
    static Portfolio after(long number) {
        Portfolio portfolio = Portfolio.empty();
        for (long n = Math.max(1, number - PLACES); n <= number; n++) {
            portfolio = portfolio.apply(edit(n));
        }
        return portfolio;
    }
}
