package org.subsidia.rcp.intake;

import java.time.LocalDate;
import org.subsidia.io.statepayments.StatePayments;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;

/** What the State says it paid: Chorus, FONJEP, payments of data.subvention. */
final class StatePaymentsSource extends IntakeSource {
    @Override
    String title() {
        return Texts.paymentsTitle;
    }

    @Override
    String description() {
        return Texts.paymentsDescription;
    }

    @Override
    String[] endings() {
        return new String[] {".xlsx", ".csv"};
    }

    @Override
    IntakeFile.Naming naming() {
        return IntakeFile.Naming.NAME;
    }

    @Override
    String amount() {
        return Texts.paymentsAmount;
    }

    @Override
    boolean hasSheets() {
        return true;
    }

    @Override
    IntakeFile.Format format() {
        LocalDate day = Settings.today();
        return (file, into, options) -> StatePayments.prepare(file, into, options, day);
    }
}
