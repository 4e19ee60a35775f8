package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.fec.FecIntake;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Records;

/** The accounts: their verdict, the grant of each line that touches subsidies, what came in, the cash of the closing day. */
final class FecSource extends Source.OfRows {
    private StructureChoice structure;
    private OptionText closing;

    @Override
    String title() {
        return Texts.fecTitle;
    }

    @Override
    String description() {
        return Texts.fecDescription;
    }

    @Override
    String[] endings() {
        return new String[] {".txt", ".csv", ".xml"};
    }

    @Override
    List<Heading> headings() {
        return List.of(
                Heading.words(Texts.fecDate, 85),
                Heading.words(Texts.fecAccount, 70),
                Heading.words(Texts.fecLabel, 195),
                Heading.number(Texts.fecAmount, 105),
                Heading.words(Texts.fecGrant, 170),
                Heading.words(Texts.fecHow, 110));
    }

    @Override
    void createOptions(Composite page, Runnable changed) {
        structure = new StructureChoice(page, Texts.importStructure, Texts.fecBySiren);
        closing = new OptionText(page, Texts.fecClosing, Texts.fecByName, 160, changed);
    }

    @Override
    Optional<String> missing() {
        return closing.value().isEmpty()
                        || DayText.read(closing.value(), Texts.locale()).isPresent()
                ? Optional.empty()
                : Optional.of(Texts.bind(Texts.fecNoDay, closing.value()));
    }

    @Override
    Callable<Reading<Review>> reader(List<Path> files, Portfolio into) {
        Path file = files.get(0);
        StructureId wanted = structure.id();
        LocalDate end = closing.value().isEmpty()
                ? null
                : DayText.read(closing.value(), Texts.locale()).orElseThrow();
        LawBase law = Settings.law();
        LocalDate day = Settings.today();
        return () -> FecIntake.prepare(file, into, wanted, law, end, day)
                .map(intake -> review(file.getFileName().toString(), intake));
    }

    private static Review review(String file, FecIntake intake) {
        String verdict = intake.verdict().words().stream()
                .map(words -> words.in(Texts.locale()))
                .collect(Collectors.joining(" "));
        long told = intake.lines().stream()
                .filter(line -> line.kind() != FecIntake.Kind.UNRESOLVED)
                .count();
        String summary = verdict
                + '\n'
                + Texts.bind(
                        Texts.fecCounts,
                        intake.lines().size(),
                        told,
                        intake.lines().size() - told);
        List<Row> rows = new ArrayList<>();
        if (intake.cash() != null) {
            rows.add(cash(intake.cash()));
        }
        intake.lines().forEach(line -> rows.add(row(line)));
        List<Finding> findings = new ArrayList<>(intake.findings());
        intake.verdict().counts().forEach(count -> findings.addAll(count.examples()));
        Ending ending = Ending.edit(file, count -> Texts.bind(Texts.importLabel, file, count), keys -> {
            List<FecIntake.Line> lines = keys.stream()
                    .filter(FecIntake.Line.class::isInstance)
                    .map(FecIntake.Line.class::cast)
                    .toList();
            boolean cash = keys.stream().anyMatch(CashBalance.class::isInstance);
            return Reading.of(intake.edit(Texts.bind(Texts.importLabel, file, keys.size()), lines, cash));
        });
        return new Review(summary, rows, findings, ending);
    }

    private static Row cash(CashBalance cash) {
        List<Object> cells = List.of(cash.date(), "", Texts.fecCash, cash.amount(), "", "");
        return Row.of(cash, 0, Outcome.NEW, cells, List.of());
    }

    private static Row row(FecIntake.Line line) {
        Outcome outcome =
                switch (line.kind()) {
                    case RECEIPT -> Outcome.NEW;
                    case KNOWN -> Outcome.UNCHANGED;
                    case TOLD -> Outcome.SKIPPED;
                    case UNRESOLVED -> Outcome.REVIEW;
                };
        var match = line.match();
        Grant grant = match.grant();
        List<Object> cells = List.of(
                match.posting().entry().date(),
                match.posting().line().account(),
                match.posting().line().label(),
                line.receipt() == null
                        ? match.posting().amount().abs()
                        : line.receipt().amount(),
                grant == null ? "" : Records.name(grant),
                match.how().label().in(Texts.locale()));
        List<Finding> findings = List.of(
                line.kind() == FecIntake.Kind.UNRESOLVED
                        ? Finding.warning(
                                match.posting().place(),
                                "ACC-UNRESOLVED-LINE",
                                match.posting().amount().abs(),
                                match.posting().line().account(),
                                match.posting().line().label(),
                                match.reason())
                        : Finding.info(
                                match.posting().place(),
                                match.reason().code(),
                                match.reason().arguments().toArray()));
        return Row.of(line, match.posting().line().line(), outcome, cells, findings)
                .inWords(line.kind().label().in(Texts.locale()), outcome == Outcome.NEW);
    }
}
