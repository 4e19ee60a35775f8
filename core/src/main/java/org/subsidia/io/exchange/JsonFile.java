package org.subsidia.io.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/** Reads a stranger's JSON document: bounded in bytes, depth and length of texts, no field twice, nothing after the end. */
public final class JsonFile {
    private static final long MOST_BYTES = 256L << 20;
    private static final int DEEPEST = 50;
    private static final int LONGEST_TEXT = 2_000_000;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_BYTES)
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(1_000)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonFile() {}

    /**
     * A file as a place of findings.
     *
     * @param path the file
     * @return its last name, without folders
     */
    public static Place place(Path path) {
        Path name = path.getFileName();
        return Place.file(name == null ? path.toString() : name.toString());
    }

    /**
     * Whether a file begins like a JSON document.
     *
     * @param path the file
     * @return whether its first character that is no blank is a brace or a bracket; false where it cannot be read
     */
    public static boolean isJson(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            int c = in.read();
            while (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xEF || c == 0xBB || c == 0xBF) {
                c = in.read();
            }
            return c == '{' || c == '[';
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The first element of a list; no more of the document is read.
     *
     * @param path the file
     * @param field the list, where the document is not itself one
     * @return the element, if there is such a list and it begins with an object
     */
    public static Optional<JsonNode> first(Path path, String field) {
        try (InputStream in = Files.newInputStream(path);
                JsonParser parser = MAPPER.createParser(in)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                token = parser.nextToken();
                while (token == JsonToken.FIELD_NAME && !field.equals(parser.currentName())) {
                    parser.nextToken();
                    parser.skipChildren();
                    token = parser.nextToken();
                }
                token = token == JsonToken.FIELD_NAME ? parser.nextToken() : token;
            }
            if (token != JsonToken.START_ARRAY || parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            return Optional.of(MAPPER.reader()
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(parser));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a document.
     *
     * @param path the file, in UTF-8
     * @return the document, or why there is none
     */
    public static Reading<JsonNode> read(Path path) {
        Place place = place(path);
        try {
            if (!Files.isRegularFile(path)) {
                return Reading.refused(Finding.error(place, "TAB-FILE-MISSING", path.toString()));
            }
            if (Files.size(path) > MOST_BYTES) {
                return Reading.refused(Finding.error(place, "TAB-LIMIT-BYTES", MOST_BYTES));
            }
            try (InputStream in = Files.newInputStream(path)) {
                JsonNode root = MAPPER.readTree(in);
                return root == null || root.isMissingNode()
                        ? Reading.refused(Finding.error(place, "XCH-JSON", 1, 1))
                        : Reading.of(root);
            }
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            int line = where == null ? 1 : Math.max(1, where.getLineNr());
            int column = where == null ? 1 : Math.max(1, where.getColumnNr());
            return Reading.refused(Finding.error(place.line(line).column(column, null), "XCH-JSON", line, column));
        } catch (IOException e) {
            return Reading.refused(Finding.error(place, "TAB-FILE-UNREADABLE", String.valueOf(e.getMessage())));
        }
    }
}
