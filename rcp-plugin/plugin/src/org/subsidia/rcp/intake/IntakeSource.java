package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Checks;

/** A file of an exchange format: whose a row is goes by number or name, and where that is not sure a person says so. */
abstract class IntakeSource extends Source.OfRows {
    private Button missing;

    /** {@return what reads the file; takes what the controls say here, is run on another thread} */
    abstract IntakeFile.Format format();

    /** {@return how the file names beneficiaries} */
    abstract IntakeFile.Naming naming();

    /** {@return what its amounts are} */
    abstract String amount();

    @Override
    final List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        headings.add(Heading.words(Texts.intakeBeneficiary, 195));
        if (naming() == IntakeFile.Naming.NAME_AND_POSTCODE) {
            headings.add(Heading.words(Texts.intakePostcode, 95));
        }
        headings.add(Heading.words(Texts.intakeStructure, 175));
        headings.add(Heading.number(Texts.intakeScore, 60));
        headings.add(Heading.words(Texts.intakePurpose, 155));
        headings.add(Heading.number(amount(), 145));
        return headings;
    }

    @Override
    void createOptions(Composite page, Runnable changed) {
        missing = Checks.of(page, Texts.intakeMakeMissing);
        missing.addListener(SWT.Selection, event -> changed.run());
        GridDataFactory.fillDefaults().span(3, 1).indent(0, 8).applyTo(missing);
    }

    @Override
    final Callable<Reading<Review>> reader(List<Path> files, Portfolio into) {
        IntakeFile intake = new IntakeFile(files.get(0), into, format(), naming(), missing.getSelection());
        return () -> IntakeReview.of(intake);
    }
}
