package org.subsidia.io.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;

/**
 * Unpacks an archive into nothing, counting, before a workbook reader may hold any of it: entries, size, growth, and what has
 * no business in a workbook's parts (document types, entities, charsets that hide them, cells far outside the sheet).
 */
final class ZipGuard {
    private static final long SMALL = 1 << 20;
    private static final long MOST_STRINGS = 4_000_000;

    private ZipGuard() {}

    static void check(Path path, Limits limits, Place place) throws IOException, UnreadableException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > limits.maxArchiveEntries()) {
                throw new UnreadableException(
                        Finding.error(place, "TAB-ZIP-ENTRIES", zip.size(), limits.maxArchiveEntries()));
            }
            kind(zip, place);
            Set<String> names = new HashSet<>();
            long total = 0;
            byte[] buffer = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    throw broken(place, entry.getName());
                }
                total = inflate(zip, entry, total, buffer, limits, place);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw broken(place, String.valueOf(e.getMessage()));
        }
    }

    private static void kind(ZipFile zip, Place place) throws UnreadableException {
        if (zip.getEntry("xl/workbook.xml") == null) {
            boolean openDocument = zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null;
            throw new UnreadableException(Finding.error(place, openDocument ? "TAB-KIND-ODS" : "TAB-KIND-ZIP"));
        }
    }

    private static long inflate(ZipFile zip, ZipEntry entry, long before, byte[] buffer, Limits limits, Place place)
            throws IOException, UnreadableException {
        long packed = Math.max(1, entry.getCompressedSize());
        long size = 0;
        boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        PartScan scan = new PartScan();
        StringCount strings = new StringCount();
        try (InputStream in = zip.getInputStream(entry)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                size += length;
                if (before + size > limits.maxInflatedBytes()) {
                    throw new UnreadableException(Finding.error(place, "TAB-ZIP-SIZE", limits.maxInflatedBytes()));
                }
                if (size > SMALL && size / packed > limits.maxInflationRatio()) {
                    throw new UnreadableException(
                            Finding.error(place, "TAB-ZIP-RATIO", entry.getName(), limits.maxInflationRatio()));
                }
                if (xml && strings.accept(buffer, length) > MOST_STRINGS) {
                    throw new UnreadableException(Finding.error(place, "TAB-XLSX-STRINGS", MOST_STRINGS));
                }
                if (xml && !scan.accept(buffer, length)) {
                    throw new UnreadableException(Finding.error(place, "TAB-XLSX-HOSTILE", entry.getName()));
                }
            }
        }
        return before + size;
    }

    private static UnreadableException broken(Place place, String reason) {
        return new UnreadableException(Finding.error(place, "TAB-XLSX-BROKEN", reason));
    }
}
