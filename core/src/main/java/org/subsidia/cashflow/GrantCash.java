package org.subsidia.cashflow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.calendar.Funding;
import org.subsidia.calendar.GrantDays;
import org.subsidia.cofinancing.DecommitmentRisk;
import org.subsidia.cofinancing.InterimClaim;
import org.subsidia.cofinancing.TrancheCover;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.Kind;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.ReportKind;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Trigger;
import org.subsidia.portfolio.schedule.PaymentSchedule;
import org.subsidia.portfolio.schedule.ScheduleEngine;
import org.subsidia.portfolio.schedule.StepState;
import org.subsidia.portfolio.schedule.StepStatus;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/** What is still to come of grants, payment by payment, and what cannot be told. Used once. */
final class GrantCash {
    private static final String PROBABILITY = "cashflow.award-probability";
    private static final String REPORT_DELAY = "subsidy.report.delay";

    private final Portfolio portfolio;
    private final LawBase laws;
    private final ForecastOptions options;
    private final LocalDate asAt;
    private final GrantDays days;
    private final LagDefaults defaults;
    private final LagHistory history;

    final List<ExpectedCash> expected = new ArrayList<>();
    final List<NotForecast> missing = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    GrantCash(Portfolio portfolio, LawBase laws, ForecastOptions options, GrantDays days, LagHistory history) {
        this.portfolio = portfolio;
        this.laws = laws;
        this.options = options;
        this.asAt = options.asAt();
        this.days = days;
        this.defaults = new LagDefaults(portfolio, laws, asAt);
        this.history = history;
    }

    /** A grant with a year such as 999 999 999 must not cost the forecast of all others. */
    void read(Grant grant) {
        int before = expected.size();
        try {
            readDated(grant);
        } catch (DateTimeException | ArithmeticException e) {
            expected.subList(before, expected.size()).clear();
            miss(grant, null, Message.of("CASH-MISSING-RANGE"));
        }
    }

    private void readDated(Grant grant) {
        if (grant.form() != AidForm.CASH) {
            return;
        }
        switch (grant.state()) {
            case REFUSED, CANCELLED, CLOSED -> {}
            case PLANNED, REQUESTED -> {
                if (options.applications()) {
                    asAwarded(grant).ifPresent(awarded -> new OneGrant(awarded)
                            .read(probability(grant), probabilityRules(grant)));
                }
            }
            default -> new OneGrant(grant).read(Fraction.ONE, List.of());
        }
    }

    private Fraction probability(Grant application) {
        Fraction own = options.probabilities().get(application.state());
        String key = application.state().name().toLowerCase(Locale.ROOT);
        return own != null ? own : laws.at(asAt).shares(PROBABILITY).value().getOrDefault(key, Fraction.ZERO);
    }

    private List<RuleReference> probabilityRules(Grant application) {
        return options.probabilities().containsKey(application.state())
                ? List.of()
                : List.of(laws.at(asAt).shares(PROBABILITY).reference());
    }

    /** The application as if it had been granted in full on the day on which the answer is expected. */
    private Optional<Grant> asAwarded(Grant grant) {
        Optional<Money> asked =
                grant.amountOn(AmountStage.REQUESTED, asAt).or(() -> Optional.ofNullable(grant.maximum()));
        if (asked.isEmpty()) {
            miss(grant, null, Message.of("CASH-MISSING-REQUESTED"));
            return Optional.empty();
        }
        LocalDate known = grant.dates().notification();
        LocalDate answer = known != null
                ? known
                : days.notification(grant).flatMap(GrantDays.Known::day).orElse(null);
        if (answer == null) {
            miss(grant, null, Message.of("CASH-MISSING-ANSWER"));
            return Optional.empty();
        }
        GrantDates dates = grant.dates();
        return Optional.of(grant.toBuilder()
                .dates(dates.toBuilder()
                        .notification(answer)
                        .decision(dates.decision() == null ? answer : dates.decision())
                        .convention(dates.convention() == null ? answer : dates.convention())
                        .build())
                .addAmount(new StagedAmount(AmountStage.AWARDED, asked.get(), asAt, null))
                .build());
    }

    private void miss(Grant grant, @Nullable String step, Message reason) {
        missing.add(new NotForecast(grant.id(), subject(grant), step, reason));
    }

