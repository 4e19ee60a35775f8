package org.subsidia.rcp.intake;

import java.time.LocalDate;
import org.subsidia.io.threesixtygiving.GivingImport;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;

/** Grants of a 360Giving file. */
final class GivingSource extends IntakeSource {
    @Override
    String title() {
        return Texts.givingTitle;
    }

    @Override
    String description() {
        return Texts.givingDescription;
    }

    @Override
    String[] endings() {
        return new String[] {".json", ".csv", ".xlsx"};
    }

    @Override
    IntakeFile.Naming naming() {
        return IntakeFile.Naming.NAME_AND_POSTCODE;
    }

    @Override
    String amount() {
        return Texts.givingAmount;
    }

    @Override
    IntakeFile.Format format() {
        LocalDate day = Settings.today();
        return (file, into, options) -> GivingImport.prepare(file, into, options, day);
    }
}
