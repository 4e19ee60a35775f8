package org.subsidia.finding;

import java.util.List;
import java.util.Locale;

/**
 * A sentence that is not yet in a language: a code and the values that the sentence names.
 *
 * <p>The code starts with its room and a hyphen ({@code SCDL-AMT-COMMA}); the room names the files
 * {@code org/subsidia/messages/scdl_fr.properties} and {@code …_en.properties} that hold the sentences, in the notation of
 * {@link java.text.MessageFormat}: {@code {0}} for an argument, {@code {0,choice,0#no line|1#one line|1<{0} lines}} for its
 * plural.
 *
 * @param code upper-case letters, digits and hyphens; the part before the first hyphen is the room
 * @param arguments in the order of the placeholders; strings, integers, decimals, dates, amounts and messages
 */
public record Message(String code, List<Object> arguments) {

    /** Checks the code and copies the arguments. */
    public Message {
        Messages.checkCode(code);
        arguments = List.copyOf(arguments);
        arguments.forEach(Messages::checkArgument);
    }

    /**
     * The message of this code.
     *
     * @param code see {@link #code()}
     * @param arguments in the order of the placeholders, none of them null
     * @return the message
     */
    public static Message of(String code, Object... arguments) {
        return new Message(code, List.of(arguments));
    }

    /**
     * The sentence, amounts and dates written as the language does.
     *
     * @param locale its language chooses the sentence: French, else English
     * @return the sentence
     */
    public String in(Locale locale) {
        return Messages.sentence(this, locale);
    }

    /** {@return the English sentence, for logs and debuggers} */
    @Override
    public String toString() {
        return code + ": " + in(Locale.ENGLISH);
    }
}
