package org.subsidia.calendar;

import java.util.Locale;
import org.subsidia.finding.Message;

/** What an event is. */
public enum EventKind {
    /** Requests can be filed from this day. */
    CALL_OPENS(Actor.NOBODY, false),
    /** Last day of the letter of intent or pre-deposit. */
    CALL_PRE_DEPOSIT(Actor.STRUCTURE, false),
    /** Requests filed so far are taken together. */
    CALL_CUT_OFF(Actor.STRUCTURE, false),
    /** Last day for requests. */
    CALL_CLOSES(Actor.STRUCTURE, false),
    /** The committee decides on a call. */
    CALL_DECISION(Actor.AUTHORITY, false),
    /** Last day for the State to say whether a request for an investment subsidy is admissible. */
    ADMISSIBILITY(Actor.AUTHORITY, false),
    /** The award is decided. */
    AWARD(Actor.NOBODY, false),
    /** The award is notified, or expected to be. */
    NOTIFICATION(Actor.NOBODY, false),
    /** The convention is signed. */
    CONVENTION(Actor.NOBODY, false),
    /** First day of eligible expenses. */
    ELIGIBILITY_START(Actor.NOBODY, false),
    /** Last day of eligible expenses. */
    ELIGIBILITY_END(Actor.STRUCTURE, false),
    /** Last day on which expenses of an EU programme are eligible at all. */
    PROGRAMME_ELIGIBILITY_END(Actor.NOBODY, false),
    /** Last day for entering de minimis aid in the central register. */
    DE_MINIMIS_REGISTRATION(Actor.AUTHORITY, false),
    /** Last day for the payment. */
    PAYMENT(Actor.AUTHORITY, true),
    /** A step of the payment schedule can be claimed. */
    CLAIM(Actor.STRUCTURE, true),
    /** A report on the way is due. */
    INTERIM_REPORT(Actor.STRUCTURE, true),
    /** The financial report (compte rendu financier) is due. */
    FINANCIAL_REPORT(Actor.STRUCTURE, true),
    /** Last day for the last claim. */
    FINAL_CLAIM(Actor.STRUCTURE, true),
    /** A deadline that the convention sets. */
    AGREED_DEADLINE(Actor.STRUCTURE, true),
    /** Last day for starting an investment project of the State. */
    INVESTMENT_START(Actor.STRUCTURE, true),
    /** Last day for completing an investment project of the State. */
    INVESTMENT_COMPLETION(Actor.STRUCTURE, true),
    /** Last day for claiming the balance of an investment project of the State. */
    INVESTMENT_BALANCE(Actor.STRUCTURE, true),
    /** Last day for claiming the yearly tranche of a grant of EU money. */
    DECOMMITMENT(Actor.STRUCTURE, true),
    /** Last day on which an EU programme covers a yearly tranche. */
    TRANCHE_END(Actor.AUTHORITY, false),
    /** Papers need be kept until this day. */
    RETENTION_END(Actor.NOBODY, false),
    /** A label ends. */
    LABEL_END(Actor.STRUCTURE, false),
    /** De minimis aid falls out of the window: there is room again. */
    DE_MINIMIS_RELIEF(Actor.NOBODY, false),
    /** The structure’s general assembly at the latest. */
    GENERAL_ASSEMBLY(Actor.STRUCTURE, false),
    /** The finance bill is tabled. */
    BUDGET_BILL(Actor.NOBODY, false),
    /** The finance act is in force. */
    BUDGET_LAW(Actor.NOBODY, false),
    /** The orientation debate at the earliest. */
    BUDGET_DEBATE(Actor.NOBODY, false),
    /** The budget is voted at the latest. */
    BUDGET_VOTE(Actor.NOBODY, false),
    /** The voted budget is sent to the prefect at the latest. */
    BUDGET_TRANSMISSION(Actor.NOBODY, false),
    /** Commitments of the year come to a stop. */
    BUDGET_FREEZE(Actor.NOBODY, false),
    /** Last amendment of the budget of the year before. */
    BUDGET_AMENDMENT(Actor.NOBODY, false),
    /** The books of the year before are closed. */
    BUDGET_CLOSING(Actor.NOBODY, false),
    /** Credits of the year before are carried over at the latest. */
    BUDGET_CARRY_OVER(Actor.NOBODY, false),
    /** The authority’s accounts are voted or handed in at the latest. */
    BUDGET_ACCOUNTS(Actor.NOBODY, false),
    /** The month of an election of the authority. */
    ELECTION(Actor.NOBODY, false);

    private final Actor actor;
    private final boolean tracked;

    EventKind(Actor actor, boolean tracked) {
        this.actor = actor;
        this.tracked = tracked;
    }

    /** {@return who must act} */
    public Actor actor() {
        return actor;
    }

    /** {@return whether the portfolio tells that it was done, so that it can be late} */
    public boolean isTracked() {
        return tracked;
    }

    /** {@return the stable name in ids and JSON, such as {@code final-claim}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the name, as tables write it} */
    public Message label() {
        return Message.of("CAL-KIND-" + name().replace('_', '-'));
    }
}
