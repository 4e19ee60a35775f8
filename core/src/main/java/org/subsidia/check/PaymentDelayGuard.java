package org.subsidia.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.EventKind;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.Trigger;
import org.subsidia.portfolio.schedule.PaymentSchedule;
import org.subsidia.portfolio.schedule.StepStatus;
import org.subsidia.time.Counting;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/**
 * G-60J: a subsidy is not paid 60 days after its notification, or after the event that its convention sets; a date that the
 * convention sets takes the place of the delay. With the draft of a letter.
 */
final class PaymentDelayGuard extends GrantGuard {
    PaymentDelayGuard() {
        super("60J");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        boolean open = YearAwards.stands(grant) && grant.state() != GrantState.CLOSED;
        Optional<Funder> payer = Authority.paying(grant, context);
        // shared European funds have a delay of their own, from a complete claim
        if (!open
                || grant.nature() != GrantNature.SUBSIDY
                || grant.form() == AidForm.IN_KIND
                || payer.isEmpty()
                || !Authority.isFrenchPublic(payer.get())
                || Authority.hasSharedEuFunds(grant, context)) {
            return;
        }
        PaymentSchedule schedule = context.schedule(grant);
        if (grant.schedule().isEmpty()) {
            whole(grant, payer.get(), schedule, context, found);
        } else {
            schedule.steps().forEach(step -> step(grant, payer.get(), step, context, found));
        }
    }

    private void whole(Grant grant, Funder payer, PaymentSchedule schedule, GuardContext context, List<Checked> found) {
        Optional<Money> open = Amounts.of(schedule.remaining()).filter(Money::isPositive);
        Optional<CalendarEvent> due = context.events(grant.id(), EventKind.PAYMENT).stream()
                .filter(event -> context.today().isAfter(event.date()))
                .findFirst();
        if (open.isEmpty() || due.isEmpty()) {
            return;
        }
        Place place = Verdict.place(grant, "receipts");
        LocalDate day = due.get().date();
        if (grant.paymentTerms() != null && grant.paymentWindow() == null) {
            if (Amounts.of(schedule.paid()).filter(Money::isZero).isPresent()) {
                found.add(Verdict.info(this, place, Message.of("CHECK-60J-TERMS", payer.name(), day))
                        .because(due.get().explanation(), schedule.remaining())
                        .from(grant, payer)
                        .checked());
            }
            return;
        }
        Message article = article(due.get().rules());
        found.add(Verdict.warning(
                        this,
                        place,
                        Message.of("CHECK-60J-LATE", payer.name(), notification(grant), day, open.get(), article))
                .because(due.get().explanation(), schedule.remaining())
                .from(grant, payer)
                .checked()
                .withLetter(letter(grant, payer, open.get(), day, article, context)));
    }

    private static Message article(List<RuleReference> rules) {
        return rules.isEmpty()
                ? Message.of("CHECK-AGREED")
                : Message.of("CHECK-TEXT", rules.get(0).legalReference());
    }

    private static Object notification(Grant grant) {
        LocalDate notified = grant.dates().notification();
        return notified == null ? Message.of("CHECK-60J-NODATE") : notified;
    }

    private void step(Grant grant, Funder payer, StepStatus step, GuardContext context, List<Checked> found) {
        Optional<Money> open = step.dueAmount().filter(Money::isPositive);
        Optional<LocalDate> start = start(grant, step);
        if (open.isEmpty() || start.isEmpty()) {
            return;
        }
        Optional<DueDay> due = step.step().trigger() instanceof Trigger.OnDate
                ? Optional.of(Deadline.from(start.get()).due())
                : legal(start.get(), payer, context);
        if (due.isEmpty() || !context.today().isAfter(due.get().date())) {
            return;
        }
        String name = step.step().name();
        Explanation count = due.get().explanation();
        Message article = article(count.rules());
        found.add(Verdict.warning(
                        this,
                        Verdict.place(grant, "schedule"),
                        Message.of(
                                "CHECK-60J-STEP", payer.name(), name, due.get().date(), open.get(), article))
                .because(count, step.due())
                .from(grant, payer)
                .checked()
                .withLetter(letter(grant, payer, open.get(), due.get().date(), article, context)));
    }

    /** When the clock of a step starts: its release, or the certification on which its amount hangs if that came later. */
    private static Optional<LocalDate> start(Grant grant, StepStatus step) {
        boolean onCost = step.step().portion() instanceof Portion.OfCertified
                || (step.step().portion() instanceof Portion.Remainder && grant.settlement() != Settlement.FIXED);
        if (!onCost) {
            return step.release();
        }
        Optional<LocalDate> certified = grant.claims().stream()
                .map(Claim::certifiedOn)
                .flatMap(Stream::ofNullable)
                .max(LocalDate::compareTo);
        return certified.flatMap(day -> step.release().map(release -> release.isAfter(day) ? release : day));
    }

    private static Optional<DueDay> legal(LocalDate start, Funder payer, GuardContext context) {
        Law law = context.lawAt(start);
        Optional<Rule<Span>> delay = law.find(Kind.PERIOD, "subsidy.payment.delay");
        Optional<Rule<Counting>> civil = law.find(Kind.COUNTING, "counting.civil");
        if (delay.isEmpty() || civil.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Deadline.from(start)
                .plus(delay.get().value())
                .because(delay.get().reference())
                .counted(civil.get().value(), civil.get().reference())
                .with(context.lawBase().calendar(Authority.zone(payer)))
                .due());
    }

    private static Message letter(
            Grant grant, Funder payer, Money open, LocalDate due, Message article, GuardContext context) {
        String structure = context.portfolio()
                .structure(grant.structure())
                .map(Structure::name)
                .orElse(grant.structure().value());
        Object reference = grant.reference() == null ? grant.id().value() : grant.reference();
        return Message.of(
                "CHECK-60J-LETTER",
                payer.name(),
                structure,
                YearAwards.name(grant),
                reference,
                notification(grant),
                open,
                due,
                article,
                context.today());
    }
}
