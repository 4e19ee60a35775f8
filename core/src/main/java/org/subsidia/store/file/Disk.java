package org.subsidia.store.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Every step that changes the disk, and so can fail; tests let each of them fail in turn. */
interface Disk {
    /** The disk of the system. */
    Disk REAL = new Disk() {};

    /** Opens a file that must not exist yet. Closing the stream forces its bytes to the disk first. */
    default OutputStream create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel);
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                try (channel) {
                    channel.force(true);
                }
            }
        };
    }

    /** Writes bytes into an existing file from this position on, drops what stood there, and forces all to the disk. */
    default void write(Path file, long from, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() < from) {
                throw new IOException("shorter than it was: " + file);
            }
            channel.truncate(from);
            channel.position(from);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Puts a file in the place of another in one step. */
    default void replace(Path with, Path target) throws IOException {
        Files.move(with, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives a file a second name, where the system can; the first may then be replaced without harm to the second. */
    default void link(Path file, Path second) throws IOException {
        Files.createLink(second, file);
    }

    /** Removes a file, where there is one. */
    default void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Makes a directory, where there is none. */
    default void createDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
    }

    /** Makes the names in a directory safe, where the system can. */
    default void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no directories: there the move itself is all that can be done
        }
    }
}
