package org.subsidia.rcp.intake;

import java.time.LocalDate;
import org.subsidia.io.datasubvention.DataSubvention;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;

/** What was asked of funders, and what became of it; beneficiaries are numbers. */
final class DataSubventionSource extends IntakeSource {
    @Override
    String title() {
        return Texts.requestsTitle;
    }

    @Override
    String description() {
        return Texts.requestsDescription;
    }

    @Override
    String[] endings() {
        return new String[] {".csv", ".xlsx"};
    }

    @Override
    IntakeFile.Naming naming() {
        return IntakeFile.Naming.NUMBER;
    }

    @Override
    String amount() {
        return Texts.requestsAmount;
    }

    @Override
    IntakeFile.Format format() {
        LocalDate day = Settings.today();
        return (file, into, options) -> DataSubvention.prepare(file, into, options, day);
    }
}
