package org.subsidia.cashflow;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.calendar.Funding;
import org.subsidia.explain.Amounts;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Trigger;
import org.subsidia.portfolio.schedule.ScheduleEngine;
import org.subsidia.portfolio.schedule.StepState;
import org.subsidia.portfolio.schedule.StepStatus;

/** How long each payer took so far: from the release of a step, or from a claim, to the receipt that fills it. */
final class LagHistory {

    /** Money of the Union that a Region transfers comes at another pace than its own; agreed days are kept in another way. */
    record Key(FunderId payer, boolean union, boolean agreed) {}

    private record Seen(GrantId grant, StructureId structure, int days) {}

    private final Portfolio portfolio;
    private final LocalDate asAt;
    private final Set<FunderId> learned = new HashSet<>();
    private final Map<Key, List<Seen>> seen = new HashMap<>();

    /** Nothing is learned yet: each payer is, once, when somebody first asks for it. */
    LagHistory(Portfolio portfolio, LocalDate asAt) {
        this.portfolio = portfolio;
        this.asAt = asAt;
    }

    private void learn(FunderId payer) {
        for (Grant grant : portfolio.grantsOf(payer)) {
            boolean pays = payer.equals(Funding.payer(grant));
            if (pays && grant.form() == AidForm.CASH && Funding.isGranted(grant)) {
                tryToRead(grant, payer, Funding.isEuShared(grant, portfolio), asAt);
            }
        }
    }

    /** The delay of a payer with a structure: own observations where there are enough, else those of all, else the default. */
    Lag of(Key key, StructureId structure, Lag otherwise) {
        if (learned.add(key.payer())) {
            learn(key.payer());
        }
        List<Seen> all = seen.getOrDefault(key, List.of());
        int[] own = all.stream()
                .filter(one -> one.structure().equals(structure))
                .mapToInt(Seen::days)
                .toArray();
        if (own.length >= Lag.ENOUGH) {
            return Lag.learned(true, own, otherwise);
        }
        return all.isEmpty()
                ? otherwise
                : Lag.learned(false, all.stream().mapToInt(Seen::days).toArray(), otherwise);
    }

    /** A grant whose days cannot be counted teaches nothing. */
    private void tryToRead(Grant grant, FunderId payer, boolean union, LocalDate asAt) {
        try {
            read(grant, payer, union, asAt);
        } catch (DateTimeException | ArithmeticException e) {
            seen.values().forEach(all -> all.removeIf(one -> one.grant().equals(grant.id())));
        }
    }

    private void read(Grant grant, FunderId payer, boolean union, LocalDate asAt) {
        List<Receipt> receipts = grant.receipts().stream()
                .filter(receipt ->
                        !receipt.date().isAfter(asAt) && receipt.amount().isPositive())
                .sorted(Comparator.comparing(Receipt::date))
                .toList();
        if (receipts.isEmpty()) {
            return;
        }
        if (grant.schedule().isEmpty()) {
            claims(grant, receipts, new Key(payer, union, false));
            return;
        }
        Money sum = null;
        for (StepStatus status : ScheduleEngine.of(grant, asAt).steps()) {
            Optional<Money> paid = Amounts.of(status.paid());
            if (paid.isEmpty()
                    || status.state() != StepState.PAID
                    || !paid.get().isPositive()) {
                return;
            }
            sum = sum == null ? paid.get() : sum.plus(paid.get());
            Optional<LocalDate> filled = reached(receipts, sum);
            boolean agreed = isAgreed(status.step());
            if (status.release().isPresent() && filled.isPresent()) {
                add(new Key(payer, union, agreed), grant, status.release().get(), filled.get());
            }
        }
    }

    static boolean isAgreed(ScheduleStep step) {
        return step.trigger() instanceof Trigger.OnDate;
    }

    private void claims(Grant grant, List<Receipt> receipts, Key key) {
        for (Claim claim : grant.claims()) {
            LocalDate filed = claim.date();
            @Nullable
            LocalDate answered = receipts.stream()
                    .filter(receipt -> claim.id().equals(receipt.claim()))
                    .map(Receipt::date)
                    .findFirst()
                    .orElse(null);
            if (filed != null && answered != null) {
                add(key, grant, filed, answered);
            }
        }
    }

    /** Money that came before its day took no time. */
    private void add(Key key, Grant grant, LocalDate from, LocalDate to) {
        long days = Math.max(0, ChronoUnit.DAYS.between(from, to));
        seen.computeIfAbsent(key, k -> new ArrayList<>())
                .add(new Seen(grant.id(), grant.structure(), Math.toIntExact(days)));
    }

    private static Optional<LocalDate> reached(List<Receipt> receipts, Money target) {
        Money sum = Money.zero(target.getCurrencyUnit());
        for (Receipt receipt : receipts) {
            if (receipt.amount().isSameCurrency(sum)) {
                sum = sum.plus(receipt.amount());
            }
            if (!sum.isLessThan(target)) {
                return Optional.of(receipt.date());
            }
        }
        return Optional.empty();
    }
}
