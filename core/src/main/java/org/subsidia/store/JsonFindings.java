package org.subsidia.store;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.money.Fraction;

/** Says in a sentence what a JSON reader did not like, and where. */
final class JsonFindings {
    private static final int SHOWN = 80;

    private final String file;
    private final long linesBefore;

    /** Findings in this file, in which the JSON starts so many lines below the top. */
    JsonFindings(String file, long linesBefore) {
        this.file = file;
        this.linesBefore = linesBefore;
    }

    Place place(@Nullable JsonLocation location, String path) {
        Place place = Place.file(file);
        if (location != null && location.getLineNr() > 0) {
            place = place.line(location.getLineNr() + linesBefore).column(Math.max(0, location.getColumnNr()), path);
        }
        return path.isEmpty() ? place : place.field(path);
    }

    Finding of(JsonProcessingException problem, JsonPointer start) {
        String path = start + path(problem);
        Place place = place(problem.getLocation(), path);
        if (problem instanceof StreamConstraintsException) {
            return Finding.error(place, "STORE-JSON-LIMIT", shown(problem.getOriginalMessage()));
        }
        if (problem instanceof JsonEOFException) {
            return Finding.error(place, "STORE-JSON-END");
        }
        if (problem instanceof JsonParseException) {
            String words = problem.getOriginalMessage();
            return words.startsWith("Duplicate field")
                    ? Finding.error(
                            place, "STORE-JSON-TWICE", shown(words.replaceAll("^[^'\"]*['\"]|['\"][^'\"]*$", "")))
                    : Finding.error(place, "STORE-JSON-SYNTAX", shown(words));
        }
        if (problem instanceof InvalidNullException) {
            return Finding.error(place, "STORE-JSON-MISSING", path);
        }
        if (problem instanceof InvalidTypeIdException unknown) {
            return Finding.error(place, "STORE-JSON-TYPE", shown(String.valueOf(unknown.getTypeId())), path);
        }
        if (problem instanceof InvalidFormatException wrong) {
            return Finding.error(
                    place,
                    "STORE-JSON-VALUE",
                    path,
                    shown(String.valueOf(wrong.getValue())),
                    expected(wrong.getTargetType()));
        }
        if (problem instanceof ValueInstantiationException refused) {
            return refused(place, path, refused.getCause());
        }
        if (isMissingNumber(problem)) {
            return Finding.error(place, "STORE-JSON-MISSING", path);
        }
        return Finding.error(place, "STORE-JSON-SHAPE", path);
    }

    /** Where a field is missing, the constructors of the portfolio throw its name and nothing else. */
    private static Finding refused(Place place, String path, @Nullable Throwable cause) {
        String words = cause == null ? "" : shown(String.valueOf(cause.getMessage()));
        return cause instanceof NullPointerException
                ? Finding.error(place, "STORE-JSON-MISSING", path + '/' + words)
                : Finding.error(place, "STORE-JSON-REFUSED", path, words);
    }

    private static boolean isMissingNumber(JsonProcessingException problem) {
        return problem instanceof MismatchedInputException mismatch
                && mismatch.getTargetType() != null
                && mismatch.getTargetType().isPrimitive()
                && mismatch.getOriginalMessage().startsWith("Cannot map `null`");
    }

    private static String path(JsonProcessingException problem) {
        if (!(problem instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static Message expected(Class<?> type) {
        if (type.isEnum()) {
            String names =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
            return Message.of("STORE-EXPECTED-ONE-OF", names);
        }
        if (type == Money.class) {
            return Message.of("STORE-EXPECTED-MONEY");
        }
        if (type == Fraction.class) {
            return Message.of("STORE-EXPECTED-FRACTION");
        }
        if (type == LocalDate.class) {
            return Message.of("STORE-EXPECTED-DATE");
        }
        if (type == MonthDay.class) {
            return Message.of("STORE-EXPECTED-MONTH-DAY");
        }
        if (type == Period.class) {
            return Message.of("STORE-EXPECTED-PERIOD");
        }
        if (type == Instant.class) {
            return Message.of("STORE-EXPECTED-INSTANT");
        }
        return Message.of("STORE-EXPECTED-OTHER");
    }

    static String shown(String raw) {
        return raw.length() <= SHOWN ? raw : raw.substring(0, SHOWN) + "…";
    }
}
