package org.subsidia.calendar;

import java.time.LocalDate;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;

/** The facts from which events follow: the field that holds each, and its name for people. */
enum Fact {
    OPENS("opens"),
    PRE_DEPOSIT("preDeposit"),
    CUT_OFF("cutOffs"),
    CLOSES("closes"),
    CALL_DECISION("decision"),
    REQUEST("dates.request"),
    DECISION("dates.decision"),
    NOTIFICATION("dates.notification"),
    CONVENTION("dates.convention"),
    START("dates.start"),
    WORKS_START("dates.worksStart"),
    END("dates.end"),
    REPORT("dates.report"),
    REPORTED("dates.reported"),
    LAST_CLAIM("dates.lastClaim"),
    LAST_CLAIM_FILED("claims"),
    ELIGIBILITY_FIRST("eligibility"),
    ELIGIBILITY_LAST("eligibility"),
    PAYMENT_WINDOW("paymentWindow"),
    PAYER("payer"),
    LEVEL("level"),
    SPENDING("spending"),
    FISCAL_YEAR("fiscalYear"),
    FISCAL_YEAR_END("fiscalYearEnd"),
    STEP_DATE("schedule"),
    SHARE_SPENT("schedule"),
    INTERIM_REPORT("schedule"),
    DEADLINE("deadlines"),
    CLAIM_DATE("claims"),
    LAST_RECEIPT("receipts"),
    PROGRAMME_PERIOD("programme"),
    TRANCHE("yearLines"),
    LABEL_END("labels");

    private final String field;

    Fact(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    Message label() {
        return Message.of("CAL-FACT-" + name().replace('_', '-'));
    }

    /** The fact as the leaf of an explanation. */
    Explanation on(LocalDate day) {
        return Explanation.leaf(label(), new Value.Day(day));
    }

    /** The latest day on which the fact can come about, while it has not. */
    Explanation atTheLatest(LocalDate day) {
        return Explanation.leaf(Message.of("CAL-ASSUMPTION-LATEST", label()), new Value.Day(day));
    }
}
