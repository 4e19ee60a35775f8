package org.subsidia.eligibility;

import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    static final String STAFF = "structure.staff";
    static final String TURNOVER = "structure.turnover";
    static final String BALANCE = "structure.balance-sheet";
    static final Set<String> FACTS = Set.of(STAFF, TURNOVER, BALANCE);

    /** Three for each size but the last: headcount (below it), turnover and balance sheet (up to it). */
    static final List<LawRef> LAWS = List.of(
            headcount(MICRO),
            headcount(SMALL),
            headcount(MEDIUM),
            turnover(MICRO),
            turnover(SMALL),
            turnover(MEDIUM),
            balance(MICRO),
            balance(SMALL),
            balance(MEDIUM));

    static LawRef headcount(SizeClass size) {
        return new LawRef("sme." + size.key() + ".staff", null);
    }

    static LawRef turnover(SizeClass size) {
        return new LawRef("sme." + size.key() + ".turnover", null);
    }

    static LawRef balance(SizeClass size) {
        return new LawRef("sme." + size.key() + ".balance-sheet", null);
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the size in words} */
    public Message words() {
        return Message.of("ELIG-SIZE-" + name());
    }
}
