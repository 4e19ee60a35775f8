package org.subsidia.store.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.subsidia.store.internal.SealedLine;

/**
 * Who has a document open for writing.
 *
 * @param name the person, as the program knows them
 * @param host the computer
 * @param process the number of the process on that computer
 * @param since when the process started
 */
public record LockOwner(String name, String host, long process, Instant since) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** This process on this computer. */
    static LockOwner here(String name) {
        ProcessHandle process = ProcessHandle.current();
        return new LockOwner(name, hostName(), process.pid(), started(process));
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
    }

    /** What the system calls this computer; asking the network is the last resort, since it may not answer for seconds. */
    private static String hostName() {
        return Stream.of("COMPUTERNAME", "HOSTNAME")
                .map(System::getenv)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .or(() -> firstLine(Path.of("/proc/sys/kernel/hostname")))
                .orElseGet(LockOwner::networkName);
    }

    private static Optional<String> firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String networkName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    boolean onHostOf(LockOwner other) {
        return host.equals(other.host);
    }

    /** Whether the process still runs: its number may have been given to another one since. */
    boolean runsHere() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(LockOwner::started)
                .filter(start -> Math.abs(ChronoUnit.SECONDS.between(start, since)) <= 2)
                .isPresent();
    }

    /** One sealed line. */
    byte[] bytes() {
        ObjectNode tree = MAPPER.createObjectNode()
                .put("host", host)
                .put("name", name)
                .put("process", process)
                .put("since", since.toString());
        try {
            byte[] body = MAPPER.writeValueAsBytes(tree);
            return SealedLine.of(Arrays.copyOf(body, body.length - 1), SealedLine.FIRST)
                    .bytes();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The owner in the bytes of a file, unless it is damaged. */
    static Optional<LockOwner> read(byte[] bytes) {
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\n' ? bytes.length - 1 : 0;
        boolean sealed = SealedLine.parse(Arrays.copyOf(bytes, length))
                .filter(line -> line.follows(SealedLine.FIRST))
                .isPresent();
        if (!sealed) {
            return Optional.empty();
        }
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            return Optional.of(new LockOwner(
                    tree.path("name").asText(),
                    tree.path("host").asText(),
                    tree.path("process").asLong(),
                    Instant.parse(tree.path("since").asText())));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
