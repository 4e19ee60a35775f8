package org.subsidia.io.statepayments;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.io.exchange.Beneficiary;
import org.subsidia.io.exchange.CellRow;

/** One payment as a file says: {@code key} tells it from others of its grant, {@code budgetLine} grants without an EJ. */
record Payment(
        CellRow row,
        String sheet,
        Beneficiary beneficiary,
        Optional<String> ej,
        String budgetLine,
        String key,
        String purpose,
        String scheme,
        Money amount,
        LocalDate day,
        String hash) {}
