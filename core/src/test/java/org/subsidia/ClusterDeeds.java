package org.subsidia;

import static org.subsidia.ClusterYear.euros;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.ClusterYear.Act;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Trigger;
import org.subsidia.portfolio.schedule.ScheduleTemplates;

/** The kinds of things people do with a grant, each as one edit. */
final class ClusterDeeds {
    private ClusterDeeds() {}

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** A request filed, and what is known of the grant by then. */
    static Act requested(
            String day,
            GrantId id,
            String purpose,
            FunderId decider,
            FunderId payer,
            UnaryOperator<Grant.Builder> more) {
        Grant.Builder grant = Grant.builder(id, ClusterCast.CLUSTER)
                .purpose(purpose)
                .decisionMaker(decider)
                .payer(payer)
                .state(GrantState.REQUESTED)
                .dates(GrantDates.builder().request(day(day)).build());
        return new Act(
                day(day),
                "demande",
                portfolio -> Edit.put(more.apply(grant.build().toBuilder()).build()));
    }

    static Act change(String day, GrantId id, String label, UnaryOperator<Grant.Builder> change) {
        return new Act(
                day(day),
                label,
                portfolio -> Edit.batch(
                        label,
                        List.of(Edit.put(change.apply(portfolio.grant(id).orElseThrow().toBuilder())
                                .build()))));
    }

    static Act awarded(String day, GrantId id, long amount) {
        return change(day, id, "attribution", grant -> dated(grant, dates -> dates.decision(day(day)))
                .state(GrantState.AWARDED)
                .addAmount(new StagedAmount(AmountStage.AWARDED, euros(amount), day(day), null)));
    }

    static Act notified(String day, GrantId id) {
        return change(day, id, "notification", grant -> dated(grant, dates -> dates.notification(day(day))));
    }

    /** The convention, with the schedule of a template laid over the grant. */
    static Act signed(String day, GrantId id, String template, Fraction advance, UnaryOperator<Grant.Builder> more) {
        return change(day, id, "convention", grant -> {
            Grant.Builder next = more.apply(dated(grant, dates -> dates.convention(day(day))));
            return next.state(GrantState.UNDER_CONVENTION).schedule(steps(next.build(), template, advance));
        });
    }

    static Act claim(String day, GrantId id, String claim, ClaimKind kind, long claimed) {
        return change(
                day,
                id,
                "demande de paiement",
                grant -> grant.addClaim(new Claim(claim, kind, day(day), euros(claimed), null, null, List.of(), null)));
    }

    /** The funder certifies the eligible part of a claim. */
    static Act certified(String day, GrantId id, String claim, long certified) {
        return change(day, id, "service fait", grant -> {
            List<Claim> claims = new ArrayList<>(grant.build().claims());
            claims.replaceAll(old -> old.id().equals(claim)
                    ? new Claim(
                            claim, old.kind(), old.date(), old.claimed(), day(day), euros(certified), old.lines(), null)
                    : old);
            return grant.claims(claims);
        });
    }

    static Act paid(String day, GrantId id, long amount, @Nullable String claim) {
        Money money = euros(amount);
        return change(day, id, "virement", grant -> grant.addReceipt(new Receipt(day, day(day), money, claim, null)));
    }

    static Act reported(String day, GrantId id) {
        return change(day, id, "compte rendu", grant -> dated(grant, dates -> dates.reported(day(day))));
    }

    /** The funder writes what is definitively acquired. */
    static Act acquired(String day, GrantId id, long amount) {
        return change(
                day,
                id,
                "montant définitif",
                grant -> grant.addAmount(
                        new StagedAmount(AmountStage.ACQUIRED, euros(amount), day(day), "décompte définitif")));
    }

    static Act closed(String day, GrantId id) {
        return change(day, id, "clôture", grant -> grant.state(GrantState.CLOSED));
    }

    static Grant.Builder dated(Grant.Builder grant, UnaryOperator<GrantDates.Builder> change) {
        return grant.dates(change.apply(grant.build().dates().toBuilder()).build());
    }

    static List<ScheduleStep> steps(Grant grant, String template, Fraction advance) {
        return ScheduleTemplates.find(template)
                .orElseThrow()
                .steps(grant, Locale.FRENCH, advance)
                .get();
    }

    static ScheduleStep step(
            String name, StepRole role, Trigger trigger, Portion portion, @Nullable Fraction cumulativeCap) {
        return new ScheduleStep(name, role, trigger, portion, cumulativeCap, false, null, null);
    }
}
