package org.subsidia.store.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.UUID;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.Saved;
import org.subsidia.store.Sha256;

/** Writes beside the file, reads back, and replaces it in one step: at every moment the file is the old or the new one. */
final class AtomicSave {
    private static final int BUFFER = 1 << 16;

    private final Disk disk;

    AtomicSave(Disk disk) {
        this.disk = disk;
    }

    Saved save(Portfolio portfolio, Path target) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        Path name = target.getFileName();
        if (directory == null || name == null) {
            throw new IOException("not a file: " + target);
        }
        Path fresh = directory.resolve("." + name + "." + UUID.randomUUID() + ".tmp");
        try {
            Written written = write(portfolio, fresh);
            verify(fresh, written);
            copyPermissions(target, fresh);
            disk.replace(fresh, target);
            disk.forceDirectory(directory);
            return new Saved(written.sha256, Files.size(target));
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** What was written: the version of the document, and the digest of the whole file. */
    private record Written(String sha256, String whole) {}

    private Written write(Portfolio portfolio, Path fresh) throws IOException {
        MessageDigest whole = Sha256.start();
        String sha256;
        try (OutputStream out = new BufferedOutputStream(new DigestOutputStream(disk.create(fresh), whole), BUFFER)) {
            sha256 = FileDocument.write(portfolio, out);
        }
        return new Written(sha256, Sha256.hex(whole.digest()));
    }

    private static void verify(Path fresh, Written written) throws IOException {
        MessageDigest read = Sha256.start();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(fresh), BUFFER)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read.update(buffer, 0, count);
            }
        }
        if (!Sha256.hex(read.digest()).equals(written.whole)) {
            throw new IOException("the disk gave back other bytes than were written");
        }
    }

    private static void copyPermissions(Path target, Path fresh) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (view != null && Files.exists(target)) {
            view.setPermissions(Files.getPosixFilePermissions(target));
        }
    }
}
