package org.subsidia.dependence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cashflow.CashForecast;
import org.subsidia.cashflow.CashForecasts;
import org.subsidia.cashflow.CashLine;
import org.subsidia.cashflow.ForecastOptions;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetSide;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.CostBehaviour;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.schedule.Award;
import org.subsidia.time.FiscalYear;

/** Reads the figures of one structure and year out of a portfolio. */
final class FigureReader {
    private static final String COST_KINDS = "dependence.r12.cost-kinds";
    private static final String PROBABILITY = "cashflow.award-probability";
    private static final Set<BudgetKind> AWARDS =
            EnumSet.of(BudgetKind.SUBSIDY, BudgetKind.CONCOURS_PUBLIC, BudgetKind.INVESTMENT_SUBSIDY_SHARE);
    private static final Set<BudgetKind> PRIVATE = EnumSet.of(
            BudgetKind.FEE_PRIVATE, BudgetKind.SERVICE_TO_PRIVATE, BudgetKind.SPONSORSHIP, BudgetKind.OTHER_PRODUCT);

    private final Portfolio portfolio;
    private final LawBase laws;
    private final LocalDate at;
    private final @Nullable Money treasury;
    private final Structure structure;
    private final int year;
    private final List<BudgetLine> ofYear;
    private final @Nullable CashForecasts forecasts;
    private final String yearText;
    private final FiscalYear span;

    FigureReader(
            Portfolio portfolio,
            LawBase laws,
            LocalDate at,
            @Nullable Money treasury,
            Structure structure,
            int year,
            List<BudgetLine> ofYear,
            @Nullable CashForecasts forecasts) {
        this.portfolio = portfolio;
        this.laws = laws;
        this.at = at;
        this.treasury = treasury;
        this.structure = structure;
        this.year = year;
        this.ofYear = List.copyOf(ofYear);
        this.forecasts = forecasts;
        this.yearText = Integer.toString(year);
        this.span = GrantIncome.year(structure, year);
    }

    /** Accounts or budget; without lines only the grants are known. */
    OperatingFigures of(FigureBasis basis, @Nullable BudgetBasis lines) {
        OperatingFigures.Builder builder = start(basis);
        Map<OperatingItem, List<PublicAmount>> publicParts = new EnumMap<>(OperatingItem.class);
        Map<OperatingItem, List<Explanation>> ofLines = new EnumMap<>(OperatingItem.class);
        List<BudgetLine> budget = lines(line -> line.basis() == lines);
        for (BudgetLine line : budget) {
            item(line).ifPresent(item -> {
                Explanation amount = given(line);
                ofLines.computeIfAbsent(item, key -> new ArrayList<>()).add(amount);
                Amounts.of(amount).ifPresent(money -> publicParts
                        .computeIfAbsent(item, key -> new ArrayList<>())
                        .add(part(item, line, money)));
            });
        }
        Grants grants = grants();
        boolean whole = budget.stream().anyMatch(line -> line.kind().side() == BudgetSide.PRODUCT);
        boolean inKind = budget.stream().anyMatch(line -> line.kind().side() == BudgetSide.IN_KIND);
        for (OperatingItem item : OperatingItem.values()) {
            boolean kind = item == OperatingItem.IN_KIND_PUBLIC || item == OperatingItem.IN_KIND_PRIVATE;
            if (!kind && item != OperatingItem.DEDICATED_FUNDS && !OperatingItem.PRODUCTS.contains(item)) {
                continue;
            }
            List<Explanation> own = ofLines.getOrDefault(item, List.of());
            List<Explanation> awarded = grants.amounts.getOrDefault(item, List.of());
            if (!own.isEmpty()) {
                builder.item(item, Amounts.sum(item.label(), CurrencyUnit.EUR, own));
                publicParts.getOrDefault(item, List.of()).forEach(builder::publicAmount);
            } else if (!awarded.isEmpty()) {
                builder.item(item, Amounts.sum(grants.label(item), CurrencyUnit.EUR, awarded));
                grants.parts.getOrDefault(item, List.of()).forEach(builder::publicAmount);
            } else if (kind ? inKind : whole) {
                builder.item(item, none(item, basis));
            } else {
                builder.unknown(item, Message.of(kind ? "DEP-NO-IN-KIND" : "DEP-NO-BUDGET", basis.label(), yearText));
            }
        }
        costs(budget, basis, builder);
        receipts(builder);
        cash(builder);
        return withAid(builder.build());
    }

