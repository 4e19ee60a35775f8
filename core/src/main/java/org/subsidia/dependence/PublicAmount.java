package org.subsidia.dependence;

import java.util.List;
import org.joda.money.Money;
import org.subsidia.finding.Message;

/**
 * The part of an item of public money that comes from one grant, or from one funder.
 *
 * @param item of which item it is a part: subsidies, concours publics, …
 * @param label what it is, such as the name of the grant
 * @param amount how much of the year’s income; negative: given back
 * @param payer who transfers the cash
 * @param decisionMaker who decides
 * @param origin whose funds they are
 * @param records ids of the records, or accounts, that say so
 */
public record PublicAmount(
        OperatingItem item,
        Message label,
        Money amount,
        Party payer,
        Party decisionMaker,
        Party origin,
        List<String> records) {

    /** Copies the records. */
    public PublicAmount {
        records = List.copyOf(records);
    }

    /**
     * The body on one of the three sides.
     *
     * @param view which side
     * @return the body
     */
    public Party party(FunderView view) {
        return switch (view) {
            case PAYER -> payer;
            case DECISION -> decisionMaker;
            case ORIGIN -> origin;
        };
    }
}
