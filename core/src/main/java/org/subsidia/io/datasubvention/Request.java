package org.subsidia.io.datasubvention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.identity.OrganisationId;
import org.subsidia.io.exchange.Beneficiary;
import org.subsidia.io.exchange.CellRow;

/** One row: a request for the money of one year. */
record Request(
        CellRow row,
        Beneficiary beneficiary,
        String number,
        Optional<Integer> year,
        Status status,
        Optional<Money> asked,
        Optional<Money> awarded,
        Optional<Money> paid,
        Optional<LocalDate> paidOn,
        Optional<Party> decides,
        Optional<Party> manages,
        Optional<String> ej,
        List<String> cells) {

    /** A funder as the file names it. */
    record Party(String name, Optional<OrganisationId> number) {}
}