    /** Grants as they stand; fees, services and costs as in the last year known. */
    OperatingFigures forecast(Optional<OperatingFigures> last) {
        OperatingFigures.Builder builder = start(FigureBasis.FORECAST);
        Grants grants = grants();
        addRequests(grants);
        for (OperatingItem item : OperatingItem.values()) {
            List<Explanation> awarded = grants.amounts.getOrDefault(item, List.of());
            switch (item) {
                case SUBSIDIES, CONCOURS_PUBLICS, INVESTMENT_SHARES -> {
                    if (awarded.isEmpty() && item == OperatingItem.SUBSIDIES) {
                        builder.unknown(item, Message.of("DEP-NOTHING-DECIDED", yearText));
                        break;
                    }
                    builder.item(item, Amounts.sum(grants.label(item), CurrencyUnit.EUR, awarded));
                    grants.parts.getOrDefault(item, List.of()).forEach(builder::publicAmount);
                }
                case DEDICATED_FUNDS ->
                    builder.item(
                            item,
                            Amounts.given(Message.of("DEP-FORECAST-NONE", item.label()), Money.zero(CurrencyUnit.EUR)));
                case PUBLIC_AID, PUBLIC_RECEIPTS, ALL_RECEIPTS, TREASURY -> {}
                default -> {
                    if (last.isPresent()) {
                        builder.item(item, asIn(last.get(), item));
                    } else {
                        builder.unknown(item, Message.of("DEP-NO-BUDGET", FigureBasis.FORECAST.label(), yearText));
                    }
                }
            }
        }
        receipts(builder);
        cash(builder);
        return withAid(builder.build());
    }

    private static Explanation asIn(OperatingFigures last, OperatingItem item) {
        Explanation figure = last.item(item);
        Message label = Message.of(
                "DEP-AS-IN",
                item.label(),
                Integer.toString(last.year()),
                last.basis().label());
        return Amounts.of(figure)
                .map(amount -> Amounts.sum(label, CurrencyUnit.EUR, List.of(figure)))
                .orElse(figure);
    }

    private OperatingFigures.Builder start(FigureBasis basis) {
        return OperatingFigures.builder(structure.name(), year, basis)
                .structure(structure.id())
                .months(months());
    }

    /** A year in which the structure was founded begins on that day. */
    private int months() {
        LocalDate created = structure.created();
        return created == null || !span.contains(created)
                ? 12
                : (int) ChronoUnit.MONTHS.between(
                        created.withDayOfMonth(1), span.last().plusDays(1));
    }

    private List<BudgetLine> lines(Predicate<BudgetLine> which) {
        return ofYear.stream().filter(which).toList();
    }

    private Explanation given(BudgetLine line) {
        String name = Optional.ofNullable(line.label()).orElse(line.id().value());
        Message label = Message.of("DEP-TEXT", name);
        return (line.amount().getCurrencyUnit().equals(CurrencyUnit.EUR)
                        ? Amounts.given(label, line.amount())
                        : Amounts.unknown(label, Message.of("DEP-LINE-CURRENCY", name)))
                .withRecords(List.of(line.id().value()));
    }

    private Explanation none(OperatingItem item, FigureBasis basis) {
        return Amounts.given(
                Message.of("DEP-NO-LINE", item.label(), basis.label(), yearText), Money.zero(CurrencyUnit.EUR));
    }

