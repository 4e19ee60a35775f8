package org.subsidia.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Extras;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;

/**
 * A portfolio as JSON.
 *
 * <p>One object with a list of records for each kind; one record a line, sorted by id, its fields sorted by name. Amounts
 * are {@code "EUR 1234.50"}, shares {@code "1/3"}, dates {@code "2026-01-31"}; what is not known is left out. The same
 * portfolio gives the same bytes, in UTF-8 with line feeds.
 */
public final class PortfolioJson {
    private PortfolioJson() {}

    /**
     * Writes a portfolio.
     *
     * @param portfolio any portfolio
     * @return UTF-8, without a line feed at the end
     */
    public static byte[] write(Portfolio portfolio) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(portfolio, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a portfolio to a stream, which stays open.
     *
     * @param portfolio any portfolio
     * @param out where to
     * @throws IOException if the stream fails, or a text is longer than a document may hold
     */
    public static void write(Portfolio portfolio, OutputStream out) throws IOException {
        SortedMap<String, Optional<RecordType>> sections = new TreeMap<>();
        for (RecordType type : RecordType.values()) {
            if (portfolio.count(type.kind) > 0) {
                sections.put(type.many, Optional.of(type));
            }
        }
        Map<String, String> extras = portfolio.extras().fields();
        extras.keySet().forEach(name -> sections.putIfAbsent(name, Optional.empty()));
        try (JsonGenerator json = Json.MAPPER.getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(lines());
            json.writeStartObject();
            for (Map.Entry<String, Optional<RecordType>> section : sections.entrySet()) {
                json.writeFieldName(section.getKey());
                if (section.getValue().isPresent()) {
                    write(portfolio.records(section.getValue().get().kind), json);
                } else {
                    json.writeTree(Json.MAPPER.readTree(extras.getOrDefault(section.getKey(), "null")));
                }
            }
            json.writeEndObject();
        }
    }

    private static void write(Iterable<PortfolioRecord> records, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (PortfolioRecord record : records) {
            write(record, json);
        }
        json.writeEndArray();
    }

    static void write(PortfolioRecord record, JsonGenerator json) throws IOException {
        if (record.extras().none()) {
            json.writeObject(record);
        } else {
            json.writeTree(UnknownFields.restore(record));
        }
    }

    /** One line for each record, no blank anywhere. */
    private static DefaultPrettyPrinter lines() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.NONE)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(new LineFeeds(1));
        printer.indentArraysWith(new LineFeeds(2));
        return printer;
    }

    /**
     * Reads a portfolio.
     *
     * @param json what {@link #write} wrote, or somebody else did
     * @param file the file's name, for findings
     * @return the whole portfolio, or everything that is wrong; never a part
     */
    public static Reading<Portfolio> read(byte[] json, String file) {
        return read(json, 0, json.length, file, 0);
    }

    /**
     * Reads a portfolio that stands inside a larger document.
     *
     * @param json the larger document
     * @param from where the portfolio starts
     * @param length its length in bytes
     * @param file the file's name, for findings
     * @param linesBefore how many lines of the file come before it
     * @return the whole portfolio, or everything that is wrong; never a part
     */
    public static Reading<Portfolio> read(byte[] json, int from, int length, String file, long linesBefore) {
        JsonFindings places = new JsonFindings(file, linesBefore);
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(json, from, length)) {
            return read(parser, new RecordReader(parser, json, from, places));
        } catch (JsonProcessingException e) {
            return Reading.refused(places.of(e, JsonPointer.empty()));
        } catch (IOException e) {
            return Reading.refused(Finding.error(
                    places.place(null, ""), "STORE-JSON-SYNTAX", JsonFindings.shown(String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Reads a portfolio that an older version of the library wrote inside a larger document.
     *
     * @param json the larger document
     * @param from where the portfolio starts
     * @param length its length in bytes
     * @param file the file's name, for findings
     * @param upgrade makes the portfolio one of this version; may change the tree that it is given
     * @return the whole portfolio, or everything that is wrong; never a part
     */
    public static Reading<Portfolio> read(
            byte[] json, int from, int length, String file, UnaryOperator<ObjectNode> upgrade) {
        try {
            if (Json.MAPPER.readTree(json, from, length) instanceof ObjectNode old) {
                return read(Json.MAPPER.writeValueAsBytes(upgrade.apply(old)), file)
                        .at(Place.file(file));
            }
            return Reading.refused(Finding.error(Place.file(file), "STORE-JSON-SHAPE", ""));
        } catch (JsonProcessingException e) {
            return Reading.refused(new JsonFindings(file, 1).of(e, JsonPointer.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
    }

    private static Reading<Portfolio> read(JsonParser parser, RecordReader reader) throws IOException {
        List<PortfolioRecord> records = new ArrayList<>();
        SortedMap<String, String> unknown = new TreeMap<>();
        if (reader.next() != JsonToken.START_OBJECT) {
            return Reading.refused(reader.wrong("STORE-JSON-SHAPE", ""));
        }
        while (reader.next() == JsonToken.FIELD_NAME && !reader.tooMany()) {
            String name = parser.currentName();
            Optional<RecordType> type = RecordType.ofMany(name);
            parser.nextToken();
            if (type.isPresent()) {
                section(type.get(), parser, reader, records);
            } else {
                unknown.put(
                        name, UnknownFields.sorted(Json.MAPPER.readTree(parser)).toString());
            }
        }
        if (!reader.tooMany() && parser.nextToken() != null) {
            reader.refuse("STORE-JSON-MORE");
        }
        return reader.findings().isEmpty()
                ? Reading.of(Portfolio.of(records).withExtras(new Extras(unknown)))
                : Reading.refused(reader.findings());
    }

    private static void section(RecordType type, JsonParser parser, RecordReader reader, List<PortfolioRecord> records)
            throws IOException {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            reader.refuse("STORE-JSON-SHAPE", "/" + type.many);
            parser.skipChildren();
            return;
        }
        Set<RecordId> ids = new HashSet<>();
        while (reader.next() != JsonToken.END_ARRAY && !reader.tooMany()) {
            reader.read(type).ifPresent(record -> {
                records.add(record);
                if (!ids.add(record.id())) {
                    reader.refuse("STORE-JSON-ID-TWICE", record.id().value());
                }
            });
        }
    }

    /** A line feed as far down as this level, nothing below. */
    private record LineFeeds(int deepest) implements DefaultPrettyPrinter.Indenter {
        @Override
        public void writeIndentation(JsonGenerator json, int level) throws IOException {
            if (level <= deepest) {
                json.writeRaw('\n');
            }
        }

        @Override
        public boolean isInline() {
            return false;
        }
    }
}
