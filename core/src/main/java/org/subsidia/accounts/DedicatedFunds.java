package org.subsidia.accounts;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.accounts.RollForward.Expected;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.time.FiscalYear;

/**
 * The dedicated fund of a grant for a defined project (194): what is recognised of it as income and not yet spent on the project.
 * What is spent uses the fund of the years before first (789), and what then remains of the year's income is set aside (689).
 */
final class DedicatedFunds {
    private static final Message NOTHING = Message.of("ACC-NOTHING");

    private final Grant grant;
    private final Recognition recognition;

    DedicatedFunds(Grant grant, Recognition recognition) {
        this.grant = grant;
        this.recognition = recognition;
    }

    Expected expected(FiscalYear year) {
        Boolean dedicated = grant.dedicated();
        if (dedicated == null) {
            return Expected.unknown(
                    Message.of("ACC-EXPECT-DEDICATED", grant.id().value()));
        }
        if (!dedicated) {
            return Expected.nothing();
        }
        Explanation zero = Recognition.zero(NOTHING);
        Explanation opening = fund(year.plus(-1));
        Explanation used = isZero(opening)
                ? Amounts.same(Message.of("ACC-DEDICATED-USED"), opening)
                : Amounts.least(Message.of("ACC-DEDICATED-USED"), List.of(opening, outgo(year)));
        return new Expected(
                opening,
                Amounts.difference(
                        Message.of("ACC-INCREASE-DEDICATED"),
                        Amounts.sum(Message.of("ACC-DEDICATED-TO-COVER"), CurrencyUnit.EUR, List.of(fund(year), used)),
                        opening),
                zero,
                Amounts.difference(Message.of("ACC-DECREASE-DEDICATED"), zero, used));
    }

    /** What is due and not spent at the end of a year, whether it is dedicated or not. */
    Explanation unspent(FiscalYear year) {
        return left(Message.of("ACC-DEBT-LEFT", year.last()), GrantRight.due(grant, year.last()), year);
    }

    private static boolean isZero(Explanation figure) {
        return Amounts.of(figure).map(Money::isZero).orElse(false);
    }

    /** Recognised less spent, at least nothing. Once it is used up, what was spent later needs not be known. */
    private Explanation fund(FiscalYear year) {
        return left(Message.of("ACC-DEDICATED-AT", year.last()), recognition.recognised(grant, year), year);
    }

    private Explanation left(Message label, Explanation money, FiscalYear year) {
        if (isZero(money)) {
            return Amounts.same(label, money);
        }
        List<Explanation> parts = new ArrayList<>(List.of(money));
        for (FiscalYear each = first(year); each.compareTo(year) <= 0 && !isUsedUp(parts); each = each.plus(1)) {
            parts.add(spent(each));
        }
        return Amounts.greatest(label, List.of(Recognition.zero(NOTHING), open(parts)));
    }

    private static Explanation open(List<Explanation> parts) {
        return Amounts.difference(Message.of("ACC-DEDICATED-OPEN"), parts.toArray(Explanation[]::new));
    }

    private static boolean isUsedUp(List<Explanation> parts) {
        return Amounts.of(open(parts)).map(Money::isNegativeOrZero).orElse(false);
    }

    /** The first year of which something may have been spent. */
    private FiscalYear first(FiscalYear year) {
        Month closing = year.lastMonth().getMonth();
        return Stream.concat(
                        Stream.of(
                                        Optional.ofNullable(grant.dates().start()),
                                        Optional.ofNullable(grant.dates().notification()))
                                .flatMap(Optional::stream)
                                .map(day -> FiscalYear.containing(day, closing)),
                        grant.yearLines().stream()
                                .filter(line -> line.kind() == YearLineKind.SPENT)
                                .map(line -> new FiscalYear(YearMonth.of(line.year(), closing))))
                .min(FiscalYear::compareTo)
                .orElse(year);
    }

    /** What was spent in the year, and what income was taken back in it. */
    private Explanation outgo(FiscalYear year) {
        Explanation spent = spent(year);
        Explanation income = recognition.income(grant, year);
        return Amounts.of(income).map(Money::isNegative).orElse(false)
                ? Amounts.difference(Message.of("ACC-SPENT-OR-LOST", year.last()), spent, income)
                : spent;
    }

    /** By the yearly lines of what was spent, else by the expenses of the claims, once claims cover the year. */
    private Explanation spent(FiscalYear year) {
        Message label = Message.of("ACC-SPENT", year.last());
        List<Explanation> lines = new ArrayList<>();
        for (YearLine line : grant.yearLines()) {
            if (line.kind() == YearLineKind.SPENT
                    && line.year() == year.lastMonth().getYear()) {
                lines.add(GrantRight.euros(
                        Message.of("ACC-SPENT-LINE", Integer.toString(line.year())), line.amount(), grant));
            }
        }
        if (!lines.isEmpty()) {
            return lines.size() == 1 ? Amounts.same(label, lines.get(0)) : Amounts.sum(label, CurrencyUnit.EUR, lines);
        }
        boolean covered = grant.claims().stream().anyMatch(claim -> covers(claim, year));
        List<Explanation> expenses = new ArrayList<>();
        for (Claim claim : grant.claims()) {
            for (ExpenditureLine line : claim.lines()) {
                LocalDate paid = line.paid();
                if (paid == null || year.contains(paid)) {
                    expenses.add(paid == null ? undated(claim, line) : expense(claim, line));
                }
            }
        }
        if (!covered) {
            return Amounts.unknown(label, Message.of("ACC-NOT-SPENT", grant.id().value(), year.last()));
        }
        Explanation cost = Amounts.sum(label, CurrencyUnit.EUR, expenses);
        Fraction rate = grant.rate();
        return rate == null ? cost : Amounts.share(label, Message.of("ACC-RATE"), rate, cost);
    }

    /** A claim with its expenses that was filed after the year shows what was paid in it. */
    private static boolean covers(Claim claim, FiscalYear year) {
        LocalDate filed = claim.date();
        return claim.kind() != ClaimKind.ADVANCE
                && !claim.lines().isEmpty()
                && filed != null
                && filed.isAfter(year.last());
    }

    private Explanation expense(Claim claim, ExpenditureLine line) {
        Money eligible = line.eligible();
        return GrantRight.euros(
                Message.of("ACC-EXPENSE", claim.id(), line.category()),
                eligible == null ? line.amount() : eligible,
                grant);
    }

    private static Explanation undated(Claim claim, ExpenditureLine line) {
        return Amounts.unknown(
                Message.of("ACC-EXPENSE", claim.id(), line.category()),
                Message.of("ACC-EXPENSE-UNDATED", claim.id(), line.category()));
    }
}
