package org.subsidia.io.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;

/** The beginning of a text file, from which charset and separator are told. */
final class Head {
    private static final int LENGTH = 1 << 18;
    private static final int LINES = 400;

    private final byte[] bytes;
    private final boolean whole;

    private Head(byte[] bytes, boolean whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    static Head of(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LENGTH + 1);
            boolean whole = bytes.length <= LENGTH;
            return new Head(whole ? bytes : Arrays.copyOf(bytes, LENGTH), whole);
        }
    }

    FileKind kind() {
        return FileKind.of(bytes, bytes.length);
    }

    /** The dialect; why the charset and the separator were chosen goes to {@code findings}. */
    CsvDialect dialect(Place place, List<Finding> findings) {
        int mark = markLength();
        Charset charset = charset(mark, place, findings);
        List<String> lines = lines(charset, mark);
        List<Character> ranking = Separators.ranking(lines);
        if (lines.stream().noneMatch(line -> line.indexOf(ranking.get(0)) >= 0)) {
            findings.add(Finding.warning(place, "TAB-SEPARATOR-NONE"));
        } else {
            findings.add(Finding.info(place, "TAB-SEPARATOR-CHOSEN", Separators.name(ranking.get(0))));
        }
        return new CsvDialect(charset, ranking.get(0), mark);
    }

    private int markLength() {
        if (starts(0xef, 0xbb, 0xbf)) {
            return 3;
        }
        return starts(0xff, 0xfe) || starts(0xfe, 0xff) ? 2 : 0;
    }

    private Charset charset(int mark, Place place, List<Finding> findings) {
        if (mark == 2) {
            return chosen(place, findings, StandardCharsets.UTF_16, "TAB-CHARSET-MARK");
        }
        if (mark == 3) {
            return chosen(place, findings, StandardCharsets.UTF_8, "TAB-CHARSET-MARK");
        }
        LineDecoder decoder = new LineDecoder();
        int utf8 = 0;
        int other = 0;
        for (int from = 0, to; from < bytes.length; from = to + 1) {
            to = end(from);
            if (to == bytes.length && !whole) {
                break;
            }
            decoder.decode(bytes, from, to);
            other += decoder.hasStrays() ? 1 : 0;
            utf8 += decoder.hasUtf8() && !decoder.hasStrays() ? 1 : 0;
        }
        return other <= utf8
                ? chosen(place, findings, StandardCharsets.UTF_8, "TAB-CHARSET-VALID")
                : chosen(place, findings, LineDecoder.WINDOWS_1252, "TAB-CHARSET-FALLBACK");
    }

    private static Charset chosen(Place place, List<Finding> findings, Charset charset, String why) {
        findings.add(Finding.info(place, "TAB-CHARSET-CHOSEN", charset.name(), Message.of(why)));
        return charset;
    }

    private List<String> lines(Charset charset, int mark) {
        List<String> lines = new ArrayList<>();
        InputStream rest = new ByteArrayInputStream(bytes, mark, bytes.length - mark);
        InputStream in =
                charset.equals(StandardCharsets.UTF_16) ? new Utf16Stream(rest, bytes[0] == (byte) 0xff) : rest;
        Limits roomy = Limits.standard().withRecord(1, 1, LENGTH * 2);
        LineDecoder decoder = new LineDecoder();
        try (LineSource source = new LineSource(in, 0, Place.NOWHERE, roomy)) {
            while (lines.size() < LINES && source.advance()) {
                lines.add(decoder.decode(source.bytes(), source.from(), source.to()));
            }
        } catch (IOException | UnreadableException e) {
            throw new IllegalStateException("bytes in memory are always readable", e);
        }
        if (!whole && lines.size() > 1 && lines.size() < LINES) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private int end(int from) {
        int to = from;
        while (to < bytes.length && bytes[to] != '\n' && bytes[to] != '\r') {
            to++;
        }
        return to;
    }

    private boolean starts(int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
