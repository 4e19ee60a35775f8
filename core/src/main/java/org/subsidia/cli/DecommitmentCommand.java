package org.subsidia.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cofinancing.DecommitmentRisk;
import org.subsidia.cofinancing.EuProgrammes;
import org.subsidia.cofinancing.ProgrammeDecommitment;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.money.AmountReader;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.schedule.ScheduleEngine;
import org.subsidia.report.DecommitmentReport;
import org.subsidia.territory.EuPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia decommitment P}: European money that lapses unless it is claimed in time. */
@Command(name = "decommitment")
final class DecommitmentCommand implements Runnable {
    private static final int MOST_MONTHS = 600;

    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "cofinancingStructure")
    private @Nullable String structure;

    @Option(names = "--months", paramLabel = "N", descriptionKey = "decommitmentMonths")
    private int months = 12;

    @Option(names = "--committed", paramLabel = "YEAR=AMOUNT", descriptionKey = "decommitmentCommitted")
    private Map<String, String> committed = new LinkedHashMap<>();

    @Option(names = "--prefinanced", paramLabel = "AMOUNT", descriptionKey = "decommitmentPrefinanced")
    private String prefinanced = "0";

    @Option(names = "--sent", paramLabel = "DATE=AMOUNT", descriptionKey = "decommitmentSent")
    private Map<String, String> sent = new LinkedHashMap<>();

    @Option(names = "--excepted", paramLabel = "YEAR=AMOUNT", descriptionKey = "decommitmentExcepted")
    private Map<String, String> excepted = new LinkedHashMap<>();

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    DecommitmentCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (months < 0 || months > MOST_MONTHS) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-BAD-MONTHS", Integer.toString(months))));
        }
        Law law = LawBase.standard().at(at.day());
        Portfolio portfolio = PortfolioFile.open(console, file);
        StructureId one = RecordChoice.structure(structure, portfolio);
        List<Grant> grants = one == null ? portfolio.grants() : portfolio.grantsOf(one);
        DecommitmentRisk risk = DecommitmentRisk.of(grants, portfolio, months, law);
        Optional<ProgrammeDecommitment> programme = programme(grants, portfolio, law);
        Explanation share = programme
                .map(known -> known.shareOf(unpaid(risk, portfolio), at.day()))
                .orElse(null);
        output.write(console, DecommitmentReport.of(risk, programme.orElse(null), share, file.name(), at.day()));
    }

    private Optional<ProgrammeDecommitment> programme(List<Grant> grants, Portfolio portfolio, Law law) {
        Money received = amount(prefinanced);
        Map<LocalDate, Money> applications = amounts(sent, LocalDate::parse);
        Map<Integer, Money> exceptions = amounts(excepted, DecommitmentCommand::year);
        if (committed.isEmpty()) {
            if (received.isPositive() || !applications.isEmpty() || !exceptions.isEmpty()) {
                throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-NO-COMMITTED")));
            }
            return Optional.empty();
        }
        EuPeriod period = grants.stream()
                .flatMap(grant -> EuProgrammes.period(grant, portfolio).stream())
                .findFirst()
                .or(() -> EuPeriod.containing(law.date()))
                .orElse(EuPeriod.P2021_2027);
        return Optional.of(ProgrammeDecommitment.of(
                period,
                new ProgrammeDecommitment.Facts(
                        amounts(committed, DecommitmentCommand::year), received, applications, exceptions),
                law));
    }

    /** What the programme still owes the grants that are running. */
    private Explanation unpaid(DecommitmentRisk risk, Portfolio portfolio) {
        List<Explanation> parts = new ArrayList<>();
        risk.covers().stream()
                .map(cover -> cover.grant())
                .distinct()
                .forEach(grant ->
                        parts.add(ScheduleEngine.of(portfolio, grant, at.day()).remaining()));
        return Amounts.sum(Message.of("COFI-PROG-UNPAID"), CurrencyUnit.EUR, parts);
    }

    private static <K> Map<K, Money> amounts(Map<String, String> texts, Function<String, K> reader) {
        Map<K, Money> amounts = new LinkedHashMap<>();
        texts.forEach((key, text) -> {
            try {
                amounts.put(reader.apply(key), amount(text));
            } catch (DateTimeException e) {
                throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-BAD-WHEN", key)));
            }
        });
        return amounts;
    }

    private static Integer year(String text) {
        return Year.parse(text).getValue();
    }

    private static Money amount(String text) {
        return AmountReader.read(text)
                .value()
                .filter(money -> !money.isNegative())
                .orElseThrow(() -> new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-BAD-AMOUNT", text))));
    }
}
