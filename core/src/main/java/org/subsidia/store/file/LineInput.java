package org.subsidia.store.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file as bytes, one after the other. */
final class LineInput implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private long number;
    private long end;
    private boolean terminated;

    private LineInput(InputStream in) {
        this.in = in;
    }

    static LineInput open(Path file) throws IOException {
        return new LineInput(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    /** The next line without its line feed, if there is one. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0 && b != '\n') {
            line.write(b);
            b = in.read();
        }
        terminated = b == '\n';
        if (!terminated && line.size() == 0) {
            return Optional.empty();
        }
        number++;
        end += line.size() + (terminated ? 1 : 0);
        return Optional.of(line.toByteArray());
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** The position in the file behind the line that was read last. */
    long end() {
        return end;
    }

    /** Whether the line that was read last ends with a line feed. */
    boolean terminated() {
        return terminated;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
