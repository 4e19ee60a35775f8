package org.subsidia.product;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * The archive of a platform, as somebody has it who downloads it.
 *
 * @param os linux, macosx or win32
 * @param arch x86_64 or aarch64
 * @param file the archive
 */
record Archive(String os, String arch, Path file) {
    private static final int EXECUTABLE = 0111;
    private static final Map<Archive, SortedMap<String, byte[]>> READ = new ConcurrentHashMap<>();

    /** Of every platform that was built. */
    static List<Archive> all() throws IOException {
        try (Stream<Path> files = Files.list(Built.PRODUCTS)) {
            return files.filter(file -> file.getFileName().toString().matches("subsidia-\\w+-\\w+\\.(zip|tar\\.gz)"))
                    .sorted()
                    .map(Archive::of)
                    .toList();
        }
    }

    private static Archive of(Path file) {
        String[] parts = file.getFileName().toString().split("[-.]", 4);
        String os =
                switch (parts[1]) {
                    case "macos" -> "macosx";
                    case "windows" -> "win32";
                    default -> parts[1];
                };
        return new Archive(os, parts[2], file);
    }

    boolean isMac() {
        return os.equals("macosx");
    }

    boolean isWindows() {
        return os.equals("win32");
    }

    String ws() {
        return isMac() ? "cocoa" : isWindows() ? "win32" : "gtk";
    }

    /** Where the bundles are. */
    String home() {
        return isMac() ? "Subsidia.app/Contents/Eclipse/" : "subsidia/";
    }

    /** Where the start scripts are. */
    String scripts() {
        return isMac() ? "Subsidia.app/Contents/MacOS/" : "subsidia/";
    }

    /** Where what a user reads first is. */
    String top() {
        return isMac() ? "" : "subsidia/";
    }

    List<String> programs() {
        return isWindows()
                ? List.of("subsidia.cmd", "subsidia-cli.cmd")
                : isMac() ? List.of("subsidia", "subsidia-cli") : List.of("subsidia", "subsidia-cli", "subsidia-menu");
    }

    /** Every file, executable ones with a star behind their name; of the bundles, only our plug-in has its bytes. */
    SortedMap<String, byte[]> contents() throws IOException {
        SortedMap<String, byte[]> known = READ.get(this);
        if (known == null) {
            SortedMap<String, byte[]> contents = new TreeMap<>();
            read((entry, bytes) -> {
                String name = entry.getName();
                boolean wanted = !name.contains("/plugins/") || name.contains("/org.subsidia.rcp_");
                contents.put(name + (isExecutable(entry) ? "*" : ""), wanted ? bytes : new byte[0]);
            });
            known = Collections.unmodifiableSortedMap(contents);
            READ.put(this, known);
        }
        return known;
    }

    private static boolean isExecutable(ArchiveEntry entry) {
        return entry instanceof TarArchiveEntry tar && (tar.getMode() & EXECUTABLE) != 0;
    }

    /** As tar does: with what may be executed. */
    void unpackInto(Path folder) throws IOException {
        read((entry, bytes) -> {
            Path to = folder.resolve(entry.getName());
            Files.createDirectories(to.getParent());
            Files.write(to, bytes);
            if (isExecutable(entry)) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(to);
                permissions.add(PosixFilePermission.OWNER_EXECUTE);
                Files.setPosixFilePermissions(to, permissions);
            }
        });
    }

    private interface Reader {
        void accept(ArchiveEntry entry, byte[] bytes) throws IOException;
    }

    private void read(Reader reader) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                ArchiveInputStream<?> in = isWindows()
                        ? new ZipArchiveInputStream(raw)
                        : new TarArchiveInputStream(new GZIPInputStream(raw), StandardCharsets.UTF_8.name())) {
            for (ArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    reader.accept(entry, in.readAllBytes());
                }
            }
        }
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
