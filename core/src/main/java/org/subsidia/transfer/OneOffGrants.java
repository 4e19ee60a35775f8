package org.subsidia.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Message;

/** What becomes of one-off grants once their year is over, if nothing is decided. */
public enum OneOffGrants {
    /** They end with their year: what goes on is what was given again and again. */
    END("end"),
    /** They go on as if they were given again each year. */
    CARRY_FORWARD("carry-forward");

    private final String word;

    OneOffGrants(String word) {
        this.word = word;
    }

    /** {@return how documents write it} */
    public String word() {
        return word;
    }

    /** {@return what it means, in words} */
    public Message label() {
        return Message.of("XFER-ONE-OFF-GRANTS-" + name().replace('_', '-'));
    }

    /**
     * The one that a word means.
     *
     * @param word as documents write it
     * @return the choice, if the word is one
     */
    public static Optional<OneOffGrants> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** {@return the words} */
    public static List<String> words() {
        return Arrays.stream(values()).map(OneOffGrants::word).toList();
    }
}
