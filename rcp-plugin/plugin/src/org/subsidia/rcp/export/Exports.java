package org.subsidia.rcp.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.subsidia.calendar.CalendarOptions;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.check.GuardContext;
import org.subsidia.check.Guards;
import org.subsidia.finding.Message;
import org.subsidia.io.ical.IcalExport;
import org.subsidia.io.ical.IcalOptions;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.report.CalendarReport;
import org.subsidia.report.CheckReport;
import org.subsidia.report.CsvRenderer;
import org.subsidia.report.GrantListQuery;
import org.subsidia.report.GrantListReport;
import org.subsidia.report.HtmlRenderer;
import org.subsidia.report.PortfolioReport;
import org.subsidia.report.Report;
import org.subsidia.report.Table;
import org.subsidia.report.XlsxRenderer;

/** The bytes of what is exported, as the library writes them. Knows no window. */
final class Exports {
    /** What can be exported. */
    enum What {
        /** Every grant with its amounts. */
        GRANTS,
        /** Late and coming deadlines. */
        CALENDAR,
        /** What the guards find. */
        PROBLEMS,
        /** How many records, and what they add up to. */
        PORTFOLIO;

        String label() {
            return switch (this) {
                case GRANTS -> Texts.exportGrants;
                case CALENDAR -> Texts.exportCalendar;
                case PROBLEMS -> Texts.exportProblems;
                case PORTFOLIO -> Texts.exportPortfolio;
            };
        }

        List<Format> formats() {
            return this == CALENDAR
                    ? List.of(Format.XLSX, Format.CSV, Format.HTML, Format.ICS)
                    : List.of(Format.XLSX, Format.CSV, Format.HTML);
        }
    }

    /** In which form. */
    enum Format {
        XLSX,
        CSV,
        HTML,
        ICS;

        String ending() {
            return '.' + name().toLowerCase(Locale.ROOT);
        }

        String label() {
            return switch (this) {
                case XLSX -> Texts.exportXlsx;
                case CSV -> Texts.exportCsv;
                case HTML -> Texts.exportHtml;
                case ICS -> Texts.exportIcs;
            };
        }

        /** The form that the ending of a name asks for; a workbook where it asks for none. */
        static Format of(String name) {
            for (Format format : values()) {
                if (name.toLowerCase(Locale.ROOT).endsWith(format.ending())) {
                    return format;
                }
            }
            return XLSX;
        }
    }

    private Exports() {}

    static byte[] bytes(What what, Format format, Question question, String name, Locale locale) throws IOException {
        if (format == Format.ICS) {
            return new IcalExport(IcalOptions.of(locale, name).withNamespace(name))
                    .write(
                            calendar(question).lateAndNext(12).events(),
                            question.at().atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        Report report =
                switch (what) {
                    case GRANTS ->
                        GrantListReport.of(question.portfolio(), GrantListQuery.everything(question.at()), name);
                    case CALENDAR -> CalendarReport.of(calendar(question).lateAndNext(12), question.portfolio(), name);
                    case PROBLEMS ->
                        CheckReport.of(
                                Guards.standard()
                                        .check(GuardContext.of(question.portfolio(), question.law(), question.at())),
                                name,
                                question.at());
                    case PORTFOLIO -> PortfolioReport.of(question.portfolio(), name, question.at());
                };
        return bytes(report, format, name, locale);
    }

    private static GrantCalendar calendar(Question question) {
        return GrantCalendar.of(question.portfolio(), question.law(), question.at(), CalendarOptions.STANDARD);
    }

    private static byte[] bytes(Report report, Format format, String name, Locale locale) throws IOException {
        if (format == Format.HTML) {
            return HtmlRenderer.render(report, locale).getBytes(StandardCharsets.UTF_8);
        }
        if (format == Format.CSV) {
            StringWriter text = new StringWriter();
            Table first = report.tables().findFirst().orElseThrow(() -> new IOException(Texts.exportNoTable));
            CsvRenderer.write(first, locale, CsvRenderer.Options.SPREADSHEET, text);
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        XlsxRenderer.write(report, Message.of("REPORT-VERBATIM", name), locale, workbook);
        return workbook.toByteArray();
    }

    /** A portfolio that has only some of its grants. */
    static Portfolio only(List<Grant> grants, Portfolio of) {
        List<PortfolioRecord> records = new ArrayList<>(grants);
        of.stream().filter(record -> !(record instanceof Grant)).forEach(records::add);
        return Portfolio.of(records);
    }
}
