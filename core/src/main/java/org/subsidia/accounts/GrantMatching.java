package org.subsidia.accounts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.Match.How;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.StructureId;

/**
 * Tells to which grant of a portfolio each line of the accounts belongs: by its reference, else by amount, day and funder, else
 * by the funder alone where it leaves one grant only. A line that fits several grants stays unresolved; nothing is guessed. The
 * result does not depend on the order of the lines.
 */
public final class GrantMatching {
    /** A shorter reference would be found in any text. */
    private static final int SHORTEST_REFERENCE = 4;

    private final Portfolio portfolio;
    private final List<Grant> grants;
    private final FunderWords words;
    private final MatchOptions options;
    private final Books books;

    private GrantMatching(
            Books books, Portfolio portfolio, List<Grant> grants, FunderWords words, MatchOptions options) {
        this.books = books;
        this.portfolio = portfolio;
        this.grants = grants;
        this.words = words;
        this.options = options;
    }

    /**
     * Matches the lines of a year.
     *
     * @param books the accounts
     * @param portfolio holds the grants and their funders; an empty one leaves every line unresolved
     * @param structure whose grants they are, or null: those of the whole portfolio
     * @param words by which accounts name funders
     * @param options how close a line must be
     * @return a match for each line that touches subsidies, in an order that does not depend on the file
     */
    public static List<Match> of(
            Books books,
            Portfolio portfolio,
            @Nullable StructureId structure,
            FunderWords words,
            MatchOptions options) {
        List<Grant> grants = structure == null ? portfolio.grants() : portfolio.grantsOf(structure);
        FunderWords all = words.with(portfolio.funders());
        return new GrantMatching(books, portfolio, grants, all, options).run();
    }

