package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.subsidia.check.Checked;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;

/** What the guards found in a portfolio. */
public final class CheckReport {
    private CheckReport() {}

    /**
     * The report of a check.
     *
     * @param found the results of the guards, in the order in which they are shown
     * @param name what the portfolio is called
     * @param asOf the day of the check
     * @return the report; its table {@code findings} has a row a result, its findings are grouped by severity and complete,
     *     its letters are ready to be copied
     */
    public static Report of(List<Checked> found, String name, LocalDate asOf) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), keyFigures(found)));
        sections.add(Section.of("list", Message.of("CHECK-REPORT-LIST"), table(found)));
        if (!found.isEmpty()) {
            sections.add(Section.of("findings", Message.of("CHECK-REPORT-FINDINGS"), findings(found)));
        }
        List<Block> letters = new ArrayList<>();
        found.forEach(checked -> checked.draft().ifPresent(letter -> letters.add(new Paragraph(letter))));
        if (!letters.isEmpty()) {
            sections.add(new Section("letters", Message.of("CHECK-REPORT-LETTERS"), letters));
        }
        if (!found.isEmpty()) {
            Explanations why =
                    new Explanations(found.stream().map(Checked::explanation).toList());
            sections.add(Section.of("explanations", Message.of("REPORT-EXPLANATIONS"), why));
        }
        return new Report("check", Message.of("CHECK-REPORT-TITLE"), Words.verbatim(name), asOf, sections);
    }

    private static KeyFigures keyFigures(List<Checked> found) {
        List<KeyFigure> figures = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
            long count = found.stream()
                    .filter(checked -> checked.severity() == severity)
                    .count();
            figures.add(new KeyFigure(
                    severity.name().toLowerCase(Locale.ROOT),
                    Message.of("CHECK-REPORT-" + severity.name()),
                    Cell.of(count),
                    null));
        }
        return new KeyFigures(figures);
    }

    private static Table table(List<Checked> found) {
        boolean fixes = found.stream().anyMatch(checked -> checked.quickFix().isPresent());
        List<Column> columns = new ArrayList<>(List.of(
                text("severity", "CHECK-REPORT-SEVERITY"),
                text("guard", "CHECK-REPORT-GUARD"),
                text("record", "CHECK-REPORT-RECORD"),
                text("field", "CHECK-REPORT-FIELD"),
                text("finding", "CHECK-REPORT-FINDING")));
        if (fixes) {
            columns.add(text("fix", "CHECK-REPORT-PROPOSED"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Checked checked : found) {
            Place place = checked.finding().place();
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.of(Message.of("REPORT-SEVERITY-" + checked.severity().name())),
                    Cell.of(checked.guard()),
                    place.record() == null ? Cell.EMPTY : Cell.of(place.record()),
                    place.field() == null ? Cell.EMPTY : Cell.of(place.field()),
                    Cell.of(checked.finding().message())));
            if (fixes) {
                row.add(checked.quickFix().map(fix -> Cell.of(fix.label())).orElse(Cell.EMPTY));
            }
            rows.add(row);
        }
        Message caption =
                found.isEmpty() ? Message.of("CHECK-REPORT-NONE") : Message.of("CHECK-REPORT-COUNT", found.size());
        return new Table("findings", caption, columns, rows, null);
    }

    private static Column text(String name, String header) {
        return Column.of(name, Column.Type.TEXT, Message.of(header));
    }

    /** All of them: whoever checks a portfolio mends each one. */
    private static Findings findings(List<Checked> found) {
        Map<Severity, Map<String, List<Finding>>> groups = new LinkedHashMap<>();
        for (Checked checked : found) {
            groups.computeIfAbsent(checked.severity(), severity -> new LinkedHashMap<>())
                    .computeIfAbsent(checked.finding().code(), code -> new ArrayList<>())
                    .add(checked.finding());
        }
        List<Findings.Group> all = new ArrayList<>();
        groups.forEach((severity, codes) ->
                codes.forEach((code, list) -> all.add(new Findings.Group(severity, code, list.size(), list))));
        return Findings.sorted(all);
    }
}