    /** Where a line stands among the items; what a private funder gives is no public money, whatever the line calls it. */
    private Optional<OperatingItem> item(BudgetLine line) {
        boolean isPrivate = Optional.ofNullable(line.funder())
                .flatMap(portfolio::funder)
                .filter(funder -> funder.level() == FunderLevel.PRIVATE)
                .isPresent();
        return Optional.ofNullable(
                switch (line.kind()) {
                    case SUBSIDY -> isPrivate ? OperatingItem.SPONSORSHIP : OperatingItem.SUBSIDIES;
                    case CONCOURS_PUBLIC -> OperatingItem.CONCOURS_PUBLICS;
                    case INVESTMENT_SUBSIDY_SHARE -> OperatingItem.INVESTMENT_SHARES;
                    case DEDICATED_FUNDS -> OperatingItem.DEDICATED_FUNDS;
                    case SERVICE_TO_PUBLIC -> OperatingItem.SERVICES_TO_PUBLIC;
                    case SERVICE_TO_PRIVATE -> OperatingItem.SERVICES_TO_PRIVATE;
                    case FEE_PRIVATE -> OperatingItem.FEES_PRIVATE;
                    case FEE_PUBLIC_WITH_COUNTERPART -> OperatingItem.FEES_PUBLIC_WITH_COUNTERPART;
                    case FEE_PUBLIC_WITHOUT_COUNTERPART -> OperatingItem.FEES_PUBLIC_WITHOUT_COUNTERPART;
                    case SPONSORSHIP -> OperatingItem.SPONSORSHIP;
                    case OTHER_PRODUCT -> OperatingItem.OTHER_PRODUCTS;
                    case IN_KIND_PUBLIC -> OperatingItem.IN_KIND_PUBLIC;
                    case IN_KIND_PRIVATE -> OperatingItem.IN_KIND_PRIVATE;
                    case STAFF,
                            PREMISES,
                            EXTERNAL,
                            TRAVEL_AND_EVENTS,
                            TAXES,
                            FINANCIAL,
                            DEPRECIATION,
                            PASSED_ON,
                            OTHER_COST -> null;
                });
    }

    private PublicAmount part(OperatingItem item, BudgetLine line, Money amount) {
        Message label = Message.of(
                "DEP-TEXT", Optional.ofNullable(line.label()).orElse(line.id().value()));
        List<String> records = List.of(line.id().value());
        Optional<Grant> grant = Optional.ofNullable(line.grant()).flatMap(portfolio::grant);
        if (grant.isPresent()) {
            return part(item, grant.get(), label, amount, records);
        }
        Party party = party(line.funder());
        return new PublicAmount(item, label, amount, party, party, party, records);
    }

    private PublicAmount part(OperatingItem item, Grant grant, Message label, Money amount, List<String> records) {
        return new PublicAmount(
                item,
                label,
                amount,
                party(grant.payer(), grant.decisionMaker(), grant.origin()),
                party(grant.decisionMaker(), grant.payer(), grant.origin()),
                party(grant.origin(), grant.payer(), grant.decisionMaker()),
                records);
    }

    /** The first of the bodies that is known. */
    private Party party(@Nullable FunderId... ids) {
        return Stream.of(ids)
                .flatMap(Stream::ofNullable)
                .map(id -> portfolio
                        .funder(id)
                        .map((Funder funder) -> new Party(id.value(), funder.name(), funder.level()))
                        .orElseGet(() -> new Party(id.value(), id.value(), FunderLevel.UNKNOWN)))
                .findFirst()
                .orElse(Party.UNKNOWN);
    }

    /** What the grants say about the year. */
    private static final class Grants {
        private final Map<OperatingItem, List<Explanation>> amounts = new EnumMap<>(OperatingItem.class);
        private final Map<OperatingItem, List<PublicAmount>> parts = new EnumMap<>(OperatingItem.class);
        private int requested;

        Message label(OperatingItem item) {
            return requested == 0 || item != OperatingItem.SUBSIDIES
                    ? item.label()
                    : Message.of("DEP-REQUESTED", item.label(), requested);
        }
    }