    private List<Match> run() {
        List<Match> matches = new ArrayList<>();
        for (JournalEntry entry : books.entries()) {
            List<Match> ofEntry = new ArrayList<>();
            Optional<NamedFunder> named = inEntry(entry);
            for (JournalLine line : entry.lines()) {
                AccountRole role = books.chart().role(line.account());
                if (role.isOfGrants() || role.mayBeOfGrants()) {
                    ofEntry.add(match(new Posting(entry, line, role), named));
                }
            }
            Set<Grant> told = ofEntry.stream()
                    .flatMap(match -> match.matched().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            for (Match match : ofEntry) {
                matches.add(
                        told.size() == 1
                                        && match.grant() == null
                                        && match.posting()
                                                .role()
                                                .fits(told.iterator().next().nature())
                                ? byEntry(match, told.iterator().next())
                                : match);
            }
        }
        return matches.stream().filter(GrantMatching::isOfSubsidies).toList();
    }

    /**
     * Deferred income and accruals of something else are no subsidies: nothing on the entry says so. Nor are sales and fees of
     * which no grant could be told; other debtors and contributions are looked into where they name a public body.
     */
    private static boolean isOfSubsidies(Match match) {
        AccountRole role = match.posting().role();
        if (role.mayBeOfGrants()) {
            return match.grant() != null
                    || ((role == AccountRole.OTHER_RECEIVABLE || role == AccountRole.FINANCIAL_CONTRIBUTION)
                            && namesPublicBody(match.named()));
        }
        boolean general = role == AccountRole.DEFERRED;
        return !general
                || match.grant() != null
                || match.named() != null
                || !match.candidates().isEmpty()
                || match.posting().entry().opening();
    }

    private static boolean namesPublicBody(@Nullable NamedFunder named) {
        return named != null && named.level() != FunderLevel.UNKNOWN && named.level() != FunderLevel.PRIVATE;
    }

    private Optional<NamedFunder> inEntry(JournalEntry entry) {
        return entry.lines().stream()
                .flatMap(line -> words.find(line.words()).stream())
                .distinct()
                .reduce((a, b) -> a.funder() == null && a.level() == FunderLevel.UNKNOWN ? b : a);
    }

    private static Match byEntry(Match match, Grant grant) {
        return new Match(
                match.posting(),
                match.named(),
                grant,
                How.ENTRY,
                Message.of("ACC-BY-ENTRY", grant.id().value()),
                List.of());
    }

    private Match match(Posting posting, Optional<NamedFunder> inEntry) {
        NamedFunder named = words.find(posting.line().words()).or(() -> inEntry).orElse(null);
        List<Grant> byReference = grants.stream()
                .filter(grant -> hasReference(posting.line(), grant))
                .toList();
        List<Grant> alive = narrowed(byReference.isEmpty() ? grants : byReference, this::concernsTheYear);
        if (!byReference.isEmpty()) {
            List<Grant> best =
                    narrowed(narrowed(alive, grant -> hasAmount(posting, grant)), grant -> agrees(named, grant));
            if (best.size() == 1) {
                return told(posting, named, best.get(0), How.REFERENCE);
            }
            return unresolved(posting, named, best);
        }
        List<Grant> possible = alive.stream()
                .filter(this::concernsTheYear)
                .filter(grant -> agrees(named, grant))
                .filter(grant -> posting.role().fits(grant.nature()))
                .toList();
        if (posting.role().mayBeOfGrants() && named == null) {
            return unresolved(posting, null, List.of());
        }
        List<Grant> byAmount =
                possible.stream().filter(grant -> hasAmount(posting, grant)).toList();
        if (byAmount.size() == 1) {
            return told(posting, named, byAmount.get(0), How.AMOUNT);
        }
        boolean byFunder = !posting.role().mayBeOfGrants() || posting.role() == AccountRole.OTHER_RECEIVABLE;
        if (byFunder && named != null && possible.size() == 1 && named.level() != FunderLevel.UNKNOWN) {
            return told(posting, named, possible.get(0), How.FUNDER);
        }
        return unresolved(posting, named, byAmount.isEmpty() && named != null ? possible : byAmount);
    }

    private static <T> List<T> narrowed(List<T> from, Predicate<T> wanted) {
        List<T> some = from.stream().filter(wanted).toList();
        return some.isEmpty() ? from : some;
    }

    private static Match told(Posting posting, @Nullable NamedFunder named, Grant grant, How how) {
        String funder = named == null ? "" : named.words();
        return new Match(
                posting,
                named,
                grant,
                how,
                Message.of("ACC-BY-" + how, grant.id().value(), funder, posting.amount()),
                List.of());
    }

    private static Match unresolved(Posting posting, @Nullable NamedFunder named, List<Grant> candidates) {
        Message reason = candidates.isEmpty()
                ? Message.of(named == null ? "ACC-NO-FUNDER" : "ACC-NO-GRANT", named == null ? "" : named.words())
                : Message.of(
                        "ACC-SEVERAL",
                        candidates.size(),
                        candidates.stream()
                                .limit(5)
                                .map(grant -> grant.id().value())
                                .collect(Collectors.joining(", ")));
        return new Match(posting, named, null, How.UNRESOLVED, reason, candidates);
    }

    private static boolean hasReference(JournalLine line, Grant grant) {
        String text = ' ' + FunderWords.plain(line.words()) + ' ';
        return Stream.of(grant.reference(), grant.id().value())
                .filter(Objects::nonNull)
                .map(FunderWords::plain)
                .anyMatch(
                        reference -> reference.length() >= SHORTEST_REFERENCE && text.contains(' ' + reference + ' '));
    }

    private boolean agrees(@Nullable NamedFunder named, Grant grant) {
        if (named == null) {
            return true;
        }
        if (named.funder() != null) {
            return grant.funders().contains(named.funder());
        }
        return named.level() == FunderLevel.UNKNOWN
                || grant.funders().stream()
                        .flatMap(id -> portfolio.funder(id).stream())
                        .map(Funder::level)
                        .anyMatch(level -> level == named.level());
    }

    /** From its notification to two years behind its end: money and corrections come late. */
    private boolean concernsTheYear(Grant grant) {
        LocalDate start = Stream.of(
                        grant.dates().notification(),
                        grant.dates().decision(),
                        grant.dates().start())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        Integer year = grant.fiscalYear();
        LocalDate end = grant.dates().end();
        int last = Math.max(year == null ? Integer.MIN_VALUE : year, end == null ? Integer.MIN_VALUE : end.getYear());
        boolean begun = start == null || !start.isAfter(books.closing());
        boolean over = last != Integer.MIN_VALUE && last + 2 < books.closing().getYear();
        return begun && !over && (year == null || year <= books.closing().getYear());
    }

    private boolean hasAmount(Posting posting, Grant grant) {
        Money amount = posting.amount().abs();
        if (posting.entry().opening()) {
            return (posting.role() == AccountRole.RECEIVABLE || posting.role() == AccountRole.OTHER_RECEIVABLE)
                    && GrantAccounts.inEuros(grant)
                    && near(
                            amount,
                            GrantAccounts.outstanding(grant, books.first().minusDays(1)));
        }
        LocalDate day = posting.entry().date();
        for (Receipt receipt : grant.receipts()) {
            if (near(amount, receipt.amount()) && near(day, receipt.date())) {
                return true;
            }
        }
        LocalDate notified = grant.dates().notification();
        return Stream.of(AmountStage.AWARDED, AmountStage.CONVENTION, AmountStage.ACQUIRED)
                        .flatMap(stage -> grant.amount(stage).stream())
                        .anyMatch(award -> near(amount, award))
                && (notified == null || near(day, notified) || isYear(grant));
    }

    private boolean isYear(Grant grant) {
        Integer year = grant.fiscalYear();
        return year != null && year == books.closing().getYear();
    }

    private boolean near(Money a, Money b) {
        return b.getCurrencyUnit().equals(CurrencyUnit.EUR)
                && Math.abs(a.getAmountMinorLong() - b.abs().getAmountMinorLong()) <= options.cents();
    }

    private boolean near(LocalDate a, LocalDate b) {
        return Math.abs(ChronoUnit.DAYS.between(a, b)) <= options.days();
    }
}