    /** What a grant is called: its purpose, else its reference, else its id. */
    static Message subject(Grant grant) {
        String reference = grant.reference();
        String purpose = grant.purpose().strip();
        return Message.of(
                "CASH-TEXT",
                !purpose.isEmpty()
                        ? purpose
                        : reference != null ? reference : grant.id().value());
    }

    /** The payments of one grant. */
    private final class OneGrant {
        private final Grant grant;
        private final List<ExpectedCash> own = new ArrayList<>();

        OneGrant(Grant grant) {
            this.grant = grant;
        }

        void read(Fraction probability, List<RuleReference> rules) {
            PaymentSchedule schedule = ScheduleEngine.of(portfolio, grant, asAt);
            findings.addAll(schedule.findings());
            if (grant.schedule().isEmpty()) {
                withoutSchedule(schedule);
            } else {
                steps(schedule);
            }
            if (probability.compareTo(Fraction.ONE) == 0 && Funding.isEuShared(grant, portfolio)) {
                tranches();
            }
            for (ExpectedCash payment : own) {
                expected.add(new ExpectedCash(
                        grant,
                        payment.number(),
                        payment.step(),
                        payment.release(),
                        payment.released(),
                        payment.amount(),
                        payment.lag(),
                        probability,
                        rules,
                        0,
                        null));
            }
        }

        /** Money of the Union that comes although a tranche may lapse before: a risk, which the forecast names and does not deduct. */
        private void tranches() {
            DecommitmentRisk risk = DecommitmentRisk.of(List.of(grant), portfolio, options.months(), laws.at(asAt));
            Optional<Money> open = Amounts.of(risk.amount()).filter(Money::isPositive);
            Optional<Money> expected = own.stream()
                    .flatMap(payment -> payment.money().stream())
                    .filter(Money::isPositive)
                    .reduce(Money::plus);
            Optional<TrancheCover> last = risk.covers().stream()
                    .filter(cover -> !cover.tranche().date().isAfter(risk.until()))
                    .reduce((a, b) -> b);
            if (open.isEmpty()
                    || expected.isEmpty()
                    || last.isEmpty()
                    || !open.get().isSameCurrency(expected.get())) {
                return;
            }
            Money exposed = open.get().isLessThan(expected.get()) ? open.get() : expected.get();
            LocalDate by = last.get()
                    .claimBy()
                    .map(DueDay::date)
                    .orElse(last.get().tranche().date());
            BigDecimal percent = Fraction.ratio(exposed, expected.get())
                    .times(Fraction.of(100))
                    .value(0, RoundingMode.CEILING);
            findings.add(Finding.warning(
                    Place.record(grant.id().value()).field("claims"),
                    by.isBefore(asAt) ? "CASH-TRANCHE-PAST" : "CASH-TRANCHE",
                    subject(grant),
                    exposed,
                    by,
                    Integer.toString(last.get().tranche().year()),
                    grant.id().value(),
                    percent));
        }

        private void steps(PaymentSchedule schedule) {
            List<GrantDays.Known> due = days.steps(grant);
            int open = -1;
            for (int i = 0; i < schedule.steps().size(); i++) {
                StepStatus status = schedule.steps().get(i);
                ScheduleStep step = status.step();
                boolean released = status.state() == StepState.DUE || status.state() == StepState.PARTLY_PAID;
                Explanation amount = status.state() == StepState.TO_RECOVER || released
                        ? status.due()
                        : Amounts.difference(
                                Message.of("CASH-STEP-OPEN", step.name()), status.expected(), status.paid());
                if (status.state() == StepState.PAID) {
                    continue;
                }
                Optional<Money> money = Amounts.of(amount);
                if (money.isEmpty()) {
                    missOf(step.name(), amount);
                } else if (!money.get().isZero()) {
                    Release release = release(status, due.get(i));
                    if (release == null) {
                        Message why = status.missing();
                        miss(grant, step.name(), why == null ? Message.of("CASH-MISSING-DAY") : why);
                    } else {
                        add(i, step.name(), release, amount, LagHistory.isAgreed(step));
                        boolean elastic = step.portion() instanceof Portion.Remainder
                                || step.portion() instanceof Portion.OfCertified;
                        open = elastic && !released && money.get().isPositive() ? own.size() - 1 : open;
                    }
                }
            }
            if (open >= 0 && !schedule.settled()) {
                rest(schedule, open);
            }
        }

