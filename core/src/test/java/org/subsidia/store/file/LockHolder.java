package org.subsidia.store.file;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that opens a document for writing, says so, and holds it until its input ends. */
final class LockHolder {
    private LockHolder() {}

    /** Opens the first argument. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        try (FileSession session =
                FileSession.open(Path.of(arguments[0]), "Bernard").get()) {
            out.println(session.isReadOnly() ? "reads" : "writes");
            while (System.in.read() >= 0) {
                // waits
            }
        }
        out.println("closed");
    }
}
