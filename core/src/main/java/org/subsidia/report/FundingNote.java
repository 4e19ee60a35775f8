package org.subsidia.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
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
    private final @Nullable NoteAccounts accounts;

    FundingNote(Documents of, Structure structure, int year, @Nullable NoteAccounts accounts) {
        this.accounts = accounts;
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
        NoteAccounts booked = accounts;
        if (booked != null) {
            beside(binder, booked, why);
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

    /** The accounts beside the portfolio; a difference by item and by authority, and by grant where it comes from. */
    private void beside(Binder binder, NoteAccounts booked, List<Explanation> why) {
        List<List<Cell>> items = new ArrayList<>();
        for (OperatingItem item : ITEMS) {
            Explanation difference = Amounts.difference(
                    Message.of("REPORT-DOC-DIFFERENCE", item.label()),
                    booked.figures().item(item),
                    figures.item(item));
            items.add(besides(Cell.of(item.label()), booked.figures().item(item), figures.item(item), difference));
            why.add(difference);
        }
        FunderShares theirs = FunderShares.of(booked.figures(), FunderView.PAYER);
        Map<String, Party> parties = new LinkedHashMap<>();
        payers.parties().keySet().forEach(party -> parties.put(party.id(), party));
        theirs.parties().keySet().forEach(party -> parties.putIfAbsent(party.id(), party));
        List<List<Cell>> authorities = new ArrayList<>();
        for (Party party : parties.values()) {
            Explanation difference = Amounts.difference(
                    Message.of("REPORT-DOC-DIFFERENCE", party.label()), theirs.amountOf(party), payers.amountOf(party));
            authorities.add(
                    besides(Cell.of(party.label()), theirs.amountOf(party), payers.amountOf(party), difference));
            why.add(difference);
        }
        binder.add(Section.of(
                        "accounts",
                        Message.of("REPORT-DOC-ACCOUNTS"),
                        new Paragraph(Message.of(
                                "REPORT-DOC-ACCOUNTS-INTRO",
                                booked.grants().books().name(),
                                booked.grants().books().closing())),
                        beside("accountItems", "item", "REPORT-DOC-ACCOUNTS-ITEMS", items),
                        beside("accountAuthorities", "authority", "REPORT-DOC-ACCOUNTS-AUTHORITIES", authorities)))
                .part(Message.of("REPORT-DOC-ACCOUNTS-WHY"), differences(booked), "income", "unresolved", "findings");
    }

    /** What the report of the accounts says of each grant, in the columns that a page holds. */
    private Report differences(NoteAccounts booked) {
        Report all = AccountsReport.grants(List.of(booked.grants()), booked.findings(), of.day());
        List<Section> sections = all.sections().stream()
                .map(section -> new Section(
                        section.id(),
                        section.heading(),
                        section.blocks().stream().map(FundingNote::narrow).toList()))
                .toList();
        return new Report(all.id(), all.title(), all.subtitle(), all.asOf(), sections);
    }

    private static Block narrow(Block block) {
        if (block instanceof Table table) {
            return switch (table.id()) {
                case "income" -> differing(table.only(List.of("grant", "booked", "expected", "difference")));
                case "unresolved" -> table.only(List.of("line", "date", "account", "label", "amount", "reason"));
                default -> table;
            };
        }
        return block;
    }

    /** Grants of which accounts and portfolio say the same need no row. */
    private static Table differing(Table table) {
        int last = table.columns().size() - 1;
        return new Table(
                table.id(),
                table.caption(),
                table.columns(),
                table.rows().stream()
                        .filter(row -> !(row.get(last) instanceof Cell.Amount amount
                                && amount.money().isZero()))
                        .toList(),
                null);
    }

    private static List<Cell> besides(Cell label, Explanation booked, Explanation known, Explanation difference) {
        return List.of(label, Cell.of(booked.value()), Cell.of(known.value()), Cell.of(difference.value()));
    }

    private static Table beside(String id, String first, String caption, List<List<Cell>> rows) {
        return new Table(
                id,
                Message.of(caption),
                List.of(
                        Binder.column(first, Column.Type.TEXT),
                        Binder.column("booked", Column.Type.MONEY),
                        Binder.column("portfolio", Column.Type.MONEY),
                        Binder.column("difference", Column.Type.MONEY)),
                rows,
                null);
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
