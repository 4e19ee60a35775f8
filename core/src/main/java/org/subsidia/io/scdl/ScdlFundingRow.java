package org.subsidia.io.scdl;

import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Siret;
import org.subsidia.ledger.FundingDimension;
import org.subsidia.ledger.FundingRow;
import org.subsidia.ledger.LedgerRow;
import org.subsidia.ledger.PartyCode;

/**
 * A published line as the ledger takes it.
 *
 * @param row the line
 * @param position where it stands in the whole input
 */
public record ScdlFundingRow(ScdlRow row, long position) implements LedgerRow {

    @Override
    public long beneficiary() {
        return code(row.beneficiary());
    }

    @Override
    public String beneficiaryName() {
        return row.beneficiary().name().orElse("");
    }

    @Override
    public long funder() {
        return code(row.funder());
    }

    @Override
    public String funderName() {
        return row.funder().name().orElse("");
    }

    private static long code(ScdlParty party) {
        OrganisationId id = party.id().orElse(null);
        if (id instanceof Siret siret) {
            return PartyCode.ofSiret(Long.parseLong(siret.value()));
        }
        if (id instanceof Siren siren) {
            return PartyCode.ofSiren(Long.parseLong(siren.value()));
        }
        return id instanceof Rna rna ? PartyCode.ofRna(rna.value()) : PartyCode.BY_NAME;
    }

    @Override
    public int year() {
        return row.year().orElse(FundingRow.UNKNOWN_YEAR);
    }

    @Override
    public int epochDay() {
        return row.conventionDate()
                .or(row::decisionDate)
                .flatMap(ScdlDate::day)
                .map(day -> (int) day.toEpochDay())
                .orElse(LedgerRow.UNKNOWN_DAY);
    }

    @Override
    public String reference() {
        return row.reference().orElse("");
    }

    @Override
    public long published() {
        return row.publishedAmount().getAmountMinorLong();
    }

    @Override
    public long attributed() {
        return row.attributedAmount().getAmountMinorLong();
    }

    @Override
    public String text(FundingDimension dimension) {
        return switch (dimension) {
            case PURPOSE -> row.purpose().orElse("");
            case NATURE -> ScdlWriter.nature(row.nature());
            case SCHEME -> row.scheme().orElse("");
            case PAYMENT_CONDITIONS -> row.conditions().orElse("");
            case EU_NOTIFIED -> row.notified().map(yes -> yes ? "oui" : "non").orElse("");
            case BENEFICIARY, FUNDER, YEAR, REGION -> "";
        };
    }
}
