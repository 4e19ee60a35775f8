package org.subsidia.rcp.analysis.forecast;

import java.time.LocalDate;
import java.util.Optional;
import org.subsidia.cashflow.Stress;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.RecordId;
import org.subsidia.rcp.Texts;

/** What may go wrong, and what has to be said of it. */
enum StressKind {
    LATE(Who.FUNDER, Amount.MONTHS, 3, false),
    LESS(Who.FUNDER_OR_ALL, Amount.PERCENT, 10, false),
    LEAVE(Who.FUNDER, Amount.NONE, 0, true),
    SLIP(Who.GRANT_OR_ALL, Amount.MONTHS, 6, false),
    DECOMMIT(Who.GRANT, Amount.PERCENT, 50, false),
    RECOVER(Who.PAID_GRANT, Amount.PERCENT, 20, true),
    BREACH(Who.GRANT, Amount.NONE, 0, true),
    DELABEL(Who.PROGRAMME, Amount.NONE, 0, true);

    /** Whom it is about. */
    enum Who {
        FUNDER,
        FUNDER_OR_ALL,
        GRANT,
        GRANT_OR_ALL,
        PAID_GRANT,
        PROGRAMME
    }

    /** How much of it. */
    enum Amount {
        NONE,
        MONTHS,
        PERCENT
    }

    private static final int WHOLE = 100;

    private final Who who;
    private final Amount amount;
    private final int usual;
    private final boolean dated;

    StressKind(Who who, Amount amount, int usual, boolean dated) {
        this.who = who;
        this.amount = amount;
        this.usual = usual;
        this.dated = dated;
    }

    Who who() {
        return who;
    }

    Amount amount() {
        return amount;
    }

    /** What is proposed. */
    int usual() {
        return usual;
    }

    /** Whether a day has to be said. */
    boolean isDated() {
        return dated;
    }

    String label() {
        return switch (this) {
            case LATE -> Texts.stressLate;
            case LESS -> Texts.stressLess;
            case LEAVE -> Texts.stressLeave;
            case SLIP -> Texts.stressSlip;
            case DECOMMIT -> Texts.stressDecommit;
            case RECOVER -> Texts.stressRecover;
            case BREACH -> Texts.stressBreach;
            case DELABEL -> Texts.stressDelabel;
        };
    }

    /** The stress of this kind; none: it needs one record, or a day. */
    Optional<Stress> of(Optional<RecordId> about, int number, Optional<LocalDate> day) {
        Fraction share = Fraction.of(Math.min(number, WHOLE), WHOLE);
        return switch (this) {
            case LATE -> funder(about).map(id -> new Stress.Late(id, number));
            case LESS -> Optional.of(new Stress.Less(funder(about).orElse(null), share));
            case LEAVE -> funder(about).flatMap(id -> day.map(from -> new Stress.Leave(id, from)));
            case SLIP -> Optional.of(new Stress.StartSlip(grant(about).orElse(null), number));
            case DECOMMIT -> grant(about).map(id -> new Stress.Decommitment(id, share));
            case RECOVER -> grant(about).flatMap(id -> day.map(on -> new Stress.Recovery(id, share, on)));
            case BREACH -> grant(about).flatMap(id -> day.map(on -> new Stress.Breach(id, on)));
            case DELABEL ->
                about.map(ProgrammeId.class::cast).flatMap(id -> day.map(from -> new Stress.Delabelling(id, from)));
        };
    }

    private static Optional<FunderId> funder(Optional<RecordId> about) {
        return about.map(FunderId.class::cast);
    }

    private static Optional<GrantId> grant(Optional<RecordId> about) {
        return about.map(GrantId.class::cast);
    }
}
