package org.subsidia.stateaid;

import java.util.Locale;
import org.subsidia.finding.Message;

/** Sizes of enterprises (recommendation 2003/361/EC, article 2 of the annex), the smallest first. */
public enum SizeClass {
    /** Micro. */
    MICRO,
    /** Small. */
    SMALL,
    /** Medium. */
    MEDIUM,
    /** None of the others. */
    LARGE;

    /** {@return the rule of the law base that holds the headcount below which an enterprise is of this size} */
    public String staffRule() {
        return rule("staff");
    }

    /** {@return the rule that holds its highest turnover} */
    public String turnoverRule() {
        return rule("turnover");
    }

    /** {@return the rule that holds its highest balance sheet total} */
    public String balanceRule() {
        return rule("balance-sheet");
    }

    private String rule(String what) {
        return "sme." + name().toLowerCase(Locale.ROOT) + '.' + what;
    }

    /** The key of intensities by size: micro enterprises are small ones. */
    String key() {
        return (this == MICRO ? SMALL : this).name().toLowerCase(Locale.ROOT);
    }

    /** {@return the size in words} */
    public Message words() {
        return Message.of("AID-SIZE-" + name());
    }
}
