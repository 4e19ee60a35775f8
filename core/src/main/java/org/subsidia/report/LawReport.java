package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.law.Parameter;

/** Rules of the law base: value, days, article, source and how sure each is. */
public final class LawReport {
    /** As many rules as this are told in full sentences on a narrow page, instead of a table. */
    private static final int TOLD = 30;

    private static final int NARROW = 3;

    private LawReport() {}

    /**
     * What is shown of rules.
     *
     * @param asOf the day
     * @param history every version instead of that of the day only
     * @param unverified only what no source was read for
     */
    public record Options(LocalDate asOf, boolean history, boolean unverified) {}

    /**
     * The report of some rules.
     *
     * @param parameters the rules
     * @param options what is shown of them
     * @return the report; its table {@code rules} has a row for each version shown, also for a rule without a value on the day
     */
    public static Report of(List<Parameter> parameters, Options options) {
        List<Parameter> shown = shown(parameters, options);
        return report(options, List.of(section(shown, options, Integer.MAX_VALUE)));
    }

    /**
     * The same report for a narrow page: a few rules in full sentences, more as a table of name, value and confidence.
     *
     * @param parameters the rules
     * @param options what is shown of them
     * @return the report
     */
    public static Report narrow(List<Parameter> parameters, Options options) {
        List<Parameter> shown = shown(parameters, options);
        if (shown.isEmpty() || shown.size() > TOLD) {
            return report(options, List.of(section(shown, options, NARROW)));
        }
        List<Section> sections = new ArrayList<>();
        for (Parameter parameter : shown) {
            List<Block> told = new ArrayList<>();
            tell(parameter, options).forEach(text -> told.add(new Paragraph(text)));
            sections.add(new Section("rule" + sections.size(), Words.verbatim(parameter.id()), told));
        }
        return report(options, sections);
    }

    private static Report report(Options options, List<Section> sections) {
        return new Report("law", Message.of("LAW-REPORT-TITLE"), null, options.asOf(), sections);
    }

    private static Section section(List<Parameter> parameters, Options options, int columns) {
        return Section.of("rules", Message.of("LAW-REPORT-HEADING"), table(parameters, options, columns));
    }

    private static List<Parameter> shown(List<Parameter> parameters, Options options) {
        return parameters.stream()
                .filter(parameter ->
                        !options.unverified() || !versions(parameter, options).isEmpty())
                .toList();
    }

    private static List<RuleReference> versions(Parameter parameter, Options options) {
        List<RuleReference> versions = options.history()
                ? parameter.history()
                : parameter.at(options.asOf()).map(List::of).orElse(List.of());
        return versions.stream()
                .filter(version -> !options.unverified() || version.confidence() == Confidence.UNVERIFIED)
                .toList();
    }

    private static Table table(List<Parameter> parameters, Options options, int most) {
        List<Column> columns = List.of(
                text("rule"),
                text("value"),
                text("confidence"),
                Column.of("validFrom", Column.Type.DATE, Message.of("LAW-COLUMN-VALIDFROM")),
                Column.of("validTo", Column.Type.DATE, Message.of("LAW-COLUMN-VALIDTO")),
                text("description"),
                text("unit").forPrograms(),
                text("legalReference"),
                text("source"),
                text("note"));
        List<List<Cell>> rows = new ArrayList<>();
        for (Parameter parameter : parameters) {
            List<RuleReference> versions = versions(parameter, options);
            versions.forEach(version -> rows.add(row(parameter, version)));
            if (versions.isEmpty()) {
                rows.add(without(parameter, options.asOf()));
            }
        }
        int shown = Math.min(most, columns.size());
        return new Table(
                "rules",
                Message.of("LAW-REPORT-RULES", parameters.size()),
                columns.subList(0, shown),
                rows.stream().map(row -> row.subList(0, shown)).toList(),
                null);
    }

    private static Column text(String name) {
        return Column.of(name, Column.Type.TEXT, Message.of("LAW-COLUMN-" + name.toUpperCase(Locale.ROOT)));
    }

    private static List<Cell> row(Parameter parameter, RuleReference version) {
        return List.of(
                Cell.of(parameter.id()),
                new Cell.Legal(version),
                Cell.of(confidence(version)),
                day(version.validFrom()),
                day(version.validTo()),
                Cell.of(parameter.description()),
                Cell.of(parameter.unit().text()),
                Cell.of(version.legalReference()),
                Cell.of(version.source()),
                parameter.note(version).map(Cell::of).orElse(Cell.EMPTY));
    }

    private static List<Cell> without(Parameter parameter, LocalDate asOf) {
        return List.of(
                Cell.of(parameter.id()),
                new Cell.Unknown(Message.of("LAW-REPORT-NOT-ON-DAY", asOf)),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.of(parameter.description()),
                Cell.of(parameter.unit().text()),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY);
    }

    private static Cell day(@Nullable LocalDate day) {
        return day == null ? Cell.EMPTY : Cell.of(day);
    }

    private static Message confidence(RuleReference version) {
        return Message.of("EXPLAIN-CONFIDENCE-" + version.confidence());
    }

    private static List<Message> tell(Parameter parameter, Options options) {
        List<Message> texts = new ArrayList<>();
        texts.add(Message.of("LAW-REPORT-WHAT", parameter.description()));
        List<RuleReference> versions = versions(parameter, options);
        for (RuleReference version : versions) {
            texts.add(Message.of(
                    "LAW-REPORT-READ",
                    version.words(),
                    days(version),
                    version.legalReference(),
                    version.source(),
                    confidence(version)));
            parameter.note(version).ifPresent(text -> texts.add(Message.of("LAW-REPORT-NOTE", text)));
        }
        if (versions.isEmpty()) {
            texts.add(Message.of("LAW-REPORT-NOT-ON-DAY", options.asOf()));
        }
        return texts;
    }

    private static Message days(RuleReference version) {
        LocalDate from = version.validFrom();
        LocalDate to = version.validTo();
        if (from == null) {
            return to == null ? Message.of("LAW-DAYS-ALWAYS") : Message.of("LAW-DAYS-UNTIL", to);
        }
        return to == null ? Message.of("LAW-DAYS-SINCE", from) : Message.of("LAW-DAYS-BETWEEN", from, to);
    }
}