        /** Less was certified so far than a step might have paid: the rest may still come with the last one. */
        private void rest(PaymentSchedule schedule, int open) {
            List<Explanation> parts = new ArrayList<>(List.of(schedule.remaining()));
            for (int i = 0; i < own.size(); i++) {
                if (i != open) {
                    parts.add(own.get(i).amount());
                }
            }
            ExpectedCash last = own.get(open);
            Explanation amount =
                    Amounts.difference(Message.of("CASH-STEP-REST", last.step()), parts.toArray(Explanation[]::new));
            Optional<Money> more = Amounts.of(amount);
            if (missing.stream().noneMatch(one -> one.grant().equals(grant.id()))
                    && more.isPresent()
                    && last.money()
                            .map(money -> more.get().isGreaterThan(money))
                            .orElse(false)) {
                own.set(open, last.withAmount(amount));
            }
        }

        private void missOf(String step, Explanation amount) {
            miss(
                    grant,
                    step,
                    amount.value() instanceof Value.Unknown unknown
                            ? unknown.reason()
                            : Message.of("CASH-MISSING-AMOUNT"));
        }

        /** When a step may be asked for, from the surest source to the assumption. */
        private @Nullable Release release(StepStatus status, GrantDays.Known known) {
            Optional<LocalDate> told = status.release();
            if (told.isPresent() && (!told.get().isAfter(asAt) || known.day().isEmpty())) {
                boolean waits = status.state() == StepState.WAITING || status.state() == StepState.BELOW_MINIMUM;
                return waits
                        ? notBefore(told.get(), known.explanation())
                        : new Release(told.get(), shown(told.get(), known));
            }
            if (known.day().isPresent()) {
                return notBefore(known.day().get(), known.explanation());
            }
            return assumed(status.step().trigger());
        }

        private Explanation shown(LocalDate day, GrantDays.Known known) {
            return known.day().filter(day::equals).isPresent()
                    ? known.explanation()
                    : Explanation.leaf(Message.of("CASH-RELEASED"), new Value.Day(day));
        }

        /** What should have been released and was not is asked for on the day of looking at the earliest. */
        private Release notBefore(LocalDate day, Explanation explanation) {
            if (!day.isBefore(asAt)) {
                return new Release(
                        day,
                        explanation.value().equals(new Value.Day(day))
                                ? explanation
                                : Explanation.leaf(Message.of("CASH-RELEASED"), new Value.Day(day)));
            }
            return new Release(
                    asAt,
                    Explanation.of(
                            Message.of("CASH-NOT-BEFORE"), new Value.Day(asAt), Step.CHOICE, List.of(explanation)));
        }

        /** Reports and expenses without a day come when the action ends; a final report within the delay of the law. */
        private @Nullable Release assumed(Trigger trigger) {
            LocalDate end = grant.dates().end();
            boolean report = trigger instanceof Trigger.OnReport;
            if (end == null || !(report || trigger instanceof Trigger.OnShareSpent)) {
                return null;
            }
            findings.add(Finding.info(
                    Place.record(grant.id().value()).field("deadlines"), "CASH-END-ASSUMED", subject(grant)));
            Explanation last = Explanation.leaf(Message.of("CASH-ACTION-END"), new Value.Day(end));
            Optional<Rule<Span>> delay = trigger instanceof Trigger.OnReport on && on.report() == ReportKind.FINAL
                    ? laws.at(asAt).find(Kind.PERIOD, REPORT_DELAY)
                    : Optional.empty();
            if (delay.isEmpty()) {
                return notBefore(end, last);
            }
            LocalDate due = Deadline.from(end).plus(delay.get().value()).due().date();
            return notBefore(
                    due,
                    Explanation.of(Message.of("CASH-REPORT-DUE"), new Value.Day(due), Step.CHOICE, List.of(last))
                            .withRules(List.of(delay.get().reference())));
        }

