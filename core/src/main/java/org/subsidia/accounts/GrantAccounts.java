package org.subsidia.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.RollForward.Expected;
import org.subsidia.accounts.RollForward.Family;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.time.FiscalYear;

/**
 * The subsidies of a year grant by grant: roll-forwards of receivables, deferred income, dedicated funds and investment
 * subsidies, and the income, each beside what the portfolio makes expect.
 *
 * @param books the accounts
 * @param matches the lines and their grants
 * @param rolls by family and grant; the lines of no grant come last
 * @param incomes by grant; the lines of no grant come last
 * @param reconciliations by family: the balance of the ledger, and the grants, the unresolved lines and the rest that make it up
 * @param usual how grants for several years were divided that choose nothing themselves
 */
public record GrantAccounts(
        Books books,
        List<Match> matches,
        List<RollForward> rolls,
        List<BookedIncome> incomes,
        Map<Family, Explanation> reconciliations,
        IncomeSplit usual) {
    private static final Set<AccountRole> INCOME = Set.of(
            AccountRole.SUBSIDY,
            AccountRole.CONCOURS_PUBLIC,
            AccountRole.INVESTMENT_SHARE,
            AccountRole.DEDICATED_CHARGE,
            AccountRole.DEDICATED_RELEASE,
            AccountRole.SERVICE,
            AccountRole.FEE,
            AccountRole.FEE_WITHOUT_COUNTERPART,
            AccountRole.FEE_WITH_COUNTERPART,
            AccountRole.FINANCIAL_CONTRIBUTION);

    /** Copies the lists. */
    public GrantAccounts {
        matches = List.copyOf(matches);
        rolls = List.copyOf(rolls);
        incomes = List.copyOf(incomes);
        reconciliations = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reconciliations));
    }

    private static final Set<GrantState> GIVEN_UP = Set.of(GrantState.REFUSED, GrantState.CANCELLED);
    private static final Expected NOTHING = Expected.nothing();

    /** Sums of one grant, in cents. */
    private static final class Sums {
        private final @Nullable Grant grant;
        private final Map<Family, long[]> rolls = new EnumMap<>(Family.class);
        private final Map<AccountRole, Long> income = new EnumMap<>(AccountRole.class);

        Sums(@Nullable Grant grant) {
            this.grant = grant;
        }
    }

    /**
     * Rolls forward.
     *
     * @param books the accounts of a year
     * @param matches its lines and their grants
     * @param recognition of income
     * @return the accounts of each grant that has a line
     */
    public static GrantAccounts of(Books books, List<Match> matches, Recognition recognition) {
        return of(books, matches, recognition, List.of());
    }

    /**
     * Rolls forward, with the grants of which the accounts have no line though the portfolio makes expect one.
     *
     * @param books the accounts of a year
     * @param matches its lines and their grants
     * @param recognition of income
     * @param grants all grants of the structure
     * @return the accounts of each grant that has a line, or of which one was expected
     */
    public static GrantAccounts of(Books books, List<Match> matches, Recognition recognition, List<Grant> grants) {
        Map<String, Sums> byGrant = new TreeMap<>();
        grants.stream()
                .filter(grant -> !GIVEN_UP.contains(grant.state()))
                .forEach(grant -> byGrant.put(grant.id().value(), new Sums(grant)));
        Sums none = new Sums(null);
        for (Match match : matches) {
            Grant grant = match.grant();
            Sums sums =
                    grant == null ? none : byGrant.computeIfAbsent(grant.id().value(), id -> new Sums(grant));
            add(sums, match.posting(), books);
        }
        List<Sums> all = new ArrayList<>(byGrant.values());
        all.add(none);
        List<RollForward> rolls = new ArrayList<>();
        for (Family family : Family.values()) {
            for (Sums sums : all) {
                rolls.add(roll(sums, family, books, recognition));
            }
        }
        Map<Family, Explanation> reconciled = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            reconciled.put(family, reconciliation(family, rolls, matches, books));
        }
        return new GrantAccounts(
                books,
                matches,
                rolls.stream().filter(roll -> !roll.isEmpty()).toList(),
                incomes(all, rolls, books, recognition),
                reconciled,
                recognition.usual());
    }

    private static void add(Sums sums, Posting posting, Books books) {
        long cents = posting.line().cents();
        Family.of(posting.role()).ifPresent(family -> {
            long[] roll = sums.rolls.computeIfAbsent(family, key -> new long[4]);
            int column = column(posting, family, books);
            roll[column] = Math.addExact(roll[column], family.sign() * cents);
        });
        if (INCOME.contains(posting.role()) && !posting.entry().opening()) {
            sums.income.merge(posting.role(), -cents, Math::addExact);
        }
    }

    /** 0 opening, 1 increase, 2 cash, 3 decrease. */
    private static int column(Posting posting, Family family, Books books) {
        if (posting.entry().opening()) {
            return 0;
        }
        boolean cash = posting.entry().lines().stream()
                .anyMatch(line -> books.chart().role(line.account()) == AccountRole.CASH);
        if (family == Family.RECEIVABLE && cash) {
            return 2;
        }
        if (posting.role() == AccountRole.INVESTMENT_CARRIED) {
            return 3;
        }
        return family.sign() * posting.line().cents() >= 0 ? 1 : 3;
    }

    private static Money euros(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    private static RollForward roll(Sums sums, Family family, Books books, Recognition recognition) {
        long[] roll = sums.rolls.getOrDefault(family, new long[4]);
        return new RollForward(
                family,
                sums.grant,
                euros(roll[0]),
                euros(roll[1]),
                euros(roll[2]),
                euros(roll[3]),
                expected(sums.grant, family, books, recognition));
    }

    private static Expected expected(@Nullable Grant grant, Family family, Books books, Recognition recognition) {
        if (grant == null) {
            return Expected.unknown(Message.of("ACC-EXPECT-NO-GRANT"));
        }
        boolean investment = grant.spending() == SpendingKind.INVESTMENT;
        return switch (family) {
            case RECEIVABLE -> receivable(grant, books);
            case DEFERRED -> investment ? NOTHING : deferred(grant, books, recognition);
            case DEDICATED -> investment ? NOTHING : new DedicatedFunds(grant, recognition).expected(books.year());
            case INVESTMENT ->
                investment
                        ? carried(grant, books, recognition)
                        : grant.spending() == null
                                ? Expected.unknown(Message.of(
                                        "ACC-EXPECT-INVESTMENT", grant.id().value()))
                                : NOTHING;
        };
    }

    static boolean inEuros(Grant grant) {
        return grant.amounts().stream()
                        .allMatch(entry -> entry.amount().getCurrencyUnit().equals(CurrencyUnit.EUR))
                && grant.receipts().stream()
                        .allMatch(receipt -> receipt.amount().getCurrencyUnit().equals(CurrencyUnit.EUR));
    }

    /** Notified less received less reduced, before the year and in it. */
    private static Expected receivable(Grant grant, Books books) {
        if (grant.nature() == GrantNature.PUBLIC_CONTRACT
                || grant.nature() == GrantNature.MEMBERSHIP_FEE_OF_PUBLIC_BODY) {
            return Expected.unknown(Message.of(
                    "ACC-EXPECT-CUSTOMER", grant.id().value(), grant.nature().label()));
        }
        if (grant.dates().notification() == null) {
            return Expected.unknown(Message.of("ACC-NO-NOTIFICATION", grant.id().value()));
        }
        if (!inEuros(grant)) {
            return Expected.unknown(Message.of("ACC-NO-AWARD", grant.id().value()));
        }
        LocalDate before = books.first().minusDays(1);
        Explanation dueBefore = GrantRight.due(grant, before);
        Explanation due = GrantRight.due(grant, books.closing());
        Explanation awarded = Amounts.difference(
                Message.of("ACC-INCREASE-RECEIVABLE"),
                GrantRight.awarded(grant, books.closing()),
                GrantRight.awarded(grant, before));
        return new Expected(
                Amounts.difference(
                        Message.of("ACC-OPENING"),
                        dueBefore,
                        given("ACC-RECEIVED", received(grant, LocalDate.MIN, before), grant)),
                awarded,
                given(
                        "ACC-CASH",
                        received(grant, books.first(), books.closing()).negated(),
                        grant),
                Amounts.difference(Message.of("ACC-DECREASE-RECEIVABLE"), due, dueBefore, awarded));
    }

    /** What was still to come of a grant at the end of a day; nothing before there is a right to it. */
    static Money outstanding(Grant grant, LocalDate day) {
        return Amounts.of(GrantRight.due(grant, day))
                .map(due -> due.minus(received(grant, LocalDate.MIN, day)))
                .orElse(Money.zero(CurrencyUnit.EUR));
    }

    private static Explanation given(String label, Money amount, Grant grant) {
        return Amounts.given(Message.of(label), amount)
                .withRecords(List.of(grant.id().value()));
    }

    private static Money received(Grant grant, LocalDate from, LocalDate to) {
        return Money.total(
                CurrencyUnit.EUR,
                grant.receipts().stream()
                        .filter(receipt -> !receipt.date().isBefore(from)
                                && !receipt.date().isAfter(to))
                        .map(Receipt::amount)
                        .toList());
    }

    private static Expected deferred(Grant grant, Books books, Recognition recognition) {
        FiscalYear year = books.year();
        Explanation before = recognition.deferred(grant, year.plus(-1));
        Explanation after = recognition.deferred(grant, year);
        Explanation change = Amounts.difference(Message.of("ACC-CHANGE"), after, before);
        boolean grows = Amounts.of(change).map(Money::isPositiveOrZero).orElse(true);
        Explanation zero = Recognition.zero(Message.of("ACC-NOTHING"));
        return new Expected(before, grows ? change : zero, zero, grows ? zero : change);
    }

    /** An investment subsidy: granted, and carried to income in step with its asset. */
    private static Expected carried(Grant grant, Books books, Recognition recognition) {
        FiscalYear year = books.year();
        FiscalYear last = year.plus(-1);
        Explanation zero = Recognition.zero(Message.of("ACC-NOTHING"));
        return new Expected(
                recognition.deferred(grant, last),
                Amounts.difference(
                        Message.of("ACC-INCREASE-INVESTMENT"),
                        GrantRight.due(grant, year.last()),
                        GrantRight.due(grant, last.last())),
                zero,
                Amounts.difference(Message.of("ACC-DECREASE-INVESTMENT"), zero, recognition.income(grant, year)));
    }

    /** The ledger’s balance is that of the grants, of the lines of no grant, and of lines that are no subsidies. */
    private static Explanation reconciliation(
            Family family, List<RollForward> rolls, List<Match> matches, Books books) {
        List<Explanation> parts = new ArrayList<>();
        for (RollForward roll : rolls) {
            if (roll.family() == family
                    && roll.grant() != null
                    && !roll.balance().isZero()) {
                Grant grant = roll.grant();
                parts.add(Amounts.given(Message.of("ACC-OF-GRANT", grant.id().value()), roll.balance())
                        .withRecords(List.of(grant.id().value())));
            }
        }
        rolls.stream()
                .filter(roll -> roll.family() == family && roll.grant() == null)
                .forEach(roll -> parts.add(Amounts.given(Message.of("ACC-OF-NONE"), roll.balance())));
        Set<JournalLine> matched = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        matches.forEach(match -> matched.add(match.posting().line()));
        long others = books
                .postings(role -> Family.of(role).filter(family::equals).isPresent())
                .stream()
                .filter(posting -> !matched.contains(posting.line()))
                .mapToLong(posting -> family.sign() * posting.line().cents())
                .reduce(0, Math::addExact);
        parts.add(Amounts.given(Message.of("ACC-OF-OTHERS"), euros(others)));
        long ledger = books
                .where(balance -> Family.of(books.chart().role(balance.account()))
                        .filter(family::equals)
                        .isPresent())
                .stream()
                .mapToLong(balance -> family.sign() * balance.closing())
                .reduce(0, Math::addExact);
        Explanation sum = Amounts.sum(Message.of("ACC-LEDGER", family.label()), CurrencyUnit.EUR, parts);
        Money told = Amounts.of(sum).orElseThrow();
        if (!told.equals(euros(ledger))) {
            parts.add(Amounts.given(Message.of("ACC-UNEXPLAINED"), euros(ledger).minus(told)));
            sum = Amounts.sum(Message.of("ACC-LEDGER", family.label()), CurrencyUnit.EUR, parts);
        }
        return sum.withRules(books.chart()
                .references(Arrays.stream(AccountRole.values())
                        .filter(role -> Family.of(role).filter(family::equals).isPresent())
                        .toArray(AccountRole[]::new)));
    }

    private static List<BookedIncome> incomes(
            List<Sums> all, List<RollForward> rolls, Books books, Recognition recognition) {
        Map<String, Expected> dedicated = rolls.stream()
                .filter(roll -> roll.family() == Family.DEDICATED && roll.grant() != null)
                .collect(Collectors.toMap(RollForward::grantId, RollForward::expected));
        return all.stream()
                .map(sums -> income(
                        sums,
                        sums.grant == null
                                ? null
                                : dedicated.get(sums.grant.id().value()),
                        books,
                        recognition))
                .filter(income -> !income.booked().children().isEmpty()
                        || !Amounts.of(income.expected()).map(Money::isZero).orElse(true))
                .toList();
    }

    private static BookedIncome income(Sums sums, @Nullable Expected dedicated, Books books, Recognition recognition) {
        List<Explanation> parts = Arrays.stream(AccountRole.values())
                .filter(sums.income::containsKey)
                .map(role -> Amounts.given(role.label(), euros(sums.income.getOrDefault(role, 0L))))
                .toList();
        Explanation booked = Amounts.sum(Message.of("ACC-BOOKED-INCOME"), CurrencyUnit.EUR, parts)
                .withRules(books.chart().references(sums.income.keySet().toArray(AccountRole[]::new)));
        Grant grant = sums.grant;
        Explanation expected = grant == null
                ? Amounts.unknown(Message.of("ACC-EXPECTED"), Message.of("ACC-EXPECT-NO-GRANT"))
                : Amounts.sum(
                        Message.of("ACC-EXPECTED"),
                        CurrencyUnit.EUR,
                        List.of(recognition.income(grant, books.year()), ofDedicated(sums, dedicated)));
        return new BookedIncome(
                grant, booked, expected, Amounts.difference(Message.of("ACC-DIFFERENCE"), booked, expected));
    }

    /** Used less set aside, as expected where that is known, else as booked. */
    private static Explanation ofDedicated(Sums sums, @Nullable Expected expected) {
        if (expected != null && expected.closing().value().isKnown()) {
            return Amounts.difference(
                    Message.of("ACC-DEDICATED-MOVES"),
                    Recognition.zero(Message.of("ACC-NOTHING")),
                    expected.increase(),
                    expected.decrease());
        }
        return Amounts.given(
                Message.of("ACC-DEDICATED-AS-BOOKED"),
                euros(Math.addExact(
                        sums.income.getOrDefault(AccountRole.DEDICATED_CHARGE, 0L),
                        sums.income.getOrDefault(AccountRole.DEDICATED_RELEASE, 0L))));
    }

    /** {@return the open conditions of grants that have lines or were expected to: no income yet, or a provision to think of} */
    public List<Finding> conditions() {
        return rolls.stream()
                .flatMap(roll -> Stream.ofNullable(roll.grant()))
                .distinct()
                .flatMap(grant -> condition(grant).stream())
                .toList();
    }

    private Optional<Finding> condition(Grant grant) {
        AwardCondition condition = grant.condition();
        return condition == null || condition.isFulfilledBy(books.closing())
                ? Optional.empty()
                : Optional.of(Finding.info(
                        Place.record(grant.id().value()).field("condition"),
                        "ACC-CONDITION-" + condition.kind(),
                        grant.id().value(),
                        books.closing(),
                        GrantRight.words(condition)));
    }

    /** {@return the lines of which no grant could be told} */
    public List<Match> unresolved() {
        return matches.stream().filter(match -> match.grant() == null).collect(Collectors.toList());
    }
}
