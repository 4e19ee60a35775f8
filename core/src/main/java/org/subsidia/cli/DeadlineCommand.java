package org.subsidia.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.report.DeadlineReport;
import org.subsidia.time.Counting;
import org.subsidia.time.Deadline;
import org.subsidia.time.Roll;
import org.subsidia.time.Span;
import org.subsidia.time.TimeUnit;
import org.subsidia.time.Zone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia deadline DATE AMOUNT}: counts a delay. */
@Command(name = "deadline")
final class DeadlineCommand implements Runnable {
    private final Console console;

    @Parameters(index = "0", paramLabel = "DATE", descriptionKey = "deadlineStart")
    @SuppressWarnings("NullAway.Init") // required
    private LocalDate start;

    @Parameters(index = "1", paramLabel = "AMOUNT", descriptionKey = "deadlineSpan")
    @SuppressWarnings("NullAway.Init") // required
    private String amount;

    @Option(names = "--clear", descriptionKey = "deadlineClear")
    private boolean clear;

    @Option(names = "--backward", descriptionKey = "deadlineBackward")
    private boolean backward;

    @Option(names = "--working", descriptionKey = "deadlineWorking")
    private boolean working;

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "deadlineZone")
    private String zone = Zone.METROPOLE.id();

    @Option(names = "--roll", paramLabel = "ROLL", descriptionKey = "deadlineRoll")
    private @Nullable Roll roll;

    @Mixin
    private final ReportOutput output = new ReportOutput();

    DeadlineCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Span span = span();
        Zone holidays = zone();
        LawBase law = LawBase.standard();
        Rule<Counting> civil = law.at(start).counting("counting.civil");
        Deadline from =
                Deadline.from(start).counted(civil.value(), civil.reference()).with(law.calendar(holidays));
        Deadline deadline = backward ? from.minus(span) : from.plus(span);
        deadline = clear ? deadline.clearDays() : deadline;
        deadline = roll == null ? deadline : deadline.roll(roll);
        output.write(console, DeadlineReport.of(start, span, holidays, deadline.due()));
    }

    private Span span() {
        Reading<Span> reading = Span.read(amount);
        Span span = reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
        return working && span.unit() == TimeUnit.DAY ? Span.workingDays(span.amount()) : span;
    }

    private Zone zone() {
        return Zone.find(zone)
                .or(() -> Zone.findByDepartement(zone))
                .orElseThrow(() -> new UnusableInput(List.of(Finding.error(
                        Place.NOWHERE,
                        "CLI-NO-ZONE",
                        zone,
                        Arrays.stream(Zone.values()).map(Zone::id).collect(Collectors.joining(", "))))));
    }
}
