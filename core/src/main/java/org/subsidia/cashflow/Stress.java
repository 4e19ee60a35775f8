package org.subsidia.cashflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.RecordId;

/**
 * Something that goes wrong with the money of funders. Each can only make the balance lower, never higher; several at once add
 * up.
 */
public sealed interface Stress {

    /**
     * A funder pays everything later.
     *
     * @param funder who
     * @param months by how many months, 0 to 60
     */
    record Late(FunderId funder, int months) implements Stress {
        /** Checks the months. */
        public Late {
            StressText.checkMonths(months);
        }
    }

    /**
     * A funder pays less of all that is still to come.
     *
     * @param funder who; null: all
     * @param share how much less, 0 to 1
     */
    record Less(@Nullable FunderId funder, Fraction share) implements Stress {
        /** Checks the share. */
        public Less {
            StressText.checkShare(share);
        }
    }

    /**
     * What is still to come of a grant is decommitted.
     *
     * @param grant which
     * @param share how much of it, 0 to 1
     */
    record Decommitment(GrantId grant, Fraction share) implements Stress {
        /** Checks the share. */
        public Decommitment {
            StressText.checkShare(share);
        }
    }

    /**
     * What was paid of a grant is claimed back.
     *
     * @param grant which
     * @param share how much of it, 0 to 1
     * @param day when it must be paid back
     */
    record Recovery(GrantId grant, Fraction share, LocalDate day) implements Stress {
        /** Checks the share. */
        public Recovery {
            StressText.checkShare(share);
        }
    }

    /**
     * The structure loses its label, and with it a programme that only labelled structures receive.
     *
     * @param programme whose money stops
     * @param day what falls due from this day on does not come
     */
    record Delabelling(ProgrammeId programme, LocalDate day) implements Stress {}

    /**
     * Actions that have not begun start later, and all their payments come later.
     *
     * @param grant which; null: all that have not begun
     * @param months by how many months, 0 to 60
     */
    record StartSlip(@Nullable GrantId grant, int months) implements Stress {
        /** Checks the months. */
        public StartSlip {
            StressText.checkMonths(months);
        }
    }

    /**
     * A funder leaves: it awards nothing more, and what falls due later does not come.
     *
     * @param funder who
     * @param day from when on
     */
    record Leave(FunderId funder, LocalDate day) implements Stress {}

    /**
     * The structure breaks its republican-commitment contract: what a grant paid for the rest of its period is paid back, and what
     * falls due later does not come.
     *
     * @param grant which
     * @param day of the breach
     */
    record Breach(GrantId grant, LocalDate day) implements Stress {}

    /**
     * What goes wrong, in words.
     *
     * @param portfolio knows the names of funders, programmes and grants
     * @return a sentence that names them
     */
    default Message words(Portfolio portfolio) {
        return StressText.words(this, portfolio);
    }

    /**
     * What goes wrong together, in words.
     *
     * @param stresses any number
     * @param portfolio knows the names of funders, programmes and grants
     * @return their sentences; that there is none, where there is none
     */
    static Message words(List<Stress> stresses, Portfolio portfolio) {
        return stresses.stream()
                .map(stress -> stress.words(portfolio))
                .reduce((a, b) -> Message.of("CASH-STRESS-AND", a, b))
                .orElse(Message.of("CASH-STRESS-NONE"));
    }

    /** {@return the text that {@link #read} reads} */
    default String text() {
        return StressText.write(this);
    }

    /**
     * Reads {@code late:FUNDER:3}, {@code less:FUNDER:10%}, {@code less:*:10%}, {@code decommit:GRANT:50%}, {@code
     * recover:GRANT:20%:2027-03-31}, {@code delabel:PROGRAMME:2027-01-01}, {@code slip:GRANT:6}, {@code slip:*:6}, {@code
     * leave:FUNDER:2027-01-01} and {@code breach:GRANT:2027-01-01}. Ids may hold colons.
     *
     * @param text one of these
     * @return what goes wrong, or the finding {@code CASH-STRESS-BAD}
     */
    static Reading<Stress> read(String text) {
        return StressText.read(text);
    }

    /** {@return the funder, grant or programme that it is about; none: all} */
    default Optional<RecordId> subject() {
        return StressText.subject(this);
    }
}