    private Grants grants() {
        Grants grants = new Grants();
        for (Grant grant : portfolio.grantsOf(structure.id())) {
            boolean open = grant.state() == GrantState.PLANNED || grant.state() == GrantState.REQUESTED;
            if (open && Integer.valueOf(year).equals(grant.fiscalYear())) {
                grants.requested++;
            }
            if (!GrantIncome.stands(grant)) {
                continue;
            }
            OperatingItem item =
                    GrantIncome.item(grant, party(grant.origin(), grant.payer()).level());
            GrantIncome.of(grant, structure, year, at).ifPresent(income -> {
                grants.amounts.computeIfAbsent(item, key -> new ArrayList<>()).add(income);
                Amounts.of(income).ifPresent(amount -> grants.parts
                        .computeIfAbsent(item, key -> new ArrayList<>())
                        .add(part(
                                item,
                                grant,
                                income.label(),
                                amount,
                                List.of(grant.id().value()))));
            });
        }
        return grants;
    }

    /** Requests count by the probability that they are awarded, where the law base has one for their state. */
    private void addRequests(Grants grants) {
        Law law = laws.at(at);
        Optional<Rule<Map<String, Fraction>>> rule = law.find(Kind.SHARES, PROBABILITY);
        for (Grant grant : portfolio.grantsOf(structure.id())) {
            boolean open = grant.state() == GrantState.PLANNED || grant.state() == GrantState.REQUESTED;
            Optional<Money> asked = grant.amountOn(AmountStage.REQUESTED, at);
            Fraction probability = rule.map(Rule::value)
                    .orElse(Map.of())
                    .get(grant.state().name().toLowerCase(Locale.ROOT));
            if (!open || asked.isEmpty() || probability == null) {
                continue;
            }
            Grant hoped = grant.toBuilder()
                    .amounts(List.of(new StagedAmount(AmountStage.AWARDED, asked.get(), null, null)))
                    .build();
            OperatingItem item =
                    GrantIncome.item(grant, party(grant.origin(), grant.payer()).level());
            GrantIncome.of(hoped, structure, year, at)
                    .filter(income -> Amounts.of(income).isPresent())
                    .ifPresent(income -> {
                        Explanation weighted = Amounts.share(
                                        Message.of("DEP-HOPED", income.label()),
                                        Message.of("DEP-PROBABILITY"),
                                        probability,
                                        income)
                                .withRules(List.of(rule.orElseThrow().reference()));
                        grants.amounts
                                .computeIfAbsent(item, key -> new ArrayList<>())
                                .add(weighted);
                        grants.parts
                                .computeIfAbsent(item, key -> new ArrayList<>())
                                .add(part(
                                        item,
                                        grant,
                                        weighted.label(),
                                        Amounts.of(weighted).orElseThrow(),
                                        List.of(grant.id().value())));
                        grants.requested = 0;
                    });
        }
    }

    private void costs(List<BudgetLine> budget, FigureBasis basis, OperatingFigures.Builder builder) {
        List<BudgetLine> costs = budget.stream()
                .filter(line -> line.kind().side() == BudgetSide.COST)
                .toList();
        Law law = laws.at(span.last());
        Optional<Rule<List<String>>> eligible = law.find(Kind.LIST, COST_KINDS);
        if (costs.isEmpty()) {
            Message reason = Message.of("DEP-NO-COSTS", basis.label(), yearText);
            for (OperatingItem item :
                    List.of(OperatingItem.TOTAL_COSTS, OperatingItem.FIXED_COSTS, OperatingItem.ELIGIBLE_COSTS)) {
                builder.unknown(item, reason);
            }
            return;
        }
        builder.item(OperatingItem.TOTAL_COSTS, sum(OperatingItem.TOTAL_COSTS, costs));
        long undecided = costs.stream().filter(line -> line.behaviour() == null).count();
        if (undecided > 0) {
            builder.unknown(OperatingItem.FIXED_COSTS, Message.of("DEP-NO-BEHAVIOUR", undecided, yearText));
        } else {
            builder.item(
                    OperatingItem.FIXED_COSTS,
                    sum(
                            OperatingItem.FIXED_COSTS,
                            costs.stream()
                                    .filter(line -> line.behaviour() == CostBehaviour.FIXED)
                                    .toList()));
        }
        if (eligible.isEmpty()) {
            builder.unknown(OperatingItem.ELIGIBLE_COSTS, law.whyMissing(COST_KINDS));
        } else {
            builder.item(
                    OperatingItem.ELIGIBLE_COSTS,
                    sum(
                                    OperatingItem.ELIGIBLE_COSTS,
                                    costs.stream()
                                            .filter(line -> eligible.get()
                                                    .value()
                                                    .contains(line.kind().name()))
                                            .toList())
                            .withRules(List.of(eligible.get().reference())));
        }
    }

