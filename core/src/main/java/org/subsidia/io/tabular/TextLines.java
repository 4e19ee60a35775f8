package org.subsidia.io.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.subsidia.finding.FileFindings;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * A file of lines in which quotes mean nothing: each line is handed out as it stands, empty ones too.
 *
 * <p>Opening looks at the first 256 KiB, so that what is something else is refused with one sentence; reading streams. Nothing
 * stays open between calls.
 */
public final class TextLines {
    private static final String LATIN_1_ONLY = "\u00a4\u00a6\u00a8\u00b4\u00b8\u00bc\u00bd\u00be";
    private static final String LATIN_9 = "\u20ac\u0160\u0161\u017d\u017e\u0152\u0153\u0178";

    private final Path path;
    private final Limits limits;
    private final CsvDialect dialect;

    private TextLines(Path path, Limits limits, CsvDialect dialect) {
        this.path = path;
        this.limits = limits;
        this.dialect = dialect;
    }

    /**
     * Looks at a file.
     *
     * @param path the file
     * @param limits how much is read before it is refused
     * @return the file, or why it has no lines of text: {@code TAB-KIND-…} names what it is instead
     */
    public static Reading<TextLines> open(Path path, Limits limits) {
        Path name = path.getFileName();
        Place place = Place.file(name == null ? path.toString() : name.toString());
        try {
            Optional<Finding> missing = FileFindings.missing(path);
            if (missing.isPresent()) {
                return Reading.refused(missing.get());
            }
            if (Files.size(path) > limits.maxBytes()) {
                return Reading.refused(Finding.error(place, "TAB-LIMIT-BYTES", limits.maxBytes()));
            }
            Head head = Head.of(path);
            FileKind kind = head.kind();
            if (kind != FileKind.TEXT) {
                String code = kind == FileKind.ZIP ? "TAB-KIND-ARCHIVE" : kind.code();
                return Reading.refused(Finding.error(place, code));
            }
            return Reading.of(new TextLines(path, limits, head.dialect(place, new ArrayList<>())));
        } catch (IOException e) {
            return Reading.refused(FileFindings.unreadable(place, e));
        }
    }

    /** {@return the charset of most lines; windows-1252 stands for ISO 8859-15 too} */
    public Charset charset() {
        return dialect.charset();
    }

    /** {@return whether the file starts with a byte order mark} */
    public boolean hasMark() {
        return dialect.markLength() > 0;
    }

    /** {@return the file as a place of findings: its last name, without folders} */
    public Place place() {
        Path name = path.getFileName();
        return Place.file(name == null ? path.toString() : name.toString());
    }

    /** {@return the first line, empty for a file without lines} */
    public String first() {
        List<String> first = new ArrayList<>();
        read(
                (number, text) -> {
                    first.add(text);
                    return false;
                },
                finding -> {});
        return first.isEmpty() ? "" : first.get(0);
    }

    /**
     * Reads the file from its first line to its last.
     *
     * @param sink takes the lines, and says when it has enough
     * @param findings takes what is wrong; the last one is an error when reading had to stop
     * @return whether the end of the file was reached or the sink had enough
     */
    public boolean read(LineSink sink, Consumer<Finding> findings) {
        boolean utf8 = dialect.charset().equals(StandardCharsets.UTF_8);
        LineDecoder decoder = new LineDecoder();
        try (LineSource source = source()) {
            while (source.advance()) {
                String text = decoder.decode(source.bytes(), source.from(), source.to());
                if (decoder.hasStrays()) {
                    if (decoder.isBroken()) {
                        findings.accept(
                                Finding.warning(place().line(source.number()), "TAB-CHARSET-BROKEN", source.number()));
                    } else if (utf8) {
                        findings.accept(Finding.warning(
                                place().line(source.number()),
                                "TAB-CHARSET-LINE",
                                source.number(),
                                "windows-1252",
                                dialect.charset().name()));
                    }
                    text = decoder.hasUtf8() ? text : latin9(text);
                }
                if (!sink.accept(source.number(), text)) {
                    return true;
                }
            }
            return true;
        } catch (UnreadableException e) {
            findings.accept(e.finding());
        } catch (IOException e) {
            findings.accept(FileFindings.unreadable(place(), e));
        }
        return false;
    }

    private LineSource source() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            byte[] mark = in.readNBytes(dialect.markLength());
            InputStream text = dialect.charset().equals(StandardCharsets.UTF_16)
                    ? new Utf16Stream(in, mark[0] == (byte) 0xff)
                    : in;
            return new LineSource(text, dialect.markLength(), place(), limits);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** What windows-1252 and ISO 8859-15 read differently is of the latter, where nothing on the line is of the former alone. */
    private static String latin9(String text) {
        boolean differs = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xff) {
                return text;
            }
            differs |= LATIN_1_ONLY.indexOf(c) >= 0;
        }
        if (!differs) {
            return text;
        }
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int at = LATIN_1_ONLY.indexOf(text.charAt(i));
            if (at >= 0) {
                changed.setCharAt(i, LATIN_9.charAt(at));
            }
        }
        return changed.toString();
    }
}
