package org.subsidia.store;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.PortfolioRecord;

/** Reads records one by one, with what is wrong in each. */
final class RecordReader {
    /** Nobody reads more findings than this of one damaged document. */
    private static final int MOST_FINDINGS = 100;

    private final JsonParser json;
    private final byte[] bytes;
    private final int from;
    private final JsonFindings places;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> unknown = new HashSet<>();
    private final Map<RecordType, ObjectReader> readers = new EnumMap<>(RecordType.class);

    /** Reads from a parser that started at this position of these bytes. */
    RecordReader(JsonParser json, byte[] bytes, int from, JsonFindings places) {
        this.json = json;
        this.bytes = bytes;
        this.from = from;
        this.places = places;
    }

    List<Finding> findings() {
        return findings;
    }

    boolean tooMany() {
        return findings.size() >= MOST_FINDINGS;
    }

    /** Reads the value that starts here; afterwards the parser stands on its end, whether it was right or wrong. */
    Optional<PortfolioRecord> read(RecordType type) throws IOException {
        JsonPointer start = json.getParsingContext().pathAsPointer();
        JsonStreamContext around = around();
        unknown.clear();
        long firstByte = json.currentTokenLocation().getByteOffset();
        try {
            PortfolioRecord record = readers.computeIfAbsent(type, this::reader).readValue(json);
            if (record == null) {
                findings.add(wrong("STORE-JSON-SHAPE", start.toString()));
                return Optional.empty();
            }
            return Optional.of(unknown.isEmpty() ? record : UnknownFields.keep(record, again(firstByte), unknown));
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof JsonParseException || e.getCause() instanceof StreamConstraintsException) {
                throw (JsonProcessingException) e.getCause();
            }
            findings.add(places.of(e, start));
            skip(around);
            return Optional.empty();
        }
    }

    /** A finding at the parser's place. */
    Finding wrong(String code, Object... arguments) {
        String path = json.getParsingContext().pathAsPointer().toString();
        return Finding.error(places.place(json.currentLocation(), path), code, arguments);
    }

    void refuse(String code, Object... arguments) {
        findings.add(wrong(code, arguments));
    }

    /** The value that was just read, as a tree. */
    private JsonNode again(long firstByte) throws IOException {
        int length = Math.toIntExact(json.currentLocation().getByteOffset() - firstByte);
        return Json.MAPPER.readTree(bytes, from + Math.toIntExact(firstByte), length);
    }

    private ObjectReader reader(RecordType type) {
        return Json.MAPPER.readerFor(type.type).withAttribute(UnknownFields.NAMES, unknown);
    }

    private JsonStreamContext around() {
        JsonStreamContext here = json.getParsingContext();
        return json.currentToken().isStructStart() ? here.getParent() : here;
    }

    private void skip(JsonStreamContext around) throws IOException {
        while (json.getParsingContext() != around) {
            if (json.nextToken() == null) {
                return;
            }
        }
    }

    /** Moves to the next token, which must be there. */
    JsonToken next() throws IOException {
        JsonToken token = json.nextToken();
        return token == null ? JsonToken.NOT_AVAILABLE : token;
    }
}
