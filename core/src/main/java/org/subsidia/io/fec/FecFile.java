package org.subsidia.io.fec;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TextLines;

/**
 * A FEC as it lies on disk, text or XML. Opening looks at the head of the file only; reading streams, so that a file of a
 * gigabyte needs no more memory than a small one.
 */
public final class FecFile {
    private final Path path;
    private final @Nullable TextLines text;
    private final @Nullable FecXml xml;
    private final FecLayout layout;

    private FecFile(Path path, @Nullable TextLines text, @Nullable FecXml xml, FecLayout layout) {
        this.path = path;
        this.text = text;
        this.xml = xml;
        this.layout = layout;
    }

    /**
     * Whether a file looks like a FEC, rather than like any table that has some of its columns.
     *
     * @param path any file
     * @return whether it has the columns that make accounts
     */
    public static boolean recognises(Path path) {
        return open(path)
                .value()
                .filter(file -> file.layout.missingForBooks().isEmpty())
                .isPresent();
    }

    /**
     * Looks at a file.
     *
     * @param path the file
     * @return the file, or in a sentence what it is instead
     */
    public static Reading<FecFile> open(Path path) {
        Reading<TextLines> lines = TextLines.open(path, Limits.standard());
        if (!lines.isRead()) {
            Finding reason = lines.findings().get(0);
            return reason.code().equals("TAB-KIND-XML") ? xml(path) : Reading.refused(lines.findings());
        }
        TextLines text = lines.get();
        return FecLayout.of(text.first())
                .map(layout -> Reading.of(new FecFile(path, text, null, layout), lines.findings()))
                .orElseGet(() -> Reading.refused(Finding.error(place(path).line(1), "FEC-HEADER-NONE")));
    }

    private static Reading<FecFile> xml(Path path) {
        try {
            FecXml xml = FecXml.open(path);
            return xml.isEmpty()
                    ? Reading.refused(Finding.error(place(path), "FEC-XML-OTHER"))
                    : Reading.of(new FecFile(
                            path, null, xml, FecLayout.of(xml.header()).orElseThrow()));
        } catch (XMLStreamException e) {
            return Reading.refused(broken(path, e));
        } catch (IOException e) {
            return Reading.refused(unreadable(path, e));
        }
    }

    private static Finding broken(Path path, XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        String reason = String.valueOf(e.getMessage())
                .lines()
                .reduce((first, last) -> last)
                .orElse("");
        return Finding.error(place(path).line(line), "FEC-XML-BROKEN", reason);
    }

    private static Finding unreadable(Path path, IOException e) {
        String reason = e.getMessage();
        return Finding.error(
                place(path), "FEC-UNREADABLE", reason == null ? e.getClass().getSimpleName() : reason);
    }

    private static Place place(Path path) {
        Path name = path.getFileName();
        return Place.file(name == null ? path.toString() : name.toString());
    }

    /** {@return the file} */
    public Path path() {
        return path;
    }

    /** {@return the file as a place of findings} */
    public Place place() {
        return place(path);
    }

    /** {@return what its name says; empty where the name is not that of a FEC} */
    public Optional<FecName> name() {
        return FecName.parse(String.valueOf(place().file()));
    }

    /** {@return the closing day that its name says} */
    public Optional<LocalDate> closing() {
        return name().map(FecName::closing);
    }

    /** {@return which of the three forms it has} */
    public FecRegime regime() {
        return layout.regime();
    }

    /** {@return whether it is XML} */
    public boolean isXml() {
        return xml != null;
    }

    /** {@return the separator between its fields; a tabulator for XML, which has none} */
    public char separator() {
        return layout.separator();
    }

    /** {@return the charset; windows-1252 stands for ISO 8859-15 too} */
    public Charset charset() {
        TextLines lines = text;
        return lines == null ? StandardCharsets.UTF_8 : lines.charset();
    }

    /** {@return whether it starts with a byte order mark} */
    public boolean hasMark() {
        TextLines lines = text;
        return lines != null && lines.hasMark();
    }

    /** {@return the columns that are no field of any form} */
    public List<String> extraColumns() {
        return layout.extra();
    }

    FecLayout layout() {
        return layout;
    }

    /** Hands out the lines behind the header; false when reading had to stop, with an error among the findings. */
    boolean read(FecLineSink sink, Consumer<Finding> findings) {
        FecCursor cursor = new FecCursor(layout);
        TextLines lines = text;
        FecXml document = xml;
        if (lines != null) {
            return lines.read(
                    (number, line) -> {
                        if (number == 1) {
                            return true;
                        }
                        cursor.set(number, line);
                        return sink.accept(cursor);
                    },
                    findings);
        }
        try {
            return document == null
                    || document.read((number, line) -> {
                        cursor.set(number, line);
                        return sink.accept(cursor);
                    });
        } catch (XMLStreamException e) {
            findings.accept(broken(path, e));
        } catch (IOException e) {
            findings.accept(unreadable(path, e));
        }
        return false;
    }
}
