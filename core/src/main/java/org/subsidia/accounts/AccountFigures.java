package org.subsidia.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.dependence.FigureBasis;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.OperatingItem;
import org.subsidia.dependence.Party;
import org.subsidia.dependence.PublicAmount;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;

/**
 * The figures from which the ratios of public dependence are made, out of the accounts of a year. What the accounts do not tell
 * stays unknown with the reason; whether a customer or a member is public is told by the words of the entry, and who is not
 * recognised counts as private.
 */
public final class AccountFigures {
    private final Books books;
    private final FunderWords words;
    private final Portfolio portfolio;

    private AccountFigures(Books books, FunderWords words, Portfolio portfolio) {
        this.books = books;
        this.words = words;
        this.portfolio = portfolio;
    }

    /**
     * The figures of a year.
     *
     * @param books the accounts
     * @param name what the structure is called
     * @param structure its id, or null
     * @param matches the lines and their grants: who is behind the public money
     * @param portfolio names the funders; may be empty
     * @param words by which accounts name funders
     * @return the figures
     */
    public static OperatingFigures of(
            Books books,
            String name,
            @Nullable StructureId structure,
            List<Match> matches,
            Portfolio portfolio,
            FunderWords words) {
        return new AccountFigures(books, words.with(portfolio.funders()), portfolio).figures(name, structure, matches);
    }

    private OperatingFigures figures(String name, @Nullable StructureId structure, List<Match> matches) {
        OperatingFigures.Builder figures = OperatingFigures.builder(
                        name, books.closing().getYear(), FigureBasis.ACCOUNTS)
                .structure(structure)
                .months(books.months())
                .item(OperatingItem.SUBSIDIES, income(OperatingItem.SUBSIDIES, AccountRole.SUBSIDY))
                .item(
                        OperatingItem.CONCOURS_PUBLICS,
                        income(OperatingItem.CONCOURS_PUBLICS, AccountRole.CONCOURS_PUBLIC))
                .item(
                        OperatingItem.INVESTMENT_SHARES,
                        income(OperatingItem.INVESTMENT_SHARES, AccountRole.INVESTMENT_SHARE))
                .item(OperatingItem.SPONSORSHIP, income(OperatingItem.SPONSORSHIP, AccountRole.SPONSORSHIP))
                .item(
                        OperatingItem.OTHER_PRODUCTS,
                        income(
                                OperatingItem.OTHER_PRODUCTS,
                                AccountRole.OTHER_PRODUCT,
                                AccountRole.FINANCIAL_CONTRIBUTION))
                .item(
                        OperatingItem.DEDICATED_FUNDS,
                        income(
                                OperatingItem.DEDICATED_FUNDS,
                                AccountRole.DEDICATED_RELEASE,
                                AccountRole.DEDICATED_CHARGE))
                .item(OperatingItem.TOTAL_COSTS, costs())
                .item(OperatingItem.TREASURY, treasury())
                .item(
                        OperatingItem.ALL_RECEIPTS,
                        Amounts.given(OperatingItem.ALL_RECEIPTS.label(), euros(books.receipts()))
                                .withRules(books.chart()
                                        .references(AccountRole.CASH, AccountRole.TRANSFER, AccountRole.LOAN)))
                .item(OperatingItem.PUBLIC_RECEIPTS, publicReceipts(matches))
                .unknown(OperatingItem.FIXED_COSTS, Message.of("ACC-NO-FIXED"))
                .unknown(OperatingItem.PUBLIC_AID, Message.of("ACC-NO-AID"))
                .unknown(OperatingItem.ELIGIBLE_COSTS, Message.of("ACC-NO-ELIGIBLE"));
        buyers(figures, matches);
        publicAmounts(matches).forEach(figures::publicAmount);
        return figures.build();
    }

