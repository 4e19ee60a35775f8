package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.ledger.AmountBasis;
import org.subsidia.ledger.Concentration;
import org.subsidia.ledger.FundingDimension;
import org.subsidia.ledger.FundingPicture;
import org.subsidia.ledger.FundingTable;

/**
 * The funding picture as a report: the figures to see first, charts, a table for each dimension asked, how concentrated the
 * money is, what was found in the data, and where the figures come from.
 */
public final class FundingReport {
    private static final int SOURCES_NAMED = 3;

    private final FundingPicture picture;
    private final FundingTables tables;
    private final FundingCharts charts;

    private FundingReport(FundingPicture picture) {
        this.picture = picture;
        this.tables = new FundingTables(picture);
        this.charts = new FundingCharts(picture);
    }

    /**
     * The report of a picture.
     *
     * @param picture what the grants add up to
     * @param sources names of the files that were read
     * @param findings what was found in them, of all severities
     * @param asOf the day at which the files were read
     * @return the report; the tables of dimensions bear the ids of {@link #tableId}, the one of years is always there
     */
    public static Report of(FundingPicture picture, List<String> sources, Findings findings, LocalDate asOf) {
        FundingReport report = new FundingReport(picture);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), report.keyFigures()));
        List<Block> figures = report.charts.figures();
        if (!figures.isEmpty()) {
            sections.add(new Section("charts", Message.of("REPORT-CHARTS"), figures));
        }
        sections.add(Section.of("years", Message.of("REPORT-FUNDING-YEARS"), report.tables.years()));
        for (FundingTable table : picture.tables()) {
            if (table.dimension() != FundingDimension.YEAR) {
                String id = tableId(table.dimension());
                sections.add(Section.of(
                        id,
                        Message.of("REPORT-FUNDING-BY", table.dimension().label()),
                        report.tables.dimension(table)));
            }
        }
        sections.add(
                Section.of("concentration", Message.of("REPORT-FUNDING-CONCENTRATION"), report.tables.concentration()));
        sections.add(Section.of(
                "findings",
                Message.of("REPORT-FINDINGS"),
                findings.groups().isEmpty() ? new Paragraph(Message.of("REPORT-FINDINGS-NONE")) : findings));
        sections.add(Section.of(
                "explanations",
                Message.of("REPORT-EXPLANATIONS"),
                new Paragraph(Message.of("REPORT-EXPLANATIONS-INTRO")),
                new Explanations(report.explanations())));
        return new Report("funding", report.title(), subtitle(sources), asOf, sections);
    }

    /**
     * The id of the table of a dimension, which is also the name of the dimension on the command line.
     *
     * @param dimension the dimension
     * @return such as {@code beneficiary} or {@code paymentConditions}
     */
    public static String tableId(FundingDimension dimension) {
        return switch (dimension) {
            case BENEFICIARY -> "beneficiary";
            case FUNDER -> "funder";
            case YEAR -> "year";
            case REGION -> "region";
            case PURPOSE -> "purpose";
            case NATURE -> "nature";
            case SCHEME -> "scheme";
            case PAYMENT_CONDITIONS -> "paymentConditions";
            case EU_NOTIFIED -> "euNotified";
        };
    }

    private Message title() {
        return picture.query()
                .onlyStructure()
                .map(structure -> Message.of("REPORT-FUNDING-TITLE-OF", structure))
                .orElse(Message.of("REPORT-FUNDING-TITLE"));
    }

    private static Message subtitle(List<String> sources) {
        if (sources.isEmpty()) {
            return Message.of("REPORT-SOURCES-NONE");
        }
        int named = Math.min(SOURCES_NAMED, sources.size());
        String names = String.join(", ", sources.subList(0, named));
        return named == sources.size()
                ? Message.of("REPORT-SOURCES", names)
                : Message.of("REPORT-SOURCES-MORE", names, sources.size() - named);
    }

    private KeyFigures keyFigures() {
        Concentration beneficiaries = picture.ofBeneficiaries();
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(new KeyFigure(
                "total",
                Message.of("REPORT-FUNDING-TOTAL", picture.query().basis().label()),
                Cell.of(picture.total().value()),
                otherAmount()));
        figures.add(new KeyFigure(
                "grants",
                Message.of("REPORT-FUNDING-GRANTS"),
                Cell.of(picture.grants()),
                picture.undated() == 0 ? period() : Message.of("REPORT-FUNDING-UNDATED", picture.undated())));
        figures.add(new KeyFigure(
                "beneficiaries",
                Message.of("REPORT-FUNDING-BENEFICIARIES"),
                Cell.of(picture.beneficiaries()),
                FundingCharts.for80(beneficiaries)));
        figures.add(new KeyFigure(
                "funders",
                Message.of("REPORT-FUNDING-FUNDERS"),
                Cell.of(picture.funders()),
                FundingCharts.for80(picture.ofFunders())));
        figures.add(new KeyFigure(
                "firstShare",
                Message.of("REPORT-FUNDING-FIRST"),
                Cell.of(beneficiaries.firstShare().value()),
                tables.firstName().orElse(null)));
        figures.add(new KeyFigure(
                "herfindahl",
                Message.of("REPORT-FUNDING-HERFINDAHL"),
                FundingTables.number(beneficiaries.herfindahl()),
                Message.of("REPORT-FUNDING-HERFINDAHL-NOTE")));
        return new KeyFigures(figures);
    }

    private Message period() {
        int years = picture.evolution().size();
        return years == 0
                ? Message.of("REPORT-FUNDING-NO-YEAR")
                : Message.of(
                        "REPORT-FUNDING-PERIOD",
                        Integer.toString(picture.evolution().get(0).year()),
                        Integer.toString(picture.evolution().get(years - 1).year()));
    }

    /** The amount that the query does not count, where it differs. */
    private @Nullable Message otherAmount() {
        boolean published = picture.query().basis() == AmountBasis.PUBLISHED;
        AmountBasis other = published ? AmountBasis.ATTRIBUTED : AmountBasis.PUBLISHED;
        Money amount = published ? picture.attributed() : picture.published();
        return picture.published().equals(picture.attributed())
                ? null
                : Message.of("REPORT-FUNDING-OTHER-AMOUNT", other.label(), amount);
    }

    private List<Explanation> explanations() {
        List<Explanation> trees = new ArrayList<>();
        trees.add(picture.total());
        trees.addAll(picture.ofBeneficiaries().figures());
        trees.addAll(picture.ofFunders().figures());
        return trees;
    }
}
