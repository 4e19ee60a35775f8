package org.subsidia.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.CalendarOptions;
import org.subsidia.calendar.EventKind;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.schedule.PaymentSchedule;
import org.subsidia.portfolio.schedule.ScheduleEngine;

/**
 * What guards test: a portfolio under a law on a day. Immutable; each {@code with…} is another context.
 *
 * <p>Guards take structures and grants from here, not from the portfolio, so that a context may be narrowed to one structure.
 */
public final class GuardContext {
    private final Portfolio portfolio;
    private final LawBase lawBase;
    private final LocalDate today;
    private final GuardOptions options;
    private final @Nullable PublishedGrants published;
    private final @Nullable StructureId only;
    private final List<AccountsEvidence> accounts;
    private volatile @Nullable Map<StructureId, List<BudgetLine>> budgets;
    private volatile @Nullable Map<GrantId, List<CalendarEvent>> events;

    private GuardContext(
            Portfolio portfolio,
            LawBase lawBase,
            LocalDate today,
            GuardOptions options,
            @Nullable PublishedGrants published,
            @Nullable StructureId only,
            List<AccountsEvidence> accounts) {
        this.portfolio = portfolio;
        this.lawBase = lawBase;
        this.today = today;
        this.options = options;
        this.published = published;
        this.only = only;
        this.accounts = List.copyOf(accounts);
    }

    /**
     * A portfolio under a law on a day, with the usual options.
     *
     * @param portfolio what is tested
     * @param lawBase the law, whose rules are taken as at the day that each rule asks for
     * @param today the day
     * @return the context
     */
    public static GuardContext of(Portfolio portfolio, LawBase lawBase, LocalDate today) {
        return new GuardContext(portfolio, lawBase, today, GuardOptions.USUAL, null, null, List.of());
    }

    /**
     * The same with other options.
     *
     * @param other the options
     * @return the context
     */
    public GuardContext with(GuardOptions other) {
        return new GuardContext(portfolio, lawBase, today, other, published, only, accounts);
    }

    /**
     * The same with what funders have published.
     *
     * @param data the published grants
     * @return the context
     */
    public GuardContext with(PublishedGrants data) {
        return new GuardContext(portfolio, lawBase, today, options, data, only, accounts);
    }

    /**
     * The same with what the accounts of structures showed.
     *
     * @param evidence one for each reading of accounts
     * @return the context
     */
    public GuardContext with(List<AccountsEvidence> evidence) {
        return new GuardContext(portfolio, lawBase, today, options, published, only, evidence);
    }

    /**
     * The same for one structure.
     *
     * @param structure its id
     * @return the context
     */
    public GuardContext only(StructureId structure) {
        return new GuardContext(portfolio, lawBase, today, options, published, structure, accounts);
    }

    /** {@return the whole portfolio, for looking up what a record names} */
    public Portfolio portfolio() {
        return portfolio;
    }

    /** {@return the law of all days} */
    public LawBase lawBase() {
        return lawBase;
    }

    /**
     * The law of a day.
     *
     * @param day the day
     * @return the law
     */
    public Law lawAt(LocalDate day) {
        return lawBase.at(day);
    }

    /** {@return the day} */
    public LocalDate today() {
        return today;
    }

    /** {@return what the user set} */
    public GuardOptions options() {
        return options;
    }

    /** {@return what funders have published, if it was read} */
    public Optional<PublishedGrants> published() {
        return Optional.ofNullable(published);
    }

    /** {@return what the accounts of structures showed; none where no accounts were read} */
    public List<AccountsEvidence> accounts() {
        return accounts;
    }

    /** {@return whether all structures are tested, not one alone} */
    public boolean isWhole() {
        return only == null;
    }

    /** {@return the structures to test, by id} */
    public List<Structure> structures() {
        StructureId one = only;
        return one == null
                ? portfolio.structures()
                : portfolio.structure(one).stream().toList();
    }

    /** {@return the grants to test, by id} */
    public List<Grant> grants() {
        StructureId one = only;
        return one == null ? portfolio.grants() : portfolio.grantsOf(one);
    }

    /**
     * The funder that a grant names.
     *
     * @param id its id, or null where the grant names none
     * @return the funder, if it is named and known
     */
    public Optional<Funder> funder(@Nullable FunderId id) {
        return id == null ? Optional.empty() : portfolio.funder(id);
    }

    /**
     * The budget lines of a structure, all years.
     *
     * @param structure its id
     * @return the lines by id
     */
    public List<BudgetLine> budget(StructureId structure) {
        Map<StructureId, List<BudgetLine>> index = budgets;
        if (index == null) {
            index = new HashMap<>();
            for (BudgetLine line : portfolio.budgetLines()) {
                index.computeIfAbsent(line.structure(), id -> new ArrayList<>()).add(line);
            }
            budgets = index;
        }
        return index.getOrDefault(structure, List.of());
    }

    /**
     * The days that the calendar derives from a grant.
     *
     * @param grant its id
     * @param kind which events
     * @return the events by day
     */
    public List<CalendarEvent> events(GrantId grant, EventKind kind) {
        Map<GrantId, List<CalendarEvent>> index = events;
        if (index == null) {
            index = new HashMap<>();
            CalendarOptions plain = CalendarOptions.STANDARD.withoutBudgetSeason();
            for (CalendarEvent event :
                    GrantCalendar.of(portfolio, lawBase, today, plain).events()) {
                GrantId of = event.grant();
                if (of != null) {
                    index.computeIfAbsent(of, id -> new ArrayList<>()).add(event);
                }
            }
            events = index;
        }
        return index.getOrDefault(grant, List.of()).stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }

    /**
     * The payment schedule of a grant on the day.
     *
     * @param grant a grant of the portfolio
     * @return the schedule, made anew each time: those of all grants together would fill the memory
     */
    public PaymentSchedule schedule(Grant grant) {
        return ScheduleEngine.of(portfolio, grant, today);
    }
}
