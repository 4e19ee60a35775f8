package org.subsidia.rcp.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.MatchDecision;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Checks;

/** A file of an exchange format: whose a row is goes by number or name, and where that is not sure a person says so. */
abstract class IntakeSource extends Source.OfRows {
    private FileField decisions;
    private OptionText acceptFrom;
    private Button missing;

    /** {@return what reads the file; takes what the controls say here, is run on another thread} */
    abstract IntakeFile.Format format();

    /** {@return how the file names beneficiaries} */
    abstract IntakeFile.Naming naming();

    /** {@return what its amounts are} */
    abstract String amount();

    /** {@return whether its rows stand on several sheets} */
    boolean hasSheets() {
        return false;
    }

    @Override
    final List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        headings.add(Heading.words(Texts.intakeBeneficiary, 170));
        if (naming() == IntakeFile.Naming.NAME_AND_POSTCODE) {
            headings.add(Heading.words(Texts.intakePostcode, 95));
        }
        headings.add(Heading.words(Texts.intakeStructure, 155));
        headings.add(Heading.number(Texts.intakeScore, 60));
        headings.add(Heading.words(Texts.intakePurpose, 130));
        headings.add(Heading.number(amount(), 145));
        if (hasSheets()) {
            headings.add(Heading.words(Texts.intakeSheet, 95));
        }
        headings.add(Heading.words(Texts.bankFile, 120));
        return headings;
    }

    @Override
    boolean takesSeveral() {
        return true;
    }

    @Override
    void createOptions(Composite page, Runnable changed) {
        decisions = new FileField(page, Texts.intakeDecisions, new String[] {".csv", ".xlsx"}, changed);
        decisions.hint(Texts.intakeDecisionsHint);
        Desk.get()
                .session()
                .file()
                .map(MatchDecision::beside)
                .filter(Files::isRegularFile)
                .ifPresent(kept -> decisions.show(kept.toString()));
        acceptFrom = new OptionText(
                page,
                Texts.intakeAcceptFrom,
                Texts.bind(Texts.intakeAcceptFromHint, MatchOptions.SAME_NAME),
                160,
                changed);
        missing = Checks.of(page, Texts.intakeMakeMissing);
        missing.addListener(SWT.Selection, event -> changed.run());
        GridDataFactory.fillDefaults().span(3, 1).indent(0, 8).applyTo(missing);
    }

    @Override
    Optional<String> missing() {
        return score().isPresent()
                ? Optional.empty()
                : Optional.of(Message.of("CLI-SCORE", acceptFrom.value()).in(Texts.locale()));
    }

    /** From which score on a name is accepted; empty: what was typed is no score. */
    private OptionalInt score() {
        String typed = acceptFrom.value();
        if (typed.isEmpty()) {
            return OptionalInt.of(MatchOptions.SAME_NAME);
        }
        int score = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : -1;
        return MatchOptions.isScore(score) ? OptionalInt.of(score) : OptionalInt.empty();
    }

    @Override
    final Callable<Reading<Review>> reader(List<Path> files, Portfolio into) {
        IntakeFile.Matching matching =
                new IntakeFile.Matching(decisions.path().orElse(null), score().orElseThrow(), missing.getSelection());
        IntakeFile intake = new IntakeFile(files, into, format(), naming(), hasSheets(), matching);
        return () -> IntakeReview.of(intake);
    }
}
