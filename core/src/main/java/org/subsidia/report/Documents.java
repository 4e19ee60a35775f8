package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subsidia.calendar.CalendarOptions;
import org.subsidia.calendar.EventFilter;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.check.Checked;
import org.subsidia.check.Guards;
import org.subsidia.cofinancing.Cofinancing;
import org.subsidia.consumption.BudgetConsumption;
import org.subsidia.consumption.Consumption;
import org.subsidia.consumption.GrantConsumption;
import org.subsidia.finding.Message;
import org.subsidia.io.mapping.PortfolioTable;
import org.subsidia.io.mapping.TableField;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.StructureId;
import org.subsidia.transfer.Simulation;

/**
 * Documents to be handed over: what several rooms say of one portfolio on one day, bound into one report with its legal texts and
 * explanations as annexes.
 *
 * @param portfolio what is known
 * @param laws the law
 * @param guards what the portfolio is checked by
 * @param day the day at which all of it holds
 * @param name what the portfolio is called
 */
public record Documents(Portfolio portfolio, LawBase laws, Guards guards, LocalDate day, String name) {
    private static final int MONTHS = 12;

    /**
     * The funding file of a structure, for its board: who it is, its grants, what is due, its cash, its dependence, what it may
     * lose, and what is wrong.
     *
     * @param id a structure of the portfolio
     * @return the document
     */
    public Report structureFile(StructureId id) {
        return new StructureFile(this, portfolio.structure(id).orElseThrow()).report();
    }

    /**
     * The note of public funding by authority that goes with the accounts of a year.
     *
     * @param id a structure of the portfolio
     * @param year the accounting year, by the calendar year in which it ends
     * @return the document; its table {@code authorities} has a row an authority
     */
    public Report fundingNote(StructureId id, int year) {
        return new FundingNote(this, portfolio.structure(id).orElseThrow(), year, null).report();
    }

    /**
     * The same note with the accounts of the year beside the portfolio, and every difference named.
     *
     * @param id a structure of the portfolio
     * @param accounts its accounts of a year, and which line belongs to which grant
     * @return the document; its tables {@code accountItems} and {@code accountAuthorities} set both side by side
     */
    public Report fundingNote(StructureId id, NoteAccounts accounts) {
        return new FundingNote(
                        this,
                        portfolio.structure(id).orElseThrow(),
                        accounts.figures().year(),
                        accounts)
                .report();
    }

    /**
     * A simulated transfer as a document: all of its report, with where its figures come from, those of the structures
     * that lose most one by one.
     *
     * @param simulation the run
     * @param extras what was worked out beside it
     * @return the document
     */
    public Report scenario(Simulation simulation, TransferReport.Extras extras) {
        return new ScenarioFile(this, simulation, extras).report();
    }

    /**
     * What a funder’s money did: to whom it went, how far it is used, which plans it is part of, what is due and what is wrong.
     *
     * @param id a funder of the portfolio
     * @return the document
     */
    public Report funderView(FunderId id) {
        return new FunderFile(this, portfolio.funder(id).orElseThrow()).report();
    }

    /** {@return what may go wrong in the portfolio: what breaks a rule, what is late, what will be lost} */
    public Report risks() {
        return new RiskList(this).report();
    }

    /** What is known of a record, a row a fact. */
    Table identity(TableKind kind, RecordId id) {
        PortfolioTable table = PortfolioTable.of(kind, portfolio);
        List<List<Cell>> facts = new ArrayList<>();
        for (List<Optional<Object>> row : table.rows()) {
            if (isOf(id, table, row)) {
                for (int i = 0; i < row.size(); i++) {
                    TableField field = table.fields().get(i);
                    row.get(i)
                            .ifPresent(
                                    value -> facts.add(List.of(Cell.of(field.label()), Cell.of(field.words(value)))));
                }
            }
        }
        return new Table(
                "identity",
                Message.of("REPORT-DOC-IDENTITY"),
                List.of(Binder.column("fact", Column.Type.TEXT), Binder.column("value", Column.Type.TEXT)),
                facts,
                null);
    }

    private static boolean isOf(RecordId id, PortfolioTable table, List<Optional<Object>> row) {
        for (int i = 0; i < row.size(); i++) {
            if (table.fields().get(i).id().equals("id")) {
                return row.get(i)
                        .map(String::valueOf)
                        .filter(id.value()::equals)
                        .isPresent();
            }
        }
        return false;
    }

    /** The grants of a question, these columns of the list. */
    Table grants(GrantListQuery query, String... columns) {
        return GrantListReport.of(portfolio, query, name)
                .table("grants")
                .orElseThrow()
                .only(List.of(columns));
    }

    /** What is late and what comes in the next months. */
    Report calendar(EventFilter filter) {
        return CalendarReport.narrow(events(filter).lateAndNext(MONTHS), portfolio, name);
    }

    GrantCalendar events(EventFilter filter) {
        return GrantCalendar.of(portfolio, laws, day, CalendarOptions.STANDARD.withoutBudgetSeason())
                .select(filter);
    }

    Consumption consumption() {
        return Consumption.of(portfolio, laws, day);
    }

    Report consumption(List<GrantConsumption> grants, List<BudgetConsumption> budget) {
        return ConsumptionReport.of(
                new ConsumptionReport.Shown(grants, budget, Optional.empty(), day.getYear()), portfolio, name, day);
    }

    /** The plans that these grants are part of; nothing where there is none. */
    Optional<Report> plans(List<Grant> grants) {
        Cofinancing all = Cofinancing.of(portfolio, grants, null, laws.at(day));
        return all.checks().isEmpty()
                ? Optional.empty()
                : Optional.of(CofinancingReport.of(all, null, null, null, name));
    }

    Report checks(List<Checked> found) {
        return CheckReport.of(found, name, day);
    }
}
