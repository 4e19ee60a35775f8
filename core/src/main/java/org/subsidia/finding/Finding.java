package org.subsidia.finding;

import java.util.Locale;
import java.util.Optional;

/**
 * Something wrong, or repaired, at a place.
 *
 * <p>What to do about it is the sentence of the code with {@code -FIX} behind it, with the same arguments.
 *
 * @param severity how much it matters
 * @param place where
 * @param message what happened; its code is the finding's code
 */
public record Finding(Severity severity, Place place, Message message) {

    /**
     * An information.
     *
     * @param place where
     * @param code the message's code
     * @param arguments the message's arguments
     * @return the finding
     */
    public static Finding info(Place place, String code, Object... arguments) {
        return new Finding(Severity.INFO, place, Message.of(code, arguments));
    }

    /**
     * A warning.
     *
     * @param place where
     * @param code the message's code
     * @param arguments the message's arguments
     * @return the finding
     */
    public static Finding warning(Place place, String code, Object... arguments) {
        return new Finding(Severity.WARNING, place, Message.of(code, arguments));
    }

    /**
     * An error.
     *
     * @param place where
     * @param code the message's code
     * @param arguments the message's arguments
     * @return the finding
     */
    public static Finding error(Place place, String code, Object... arguments) {
        return new Finding(Severity.ERROR, place, Message.of(code, arguments));
    }

    /** {@return the code, such as {@code SCDL-AMT-COMMA}} */
    public String code() {
        return message.code();
    }

    /**
     * The same finding at another place: a reader of values knows no file, its caller does.
     *
     * @param where the other place
     * @return the finding there
     */
    public Finding at(Place where) {
        return new Finding(severity, where, message);
    }

    /**
     * What to do about it.
     *
     * @param locale its language chooses the sentence
     * @return the advice, empty where there is nothing to do
     */
    public Optional<String> advice(Locale locale) {
        String code = message.code() + "-FIX";
        return Messages.find(code, Messages.language(locale))
                .map(pattern -> new Message(code, message.arguments()).in(locale));
    }

    /** {@return place, severity, code and the English sentence} */
    @Override
    public String toString() {
        return place + " " + severity + " " + message;
    }
}
