package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.FunderDebt;
import org.subsidia.consumption.BudgetConsumption;
import org.subsidia.consumption.CategoryConsumption;
import org.subsidia.consumption.GrantConsumption;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;

/** Budget against actual: by grant, by cost category, by kind of budget line, and what will be lost if nothing changes. */
public final class ConsumptionReport {
    private ConsumptionReport() {}

    /**
     * What is shown.
     *
     * @param grants the grants, in the order of the rows
     * @param budget the lines of the structure’s year; empty where no single structure is looked at
     * @param debts of its grants at the end of that year; none: not looked at
     * @param year that year
     */
    public record Shown(
            List<GrantConsumption> grants, List<BudgetConsumption> budget, Optional<List<FunderDebt>> debts, int year) {
        /** Copies the lists. */
        public Shown {
            grants = List.copyOf(grants);
            budget = List.copyOf(budget);
            debts = debts.map(List::copyOf);
        }

        /** {@return how many grants there are, and which} */
        public Explanation count() {
            return Explanation.of(
                    Message.of("REPORT-CONS-OPEN"),
                    new Value.Quantity(BigDecimal.valueOf(grants.size()), Message.of("REPORT-CONS-UNIT-GRANTS")),
                    Step.CHOICE,
                    grants.stream()
                            .map(grant -> Explanation.leaf(
                                            Words.verbatim(grant.grant().purpose()),
                                            new Value.Statement(
                                                    grant.grant().state().label()))
                                    .withRecords(List.of(grant.grant().id().value())))
                            .toList());
        }

        /** {@return what was awarded, grant by grant} */
        public Explanation awarded() {
            return total("REPORT-CONS-COLUMN-AWARDED", GrantConsumption::awarded);
        }

        /** {@return what was paid, grant by grant} */
        public Explanation paid() {
            return total("REPORT-CONS-COLUMN-PAID", GrantConsumption::paid);
        }

        /** {@return what will be lost if nothing changes, grant by grant; grants of which it is not known are left out} */
        public Explanation lostAtEnd() {
            return total("REPORT-CONS-COLUMN-LOSTATEND", GrantConsumption::lostAtEnd);
        }

        private Explanation total(String code, Function<GrantConsumption, Explanation> figure) {
            Message label = Message.of(code);
            List<Explanation> parts = grants.stream()
                    .map(grant -> of(grant, figure.apply(grant)))
                    .filter(part -> Amounts.of(part).isPresent())
                    .toList();
            Set<CurrencyUnit> currencies = parts.stream()
                    .flatMap(part -> Amounts.of(part).stream())
                    .map(Money::getCurrencyUnit)
                    .collect(Collectors.toSet());
            return currencies.size() == 1
                    ? Amounts.sum(label, currencies.iterator().next(), parts)
                    : Explanation.of(
                            label,
                            new Value.Unknown(
                                    Message.of(currencies.isEmpty() ? "REPORT-CONS-NONE" : "GRANT-REPORT-CURRENCIES")),
                            Step.CHOICE,
                            parts);
        }

        /** {@return the debts that are open, in the order of the rows} */
        public List<FunderDebt> openDebts() {
            return DebtTable.open(debts.orElse(List.of()));
        }
    }

