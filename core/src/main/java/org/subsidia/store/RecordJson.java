package org.subsidia.store;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordKind;

/** Records as JSON, each for itself: the form that a store of single records keeps. */
public final class RecordJson {
    private RecordJson() {}

    /**
     * What documents call a kind of record.
     *
     * @param kind the kind
     * @return a name such as {@code budgetLine}
     */
    public static String name(RecordKind kind) {
        return RecordType.of(kind).one;
    }

    /**
     * Writes a record.
     *
     * @param record any record
     * @return one line, the same for equal records
     */
    public static String write(PortfolioRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.MAPPER.getFactory().createGenerator(bytes)) {
            PortfolioJson.write(record, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /**
     * Reads records.
     *
     * @param records name of a kind → what {@link #write} wrote
     * @param place where they are kept, for findings
     * @return the portfolio of all of them, or everything that is wrong; never a part
     */
    public static Reading<Portfolio> read(Map<String, List<String>> records, String place) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        String before = "{\"";
        for (Map.Entry<String, List<String>> kind : records.entrySet()) {
            String many = RecordType.ofOne(kind.getKey()).map(type -> type.many).orElse(kind.getKey());
            put(json, before);
            put(json, many);
            String separator = "\":[";
            for (String record : kind.getValue()) {
                put(json, separator);
                put(json, record);
                separator = ",\n";
            }
            put(json, "]");
            before = ",\n\"";
        }
        put(json, records.isEmpty() ? "{}" : "}");
        return PortfolioJson.read(json.toByteArray(), place);
    }

    private static void put(ByteArrayOutputStream json, String text) {
        json.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
