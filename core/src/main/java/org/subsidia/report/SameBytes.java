package org.subsidia.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** An archive without the hour of its making: entries in one order with one time, and a workbook created on a given day. */
final class SameBytes {
    /** The earliest that an archive can say. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Pattern CREATED = Pattern.compile("(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms)");

    private SameBytes() {}

    static void copy(Path archive, LocalDate created, OutputStream out) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile in = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                parts.put(entry.getName(), in.getInputStream(entry).readAllBytes());
            }
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        // readers look for the list of types first
        byte[] types = parts.remove("[Content_Types].xml");
        if (types != null) {
            put(zip, "[Content_Types].xml", types);
        }
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            boolean core = part.getKey().equals("docProps/core.xml");
            put(zip, part.getKey(), core ? dated(part.getValue(), created) : part.getValue());
        }
        zip.finish();
        out.flush();
    }

    private static byte[] dated(byte[] core, LocalDate day) {
        String text = new String(core, StandardCharsets.UTF_8);
        return CREATED.matcher(text).replaceAll("$1" + day + "T00:00:00Z$3").getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
