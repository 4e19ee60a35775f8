package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of our own: a cluster in a folder, on a free port of the loopback, run by a user without rights.
 *
 * <p>It takes the programs that are installed, as Debian’s package {@code postgresql} brings them.
 */
final class PostgresServer implements AutoCloseable {
    /** Absent programs are an error and not a reason to skip. */
    static final String REQUIRED = "subsidia.postgresql.required";

    static final String OWNER = "subsidia";
    static final String PASSWORD = "p w#é";
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final long PATIENCE_SECONDS = 60;

    private final Path bin;
    private final Path folder;
    private final int port;

    private PostgresServer(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** The newest installed programs. */
    static Optional<Path> programs() {
        Stream<Path> path = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .map(Path::of);
        try (Stream<Path> versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
            List<Path> debian = versions.map(version -> version.resolve("bin"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            return Stream.concat(debian.stream(), path)
                    .filter(bin ->
                            Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_ctl")))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Makes a cluster with one database and starts its server. */
    static PostgresServer start(Path folder) throws IOException {
        Path bin = programs().orElseThrow();
        Files.createDirectories(folder);
        if (isRoot()) {
            // the server refuses to run as root; its folder and all above it must let the other user in
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        PostgresServer server = new PostgresServer(bin, folder, freePort());
        server.run(
                bin.resolve("initdb").toString(),
                "--pgdata=" + server.data(),
                "--username=" + OWNER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--wal-segsize=1");
        server.run();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Starts the server again. */
    void run() throws IOException {
        run(
                bin.resolve("pg_ctl").toString(),
                "start",
                "--wait",
                "--timeout=" + PATIENCE_SECONDS,
                "--pgdata=" + data(),
                "--log=" + folder.resolve("log"),
                "--options=-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder
                        + " -c max_connections=40 -c shared_buffers=16MB -c min_wal_size=2MB -c max_wal_size=16MB"
                        + " -c max_wal_senders=0 -c wal_level=minimal");
    }

    /** Kills the server and all that it started, as a power cut would. */
    void kill() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data().resolve("postmaster.pid")).get(0).strip());
        ProcessHandle handle = ProcessHandle.of(postmaster).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(handle));
        all.addAll(handle.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    /** Whether the server process lives. */
    boolean isRunning() throws IOException {
        Path pid = data().resolve("postmaster.pid");
        return Files.exists(pid)
                && ProcessHandle.of(
                                Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    DatabaseAddress address(String portfolio) {
        return address(port, OWNER, PASSWORD, portfolio, "");
    }

    static DatabaseAddress address(int port, String user, String password, String portfolio, String settings) {
        return DatabaseAddress.parse(url(port, portfolio, settings), variable -> switch (variable) {
                    case DatabaseAddress.USER -> user;
                    case DatabaseAddress.PASSWORD -> password;
                    default -> null;
                })
                .get();
    }

    static String url(int port, String portfolio, String settings) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres" + settings + '#' + portfolio;
    }

    @Override
    public void close() throws IOException {
        run(bin.resolve("pg_ctl").toString(), "stop", "--mode=immediate", "--pgdata=" + data());
    }

    private void run(String... command) throws IOException {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        all.addAll(List.of(command));
        Path output = Files.createTempFile(folder, "command", ".log");
        Process process = new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(ended).as("%s ended", command[0]).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        try (InputStream in = Files.newInputStream(output)) {
            String said = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.exitValue())
                    .as("%s: %s", String.join(" ", command), said)
                    .isZero();
        }
    }
}
