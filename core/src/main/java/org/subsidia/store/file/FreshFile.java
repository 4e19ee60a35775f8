package org.subsidia.store.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
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

    /** Writes and verifies; the target is not touched. */
    static <T> FreshFile<T> write(Disk disk, Path target, Content<T> content) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        Path name = target.getFileName();
        if (directory == null || name == null) {
            throw new IOException("not a file: " + target);
        }
        Path fresh = directory.resolve("." + name + "." + UUID.randomUUID() + ".tmp");
        boolean done = false;
        try {
            DigestOutputStream whole = new DigestOutputStream(disk.create(fresh), Sha256.start());
            T known;
            try (OutputStream out = new BufferedOutputStream(whole, BUFFER)) {
                known = content.write(out);
            }
            verify(fresh, Sha256.hex(whole.getMessageDigest().digest()));
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
        try (FreshFile<Integer> file = write(disk, target, out -> {
            out.write(content);
            return content.length;
        })) {
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

    private static void verify(Path fresh, String written) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(fresh), BUFFER), Sha256.start())) {
            in.transferTo(OutputStream.nullOutputStream());
            if (!Sha256.hex(in.getMessageDigest().digest()).equals(written)) {
                throw new IOException("the disk gave back other bytes than were written");
            }
        }
    }

    private static void copyPermissions(Path target, Path fresh) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (view != null && Files.exists(target)) {
            view.setPermissions(Files.getPosixFilePermissions(target));
        }
    }
}
