package org.subsidia.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.dependence.FunderShares;
import org.subsidia.dependence.FunderView;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.OperatingItem;
import org.subsidia.dependence.Party;
import org.subsidia.dependence.PortfolioFigures;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Structure;

/** The public funding of one year by authority, for the annex of the accounts. */
final class FundingNote {
    private static final List<OperatingItem> ITEMS = List.of(
            OperatingItem.CONCOURS_PUBLICS,
            OperatingItem.SUBSIDIES,
            OperatingItem.INVESTMENT_SHARES,
            OperatingItem.DEDICATED_FUNDS,
            OperatingItem.IN_KIND_PUBLIC);

    private final Documents of;
    private final Structure structure;
    private final OperatingFigures figures;
    private final FunderShares payers;
    private final FunderShares origins;

    FundingNote(Documents of, Structure structure, int year) {
        this.of = of;
        this.structure = structure;
        this.figures = new PortfolioFigures(of.portfolio(), of.laws(), of.day()).of(structure, year);
        this.payers = FunderShares.of(figures, FunderView.PAYER);
        this.origins = FunderShares.of(figures, FunderView.ORIGIN);
    }

    Report report() {
        String year = Integer.toString(figures.year());
        List<Explanation> why = new ArrayList<>(List.of(payers.total()));
        ITEMS.forEach(item -> why.add(figures.item(item)));
        why.addAll(payers.parties().values());
        Binder binder = new Binder()
                .add(Section.of(
                        "authorities",
                        Message.of("REPORT-DOC-AUTHORITIES"),
                        new Paragraph(Message.of(
                                "REPORT-DOC-NOTE-INTRO", year, figures.basis().label())),
                        authorities("authorities", payers)));
        if (!origins.parties().equals(payers.parties())) {
            binder.add(Section.of(
                    "origins",
                    Message.of("REPORT-DOC-ORIGINS"),
                    new Paragraph(Message.of("REPORT-DOC-ORIGINS-INTRO")),
                    authorities("origins", origins)));
            why.addAll(origins.parties().values());
        }
        GrantListQuery query =
                new GrantListQuery(of.day(), structure.id(), null, null, figures.year(), GrantListQuery.Sort.FUNDER);
        Report report = binder.add(Section.of("items", Message.of("REPORT-DOC-ITEMS"), items()))
                .add(Section.of(
                        "grants",
                        Message.of("REPORT-DOC-GRANTS-OF", year),
                        of.grants(
                                query,
                                "funder",
                                "purpose",
                                "reference",
                                "convention",
                                "awarded",
                                "received",
                                "remaining")))
                .explain(why)
                .bind("fundingNote", Message.of("REPORT-DOC-NOTE", year), Words.verbatim(structure.name()), of.day());
        return report;
    }

    /** What each authority gives; what is known of a year that is not wholly known stands beside the reason why. */
    private static Table authorities(String id, FunderShares shares) {
        Map<Party, Explanation> parties = new LinkedHashMap<>(shares.parties());
        Money known = Amounts.of(shares.total()).orElse(Money.zero(CurrencyUnit.EUR));
        boolean whole = shares.total().value().isKnown();
        List<List<Cell>> rows = new ArrayList<>();
        parties.forEach((party, sum) -> rows.add(List.of(
                Cell.of(party.label()),
                Cell.of(party.level().label()),
                Cell.of(sum.value()),
                whole
                        ? Amounts.of(sum)
                                .map(amount -> Cell.share(amount, known))
                                .orElse(Cell.EMPTY)
                        : Cell.of(shares.total().value()))));
        Cell total = Cell.of(shares.total().value());
        return new Table(
                id,
                Message.of("REPORT-DOC-AUTHORITIES-OF", shares.view().label()),
                List.of(
                        Binder.column("authority", Column.Type.TEXT),
                        Binder.column("level", Column.Type.TEXT),
                        Binder.column("amount", Column.Type.MONEY),
                        Binder.column("share", Column.Type.SHARE).of("amount", null)),
                rows,
                List.of(
                        Cell.of(Message.of("REPORT-TOTAL")),
                        Cell.EMPTY,
                        total,
                        whole ? Cell.share(known, known) : total));
    }

    private Table items() {
        return new Table(
                "items",
                Message.of("REPORT-DOC-ITEMS"),
                List.of(Binder.column("item", Column.Type.TEXT), Binder.column("amount", Column.Type.MONEY)),
                ITEMS.stream()
                        .map(item -> List.of(
                                Cell.of(item.label()),
                                Cell.of(figures.item(item).value())))
                        .toList(),
                null);
    }
}