    private Explanation sum(OperatingItem item, List<BudgetLine> lines) {
        return Amounts.sum(
                item.label(), CurrencyUnit.EUR, lines.stream().map(this::given).toList());
    }

    /** Receipts are known once the year is over, and those of private money only from lines of what was received. */
    private void receipts(OperatingFigures.Builder builder) {
        CashForecasts known = forecasts;
        if (!span.last().isBefore(at) && known != null) {
            new ExpectedReceipts(known).read(builder);
            return;
        }
        if (!span.last().isBefore(at)) {
            Message reason = Message.of("DEP-YEAR-RUNS", yearText);
            builder.unknown(OperatingItem.PUBLIC_RECEIPTS, reason).unknown(OperatingItem.ALL_RECEIPTS, reason);
            return;
        }
        List<BudgetLine> received =
                lines(line -> line.basis() == BudgetBasis.CASH && line.kind().side() == BudgetSide.PRODUCT);
        List<Explanation> publicParts = new ArrayList<>();
        boolean awards = received.stream().anyMatch(line -> AWARDS.contains(line.kind()));
        if (!awards) {
            publicParts.addAll(grantReceipts());
        }
        received.stream()
                .filter(line -> !PRIVATE.contains(line.kind()))
                .map(this::given)
                .forEach(publicParts::add);
        Explanation publicMoney = Amounts.sum(OperatingItem.PUBLIC_RECEIPTS.label(), CurrencyUnit.EUR, publicParts);
        builder.item(OperatingItem.PUBLIC_RECEIPTS, publicMoney);
        List<Explanation> all = new ArrayList<>(List.of(publicMoney));
        received.stream()
                .filter(line -> PRIVATE.contains(line.kind()))
                .map(this::given)
                .forEach(all::add);
        if (all.size() == 1) {
            builder.unknown(OperatingItem.ALL_RECEIPTS, Message.of("DEP-NO-RECEIPTS", yearText));
        } else {
            builder.item(
                    OperatingItem.ALL_RECEIPTS, Amounts.sum(OperatingItem.ALL_RECEIPTS.label(), CurrencyUnit.EUR, all));
        }
    }

    /**
     * Receipts of a year that is not over: of grants what came in so far and what the forecast expects; of other money what was
     * received so far where that is told, and the budget by its rhythm.
     */
    private final class ExpectedReceipts {
        private final CashForecasts known;
        private final List<Explanation> publicParts = new ArrayList<>();
        private final List<Explanation> privateParts = new ArrayList<>();

        ExpectedReceipts(CashForecasts known) {
            this.known = known;
        }

