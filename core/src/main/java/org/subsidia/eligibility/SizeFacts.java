package org.subsidia.eligibility;

import java.util.List;
import java.util.Set;
import org.subsidia.stateaid.SizeClass;

/** The facts and thresholds that tell the size of an enterprise. */
final class SizeFacts {
    static final String STAFF = "structure.staff";
    static final String TURNOVER = "structure.turnover";
    static final String BALANCE = "structure.balance-sheet";
    static final Set<String> FACTS = Set.of(STAFF, TURNOVER, BALANCE);

    /** Three for each size but the last: headcount (below it), turnover and balance sheet (up to it). */
    static final List<LawRef> LAWS = List.of(
            law(SizeClass.MICRO.staffRule()),
            law(SizeClass.SMALL.staffRule()),
            law(SizeClass.MEDIUM.staffRule()),
            law(SizeClass.MICRO.turnoverRule()),
            law(SizeClass.SMALL.turnoverRule()),
            law(SizeClass.MEDIUM.turnoverRule()),
            law(SizeClass.MICRO.balanceRule()),
            law(SizeClass.SMALL.balanceRule()),
            law(SizeClass.MEDIUM.balanceRule()));

    private SizeFacts() {}

    private static LawRef law(String rule) {
        return new LawRef(rule, null);
    }
}