    /**
     * The report.
     *
     * @param shown the figures
     * @param portfolio knows names
     * @param subject what it is about
     * @param asOf the day at which it holds
     * @return the report
     */
    public static Report of(Shown shown, Portfolio portfolio, String subject, LocalDate asOf) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), keyFigures(shown)));
        sections.add(Section.of("costs", Message.of("REPORT-CONS-COSTS"), costs(shown.grants())));
        sections.add(Section.of("money", Message.of("REPORT-CONS-MONEY"), money(shown, portfolio)));
        sections.add(Section.of(
                "losses",
                Message.of("REPORT-CONS-LOSSES"),
                new Paragraph(Message.of("REPORT-CONS-LOSSES-INTRO")),
                losses(shown.grants())));
        sections.add(Section.of("categories", Message.of("REPORT-CONS-CATEGORIES"), categories(shown.grants())));
        if (!shown.budget().isEmpty()) {
            sections.add(Section.of(
                    "budget",
                    Message.of("REPORT-CONS-BUDGET", Integer.toString(shown.year())),
                    budget(shown.budget(), shown.year())));
        }
        shown.debts()
                .ifPresent(debts -> sections.add(DebtTable.section(
                        debts, portfolio, Message.of("REPORT-ACC-DEBTS-OF", Integer.toString(shown.year())))));
        sections.add(
                Section.of("explanations", Message.of("REPORT-EXPLANATIONS"), new Explanations(explanations(shown))));
        return new Report("consumption", Message.of("REPORT-CONS-TITLE"), Words.verbatim(subject), asOf, sections);
    }

    private static KeyFigures keyFigures(Shown shown) {
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(new KeyFigure(
                "grants", Message.of("REPORT-CONS-OPEN"), Cell.of(shown.grants().size()), null));
        figures.add(figure("awarded", shown.awarded(), null));
        figures.add(figure("paid", shown.paid(), null));
        long unknown = shown.grants().stream()
                .filter(grant -> !grant.lostAtEnd().value().isKnown())
                .count();
        figures.add(figure(
                "lostAtEnd", shown.lostAtEnd(), unknown == 0 ? null : Message.of("REPORT-CONS-NOT-TOLD", unknown)));
        return new KeyFigures(figures);
    }

    private static KeyFigure figure(String id, Explanation figure, @Nullable Message note) {
        return new KeyFigure(id, figure.label(), Cell.of(figure.value()), note);
    }

    private static Column column(String name, Column.Type type) {
        return Column.of(name, type, Message.of("REPORT-CONS-COLUMN-" + name.toUpperCase(Locale.ROOT)));
    }

    private static Cell structure(GrantConsumption consumption, Portfolio portfolio) {
        return Cell.of(portfolio
                .structure(consumption.grant().structure())
                .map(Structure::name)
                .orElse(consumption.grant().structure().value()));
    }

    private static Cell funder(GrantConsumption consumption, Portfolio portfolio) {
        return consumption.grant().funders().stream()
                .findFirst()
                .map(id -> Cell.of(portfolio.funder(id).map(Funder::name).orElse(id.value())))
                .orElse(Cell.EMPTY);
    }

    private static List<Column> named(Column... others) {
        List<Column> columns = new ArrayList<>(List.of(column("grant", Column.Type.TEXT)));
        columns.addAll(List.of(others));
        return columns;
    }

    private static List<Cell> row(GrantConsumption grant, Explanation... figures) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(grant.grant().id().value())));
        for (Explanation figure : figures) {
            row.add(Cell.of(figure.value()));
        }
        return row;
    }

    private static Table costs(List<GrantConsumption> grants) {
        return new Table(
                "costs",
                Message.of("REPORT-CONS-COSTS"),
                named(
                        column("budget", Column.Type.MONEY),
                        column("spent", Column.Type.MONEY),
                        column("claimed", Column.Type.MONEY),
                        column("certified", Column.Type.MONEY),
                        column("consumed", Column.Type.SHARE).of("spent", "budget"),
                        column("elapsed", Column.Type.SHARE)),
                grants.stream()
                        .map(grant -> row(
                                grant,
                                grant.budget(),
                                grant.spent(),
                                grant.claimed(),
                                grant.certified(),
                                grant.consumed(),
                                grant.elapsed()))
                        .toList(),
                null);
    }

    private static Table money(Shown shown, Portfolio portfolio) {
        List<GrantConsumption> grants = shown.grants();
        List<Cell> sums = new ArrayList<>(List.of(Cell.of(Message.of("REPORT-TOTAL")), Cell.EMPTY, Cell.EMPTY));
        sums.add(Cell.of(shown.awarded().value()));
        sums.add(Cell.EMPTY);
        sums.add(Cell.of(shown.paid().value()));
        return new Table(
                "money",
                Message.of("REPORT-CONS-MONEY"),
                named(
                        column("structure", Column.Type.TEXT),
                        column("funder", Column.Type.TEXT),
                        column("awarded", Column.Type.MONEY),
                        column("committed", Column.Type.MONEY),
                        column("paid", Column.Type.MONEY)),
                grants.stream()
                        .map(grant -> {
                            List<Cell> row = row(grant, grant.awarded(), grant.committed(), grant.paid());
                            row.addAll(1, List.of(structure(grant, portfolio), funder(grant, portfolio)));
                            return row;
                        })
                        .toList(),
                grants.isEmpty() ? null : sums);
    }

    private static Table losses(List<GrantConsumption> grants) {
        return new Table(
                "losses",
                Message.of("REPORT-CONS-LOSSES"),
                named(
                        column("expected", Column.Type.MONEY),
                        column("lostAtEnd", Column.Type.MONEY),
                        column("overCap", Column.Type.MONEY),
                        column("tranche", Column.Type.DATE),
                        column("lostByTranche", Column.Type.MONEY)),
                grants.stream()
                        .map(grant -> {
                            List<Cell> row = row(grant, grant.expected(), grant.lostAtEnd(), grant.overCap());
                            row.add(grant.nextTranche().map(Cell::of).orElse(Cell.EMPTY));
                            row.add(
                                    grant.nextTranche().isPresent()
                                            ? Cell.of(grant.lostByTranche().value())
                                            : Cell.EMPTY);
                            return row;
                        })
                        .toList(),
                null);
    }

    private static Table categories(List<GrantConsumption> grants) {
        List<List<Cell>> rows = new ArrayList<>();
        for (GrantConsumption grant : grants) {
            for (CategoryConsumption category : grant.categories()) {
                List<Cell> row =
                        new ArrayList<>(List.of(Cell.of(grant.grant().id().value()), Cell.of(category.category())));
                for (Explanation figure : List.of(
                        category.budget(),
                        category.spent(),
                        category.accepted(),
                        category.rejected(),
                        category.rate())) {
                    row.add(Cell.of(figure.value()));
                }
                rows.add(row);
            }
        }
        return new Table(
                "categories",
                Message.of("REPORT-CONS-CATEGORIES"),
                List.of(
                        column("grant", Column.Type.TEXT),
                        column("category", Column.Type.TEXT),
                        column("budget", Column.Type.MONEY),
                        column("spent", Column.Type.MONEY),
                        column("accepted", Column.Type.MONEY),
                        column("rejected", Column.Type.MONEY),
                        column("consumed", Column.Type.SHARE)),
                rows,
                null);
    }

    private static Table budget(List<BudgetConsumption> kinds, int year) {
        return new Table(
                "budget",
                Message.of("REPORT-CONS-BUDGET", Integer.toString(year)),
                List.of(
                        column("kind", Column.Type.TEXT),
                        column("planned", Column.Type.MONEY),
                        column("revised", Column.Type.MONEY),
                        column("actual", Column.Type.MONEY),
                        column("consumed", Column.Type.SHARE)),
                kinds.stream()
                        .map(kind -> List.of(
                                Cell.of(Message.of("MAP-CHOICE-BUDGETKIND-"
                                        + kind.kind().name().replace('_', '-'))),
                                Cell.of(kind.planned().value()),
                                Cell.of(kind.revised().value()),
                                Cell.of(kind.actual().value()),
                                Cell.of(kind.rate().value())))
                        .toList(),
                null);
    }

    private static List<Explanation> explanations(Shown shown) {
        List<Explanation> trees = new ArrayList<>();
        for (GrantConsumption grant : shown.grants()) {
            for (Explanation figure : List.of(grant.consumed(), grant.elapsed(), grant.lostAtEnd(), grant.overCap())) {
                trees.add(of(grant, figure));
            }
            Optional.of(grant.lostByTranche())
                    .filter(lost -> grant.nextTranche().isPresent())
                    .ifPresent(lost -> trees.add(of(grant, lost)));
        }
        shown.budget().forEach(kind -> trees.add(kind.rate()));
        shown.openDebts()
                .forEach(debt -> trees.add(Amounts.same(
                        Message.of(
                                "REPORT-DEP-OF",
                                debt.amount().label(),
                                debt.grant().id().value()),
                        debt.amount())));
        return trees;
    }

    private static Explanation of(GrantConsumption grant, Explanation figure) {
        return Amounts.same(
                Message.of("REPORT-DEP-OF", figure.label(), grant.grant().id().value()), figure);
    }
}
