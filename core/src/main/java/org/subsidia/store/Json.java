package org.subsidia.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.List;
import org.subsidia.portfolio.Extras;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Trigger;

/** How the values of a portfolio look in JSON: sorted fields, nothing for what is not known, nothing by class name. */
final class Json {
    /** The longest text written and read, in characters. */
    static final int LONGEST_TEXT = 4_000_000;
    /** The largest document written and read, in bytes. */
    static final long LARGEST_DOCUMENT = 2_000_000_000;

    static final JsonMapper MAPPER = mapper();

    private Json() {}

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(LARGEST_DOCUMENT)
                        .maxNestingDepth(100)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(1_000)
                        .maxNumberLength(1_000)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .withConfigOverride(List.class, list -> list.setInclude(
                                JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                        .setSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)))
                .withConfigOverride(
                        Extras.class,
                        extras -> extras.setInclude(
                                JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
                .addMixIn(Trigger.class, TriggerNames.class)
                .addMixIn(Portion.class, PortionNames.class)
                .addModule(Text.module())
                .addModule(new SimpleModule("subsidia-extras")
                        .addSerializer(Extras.class, new NoExtras())
                        .addDeserializer(Extras.class, new NoExtrasHere()))
                .addHandler(new UnknownFields.Handler())
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "on")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Trigger.OnDate.class, name = "DATE"),
        @JsonSubTypes.Type(value = Trigger.OnEvent.class, name = "EVENT"),
        @JsonSubTypes.Type(value = Trigger.OnShareSpent.class, name = "RATIO_SPENT"),
        @JsonSubTypes.Type(value = Trigger.OnReport.class, name = "REPORT")
    })
    private interface TriggerNames {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Portion.OfAward.class, name = "AWARD"),
        @JsonSubTypes.Type(value = Portion.Amount.class, name = "AMOUNT"),
        @JsonSubTypes.Type(value = Portion.OfCertified.class, name = "CERTIFIED"),
        @JsonSubTypes.Type(value = Portion.Remainder.class, name = "REMAINDER")
    })
    private interface PortionNames {}

    /** Unknown fields go back to where they came from, never under a name of their own. */
    private static final class NoExtras extends JsonSerializer<Extras> {
        @Override
        public boolean isEmpty(SerializerProvider provider, Extras value) {
            return true;
        }

        @Override
        public void serialize(Extras value, JsonGenerator json, SerializerProvider provider) throws IOException {
            throw new IllegalStateException("extras are written by UnknownFields");
        }
    }

    private static final class NoExtrasHere extends JsonDeserializer<Extras> {
        @Override
        public Extras deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return (Extras) context.handleUnexpectedToken(Extras.class, json);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Extras.NONE;
        }
    }
}
