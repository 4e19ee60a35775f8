package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.Structure;
import org.subsidia.stateaid.Transparency;
import org.subsidia.territory.Nuts;
import org.subsidia.territory.Region;

/** Individual aid with the columns of the Commission's transparency register (regulation 651/2014, annex III; TAM). */
public final class TransparencyReport {
    private static final int NUTS_2 = 2;

    private TransparencyReport() {}

    /**
     * The table.
     *
     * @param duties the awards that have to be published
     * @param portfolio where their structures and funders are
     * @return one row an award; what the portfolio does not know is unknown, with the reason
     */
    public static Table table(List<Transparency.Duty> duties, Portfolio portfolio) {
        return new Table(
                "transparency",
                Message.of("REPORT-TAM"),
                List.of(
                        text("aidMeasure"),
                        text("beneficiaryName"),
                        text("beneficiaryId"),
                        text("beneficiaryType"),
                        text("region"),
                        text("sector"),
                        text("instrument"),
                        text("objective"),
                        Column.of("awardDate", Column.Type.DATE, header("awardDate")),
                        text("currency"),
                        Column.of("nominalAmount", Column.Type.MONEY, header("nominalAmount")),
                        Column.of("aidElement", Column.Type.MONEY, header("aidElement")),
                        text("grantingAuthority"),
                        Column.of("publishBy", Column.Type.DATE, header("publishBy"))),
                duties.stream().map(duty -> row(duty, portfolio)).toList(),
                null);
    }

    private static Column text(String name) {
        return Column.of(name, Column.Type.TEXT, header(name));
    }

    private static Message header(String name) {
        return Message.of("REPORT-TAM-" + code(name));
    }

    /** {@code awardDate} is AWARD-DATE. */
    private static String code(String name) {
        return name.replaceAll("([A-Z])", "-$1").toUpperCase(Locale.ROOT);
    }

    private static List<Cell> row(Transparency.Duty duty, Portfolio portfolio) {
        Grant grant = duty.award().grant();
        Regime regime = duty.award().regime();
        Optional<Structure> structure = portfolio.structure(grant.structure());
        Optional<Money> nominal = grant.amount(AmountStage.AWARDED).or(() -> grant.amount(AmountStage.CONVENTION));
        List<Cell> row = new ArrayList<>();
        row.add(known(regime == null ? null : regime.number(), "aidMeasure"));
        row.add(known(structure.map(Structure::name).orElse(null), "beneficiaryName"));
        row.add(known(
                structure
                        .map(one -> one.siren() == null ? one.siret() : one.siren())
                        .orElse(null),
                "beneficiaryId"));
        row.add(unknown("beneficiaryType"));
        row.add(known(region(duty, structure).orElse(null), "region"));
        row.add(known(structure.map(Structure::activity).orElse(null), "sector"));
        row.add(Cell.of(Message.of("AID-FORM-" + grant.form().name().replace('_', '-'))));
        row.add(known(regime == null ? null : regime.article(), "objective"));
        LocalDate day = duty.award().day();
        row.add(day == null ? unknown("awardDate") : Cell.of(day));
        row.add(Cell.of("EUR"));
        row.add(nominal.map(Cell::of).orElseGet(() -> unknown("nominalAmount")));
        Money aid = duty.award().amount();
        row.add(aid == null ? unknown("aidElement") : Cell.of(aid));
        row.add(known(authority(grant, portfolio).orElse(null), "grantingAuthority"));
        row.add(Cell.of(duty.due()));
        return row;
    }

    /** The NUTS 2 unit of the seat, where its region has only one. */
    private static Optional<String> region(Transparency.Duty duty, Optional<Structure> structure) {
        LocalDate day = duty.award().day();
        if (day == null) {
            return Optional.empty();
        }
        return structure
                .flatMap(one -> one.regionOn(day))
                .flatMap(Region::find)
                .map(region -> region.nuts().stream()
                        .filter(nuts -> nuts.level() == NUTS_2 && nuts.isCurrent())
                        .map(Nuts::code)
                        .toList())
                .filter(codes -> codes.size() == 1)
                .map(codes -> codes.get(0));
    }

    private static Optional<String> authority(Grant grant, Portfolio portfolio) {
        return Optional.ofNullable(grant.decisionMaker())
                .or(() -> Optional.ofNullable(grant.payer()))
                .flatMap((FunderId id) -> portfolio.funder(id))
                .map(Funder::name);
    }

    private static Cell known(@Nullable String value, String field) {
        return value == null ? unknown(field) : Cell.of(value);
    }

    private static Cell unknown(String field) {
        return new Cell.Unknown(Message.of("REPORT-TAM-LACKS", header(field)));
    }

    /**
     * What the portfolio does not know of the awards, one finding an award.
     *
     * @param duties the awards
     * @param portfolio where their structures and funders are
     * @return warnings, each at its grant
     */
    public static List<Finding> missing(List<Transparency.Duty> duties, Portfolio portfolio) {
        List<Finding> findings = new ArrayList<>();
        Table table = table(duties, portfolio);
        for (int i = 0; i < duties.size(); i++) {
            List<Cell> row = table.rows().get(i);
            List<Message> lacking = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                if (row.get(column) instanceof Cell.Unknown) {
                    lacking.add(table.columns().get(column).header());
                }
            }
            String id = duties.get(i).award().grant().id().value();
            lacking.stream()
                    .reduce((a, b) -> Message.of("AID-LIST", a, b))
                    .ifPresent(fields ->
                            findings.add(Finding.warning(Place.record(id), "REPORT-TAM-MISSING", id, fields)));
        }
        return findings;
    }
}
