package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.subsidia.cofinancing.DecommitmentRisk;
import org.subsidia.cofinancing.ProgrammeDecommitment;
import org.subsidia.cofinancing.TrancheCover;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;

/** Which European money lapses unless it is claimed in time. */
public final class DecommitmentReport {
    private DecommitmentReport() {}

    /**
     * The report of a risk.
     *
     * @param risk the risk of the grants shown
     * @param programme the tranches of their programme; null: its money was not given
     * @param share the part of the programme's loss that falls on these grants; null: the programme was not given
     * @param name what the portfolio is called
     * @param asOf the day of looking
     * @return the report; its table {@code tranches} has a row a tranche of a grant, {@code programme} one a tranche of the
     *     programme
     */
    public static Report of(
            DecommitmentRisk risk,
            @Nullable ProgrammeDecommitment programme,
            @Nullable Explanation share,
            String name,
            LocalDate asOf) {
        List<Section> sections = new ArrayList<>();
        List<Explanation> trees = new ArrayList<>(List.of(risk.amount()));
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(new KeyFigure(
                "risk", risk.amount().label(), Cell.of(risk.amount().value()), null));
        if (share != null) {
            figures.add(new KeyFigure("share", share.label(), Cell.of(share.value()), null));
            trees.add(share);
        }
        sections.add(Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), new KeyFigures(figures)));
        sections.add(
                risk.covers().isEmpty()
                        ? Section.of(
                                "none",
                                Message.of("COFI-REPORT-RISK-TRANCHES"),
                                new Paragraph(Message.of("COFI-REPORT-RISK-NONE")))
                        : Section.of("tranches", Message.of("COFI-REPORT-RISK-TRANCHES"), tranches(risk)));
        for (TrancheCover cover : risk.covers()) {
            trees.add(cover.open());
            trees.add(cover.tranche().reason());
        }
        if (programme != null) {
            sections.add(Section.of("programme", Message.of("COFI-REPORT-RISK-PROGRAMME"), programme(programme)));
            programme.tranches().forEach(row -> trees.add(row.loss()));
        }
        sections.add(Section.of("explanations", Message.of("REPORT-EXPLANATIONS"), new Explanations(trees)));
        return new Report("decommitment", Message.of("COFI-REPORT-RISK-TITLE"), Words.verbatim(name), asOf, sections);
    }

    private static Table tranches(DecommitmentRisk risk) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TrancheCover cover : risk.covers()) {
            rows.add(List.of(
                    Cell.of(cover.grant().id().value()),
                    Cell.of(Integer.toString(cover.tranche().year())),
                    Cell.of(cover.target().value()),
                    Cell.of(cover.covered().value()),
                    Cell.of(cover.open().value()),
                    cover.claimBy().map(day -> Cell.of(day.date())).orElse(Cell.EMPTY),
                    Cell.of(cover.tranche().date()),
                    cover.coveredOn() == null ? Cell.EMPTY : Cell.of(cover.coveredOn())));
        }
        return new Table(
                "tranches",
                Message.of("COFI-REPORT-RISK-TRANCHES"),
                List.of(
                        column("record", Column.Type.TEXT),
                        column("tranche", Column.Type.TEXT),
                        column("committed", Column.Type.MONEY),
                        column("claimed", Column.Type.MONEY),
                        column("open", Column.Type.MONEY),
                        column("claimBy", Column.Type.DATE),
                        column("day", Column.Type.DATE),
                        column("covered", Column.Type.DATE)),
                rows,
                null);
    }

    private static Table programme(ProgrammeDecommitment programme) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ProgrammeDecommitment.Row row : programme.tranches()) {
            rows.add(List.of(
                    Cell.of(Integer.toString(row.tranche().year())),
                    Cell.of(row.tranche().date()),
                    Cell.of(row.target().value()),
                    Cell.of(row.covered().value()),
                    Cell.of(row.loss().value())));
        }
        return new Table(
                "programme",
                Message.of("COFI-REPORT-RISK-PROGRAMME"),
                List.of(
                        column("tranche", Column.Type.TEXT),
                        column("day", Column.Type.DATE),
                        column("target", Column.Type.MONEY),
                        column("sent", Column.Type.MONEY),
                        column("loss", Column.Type.MONEY)),
                rows,
                null);
    }

    private static Column column(String name, Column.Type type) {
        return Column.of(name, type, Message.of("COFI-COLUMN-" + name.toUpperCase(Locale.ROOT)));
    }
}
