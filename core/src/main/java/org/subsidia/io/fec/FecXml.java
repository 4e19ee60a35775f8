package org.subsidia.io.fec;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.subsidia.io.tabular.LineSink;
import org.subsidia.io.xml.SafeXml;

/**
 * A FEC as XML: {@code comptabilite / exercice / journal / ecriture / ligne}. Each {@code ligne} becomes one line of text with
 * what stands above it, so that the same rules read both forms; amounts get a decimal comma, tabulators become spaces.
 */
final class FecXml {
    private static final int SAMPLE = 500;
    private static final int LONGEST_TEXT = 100_000;
    private static final Set<FecField> AMOUNTS =
            EnumSet.of(FecField.DEBIT, FecField.CREDIT, FecField.MONTANT, FecField.MONTANT_DEVISE);
    private static final Set<FecField> COMMON = EnumSet.range(FecField.JOURNAL_CODE, FecField.IDEVISE);

    private final Path path;
    private final List<FecField> fields;

    private FecXml(Path path, List<FecField> fields) {
        this.path = path;
        this.fields = fields;
    }

    /** Looks at the first lines to learn which form it is; empty fields: there is no line. */
    static FecXml open(Path path) throws IOException, XMLStreamException {
        Set<FecField> seen = EnumSet.noneOf(FecField.class);
        int[] count = {0};
        walk(path, (number, values) -> {
            seen.addAll(values.keySet());
            return ++count[0] < SAMPLE;
        });
        Set<FecField> all = EnumSet.copyOf(COMMON);
        all.addAll(seen);
        if (seen.contains(FecField.MONTANT)) {
            all.removeAll(EnumSet.of(FecField.DEBIT, FecField.CREDIT));
        }
        return new FecXml(path, count[0] == 0 ? List.of() : List.copyOf(all));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The header that the same FEC would have as text. */
    String header() {
        return String.join("\t", fields.stream().map(FecField::header).toList());
    }

    boolean read(LineSink sink) throws IOException, XMLStreamException {
        return walk(path, (number, values) -> {
            StringBuilder line = new StringBuilder();
            for (FecField field : fields) {
                line.append(line.isEmpty() && field == fields.get(0) ? "" : "\t");
                String value = values.getOrDefault(field, "");
                line.append(AMOUNTS.contains(field) ? value.replace('.', ',') : value);
            }
            return sink.accept(number, line.toString());
        });
    }

    /** Takes the fields of one {@code ligne}. */
    private interface Line {
        boolean accept(long number, Map<FecField, String> values);
    }

    private static boolean walk(Path path, Line sink) throws IOException, XMLStreamException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            XMLStreamReader xml = SafeXml.reader(in);
            Map<FecField, String> journal = new EnumMap<>(FecField.class);
            Map<FecField, String> entry = new EnumMap<>(FecField.class);
            Map<FecField, String> line = new EnumMap<>(FecField.class);
            List<String> open = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            long number = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName();
                    text.setLength(0);
                    open.add(name);
                    switch (name) {
                        case "journal" -> journal.clear();
                        case "ecriture" -> entry.clear();
                        case "ligne" -> {
                            line.clear();
                            number = xml.getLocation().getLineNumber();
                        }
                        default -> {}
                    }
                } else if (event == XMLStreamConstants.CHARACTERS && text.length() < LONGEST_TEXT) {
                    text.append(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    String name = open.remove(open.size() - 1);
                    if (name.equals("ligne")) {
                        Map<FecField, String> all = new EnumMap<>(journal);
                        all.putAll(entry);
                        all.putAll(line);
                        if (!sink.accept(number, all)) {
                            return true;
                        }
                    } else {
                        Map<FecField, String> into =
                                open.contains("ligne") ? line : open.contains("ecriture") ? entry : journal;
                        FecField.of(name)
                                .filter(field -> field.header().equals(name))
                                .ifPresent(field -> into.put(field, oneLine(text)));
                    }
                    text.setLength(0);
                }
            }
            return true;
        }
    }

    private static String oneLine(StringBuilder text) {
        return text.toString().strip().replaceAll("[\\t\\r\\n]+", " ");
    }
}