        void read(OperatingFigures.Builder builder) {
            long months = ChronoUnit.MONTHS.between(YearMonth.from(at), YearMonth.from(span.last())) + 1;
            if (months > ForecastOptions.MOST_MONTHS) {
                Message reason = Message.of("DEP-YEAR-FAR", yearText);
                builder.unknown(OperatingItem.PUBLIC_RECEIPTS, reason).unknown(OperatingItem.ALL_RECEIPTS, reason);
                return;
            }
            CashForecast forecast =
                    known.of(structure.id(), ForecastOptions.of(at).withMonths(Math.toIntExact(months)));
            publicParts.addAll(grantReceipts());
            forecast.lines().stream()
                    .filter(line -> line.grant() != null && line.day().isAfter(at) && span.contains(line.day()))
                    .forEach(line -> (isPrivate(line) ? privateParts : publicParts).add(line.amount()));
            budget();
            int open = forecast.missing().size();
            Explanation publicMoney =
                    Amounts.sum(label(OperatingItem.PUBLIC_RECEIPTS, open), CurrencyUnit.EUR, publicParts);
            builder.item(OperatingItem.PUBLIC_RECEIPTS, publicMoney);
            if (privateParts.isEmpty()) {
                builder.unknown(OperatingItem.ALL_RECEIPTS, Message.of("DEP-NO-RECEIPTS", yearText));
                return;
            }
            List<Explanation> all = new ArrayList<>(List.of(publicMoney));
            all.addAll(privateParts);
            builder.item(
                    OperatingItem.ALL_RECEIPTS,
                    Amounts.sum(label(OperatingItem.ALL_RECEIPTS, open), CurrencyUnit.EUR, all));
        }

        private Message label(OperatingItem item, int open) {
            return open == 0
                    ? Message.of("DEP-RECEIPTS-EXPECTED", item.label(), at)
                    : Message.of("DEP-RECEIPTS-EXPECTED-BUT", item.label(), at, open);
        }

        private boolean isPrivate(CashLine line) {
            return Optional.ofNullable(line.grant())
                    .flatMap(portfolio::grant)
                    .filter(grant -> party(grant.origin(), grant.payer()).level() == FunderLevel.PRIVATE)
                    .isPresent();
        }

        private void budget() {
            List<BudgetLine> received = lines(
                    line -> line.basis() == BudgetBasis.CASH && line.kind().side() == BudgetSide.PRODUCT);
            Set<BudgetKind> told = received.stream().map(BudgetLine::kind).collect(Collectors.toSet());
            received.stream().filter(line -> !AWARDS.contains(line.kind())).forEach(line -> parts(line.kind())
                    .add(given(line)));
            Map<BudgetKind, List<Explanation>> expected = new EnumMap<>(BudgetKind.class);
            for (CashLine line : known.budget(structure, span.first().minusDays(1), span.last())) {
                BudgetKind kind = line.budget();
                if (kind != null
                        && kind.side() == BudgetSide.PRODUCT
                        && (!told.contains(kind) || line.day().isAfter(at))) {
                    expected.computeIfAbsent(kind, key -> new ArrayList<>()).add(line.amount());
                }
            }
            expected.forEach((kind, amounts) -> parts(kind)
                    .add(Amounts.sum(
                            Message.of(
                                    told.contains(kind) ? "DEP-RECEIPTS-REST" : "DEP-RECEIPTS-BUDGET",
                                    Message.of("CASH-BUDGET-" + kind.name().replace('_', '-')),
                                    yearText),
                            CurrencyUnit.EUR,
                            amounts)));
        }

        private List<Explanation> parts(BudgetKind kind) {
            return PRIVATE.contains(kind) ? privateParts : publicParts;
        }
    }

    private List<Explanation> grantReceipts() {
        List<Explanation> parts = new ArrayList<>();
        for (Grant grant : portfolio.grantsOf(structure.id())) {
            if (party(grant.origin(), grant.payer()).level() == FunderLevel.PRIVATE) {
                continue;
            }
            List<Receipt> inYear = grant.receipts().stream()
                    .filter(receipt ->
                            span.contains(receipt.date()) && !receipt.date().isAfter(at))
                    .toList();
            Message name = GrantIncome.name(grant);
            for (Receipt receipt : inYear) {
                parts.add((receipt.amount().getCurrencyUnit().equals(CurrencyUnit.EUR)
                                ? Amounts.given(Message.of("DEP-RECEIPT", name, receipt.date()), receipt.amount())
                                : Amounts.unknown(name, Message.of("DEP-GRANT-CURRENCY", name)))
                        .withRecords(List.of(grant.id().value())));
            }
        }
        return parts;
    }

