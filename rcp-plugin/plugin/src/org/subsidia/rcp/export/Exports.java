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
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.io.ical.IcalExport;
import org.subsidia.io.ical.IcalOptions;
import org.subsidia.io.scdl.ScdlGrants;
import org.subsidia.io.scdl.ScdlWriter;
import org.subsidia.io.threesixtygiving.GivingExport;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.report.CalendarReport;
import org.subsidia.report.CheckReport;
import org.subsidia.report.CsvRenderer;
import org.subsidia.report.Documents;
import org.subsidia.report.GrantListQuery;
import org.subsidia.report.GrantListReport;
import org.subsidia.report.HtmlRenderer;
import org.subsidia.report.PdfRenderer;
import org.subsidia.report.PortfolioReport;
import org.subsidia.report.RegisterReport;
import org.subsidia.report.Report;
import org.subsidia.report.Table;
import org.subsidia.report.TransparencyReport;
import org.subsidia.report.XlsxRenderer;
import org.subsidia.stateaid.AidAwards;
import org.subsidia.stateaid.RegisterEntry;
import org.subsidia.stateaid.Transparency;

/** The bytes of what is exported, as the library writes them. Knows no window. */
final class Exports {
    private static final int MONTHS = 12;

    /**
     * What was written.
     *
     * @param bytes the file
     * @param findings what it lacks
     */
    record Written(byte[] bytes, List<Finding> findings) {}

    private Exports() {}

    static Written write(Request request, Question question, String name, Locale locale) throws IOException {
        return switch (request.what()) {
            case SCDL -> scdl(question.portfolio(), name);
            case REGISTER -> register(question, locale);
            case TRANSPARENCY -> transparency(question, locale);
            case GIVING -> giving(request, question.portfolio());
            default -> new Written(bytes(request, question, name, locale), List.of());
        };
    }

    /** The report of a request; data for programs have none. */
    static Report report(Request request, Question question, String name) throws IOException {
        return switch (request.what()) {
            case VIEW -> request.view().orElseThrow(() -> new IOException(Texts.exportNoView));
            case GRANTS -> GrantListReport.of(question.portfolio(), GrantListQuery.everything(question.at()), name);
            case CALENDAR -> CalendarReport.of(calendar(question).lateAndNext(MONTHS), question.portfolio(), name);
            case PROBLEMS ->
                CheckReport.of(
                        Guards.standard().check(GuardContext.of(question.portfolio(), question.law(), question.at())),
                        name,
                        question.at());
            case PORTFOLIO -> PortfolioReport.of(question.portfolio(), name, question.at());
            case STRUCTURE_FILE ->
                documents(question, name).structureFile(request.structure().orElseThrow());
            case FUNDING_NOTE ->
                documents(question, name).fundingNote(request.structure().orElseThrow(), request.year());
            case FUNDER_VIEW ->
                documents(question, name).funderView(request.funder().orElseThrow());
            case RISKS -> documents(question, name).risks();
            default -> throw new IllegalArgumentException(request.what().name());
        };
    }

    private static Documents documents(Question question, String name) {
        return new Documents(question.portfolio(), question.law(), Guards.standard(), question.at(), name);
    }

    private static byte[] bytes(Request request, Question question, String name, Locale locale) throws IOException {
        if (request.format() == Format.ICS) {
            return new IcalExport(IcalOptions.of(locale, name).withNamespace(name))
                    .write(
                            calendar(question).lateAndNext(MONTHS).events(),
                            question.at().atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        return bytes(report(request, question, name), request.format(), name, locale);
    }

    private static GrantCalendar calendar(Question question) {
        return GrantCalendar.of(question.portfolio(), question.law(), question.at(), CalendarOptions.STANDARD);
    }

    private static byte[] bytes(Report report, Format format, String name, Locale locale) throws IOException {
        if (format == Format.HTML) {
            return HtmlRenderer.render(report, locale).getBytes(StandardCharsets.UTF_8);
        }
        if (format == Format.CSV) {
            Table first = report.tables().findFirst().orElseThrow(() -> new IOException(Texts.exportNoTable));
            return csv(first, locale, CsvRenderer.Options.SPREADSHEET);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (format == Format.PDF) {
            PdfRenderer.write(report, locale, out);
        } else {
            XlsxRenderer.write(report, Message.of("REPORT-VERBATIM", name), locale, out);
        }
        return out.toByteArray();
    }

    private static byte[] csv(Table table, Locale locale, CsvRenderer.Options options) throws IOException {
        StringWriter text = new StringWriter();
        CsvRenderer.write(table, locale, options, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What a row lacks is told at its grant: a row that lacks something required is not written. */
    private static Written scdl(Portfolio portfolio, String name) throws IOException {
        List<Finding> findings = new ArrayList<>();
        StringWriter text = new StringWriter();
        Place[] grant = {Place.NOWHERE};
        ScdlWriter writer = ScdlWriter.to(text, name, finding -> {
            if (finding.severity() == Severity.ERROR) {
                String field = finding.place().field();
                findings.add(finding.at(field == null ? grant[0] : grant[0].field(field)));
            }
        });
        for (ScdlGrants.Published one : ScdlGrants.rows(portfolio, null)) {
            grant[0] = Place.record(one.grant().value());
            writer.write(one.row());
        }
        return new Written(text.toString().getBytes(StandardCharsets.UTF_8), findings);
    }

    private static Written register(Question question, Locale locale) throws IOException {
        List<RegisterEntry> entries = RegisterEntry.of(AidAwards.of(question.portfolio()), null, null, question.law());
        return new Written(
                csv(RegisterReport.table(entries, null), locale, CsvRenderer.Options.PROGRAM),
                RegisterReport.missing(entries));
    }

    private static Written transparency(Question question, Locale locale) throws IOException {
        Portfolio portfolio = question.portfolio();
        AidAwards awards = AidAwards.of(portfolio);
        List<Transparency.Duty> duties = portfolio.structures().stream()
                .map(Structure::id)
                .flatMap(id -> Transparency.of(awards, id, question.law()).stream())
                .toList();
        return new Written(
                csv(TransparencyReport.table(duties, portfolio), locale, CsvRenderer.Options.PROGRAM),
                TransparencyReport.missing(duties, portfolio));
    }

    private static Written giving(Request request, Portfolio portfolio) throws IOException {
        GivingExport giving = GivingExport.of(portfolio, request.publisher());
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        if (request.format() == Format.JSON) {
            giving.writeJson(json);
            return new Written(json.toByteArray(), giving.findings());
        }
        StringBuilder csv = new StringBuilder();
        giving.writeCsv(csv);
        return new Written(csv.toString().getBytes(StandardCharsets.UTF_8), giving.findings());
    }

    /** A portfolio that has only some of its grants. */
    static Portfolio only(List<Grant> grants, Portfolio of) {
        List<PortfolioRecord> records = new ArrayList<>(grants);
        of.stream().filter(record -> !(record instanceof Grant)).forEach(records::add);
        return Portfolio.of(records);
    }
}