        private void withoutSchedule(PaymentSchedule schedule) {
            Explanation left =
                    schedule.settled() && !grant.claims().isEmpty() ? schedule.balance() : schedule.remaining();
            Optional<Money> money = Amounts.of(left);
            if (money.isEmpty()) {
                missOf("", left);
                return;
            }
            boolean back = money.get().isNegative()
                    && schedule.settled()
                    && !grant.claims().isEmpty();
            if (money.get().isZero() || (money.get().isNegative() && !back)) {
                return;
            }
            Explanation rest = left;
            int number = 0;
            if (money.get().isPositive()) {
                for (Asked asked : asked(schedule, left)) {
                    add(number++, asked.claim().id(), asked.release(), asked.amount(), false);
                    rest = Amounts.difference(Message.of("CASH-REST"), left, sumOfOwn());
                }
            }
            if (Amounts.of(rest).map(Money::isZero).orElse(true)) {
                return;
            }
            Rest day = restDay();
            if (day == null) {
                miss(grant, null, Message.of("CASH-MISSING-DAY"));
            } else {
                add(number, "", day.release(), Amounts.same(Message.of("CASH-REST"), rest), day.agreed());
            }
        }

        private Explanation sumOfOwn() {
            return Amounts.sum(
                    Message.of("CASH-CLAIMED"),
                    grantCurrency(),
                    own.stream().map(ExpectedCash::amount).toList());
        }

        private CurrencyUnit grantCurrency() {
            return own.get(0).money().map(Money::getCurrencyUnit).orElse(CurrencyUnit.EUR);
        }

        /** Claims that wait for their money: receipts fill claims in their order, as they fill steps. */
        private List<Asked> asked(PaymentSchedule schedule, Explanation left) {
            List<Claim> claims = grant.claims().stream()
                    .filter(claim -> claim.date() != null)
                    .sorted(Comparator.comparing(claim -> claim.date() == null ? LocalDate.MAX : claim.date()))
                    .toList();
            List<Asked> all = new ArrayList<>();
            Optional<Money> paid = Amounts.of(schedule.paid());
            Optional<Money> most = Amounts.of(left);
            if (paid.isEmpty() || most.isEmpty()) {
                return all;
            }
            Money covered = paid.get();
            Money room = most.get();
            boolean union = Funding.isEuShared(grant, portfolio);
            for (Claim claim : claims) {
                Optional<Explanation> worth = worth(claim).filter(one -> Amounts.of(one)
                        .filter(m -> m.isSameCurrency(room))
                        .isPresent());
                LocalDate filed = claim.date();
                if (worth.isEmpty() || filed == null) {
                    continue;
                }
                Money amount = Amounts.of(worth.get()).orElseThrow();
                Money taken = covered.isGreaterThan(amount) ? amount : covered;
                Money still = amount.minus(taken);
                // an advance of the Union is earned by the claims after it, from which it is deducted
                boolean advance = union && claim.kind() == ClaimKind.ADVANCE;
                covered = advance ? covered.plus(still) : covered.minus(taken);
                Money free = room.minus(total(all, room));
                boolean interim = union && claim.kind() != ClaimKind.FINAL;
                if (interim) {
                    free = capped(free, still, total(all, room), schedule);
                }
                if (!still.isPositive() || !free.isPositive()) {
                    continue;
                }
                Explanation open = Amounts.difference(
                        Message.of("CASH-CLAIM-OPEN", claim.id()),
                        worth.get(),
                        Amounts.given(Message.of("CASH-CLAIM-PAID"), taken));
                Explanation limited = still.isGreaterThan(free)
                        ? Amounts.least(
                                        Message.of("CASH-CLAIM-OPEN", claim.id()),
                                        List.of(open, Amounts.given(Message.of("CASH-ROOM"), free)))
                                .withRules(interim ? interimRules(schedule) : List.of())
                        : open;
                Explanation day = Explanation.leaf(Message.of("CASH-CLAIM-FILED", claim.id()), new Value.Day(filed));
                all.add(new Asked(claim, new Release(filed, day), limited));
            }
            return all;
        }

        private List<RuleReference> interimRules(PaymentSchedule schedule) {
            return InterimClaim.room(schedule, laws.at(asAt))
                    .map(Explanation::rules)
                    .orElse(List.of());
        }

