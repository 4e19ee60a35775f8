package org.subsidia.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A workbook without the hour of its making: entries in one order with one time, created on a given day. Formulas get their
 * results, which the library that writes them leaves out, so that readers that do not compute show them too.
 */
final class SameBytes {
    /** The earliest that an archive can say. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Pattern CREATED = Pattern.compile("(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms)");

    private static final Pattern FORMULA = Pattern.compile("(<c r=\"([A-Z]+[0-9]+)\"[^>]*><f>[^<]*</f>)");

    private SameBytes() {}

    static void copy(Path archive, LocalDate created, List<Map<String, String>> results, OutputStream out)
            throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile in = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                parts.put(entry.getName(), in.getInputStream(entry).readAllBytes());
            }
        }
        for (int i = 0; i < results.size(); i++) {
            Map<String, String> sheet = results.get(i);
            parts.computeIfPresent("xl/worksheets/sheet" + (i + 1) + ".xml", (name, bytes) -> computed(bytes, sheet));
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

    private static byte[] computed(byte[] sheet, Map<String, String> results) {
        if (results.isEmpty()) {
            return sheet;
        }
        String text = new String(sheet, StandardCharsets.UTF_8);
        return FORMULA.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "<v>" + results.getOrDefault(found.group(2), "") + "</v>"))
                .getBytes(StandardCharsets.UTF_8);
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
