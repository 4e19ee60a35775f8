package org.subsidia.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * The right to write a document, which one process has at a time.
 *
 * <p>The system locks an empty file, and lets go of it when the process ends, however it ends. A second file says who it is;
 * it is all there is on disks that cannot lock. A lock whose process on this computer is gone is taken over; one of another
 * computer only if the caller says so, since nobody here can know.
 */
final class WriterLock {
    /** On some systems a process loses its lock when it opens and closes the file once more: so it asks itself first. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Disk disk;
    private final Companion companion;
    private final FileChannel channel;

    private WriterLock(Disk disk, Companion companion, FileChannel channel) {
        this.disk = disk;
        this.companion = companion;
        this.channel = channel;
    }

    /** The lock, or who has it. */
    static Reading<WriterLock> acquire(Disk disk, Companion companion, LockOwner me, boolean takeOver) {
        Path key = companion.folder();
        if (!HELD_HERE.add(key)) {
            return Reading.refused(held(companion, owner(companion)));
        }
        boolean done = false;
        try {
            disk.createDirectory(companion.folder());
            Reading<WriterLock> lock = acquireHere(disk, companion, me, takeOver);
            done = lock.isRead();
            return lock;
        } catch (IOException e) {
            return Reading.refused(Finding.error(
                    place(companion),
                    "STORE-LOCK-IMPOSSIBLE",
                    companion.document().toString(),
                    FileStore.reason(e)));
        } finally {
            if (!done) {
                HELD_HERE.remove(key);
            }
        }
    }

    /** What is done while nobody else writes. */
    interface Work<T> {
        Reading<T> run() throws IOException;
    }

    /** Does something under the lock, or says who has it. */
    static <T> Reading<T> holding(Disk disk, Companion companion, String name, Work<T> work) throws IOException {
        Reading<WriterLock> taken = acquire(disk, companion, LockOwner.here(name), false);
        if (!taken.isRead()) {
            return Reading.refused(taken.findings());
        }
        WriterLock lock = taken.get();
        try {
            return work.run().with(taken.findings());
        } finally {
            lock.close();
        }
    }

    private static Reading<WriterLock> acquireHere(Disk disk, Companion companion, LockOwner me, boolean takeOver)
            throws IOException {
        FileChannel channel = FileChannel.open(companion.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean done = false;
        try {
            Optional<Boolean> locked = lock(channel);
            if (locked.equals(Optional.of(false))) {
                return Reading.refused(held(companion, owner(companion)));
            }
            List<Finding> findings = new ArrayList<>();
            if (Files.exists(companion.owner())) {
                Optional<LockOwner> other = owner(companion);
                if (!takeOver && !isGone(other, me, locked.isPresent())) {
                    return Reading.refused(held(companion, other));
                }
                findings.add(stale(companion, other));
            }
            FreshFile.put(disk, companion.owner(), me.bytes());
            done = true;
            return Reading.of(new WriterLock(disk, companion, channel), findings);
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    /** Whether the system gave its lock; empty where it has none to give. */
    private static Optional<Boolean> lock(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return Optional.of(lock != null);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isGone(Optional<LockOwner> other, LockOwner me, boolean systemLocks) {
        if (other.isEmpty()) {
            return systemLocks;
        }
        return other.get().onHostOf(me) && (systemLocks || !other.get().runsHere());
    }

    /** Who holds the lock of a document or held it last; empty where nobody does or it cannot be read. */
    static Optional<LockOwner> owner(Companion companion) {
        try {
            return Files.exists(companion.owner())
                    ? LockOwner.read(Files.readAllBytes(companion.owner()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Finding held(Companion companion, Optional<LockOwner> owner) {
        String file = companion.document().toString();
        return owner.map(who -> Finding.error(
                        place(companion),
                        "STORE-LOCK-HELD",
                        file,
                        who.name(),
                        who.host(),
                        Long.toString(who.process()),
                        companion.owner().toString()))
                .orElseGet(() -> Finding.error(
                        place(companion),
                        "STORE-LOCK-HELD-UNKNOWN",
                        file,
                        companion.owner().toString()));
    }

    private static Finding stale(Companion companion, Optional<LockOwner> owner) {
        return owner.map(who -> Finding.info(place(companion), "STORE-LOCK-STALE", who.name(), who.host()))
                .orElseGet(() -> Finding.info(place(companion), "STORE-LOCK-STALE-UNKNOWN"));
    }

    private static Place place(Companion companion) {
        return Place.file(companion.document().toString());
    }

    /** Lets others write. What fails here is not lost: the next session sees that this one is gone. */
    void close() {
        try {
            disk.delete(companion.owner());
        } catch (IOException e) {
            // the system’s lock counts more than the name in the file
        }
        try {
            channel.close();
        } catch (IOException e) {
            // the system drops the lock with the process
        }
        HELD_HERE.remove(companion.folder());
    }
}