        /** Interim payments of the Union end at a share of the grant; the rest comes with the balance. */
        private Money capped(Money free, Money still, Money before, PaymentSchedule schedule) {
            Optional<Money> room = InterimClaim.room(schedule, laws.at(asAt))
                    .flatMap(Amounts::of)
                    .filter(left -> left.isSameCurrency(free));
            if (room.isEmpty()) {
                return free;
            }
            Money left = room.get().minus(before);
            Money most = left.isLessThan(free) ? left : free;
            if (most.isLessThan(still)) {
                Money later = most.isNegative() ? still : still.minus(most);
                findings.add(Finding.info(
                        Place.record(grant.id().value()).field("claims"),
                        "CASH-INTERIM-CAPPED",
                        subject(grant),
                        later));
            }
            return most;
        }

        private Money total(List<Asked> all, Money like) {
            return all.stream()
                    .flatMap(one -> Amounts.of(one.amount()).stream())
                    .reduce(Money.zero(like.getCurrencyUnit()), Money::plus);
        }

        /** The certified cost times the rate, or else what was claimed. */
        private Optional<Explanation> worth(Claim claim) {
            Fraction rate = grant.rate();
            Money certified = claim.certified();
            Money cost = certified != null ? certified : claim.claimed();
            if (cost == null) {
                return Optional.empty();
            }
            Explanation shown = Amounts.given(
                    Message.of(certified != null ? "CASH-CLAIM-CERTIFIED" : "CASH-CLAIM-CLAIMED", claim.id()), cost);
            return Optional.of(
                    rate == null || claim.kind() == ClaimKind.ADVANCE
                            ? shown
                            : Amounts.share(
                                    Message.of("CASH-CLAIM-WORTH", claim.id()), Message.of("CASH-RATE"), rate, shown));
        }

        /** From when on the rest may be asked for. */
        private @Nullable Rest restDay() {
            GrantDates dates = grant.dates();
            DateWindow window = grant.paymentWindow();
            LocalDate agreed = window == null ? null : window.last();
            if (agreed != null) {
                return new Rest(notBefore(agreed, leaf("CASH-PAYMENT-WINDOW", agreed)), true);
            }
            boolean byCost = grant.rate() != null || Funding.isEuShared(grant, portfolio);
            Stream<Optional<Release>> days = byCost
                    ? Stream.of(
                            from("CASH-LAST-CLAIM", dates.lastClaim()),
                            from("CASH-ACTION-END", dates.end()),
                            from("CASH-NOTIFIED", dates.notification()))
                    : Stream.of(
                            from("CASH-NOTIFIED", dates.notification()),
                            from("CASH-SIGNED", dates.convention()),
                            from("CASH-DECIDED", dates.decision()),
                            from("CASH-ACTION-END", dates.end()));
            return days.flatMap(Optional::stream)
                    .findFirst()
                    .map(release -> new Rest(release, false))
                    .orElse(null);
        }

        /** A claim that must still be filed cannot have been; an event of the past stands where it stood. */
        private Optional<Release> from(String label, @Nullable LocalDate day) {
            if (day == null) {
                return Optional.empty();
            }
            boolean byClaim = label.equals("CASH-LAST-CLAIM") || label.equals("CASH-ACTION-END");
            return Optional.of(byClaim ? notBefore(day, leaf(label, day)) : new Release(day, leaf(label, day)));
        }

        private Explanation leaf(String label, LocalDate day) {
            return Explanation.leaf(Message.of(label), new Value.Day(day));
        }

        private void add(int number, String step, Release release, Explanation amount, boolean agreed) {
            Lag lag = defaults.of(grant, release.day(), agreed);
            FunderId payer = Funding.payer(grant);
            if (payer != null) {
                boolean union = Funding.isEuShared(grant, portfolio);
                lag = history.of(new LagHistory.Key(payer, union, agreed), grant.structure(), lag);
            }
            own.add(new ExpectedCash(
                    grant, number, step, release.day(), release.why(), amount, lag, Fraction.ONE, List.of(), 0, null));
        }
    }

    private record Release(LocalDate day, Explanation why) {}

    private record Rest(Release release, boolean agreed) {}

    private record Asked(Claim claim, Release release, Explanation amount) {}
}
