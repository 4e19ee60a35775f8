package org.subsidia.store.jdbc;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.subsidia.portfolio.Edit;

/**
 * A program that writes to a shared portfolio until its time is over, and says on its output which edits were acknowledged.
 *
 * <p>Every edit puts a record of its own and one that all writers put, so that conflicts come up.
 */
final class SharedWriter {
    private SharedWriter() {}

    public static void main(String[] args) {
        String writer = args[1];
        long end =
                System.nanoTime() + Duration.ofMillis(Long.parseLong(args[2])).toNanos();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        DatabaseAddress address = DatabaseAddress.parse(args[0], System::getenv).get();
        DatabaseOptions options = DatabaseOptions.by(writer).withPatience(Duration.ofMinutes(1));
        try (DatabaseSession session = DatabaseSession.open(address, options).get()) {
            for (int i = 0; System.nanoTime() < end; i++) {
                String name = writer + '-' + i;
                Edit edit = Edit.batch(
                        "",
                        List.of(
                                DatabaseSessionContract.put(writer + '-' + i % 50, name),
                                DatabaseSessionContract.put("shared", name)));
                out.println(outcome(session, edit, name) + ' ' + name);
            }
        }
    }

    private static String outcome(DatabaseSession session, Edit edit, String name) {
        Outcome outcome = session.apply(edit, name);
        while (!(outcome instanceof Outcome.Accepted)) {
            if (outcome instanceof Outcome.Conflict) {
                while (!session.refresh().isRead()) {
                    Thread.onSpinWait();
                }
                outcome = session.apply(edit, name);
            } else if (outcome instanceof Outcome.Unsure) {
                outcome = session.settle();
            } else {
                return "REFUSED " + outcome;
            }
        }
        return "ACKNOWLEDGED";
    }
}
