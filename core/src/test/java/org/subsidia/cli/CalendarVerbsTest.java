package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.finding.DayFormat;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;

class CalendarVerbsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void save() {
        file = folder.resolve("alpha.subsidia");
        save(LocalDate.of(2026, 2, 16));
    }

    private void save(LocalDate notified) {
        StructureId alpha = new StructureId("alpha");
        FunderId region = new FunderId("region");
        Grant grant = Grant.builder(new GrantId("g1"), alpha)
                .purpose("Animation")
                .payer(region)
                .decisionMaker(region)
                .state(GrantState.AWARDED)
                .fiscalYear(2024)
                .dates(GrantDates.builder().notification(notified).build())
                .build();
        FileStore.at(file)
                .save(Portfolio.of(List.of(
                        Structure.builder(alpha, "Pôle Alpha")
                                .siren("732829320")
                                .fiscalYearEnd(MonthDay.of(12, 31))
                                .build(),
                        Funder.builder(region, FunderLevel.REGION, "Région")
                                .siren("200053767")
                                .build(),
                        grant)));
    }

    private ToolRun calendar(Object... options) {
        Object[] args = new Object[options.length + 4];
        args[0] = "calendar";
        args[1] = file;
        args[2] = "--at";
        args[3] = "2026-03-01";
        System.arraycopy(options, 0, args, 4, options.length);
        return ToolRun.french(args);
    }

    @Test
    void calendar_plain_showsWhatIsLateAndTheNextYear() {
        ToolRun run = calendar("--no-budget");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("En retard", "30/06/2025", "17/04/2026", "30/06/2026")
                .doesNotContain("16/02/2026");
    }

    @Test
    void calendar_late_showsOnlyThat() {
        ToolRun run = calendar("--late", "--format", "csv");
        assertThat(run.out().lines().skip(1))
                .hasSize(1)
                .allMatch(line -> line.contains("financial-report/grant/g1/2024"));
    }

    @Test
    void calendar_days_showsWhatComesSoon() {
        assertThat(calendar("--days", "47", "--no-budget", "-f", "csv")
                        .out()
                        .lines()
                        .skip(1))
                .hasSize(1);
        assertThat(calendar("--days", "46", "--no-budget", "-f", "csv")
                        .out()
                        .lines()
                        .skip(1))
                .isEmpty();
        assertThat(calendar("--days", "47", "--late", "--no-budget", "-f", "csv")
                        .out()
                        .lines()
                        .skip(1))
                .hasSize(2);
    }

    @Test
    void calendar_structureAndFunder_byIdOrNumber() {
        assertThat(calendar("--structure", "732829320", "--funder", "200053767", "-f", "json")
                        .out())
                .contains("payment/grant/g1");
        ToolRun unknown = calendar("--structure", "beta");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("CLI-NO-STRUCTURE", "alpha (Pôle Alpha)");
        assertThat(calendar("--funder", "beta").err()).contains("CLI-NO-FUNDER", "region (Région)");
    }

    @Test
    void calendar_fromAndTo_boundTheDays() {
        ToolRun run = calendar("--from", "2026-04-17", "--to", "2026-04-17", "--no-budget", "-f", "csv");
        assertThat(run.out().lines().skip(1)).hasSize(1);
        assertThat(calendar("--days", "-1").err()).contains("CLI-BAD-DAYS");
    }

    @Test
    void calendar_html_isAPageAndJsonCarriesTheExplanations() {
        assertThat(calendar("-f", "html").out()).startsWith("<!DOCTYPE html>").contains("17/04/2026");
        assertThat(calendar("-f", "json").out()).contains("\"subsidy.payment.delay\"");
    }

    @Test
    void calendar_ics_isUpdatedInPlace() throws IOException {
        Path ics = folder.resolve("alpha.ics");
        assertThat(calendar("-f", "ics", "-o", ics, "--no-budget").code()).isZero();
        String first = Files.readString(ics, StandardCharsets.UTF_8);
        assertThat(first)
                .contains("DTSTART;VALUE=DATE:20260417", "TRIGGER;RELATED=START:-P30D")
                .doesNotContain("SEQUENCE:1");
        assertThat(calendar("-f", "ics", "-o", ics, "--no-budget").code()).isZero();
        assertThat(Files.readString(ics, StandardCharsets.UTF_8)).isEqualTo(first);
        save(LocalDate.of(2026, 3, 4));
        calendar("-f", "ics", "-o", ics, "--no-budget");
        String second = Files.readString(ics, StandardCharsets.UTF_8);
        assertThat(second).contains("DTSTART;VALUE=DATE:20260504", "SEQUENCE:1").doesNotContain("20260417");
        assertThat(calendar("-f", "ics", "--alarms", "3").out())
                .contains("-P3D")
                .doesNotContain("-P30D");
    }

    @Test
    void calendar_icsOverAnotherFile_isRefused() throws IOException {
        Path ics = folder.resolve("other.ics");
        Files.writeString(ics, "mine");
        ToolRun run = calendar("-f", "ics", "-o", ics);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("ICAL-FILE-UNREADABLE");
        assertThat(Files.readString(ics)).isEqualTo("mine");
        assertThat(ToolRun.french("show", file, "-f", "ics").err()).contains("CLI-NO-CALENDAR");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-16 60d, 2026-04-17",
        "2026-03-04 60d, 2026-05-04",
        "2026-03-04 60d --roll none, 2026-05-03",
        "2026-03-04 60d --roll previous, 2026-04-30",
        "2025-12-31 6m, 2026-06-30",
        "2026-08-31 6m, 2027-03-01",
        "2026-08-31 6m --roll none, 2027-02-28",
        "2027-01-31 1m --roll none, 2027-02-28",
        "2028-01-31 1m, 2028-02-29",
        "2025-12-31 2m --roll none, 2026-02-28",
        "2026-02-16 2m, 2026-04-16",
        "2026-02-16 2m --clear, 2026-04-17",
        "2026-03-03 1m, 2026-04-03",
        "2026-03-03 1m --zone alsace-moselle, 2026-04-07",
        "2026-03-03 1m --zone 57, 2026-04-07",
        "2026-05-16 15d --backward, 2026-04-30",
        "2026-04-20 20wd, 2026-05-21",
        "2026-03-23 20d --working, 2026-04-21",
        "2026-03-23 20wd --zone 68, 2026-04-22",
        "2026-06-30 80d, 2026-09-18",
        "2024-02-29 1y --roll none, 2025-02-28",
        "2026-03-02 2w, 2026-03-16"
    })
    void deadline_countsAsTheLawSays(String words, String due) {
        ToolRun run = ToolRun.english((Object[]) ("deadline " + words).split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Last day  " + DayFormat.format(LocalDate.parse(due), Locale.ENGLISH));
    }

    @Test
    void deadline_explain_namesRulesAndSteps() {
        ToolRun run = ToolRun.french("deadline", "2026-03-03", "1m", "--zone", "57", "--explain");
        assertThat(run.out()).contains("Vendredi saint", "articles 640 à 642", "07/04/2026 — mardi");
        assertThat(ToolRun.french("deadline", "2026-03-03", "1m", "-f", "csv").out())
                .contains("03/04/2026");
    }

    @Test
    void deadline_wrongWords_areUsageErrors() {
        assertThat(ToolRun.french("deadline", "2026-03-03", "1x").err()).contains("TIME-SPAN-BAD");
        ToolRun zone = ToolRun.french("deadline", "2026-03-03", "1m", "--zone", "mars");
        assertThat(zone.code()).isEqualTo(2);
        assertThat(zone.err()).contains("CLI-NO-ZONE", "la-reunion");
        assertThat(ToolRun.french("deadline", "2026-13-03", "1m").code()).isEqualTo(2);
    }
}
