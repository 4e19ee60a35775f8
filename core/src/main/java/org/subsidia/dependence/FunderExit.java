package org.subsidia.dependence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.cashflow.CashForecast;
import org.subsidia.cashflow.CashForecasts;
import org.subsidia.cashflow.CashLine;
import org.subsidia.cashflow.DayCash;
import org.subsidia.cashflow.ForecastOptions;
import org.subsidia.cashflow.MonthCash;
import org.subsidia.cashflow.Stress;
import org.subsidia.cashflow.StressWhy;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.schedule.Award;

/**
 * What follows month by month if a funder leaves: what falls due from that day on does not come, nor does the money of the Union
 * that it matched; costs stay as they are.
 *
 * @param party who leaves
 * @param from the day on which it leaves
 * @param base the forecast as it is
 * @param without the forecast without it
 * @param lost what does not come of its own grants within the forecast
 * @param matches what grants of the Union lose with it
 * @param why what it changes in the forecast, payment by payment
 */
public record FunderExit(
        Party party,
        LocalDate from,
        CashForecast base,
        CashForecast without,
        Explanation lost,
        List<MatchLoss> matches,
        StressWhy why) {

    /** Copies the list. */
    public FunderExit {
        matches = List.copyOf(matches);
    }

    /**
     * The exits of some funders, each by itself.
     *
     * @param portfolio what is known
     * @param structure one of the portfolio
     * @param laws the law, with the assumptions of the library
     * @param at the day of looking
     * @param from the day on which they leave
     * @param parties who; those that are no funders of the portfolio are left out
     * @return one exit a funder, over two years from the day of looking
     */
    public static List<FunderExit> of(
            Portfolio portfolio,
            StructureId structure,
            LawBase laws,
            LocalDate at,
            LocalDate from,
            List<Party> parties) {
        CashForecasts forecasts = CashForecasts.of(portfolio, laws, at);
        CashForecast base = forecasts.of(structure, ForecastOptions.of(at));
        return parties.stream()
                .flatMap(party -> portfolio.funder(new FunderId(party.id())).stream()
                        .map(Funder::id)
                        .map(funder -> new Making(portfolio, forecasts, base, party, funder, from).make()))
                .toList();
    }

    /** {@return what grants of the Union lose with it, all together} */
    public Explanation lostOfUnion() {
        return Amounts.sum(
                Message.of("DEP-EXIT-UNION"),
                CurrencyUnit.EUR,
                matches.stream().map(MatchLoss::lost).toList());
    }

    /** {@return the first day that ends below zero without it; unknown where there is none, or what is lost is not known} */
    public Explanation dry() {
        return known(dry(Message.of("DEP-EXIT-DRY", party.label()), without));
    }

    /** {@return the first day that ends below zero as things are} */
    public Explanation dryAnyway() {
        return dry(Message.of("DEP-EXIT-DRY-BASE"), base);
    }

    private static Explanation dry(Message label, CashForecast forecast) {
        if (Amounts.of(forecast.opening()).isEmpty()) {
            return Explanation.of(label, forecast.opening().value(), Step.CHOICE, List.of(forecast.opening()));
        }
        Optional<LocalDate> day = forecast.runwayEnd();
        YearMonth month = day.map(YearMonth::from).orElse(forecast.axis().last());
        List<Explanation> closing = forecast.byMonth().stream()
                .filter(each -> each.month().equals(month))
                .map(MonthCash::closing)
                .toList();
        Value value = day.<Value>map(Value.Day::new)
                .orElseGet(() -> new Value.Unknown(
                        Message.of("DEP-EXIT-LASTS", forecast.options().months())));
        return Explanation.of(label, value, Step.CHOICE, closing);
    }

    /** {@return what must then be found so that no day ends below zero} */
    public Explanation need() {
        return known(why.financingNeed());
    }

    /**
     * The cash at the end of a month without it.
     *
     * @param month which month of the forecast, from 0
     * @return the balance, payment by payment; unknown where balances are, or what is lost
     */
    public Explanation closing(int month) {
        return known(why.closing(month));
    }

    /**
     * What it changes in the cash at the end of a month.
     *
     * @param month which month of the forecast, from 0
     * @return the payments that have not come by then, or less of them; unknown where what is lost is not known
     */
    public Explanation change(int month) {
        LocalDate end = base.axis().month(month).atEndOfMonth();
        return known(Amounts.sum(
                Message.of(
                        "DEP-EXIT-CHANGE",
                        party.label(),
                        base.byMonth().get(month).closing().label()),
                base.currency(),
                why.effects().stream()
                        .map(effect -> effect.change(end))
                        .filter(change ->
                                Amounts.of(change).map(one -> !one.isZero()).orElse(true))
                        .toList()));
    }

    private Explanation known(Explanation figure) {
        return lostOfUnion().value().isKnown()
                ? figure
                : Explanation.of(figure.label(), lostOfUnion().value(), Step.CHOICE, List.of(lostOfUnion()));
    }

    /** {@return the lowest balance at the end of a day without it, if balances are known} */
    public Optional<DayCash> lowest() {
        return without.lowest();
    }

    /** Makes the exit of one funder. */
    private record Making(
            Portfolio portfolio,
            CashForecasts forecasts,
            CashForecast base,
            Party party,
            FunderId funder,
            LocalDate from) {

        FunderExit make() {
            ForecastOptions options = base.options();
            Stress leave = new Stress.Leave(funder, from);
            CashForecast alone = forecasts.of(base.structure().id(), options.withStresses(List.of(leave)));
            Map<GrantId, Money> lost = new LinkedHashMap<>();
            Map<GrantId, Money> left = toCome(alone);
            toCome(base).forEach((grant, amount) -> {
                Money gone = amount.minus(left.getOrDefault(grant, Money.zero(CurrencyUnit.EUR)));
                if (!gone.isZero()) {
                    lost.put(grant, gone);
                }
            });
            List<MatchLoss> matches = matches(lost, left);
            List<Stress> stresses = new ArrayList<>(List.of(leave));
            for (MatchLoss match : matches) {
                match.share()
                        .filter(share -> share.signum() > 0)
                        .ifPresent(share -> stresses.add(new Stress.Decommitment(match.union(), share)));
            }
            CashForecast without =
                    stresses.size() == 1 ? alone : forecasts.of(base.structure().id(), options.withStresses(stresses));
            return new FunderExit(
                    party,
                    from,
                    base,
                    without,
                    Amounts.sum(
                            Message.of("DEP-EXIT-LOST", party.label(), options.months()),
                            CurrencyUnit.EUR,
                            lost.entrySet().stream()
                                    .map(each -> given(each.getKey(), each.getValue()))
                                    .toList()),
                    matches,
                    StressWhy.of(portfolio, base, without));
        }

        private Explanation given(GrantId grant, Money amount) {
            Message name = portfolio.grant(grant).map(GrantIncome::name).orElse(Message.of("DEP-TEXT", grant.value()));
            return Amounts.given(name, amount).withRecords(List.of(grant.value()));
        }

        /** What is to come of each grant, in euros. */
        private static Map<GrantId, Money> toCome(CashForecast forecast) {
            Map<GrantId, Money> sums = new LinkedHashMap<>();
            for (CashLine line : forecast.lines()) {
                GrantId grant = line.grant();
                if (grant != null
                        && line.day().isAfter(forecast.options().asAt())
                        && line.isInflow()
                        && line.money().getCurrencyUnit().equals(CurrencyUnit.EUR)) {
                    sums.merge(grant, line.money(), Money::plus);
                }
            }
            return sums;
        }

        /** Grants of the Union for projects of which the lost grants paid the match. */
        private List<MatchLoss> matches(Map<GrantId, Money> lost, Map<GrantId, Money> left) {
            List<MatchLoss> matches = new ArrayList<>();
            for (Grant union : portfolio.grantsOf(base.structure().id())) {
                Money toCome = left.get(union.id());
                if (toCome == null
                        || union.project() == null
                        || !isOfUnion(union)
                        || union.funders().contains(funder)) {
                    continue;
                }
                List<Explanation> match = lost.entrySet().stream()
                        .filter(each -> portfolio
                                .grant(each.getKey())
                                .filter(grant -> Objects.equals(union.project(), grant.project()))
                                .isPresent())
                        .map(each -> given(each.getKey(), each.getValue()))
                        .toList();
                if (!match.isEmpty()) {
                    matches.add(new MatchLoss(union.id(), toCome, lost(union, toCome, match)));
                }
            }
            return matches;
        }

        private boolean isOfUnion(Grant grant) {
            return grant.funders().stream()
                    .flatMap(id -> portfolio.funder(id).stream())
                    .anyMatch(one -> one.level() == FunderLevel.EU_SHARED);
        }

        private Explanation lost(Grant union, Money toCome, List<Explanation> match) {
            Message label = Message.of("DEP-EXIT-UNION-OF", GrantIncome.name(union));
            Optional<Fraction> rate = rate(union);
            Explanation gone = Amounts.sum(Message.of("DEP-EXIT-MATCH"), CurrencyUnit.EUR, match);
            if (rate.isEmpty() || rate.get().compareTo(Fraction.ONE) >= 0) {
                return Explanation.of(
                        label,
                        new Value.Unknown(Message.of("DEP-EXIT-NO-RATE", GrantIncome.name(union))),
                        Step.CHOICE,
                        List.of(gone));
            }
            Fraction multiple = rate.get().dividedBy(Fraction.ONE.minus(rate.get()));
            Explanation pulled = Amounts.share(
                    Message.of("DEP-EXIT-PULLED"),
                    Message.of(
                            "DEP-EXIT-MULTIPLE",
                            rate.get().times(Fraction.of(100)).value(1)),
                    multiple,
                    gone);
            return Amounts.least(label, List.of(given(union.id(), toCome), pulled))
                    .withRecords(List.of(union.id().value()));
        }

        private Optional<Fraction> rate(Grant union) {
            Optional<Money> award = Award.amount(union, base.options().asAt());
            return Optional.ofNullable(union.rate()).or(() -> Optional.ofNullable(union.eligibleBase())
                    .filter(Money::isPositive)
                    .flatMap(cost -> award.filter(cost::isSameCurrency).map(amount -> Fraction.ratio(amount, cost))));
        }
    }
}
