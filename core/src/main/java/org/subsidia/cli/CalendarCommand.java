package org.subsidia.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.calendar.CalendarOptions;
import org.subsidia.calendar.EventFilter;
import org.subsidia.calendar.EventState;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.ical.IcalExport;
import org.subsidia.io.ical.IcalOptions;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.report.CalendarReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia calendar P}: deadlines and events, as a report or as an iCalendar file. */
@Command(name = "calendar")
final class CalendarCommand implements Runnable {
    private static final int MOST_DAYS = 10_000;

    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "calendarFrom")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", descriptionKey = "calendarTo")
    private @Nullable LocalDate to;

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "calendarStructure")
    private @Nullable String structure;

    @Option(names = "--funder", paramLabel = "ID", descriptionKey = "calendarFunder")
    private @Nullable String funder;

    @Option(names = "--late", descriptionKey = "calendarLate")
    private boolean late;

    @Option(names = "--days", paramLabel = "N", descriptionKey = "calendarDays")
    private @Nullable Integer days;

    @Option(names = "--no-budget", descriptionKey = "calendarNoBudget")
    private boolean noBudget;

    @Option(names = "--alarms", paramLabel = "N", split = ",", descriptionKey = "calendarAlarms")
    private List<Integer> alarms = List.of(30, 7);

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    CalendarCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        check();
        Portfolio portfolio = PortfolioFile.open(console, file);
        CalendarOptions options = noBudget ? CalendarOptions.STANDARD.withoutBudgetSeason() : CalendarOptions.STANDARD;
        GrantCalendar all = GrantCalendar.of(
                portfolio, LawBase.standard(), at.day(), days == null ? options : options.withNotice(days));
        GrantCalendar shown = all.select(filter(portfolio));
        if (!late && days == null && from == null && to == null) {
            shown = shown.lateAndNext(12);
        }
        String name = file.name();
        if (output.isCalendar()) {
            calendarFile(all, shown, name);
        } else {
            output.write(
                    console,
                    output.isText()
                            ? CalendarReport.narrow(shown, portfolio, name)
                            : CalendarReport.of(shown, portfolio, name));
        }
    }

    private void check() {
        List<Integer> numbers = new ArrayList<>(alarms);
        Optional.ofNullable(days).ifPresent(numbers::add);
        for (int number : numbers) {
            if (number < 0 || number > MOST_DAYS) {
                throw new UnusableInput(
                        List.of(Finding.error(Place.NOWHERE, "CLI-BAD-DAYS", Integer.toString(number))));
            }
        }
    }

    private EventFilter filter(Portfolio portfolio) {
        EventFilter filter = EventFilter.ALL
                .from(from)
                .to(to)
                .ofStructure(RecordChoice.structure(structure, portfolio))
                .ofFunder(RecordChoice.funder(funder, portfolio));
        if (late) {
            return days == null ? filter.in(EventState.LATE) : filter.in(EventState.LATE, EventState.DUE);
        }
        return days == null ? filter : filter.in(EventState.DUE);
    }

    /** A file that was written before is updated, so that importing it again changes and cancels, and doubles nothing. */
    private void calendarFile(GrantCalendar all, GrantCalendar shown, String name) {
        IcalExport export = new IcalExport(
                IcalOptions.of(console.locale(), name).withAlarms(alarms).withNamespace(name));
        Optional<Path> previous = output.file().filter(Files::isRegularFile);
        byte[] bytes;
        if (previous.isPresent()) {
            Reading<byte[]> updated = export.update(read(previous.get()), shown.events(), all.events(), at.moment());
            Place place = Place.file(previous.get().toString());
            bytes = updated.value()
                    .orElseThrow(() -> new UnusableInput(updated.at(place).findings()));
            updated.at(place).findings().forEach(finding -> FindingLines.print(console, finding));
        } else {
            bytes = export.write(shown.events(), at.moment());
        }
        output.writeBytes(console, bytes);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnusableInput(List.of(Finding.error(
                    Place.file(file.toString()), "CLI-CANNOT-READ", file.toString(), ReportOutput.reason(e))));
        }
    }
}
