package org.subsidia.rcp.intake;

import org.subsidia.io.euoperations.EuOperations;
import org.subsidia.law.Law;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;

/** Operations of the Union’s funds; the list has no numbers. */
final class EuOperationsSource extends IntakeSource {
    @Override
    String title() {
        return Texts.euTitle;
    }

    @Override
    String description() {
        return Texts.euDescription;
    }

    @Override
    String[] endings() {
        return new String[] {".xlsx", ".csv"};
    }

    @Override
    IntakeFile.Naming naming() {
        return IntakeFile.Naming.NAME_AND_POSTCODE;
    }

    @Override
    String amount() {
        return Texts.euAmount;
    }

    @Override
    IntakeFile.Format format() {
        Law law = Settings.law().at(Settings.today());
        return (file, into, options) -> EuOperations.prepare(file, into, options, law);
    }
}
