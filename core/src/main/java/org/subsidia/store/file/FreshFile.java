package org.subsidia.store.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.subsidia.store.Sha256;

/**
 * A file written beside another, read back, and then put in its place in one step: at every moment the file is the old or the
 * new one. Closing it without putting it in place leaves nothing behind.
 */
final class FreshFile<T> implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    /** Writes the content and answers what is to be known of it. */
    interface Content<T> {
        T write(OutputStream out) throws IOException;
    }

    private final Disk disk;
    private final Path target;
    private final Path directory;
    private final Path fresh;
    private final T known;
    private final long bytes;
    private boolean inPlace;

    private FreshFile(Disk disk, Path target, Path directory, Path fresh, T known, long bytes) {
        this.disk = disk;
        this.target = target;
        this.directory = directory;
        this.fresh = fresh;
        this.known = known;
        this.bytes = bytes;
    }

    /** Knows whether a file holds what was written. */
    private interface Witness {
        /** Watches what is written. */
        OutputStream watch(OutputStream out);

        boolean agrees(Path fresh) throws IOException;
    }

    /** Writes and verifies; the target is not touched. */
    static <T> FreshFile<T> write(Disk disk, Path target, Content<T> content) throws IOException {
        return write(disk, target, content, new Digest());
    }

    private static <T> FreshFile<T> write(Disk disk, Path target, Content<T> content, Witness witness)
            throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        Path name = target.getFileName();
        if (directory == null || name == null) {
            throw new IOException("not a file: " + target);
        }
        Path fresh = directory.resolve("." + name + "." + UUID.randomUUID() + ".tmp");
        boolean done = false;
        try {
            T known;
            try (OutputStream out = new BufferedOutputStream(witness.watch(disk.create(fresh)), BUFFER)) {
                known = content.write(out);
            }
            if (!witness.agrees(fresh)) {
                throw new IOException("the disk gave back other bytes than were written");
            }
            copyPermissions(target, fresh);
            FreshFile<T> file = new FreshFile<>(disk, target, directory, fresh, known, Files.size(fresh));
            done = true;
            return file;
        } finally {
            if (!done) {
                forget(disk, fresh);
            }
        }
    }

    /** Writes bytes in one step in the place of what stood there. */
    static void put(Disk disk, Path target, byte[] content) throws IOException {
        Content<Integer> writer = out -> {
            out.write(content);
            return content.length;
        };
        try (FreshFile<Integer> file = write(disk, target, writer, new Memory(content))) {
            file.replace();
        }
    }

    /** What the names of such files look like while they are written. */
    static Pattern namesBeside(Path target) {
        return Pattern.compile("\\." + Pattern.quote(String.valueOf(target.getFileName()))
                + "\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");
    }

    T known() {
        return known;
    }

    long bytes() {
        return bytes;
    }

    /** Takes the target’s place. */
    void replace() throws IOException {
        disk.replace(fresh, target);
        inPlace = true;
        disk.forceDirectory(directory);
    }

    @Override
    public void close() {
        if (!inPlace) {
            forget(disk, fresh);
        }
    }

    private static void forget(Disk disk, Path fresh) {
        try {
            disk.delete(fresh);
        } catch (IOException e) {
            // the next session removes it
        }
    }

    /** Remembers the digest of what was written. */
    private static final class Digest implements Witness {
        private final MessageDigest written = Sha256.start();

        @Override
        public OutputStream watch(OutputStream out) {
            return new DigestOutputStream(out, written);
        }

        @Override
        public boolean agrees(Path fresh) throws IOException {
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(fresh), Sha256.start())) {
                byte[] buffer = new byte[BUFFER];
                while (in.read(buffer) >= 0) {
                    // the digest is all that counts
                }
                return MessageDigest.isEqual(in.getMessageDigest().digest(), written.digest());
            }
        }
    }

    /** Has what was written in memory, where it can be compared much faster. */
    private static final class Memory implements Witness {
        private final byte[] written;

        Memory(byte[] written) {
            this.written = written;
        }

        @Override
        public OutputStream watch(OutputStream out) {
            return out;
        }

        @Override
        public boolean agrees(Path fresh) throws IOException {
            return Arrays.equals(Files.readAllBytes(fresh), written);
        }
    }

    private static void copyPermissions(Path target, Path fresh) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (view != null && Files.exists(target)) {
            view.setPermissions(Files.getPosixFilePermissions(target));
        }
    }
}
