package org.subsidia.cashflow.reconcile;

import java.util.Arrays;
import java.util.Optional;
import org.subsidia.finding.Message;

/** What a balance on a statement is (ISO 20022, external code set BalanceType). */
public enum BalanceKind {
    /** At the beginning of the statement. */
    OPENING("OPBD"),
    /** At the end of the statement before. */
    PREVIOUS_CLOSING("PRCD"),
    /** At the end of the statement. */
    CLOSING("CLBD"),
    /** Between two pages of one statement. */
    INTERIM("ITBD"),
    /** What could be spent at the beginning. */
    OPENING_AVAILABLE("OPAV"),
    /** What can be spent at the end. */
    CLOSING_AVAILABLE("CLAV"),
    /** What could be spent in between. */
    INTERIM_AVAILABLE("ITAV"),
    /** What can be spent on a day to come. */
    FORWARD_AVAILABLE("FWAV"),
    /** What the bank expects. */
    EXPECTED("XPCD"),
    /** For information. */
    INFORMATION("INFO");

    private final String code;

    BalanceKind(String code) {
        this.code = code;
    }

    /**
     * The kind of a code.
     *
     * @param code four letters
     * @return the kind, if the code is known
     */
    public static Optional<BalanceKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** {@return the kind’s name, as tables write it} */
    public Message label() {
        return Message.of("BANK-BALANCE-KIND-" + name().replace('_', '-'));
    }
}
