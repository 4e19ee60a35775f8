package org.subsidia.rcp.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.accounts.FunderWords;
import org.subsidia.accounts.MatchOptions;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.fec.FecIntake;
import org.subsidia.io.fec.FecIntakeOptions;
import org.subsidia.io.fec.FecIntakes;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Records;

/** The accounts: their verdict, the grant of each line that touches subsidies, what came in, the cash of the closing day. */
final class FecSource extends Source.OfRows {
    private static final String FUNDERS = "import.fec.funders";
    private static final String DAYS = "import.fec.days";
    private static final int MOST_DAYS = 366;

    private StructureChoice structure;
    private OptionText closing;
    private FileField funders;
    private OptionText days;
    private boolean several;

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
                Heading.words(Texts.fecAccount, 65),
                Heading.words(Texts.fecLabel, 140),
                Heading.number(Texts.fecAmount, 100),
                Heading.words(Texts.fecGrant, 140),
                Heading.words(Texts.fecHow, 105),
                Heading.words(Texts.bankFile, 190));
    }

    @Override
    void createOptions(Composite page, Runnable changed) {
        structure = new StructureChoice(page, Texts.importStructure, Texts.fecBySiren);
        closing = new OptionText(page, Texts.fecClosing, Texts.fecByName, 160, changed);
        funders = new FileField(page, Texts.fecFunders, new String[] {".yaml", ".yml"}, changed);
        funders.hint(Texts.fecFundersHint);
        funders.show(remembered());
        String usual = Texts.bind(Texts.fecDaysHint, MatchOptions.USUAL.days());
        days = new OptionText(page, Texts.fecDays, usual, 320, changed);
        days.show(Settings.remembered(DAYS));
    }

    /** The file of words named last, as long as there is one. */
    private static String remembered() {
        String name = Settings.remembered(FUNDERS);
        return Files.isRegularFile(Path.of(name)) ? name : "";
    }

    @Override
    boolean takesSeveral() {
        return true;
    }

    @Override
    void consider(List<Path> files) {
        several = files.size() > 1;
    }

    @Override
    Optional<String> missing() {
        if (tolerance().isEmpty()) {
            return Optional.of(Texts.bind(Texts.fecNoDays, days.value(), MOST_DAYS));
        }
        if (closing.value().isEmpty()) {
            return Optional.empty();
        }
        if (DayText.read(closing.value(), Texts.locale()).isEmpty()) {
            return Optional.of(Texts.bind(Texts.fecNoDay, closing.value()));
        }
        return several ? Optional.of(Texts.fecOneDay) : Optional.empty();
    }

    /** How far days may lie apart; empty: what was typed is no number of days. */
    private Optional<MatchOptions> tolerance() {
        String typed = days.value();
        if (typed.isEmpty()) {
            return Optional.of(MatchOptions.USUAL);
        }
        return Optional.of(typed)
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .filter(number -> number <= MOST_DAYS)
                .map(number -> new MatchOptions(number, MatchOptions.USUAL.cents()));
    }

    @Override
    Callable<Reading<Review>> reader(List<Path> files, Portfolio into) {
        Settings.remember(FUNDERS, funders.text());
        Settings.remember(DAYS, days.value());
        Path own = funders.path().orElse(null);
        MatchOptions tolerance = tolerance().orElseThrow();
        LocalDate end = closing.value().isEmpty()
                ? null
                : DayText.read(closing.value(), Texts.locale()).orElseThrow();
        FecIntakeOptions options = FecIntakeOptions.usual(Settings.law(), Settings.today())
                .of(structure.id())
                .closingOn(end);
        return () -> {
            FunderWords standard = FunderWords.standard();
            Reading<FunderWords> words = own == null ? Reading.of(standard) : standard.with(own);
            return words.isRead()
                    ? read(files, into, options.matchedBy(words.get(), tolerance))
                    : Reading.refused(words.findings());
        };
    }

    /** Reads files; one that is refused says so beside the others, as long as there are others. */
    private static Reading<Review> read(List<Path> files, Portfolio into, FecIntakeOptions options) {
        FecIntakes intakes = FecIntakes.prepare(files, into, options);
        return intakes.intakes().isEmpty() ? Reading.refused(intakes.refused()) : Reading.of(review(files, intakes));
    }

    private static Review review(List<Path> files, FecIntakes prepared) {
        String names = Source.together(files);
        List<Row> rows = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        List<Finding> remarks = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(prepared.refused());
        prepared.refused().stream()
                .filter(why -> why.severity() == Severity.ERROR)
                .forEach(why -> notes.add(Note.of(String.valueOf(why.place().file()), why)));
        for (int part = 0; part < prepared.intakes().size(); part++) {
            FecIntake intake = prepared.intakes().get(part);
            String file = intake.verdict().file();
            CashBalance cash = intake.cash();
            if (cash != null) {
                rows.add(cash(cash, file).in(part));
            }
            for (FecIntake.Line line : intake.lines()) {
                rows.add(row(line, file).in(part));
            }
            notes.add(Note.read(verdict(intake) + ' ' + counts(List.of(intake))));
            remarks.addAll(intake.findings());
            findings.addAll(intake.findings());
            intake.verdict().counts().forEach(count -> findings.addAll(count.examples()));
        }
        String counts = counts(prepared.intakes());
        boolean several = files.size() > 1;
        String summary = several ? counts : verdict(prepared.intakes().get(0)) + '\n' + counts;
        Ending ending = Ending.edit(names, count -> Texts.bind(Texts.importLabel, names, count), keys -> {
            List<FecIntake.Line> lines = chosen(keys, FecIntake.Line.class);
            List<CashBalance> cash = chosen(keys, CashBalance.class);
            return Reading.of(prepared.edit(Texts.bind(Texts.importLabel, names, keys.size()), lines, cash));
        });
        return new Review(summary, Note.all(several, notes, remarks), rows, findings, ending, Optional.empty());
    }

    private static <T> List<T> chosen(List<Object> keys, Class<T> kind) {
        return keys.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static String verdict(FecIntake intake) {
        return intake.verdict().words().stream()
                .map(words -> words.in(Texts.locale()))
                .collect(Collectors.joining(" "));
    }

    private static String counts(List<FecIntake> intakes) {
        List<FecIntake.Line> lines =
                intakes.stream().flatMap(intake -> intake.lines().stream()).toList();
        long open = lines.stream()
                .filter(line -> line.kind() == FecIntake.Kind.UNRESOLVED)
                .count();
        return Texts.bind(Texts.fecCounts, lines.size(), lines.size() - open, open);
    }

    private static Row cash(CashBalance cash, String file) {
        List<Object> cells = List.of(cash.date(), "", Texts.fecCash, cash.amount(), "", "", file);
        return Row.of(cash, 0, Outcome.NEW, cells, List.of());
    }

    private static Row row(FecIntake.Line line, String file) {
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
                match.how().label().in(Texts.locale()),
                file);
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
