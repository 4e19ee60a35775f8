package org.subsidia.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.function.Function;
import org.joda.money.Money;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.StructureId;

/** Values that a document writes as a text: each is what its {@code toString} gives and its {@code parse} reads. */
final class Text {
    private Text() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("subsidia-text");
        add(module, LocalDate.class, LocalDate::toString, LocalDate::parse);
        add(module, MonthDay.class, MonthDay::toString, MonthDay::parse);
        add(module, Period.class, Period::toString, Period::parse);
        add(module, Instant.class, Instant::toString, Instant::parse);
        add(module, Money.class, Money::toString, Money::parse);
        add(module, Fraction.class, Fraction::toString, Fraction::parse);
        add(module, StructureId.class, RecordId::value, StructureId::new);
        add(module, FunderId.class, RecordId::value, FunderId::new);
        add(module, ProgrammeId.class, RecordId::value, ProgrammeId::new);
        add(module, CallId.class, RecordId::value, CallId::new);
        add(module, ProjectId.class, RecordId::value, ProjectId::new);
        add(module, GrantId.class, RecordId::value, GrantId::new);
        add(module, BudgetLineId.class, RecordId::value, BudgetLineId::new);
        add(module, String.class, Function.identity(), Function.identity());
        return module;
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Function<T, String> writer, Function<String, T> reader) {
        module.addSerializer(type, new Writer<>(type, writer));
        module.addDeserializer(type, new Reader<>(type, reader));
    }

    /** Writes a text, unless it is longer than the reader will take. */
    private static final class Writer<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<T, String> text;

        Writer(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            String written = text.apply(value);
            if (written.length() > Json.LONGEST_TEXT) {
                throw new JsonMappingException(json, "a text of " + written.length() + " characters");
            }
            json.writeString(written);
        }
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<String, T> parser;

        Reader(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), json);
            }
            String text = json.getText();
            try {
                return parser.apply(text);
            } catch (RuntimeException e) {
                throw context.weirdStringException(text, handledType(), String.valueOf(e.getMessage()));
            }
        }
    }
}