    private static Money euros(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    private static Message account(AccountBalance balance) {
        return Message.of("ACC-ACCOUNT", balance.account(), balance.label());
    }

    /** Credits less debits of the year, account by account. */
    private Explanation income(OperatingItem item, AccountRole... roles) {
        List<Explanation> parts = Arrays.stream(roles)
                .flatMap(role -> books.of(role).stream())
                .filter(balance -> balance.movement() != 0)
                .map(balance -> Amounts.given(account(balance), euros(-balance.movement())))
                .toList();
        return sum(item, parts, roles);
    }

    private Explanation sum(OperatingItem item, List<Explanation> parts, AccountRole... roles) {
        return Amounts.sum(item.label(), CurrencyUnit.EUR, parts)
                .withRules(books.chart().references(roles));
    }

    private Explanation costs() {
        return sum(
                OperatingItem.TOTAL_COSTS,
                books.of(AccountRole.COST).stream()
                        .filter(balance -> balance.movement() != 0)
                        .map(balance -> Amounts.given(account(balance), euros(balance.movement())))
                        .toList(),
                AccountRole.COST);
    }

    private Explanation treasury() {
        return sum(
                OperatingItem.TREASURY,
                books.of(AccountRole.CASH).stream()
                        .filter(balance -> balance.closing() != 0)
                        .map(balance -> Amounts.given(account(balance), euros(balance.closing())))
                        .toList(),
                AccountRole.CASH);
    }

    /** Cash of entries that settle subsidies or debts of public bodies, at most what they settle. */
    private Explanation publicReceipts(List<Match> matches) {
        Set<JournalLine> ofGrants = told(matches).keySet();
        List<Explanation> parts = new ArrayList<>();
        for (JournalEntry entry : books.entries()) {
            long cash = sum(entry, role -> role == AccountRole.CASH);
            long settled = -settled(entry, ofGrants);
            if (!entry.opening() && cash > 0 && settled > 0) {
                parts.add(Amounts.given(
                        Message.of("ACC-RECEIPT", entry.journal(), entry.number(), entry.date()),
                        euros(Math.min(cash, settled))));
            }
        }
        return sum(OperatingItem.PUBLIC_RECEIPTS, parts, AccountRole.RECEIVABLE, AccountRole.SUBSIDY, AccountRole.CASH);
    }

    private long settled(JournalEntry entry, Set<JournalLine> ofGrants) {
        long sum = 0;
        for (JournalLine line : entry.lines()) {
            AccountRole role = books.chart().role(line.account());
            boolean debt = role == AccountRole.CUSTOMER || role.mayBeOfGrants();
            if (role.isOfGrants() || (debt && (ofGrants.contains(line) || isPublic(words.find(line.words()))))) {
                sum = Math.addExact(sum, line.cents());
            }
        }
        return sum;
    }

    /** The lines of which the grant is known, each by itself. */
    private static IdentityHashMap<JournalLine, Grant> told(List<Match> matches) {
        IdentityHashMap<JournalLine, Grant> told = new IdentityHashMap<>();
        for (Match match : matches) {
            Grant grant = match.grant();
            if (grant != null) {
                told.put(match.posting().line(), grant);
            }
        }
        return told;
    }

    private static boolean isPublic(Optional<NamedFunder> named) {
        return named.filter(one -> one.level() != FunderLevel.UNKNOWN && one.level() != FunderLevel.PRIVATE)
                .isPresent();
    }

    private long sum(JournalEntry entry, Predicate<AccountRole> wanted) {
        return entry.lines().stream()
                .filter(line -> wanted.test(books.chart().role(line.account())))
                .mapToLong(JournalLine::cents)
                .reduce(0, Math::addExact);
    }

    private void buyers(OperatingFigures.Builder figures, List<Match> matches) {
        IdentityHashMap<JournalLine, Grant> told = told(matches);
        Map<OperatingItem, Map<String, Long>> sums = new EnumMap<>(OperatingItem.class);
        for (Posting posting : books.postings(role -> item(role, true).isPresent())) {
            if (!posting.entry().opening()) {
                Optional<NamedFunder> buyer = Optional.ofNullable(told.get(posting.line()))
                        .flatMap(this::funder)
                        .or(() -> buyer(posting));
                boolean isPublic = isPublic(buyer);
                item(posting.role(), isPublic)
                        .ifPresent(item -> sums.computeIfAbsent(item, key -> new LinkedHashMap<>())
                                .merge(
                                        buyer.map(NamedFunder::words).orElse(""),
                                        -posting.line().cents(),
                                        Math::addExact));
            }
        }
        for (OperatingItem item : List.of(
                OperatingItem.SERVICES_TO_PUBLIC,
                OperatingItem.SERVICES_TO_PRIVATE,
                OperatingItem.FEES_PUBLIC_WITH_COUNTERPART,
                OperatingItem.FEES_PUBLIC_WITHOUT_COUNTERPART,
                OperatingItem.FEES_PRIVATE,
                OperatingItem.IN_KIND_PUBLIC,
                OperatingItem.IN_KIND_PRIVATE)) {
            List<Explanation> parts = new ArrayList<>();
            sums.getOrDefault(item, Map.of())
                    .forEach((buyer, cents) -> parts.add(Amounts.given(
                            buyer.isEmpty() ? Message.of("ACC-BUYER-UNKNOWN") : Message.of("ACC-BUYER", buyer),
                            euros(cents))));
            figures.item(item, sum(item, parts, sources(item)));
        }
    }

    private static AccountRole[] sources(OperatingItem item) {
        return Arrays.stream(AccountRole.values())
                .filter(role -> item(role, true).filter(item::equals).isPresent()
                        || item(role, false).filter(item::equals).isPresent())
                .toArray(AccountRole[]::new);
    }

    private static Optional<OperatingItem> item(AccountRole role, boolean isPublic) {
        return switch (role) {
            case SERVICE ->
                Optional.of(isPublic ? OperatingItem.SERVICES_TO_PUBLIC : OperatingItem.SERVICES_TO_PRIVATE);
            case FEE, FEE_WITHOUT_COUNTERPART ->
                Optional.of(isPublic ? OperatingItem.FEES_PUBLIC_WITHOUT_COUNTERPART : OperatingItem.FEES_PRIVATE);
            case FEE_WITH_COUNTERPART ->
                Optional.of(isPublic ? OperatingItem.FEES_PUBLIC_WITH_COUNTERPART : OperatingItem.FEES_PRIVATE);
            case IN_KIND -> Optional.of(isPublic ? OperatingItem.IN_KIND_PUBLIC : OperatingItem.IN_KIND_PRIVATE);
            default -> Optional.empty();
        };
    }

    /** The body behind a grant, whose name its line need not bear. */
    private Optional<NamedFunder> funder(Grant grant) {
        return Stream.of(grant.payer(), grant.decisionMaker(), grant.origin())
                .flatMap(Stream::ofNullable)
                .flatMap(id -> portfolio.funder(id).stream())
                .map(funder -> new NamedFunder(funder.name(), funder.level(), funder.id(), null))
                .findFirst();
    }

    /** The public body that the line names, else the auxiliary accounts of its entry. */
    private Optional<NamedFunder> buyer(Posting posting) {
        return words.find(posting.line().words())
                .or(() -> posting.entry().lines().stream()
                        .flatMap(line -> words.find(line.auxiliaryLabel()).stream())
                        .findFirst())
                .filter(named -> isPublic(Optional.of(named)));
    }

    private List<PublicAmount> publicAmounts(List<Match> matches) {
        Map<AccountRole, OperatingItem> items = Map.of(
                AccountRole.SUBSIDY, OperatingItem.SUBSIDIES,
                AccountRole.CONCOURS_PUBLIC, OperatingItem.CONCOURS_PUBLICS,
                AccountRole.INVESTMENT_SHARE, OperatingItem.INVESTMENT_SHARES);
        Map<List<Object>, PublicAmount> sums = new LinkedHashMap<>();
        for (Match match : matches) {
            OperatingItem item = items.get(match.posting().role());
            boolean told = match.grant() != null
                    || (match.named() != null && match.named().level() != FunderLevel.UNKNOWN);
            if (item != null && told && !match.posting().entry().opening()) {
                PublicAmount part = part(item, match);
                sums.merge(
                        List.of(item, part.payer(), part.decisionMaker(), part.origin(), part.records()),
                        part,
                        (a, b) -> new PublicAmount(
                                item,
                                a.label(),
                                a.amount().plus(b.amount()),
                                a.payer(),
                                a.decisionMaker(),
                                a.origin(),
                                a.records()));
            }
        }
        return List.copyOf(sums.values());
    }

    private PublicAmount part(OperatingItem item, Match match) {
        Money amount = match.posting().amount().negated();
        Grant grant = match.grant();
        if (grant != null) {
            return new PublicAmount(
                    item,
                    Message.of("ACC-OF-GRANT", grant.id().value()),
                    amount,
                    party(grant.payer()),
                    party(grant.decisionMaker()),
                    party(grant.origin()),
                    List.of(grant.id().value()));
        }
        NamedFunder named = match.named();
        Party party = named == null
                ? Party.UNKNOWN
                : new Party(
                        named.funder() == null
                                ? named.level() + ":" + FunderWords.plain(named.words())
                                : named.funder().value(),
                        named.words(),
                        named.level());
        String payer = named == null ? null : named.payer();
        return new PublicAmount(
                item,
                Message.of("ACC-BUYER", party.name()),
                amount,
                payer == null ? party : new Party("payer:" + FunderWords.plain(payer), payer, FunderLevel.UNKNOWN),
                party,
                party,
                List.of());
    }

    private Party party(@Nullable FunderId id) {
        return id == null
                ? Party.UNKNOWN
                : portfolio
                        .funder(id)
                        .map(funder -> new Party(id.value(), funder.name(), funder.level()))
                        .orElse(Party.UNKNOWN);
    }

    /**
     * What the roles leave out of the operating products: accounts of class 7 that are neither products nor dedicated funds on
     * subsidies.
     *
     * @param books the accounts
     * @return the accounts with a movement
     */
    public static List<AccountBalance> leftOut(Books books) {
        Set<AccountRole> outside = Set.of(AccountRole.OUTSIDE, AccountRole.DEDICATED_RELEASE_OTHER);
        return books.where(balance -> balance.account().startsWith("7")
                && balance.movement() != 0
                && outside.contains(books.chart().role(balance.account())));
    }
}