    /** What was told, else the last balance known at the end of the year, or today. */
    private void cash(OperatingFigures.Builder builder) {
        Money told = treasury;
        LocalDate day = span.last().isBefore(at) ? span.last() : at;
        Optional<CashBalance> known = structure
                .cashOn(day)
                .filter(balance -> balance.amount().getCurrencyUnit().equals(CurrencyUnit.EUR));
        if (told != null) {
            builder.item(OperatingItem.TREASURY, told);
        } else if (known.isPresent()) {
            Message label = Message.of("DEP-CASH-ON", known.get().date());
            builder.item(
                    OperatingItem.TREASURY,
                    Amounts.given(label, known.get().amount())
                            .withRecords(List.of(structure.id().value())));
        } else {
            builder.unknown(OperatingItem.TREASURY, Message.of("DEP-NO-TREASURY", yearText));
        }
    }

    /**
     * State aid among subsidies and concours publics: what a grant declares to be none is left out, and so is what the Union
     * gives directly; what nothing is said about counts whole.
     */
    private OperatingFigures withAid(OperatingFigures figures) {
        List<Explanation> parts = new ArrayList<>();
        for (OperatingItem item : List.of(OperatingItem.SUBSIDIES, OperatingItem.CONCOURS_PUBLICS)) {
            if (figures.amount(item).isEmpty()) {
                return figures.toBuilder()
                        .item(
                                OperatingItem.PUBLIC_AID,
                                Explanation.leaf(
                                        OperatingItem.PUBLIC_AID.label(),
                                        figures.item(item).value()))
                        .build();
            }
        }
        for (PublicAmount part : figures.publicAmounts()) {
            if (Ratio.R1.numerator().contains(part.item()) && part.origin().level() != FunderLevel.EU_DIRECT) {
                aid(part).ifPresent(parts::add);
            }
        }
        return figures.toBuilder()
                .item(OperatingItem.PUBLIC_AID, Amounts.sum(OperatingItem.PUBLIC_AID.label(), CurrencyUnit.EUR, parts))
                .build();
    }

    private Optional<Explanation> aid(PublicAmount part) {
        Explanation whole = Amounts.given(part.label(), part.amount()).withRecords(part.records());
        Optional<Grant> grant = grantOf(part);
        if (grant.isEmpty() || grant.get().regimes().isEmpty()) {
            return Optional.of(whole);
        }
        if (grant.get().regimes().stream().allMatch(regime -> regime.kind() == RegimeKind.NO_AID)) {
            return Optional.empty();
        }
        Optional<Money> award = Award.amount(grant.get(), at).filter(Money::isPositive);
        Optional<Money> equivalent = grant.get().regimes().stream()
                .flatMap(regime -> Stream.ofNullable(regime.grossGrantEquivalent()))
                .filter(amount -> amount.getCurrencyUnit().equals(CurrencyUnit.EUR))
                .reduce(Money::plus);
        if (award.isEmpty() || equivalent.isEmpty() || !award.get().isSameCurrency(equivalent.get())) {
            return Optional.of(whole);
        }
        Fraction share = Fraction.ratio(equivalent.get(), award.get());
        return Optional.of(
                Amounts.share(Message.of("DEP-AID-PART", part.label()), Message.of("DEP-AID-SHARE"), share, whole));
    }

    /** The grant behind a part: the one that its budget line names, or itself. */
    private Optional<Grant> grantOf(PublicAmount part) {
        Optional<BudgetLine> line = ofYear.stream()
                .filter(each -> part.records().contains(each.id().value()))
                .findFirst();
        return line.isPresent()
                ? line.flatMap(each -> Optional.ofNullable(each.grant())).flatMap(portfolio::grant)
                : part.records().stream()
                        .flatMap(id -> portfolio.grant(new GrantId(id)).stream())
                        .findFirst();
    }
}
