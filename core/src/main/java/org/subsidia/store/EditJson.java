package org.subsidia.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.PortfolioRecord;

/**
 * Edits as JSON, each on one line.
 *
 * <p>{@code {"put":{"grant":{…}}}}, {@code {"remove":{"grant":"its id"}}},
 * {@code {"batch":{"edits":[…],"label":"import of …"}}}; and with who, when and why:
 * {@code {"author":"…","edit":{…},"instant":"2026-01-31T09:00:00Z","reason":"…"}}.
 */
public final class EditJson {
    private EditJson() {}

    /**
     * Writes an edit.
     *
     * @param edit any edit
     * @return one line of UTF-8, without its line feed
     */
    public static byte[] write(Edit edit) {
        return bytes(json -> write(edit, json));
    }

    /**
     * Writes an edit with its author, instant and reason.
     *
     * @param record one line of history
     * @return one line of UTF-8, without its line feed
     */
    public static byte[] write(EditRecord record) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("author", record.author());
            json.writeFieldName("edit");
            write(record.edit(), json);
            json.writeStringField("instant", record.instant().toString());
            if (record.reason() != null) {
                json.writeStringField("reason", record.reason());
            }
            json.writeEndObject();
        });
    }

    private static void write(Edit edit, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (edit instanceof Edit.Put put) {
            json.writeObjectFieldStart("put");
            json.writeFieldName(RecordType.of(put.record().id().kind()).one);
            PortfolioJson.write(put.record(), json);
        } else if (edit instanceof Edit.Remove remove) {
            json.writeObjectFieldStart("remove");
            json.writeStringField(
                    RecordType.of(remove.id().kind()).one, remove.id().value());
        } else if (edit instanceof Edit.Batch batch) {
            json.writeObjectFieldStart("batch");
            json.writeArrayFieldStart("edits");
            for (Edit part : batch.edits()) {
                write(part, json);
            }
            json.writeEndArray();
            json.writeStringField("label", batch.label());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] bytes(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.MAPPER.getFactory().createGenerator(bytes)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads an edit, or a list of edits as one batch without a label.
     *
     * @param json the document
     * @param file the file's name, for findings
     * @return the edit, or everything that is wrong; never a part
     */
    public static Reading<Edit> read(byte[] json, String file) {
        return read(json, file, Session::edit);
    }

    /**
     * Reads an edit with its author, instant and reason.
     *
     * @param json the document
     * @param file the file's name, for findings
     * @return the line of history, or everything that is wrong; never a part
     */
    public static Reading<EditRecord> readRecord(byte[] json, String file) {
        return read(json, file, Session::record);
    }

    private interface Step<T> {
        Optional<T> read(Session session) throws IOException;
    }

    private static <T> Reading<T> read(byte[] json, String file, Step<T> step) {
        JsonFindings places = new JsonFindings(file, 0);
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(json)) {
            Session session = new Session(parser, new RecordReader(parser, json, 0, places));
            session.reader.next();
            Optional<T> value = step.read(session);
            if (value.isPresent() && session.reader.next() != JsonToken.NOT_AVAILABLE) {
                session.reader.refuse("STORE-JSON-MORE");
            }
            return value.isPresent() && session.reader.findings().isEmpty()
                    ? Reading.of(value.get())
                    : Reading.refused(session.reader.findings());
        } catch (JsonProcessingException e) {
            return Reading.refused(places.of(e, JsonPointer.empty()));
        } catch (IOException e) {
            return Reading.refused(Finding.error(
                    places.place(null, ""), "STORE-JSON-SYNTAX", JsonFindings.shown(String.valueOf(e.getMessage()))));
        }
    }

    /** One reading; every method starts on the first token of its value and, where it succeeds, ends on the last. */
    private static final class Session {
        private final JsonParser parser;
        private final RecordReader reader;

        Session(JsonParser parser, RecordReader reader) {
            this.parser = parser;
            this.reader = reader;
        }

        Optional<EditRecord> record() throws IOException {
            if (!parser.hasToken(JsonToken.START_OBJECT)) {
                return refuse("STORE-EDIT-SHAPE");
            }
            Optional<Edit> edit = Optional.empty();
            String author = null;
            String instant = null;
            String reason = null;
            while (reader.next() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                reader.next();
                switch (name) {
                    case "edit" -> {
                        edit = edit();
                        if (edit.isEmpty()) {
                            return Optional.empty();
                        }
                    }
                    case "author" -> author = text();
                    case "instant" -> instant = text();
                    case "reason" -> reason = text();
                    default -> {
                        return refuse("STORE-EDIT-SHAPE");
                    }
                }
            }
            return complete(edit, author, instant, reason);
        }

        private Optional<EditRecord> complete(
                Optional<Edit> edit, @Nullable String author, @Nullable String instant, @Nullable String reason) {
            if (edit.isEmpty() || author == null || instant == null) {
                return refuse("STORE-EDIT-SHAPE");
            }
            try {
                return Optional.of(new EditRecord(edit.get(), author, Instant.parse(instant), reason));
            } catch (DateTimeException e) {
                return refuse("STORE-EDIT-SHAPE");
            }
        }

        Optional<Edit> edit() throws IOException {
            if (parser.hasToken(JsonToken.START_ARRAY)) {
                return list().map(edits -> Edit.batch("", edits));
            }
            if (!parser.hasToken(JsonToken.START_OBJECT) || reader.next() != JsonToken.FIELD_NAME) {
                return refuse("STORE-EDIT-SHAPE");
            }
            String verb = parser.currentName();
            if (reader.next() != JsonToken.START_OBJECT) {
                return refuse("STORE-EDIT-SHAPE");
            }
            Optional<Edit> edit =
                    switch (verb) {
                        case "put" -> put();
                        case "remove" -> remove();
                        case "batch" -> batch();
                        default -> refuse("STORE-EDIT-SHAPE");
                    };
            if (edit.isPresent() && reader.next() != JsonToken.END_OBJECT) {
                return refuse("STORE-EDIT-SHAPE");
            }
            return edit;
        }

        private Optional<Edit> put() throws IOException {
            Optional<RecordType> type = type();
            if (type.isEmpty()) {
                return Optional.empty();
            }
            reader.next();
            Optional<PortfolioRecord> record = reader.read(type.get());
            return record.isPresent() ? closed(Edit.put(record.get())) : Optional.empty();
        }

        private Optional<Edit> remove() throws IOException {
            Optional<RecordType> type = type();
            if (type.isEmpty()) {
                return Optional.empty();
            }
            reader.next();
            String id = text();
            return id == null || id.isBlank()
                    ? refuse("STORE-EDIT-SHAPE")
                    : closed(Edit.remove(type.get().kind.id(id)));
        }

        private Optional<Edit> batch() throws IOException {
            List<Edit> edits = List.of();
            String label = "";
            while (reader.next() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                reader.next();
                if (name.equals("edits") && parser.hasToken(JsonToken.START_ARRAY)) {
                    Optional<List<Edit>> list = list();
                    if (list.isEmpty()) {
                        return Optional.empty();
                    }
                    edits = list.get();
                } else if (name.equals("label") && text() != null) {
                    label = parser.getText();
                } else {
                    return refuse("STORE-EDIT-SHAPE");
                }
            }
            return Optional.of(Edit.batch(label, edits));
        }

        private Optional<List<Edit>> list() throws IOException {
            List<Edit> edits = new ArrayList<>();
            while (reader.next() != JsonToken.END_ARRAY) {
                Optional<Edit> edit = edit();
                if (edit.isEmpty()) {
                    return Optional.empty();
                }
                edits.add(edit.get());
            }
            return Optional.of(edits);
        }

        private Optional<RecordType> type() throws IOException {
            Optional<RecordType> type =
                    reader.next() == JsonToken.FIELD_NAME ? RecordType.ofOne(parser.currentName()) : Optional.empty();
            return type.isPresent() ? type : refuse("STORE-EDIT-KIND", RecordType.names());
        }

        private Optional<Edit> closed(Edit edit) throws IOException {
            return reader.next() == JsonToken.END_OBJECT ? Optional.of(edit) : refuse("STORE-EDIT-SHAPE");
        }

        private @Nullable String text() throws IOException {
            return parser.hasToken(JsonToken.VALUE_STRING) ? parser.getText() : null;
        }

        private <T> Optional<T> refuse(String code, Object... arguments) {
            reader.refuse(code, arguments);
            return Optional.empty();
        }
    }
}
