package org.subsidia.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.Structure;
import org.subsidia.stateaid.AidAnswer;
import org.subsidia.stateaid.AidAward;
import org.subsidia.stateaid.AidAwards;
import org.subsidia.stateaid.DeMinimis;
import org.subsidia.stateaid.DeMinimisRule;
import org.subsidia.stateaid.DeMinimisVerdict;

/**
 * G-DM: de minimis aid does not fit into what the single undertaking may still receive: an error where it was awarded, on the
 * day of the award, a warning where it is only asked for, on the day of the check. Silent while facts are missing.
 */
final class DeMinimisGuard implements Guard {
    @Override
    public String id() {
        return "G-DM";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-DM");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        AidAwards awards = AidAwards.of(context.portfolio());
        for (Structure structure : context.structures()) {
            DeMinimis aid = null;
            for (AidAward award : awards.of(structure.id())) {
                Optional<DeMinimisRule> rule = rule(award.regime());
                LocalDate day = award.day();
                Money amount = award.amount();
                if (rule.isPresent() && day != null && amount != null && !amount.isNegative()) {
                    aid = aid == null ? DeMinimis.of(awards, structure, context.lawBase()) : aid;
                    judge(aid, award.grant(), rule.get(), day, amount, Severity.ERROR, found);
                }
            }
            for (Grant grant : context.portfolio().grantsOf(structure.id())) {
                Optional<Money> asked = asked(grant);
                if (asked.isPresent()) {
                    aid = aid == null ? DeMinimis.of(awards, structure, context.lawBase()) : aid;
                    DeMinimisRule rule = rule(grant.regimes().get(0)).orElseThrow();
                    judge(aid, grant, rule, context.today(), asked.get(), Severity.WARNING, found);
                }
            }
        }
        return found;
    }

    private static Optional<DeMinimisRule> rule(@Nullable Regime regime) {
        return Optional.ofNullable(regime).flatMap(one -> DeMinimisRule.of(one.kind()));
    }

    /** What a grant asks for that is not decided yet and would be de minimis and nothing else. */
    private static Optional<Money> asked(Grant grant) {
        boolean pending = grant.state() == GrantState.PLANNED || grant.state() == GrantState.REQUESTED;
        if (!pending
                || grant.regimes().size() != 1
                || rule(grant.regimes().get(0)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(grant.regimes().get(0).grossGrantEquivalent())
                .or(() -> grant.amount(AmountStage.REQUESTED))
                .filter(money -> money.getCurrencyUnit().equals(CurrencyUnit.EUR) && !money.isNegative());
    }

    private void judge(
            DeMinimis aid,
            Grant grant,
            DeMinimisRule rule,
            LocalDate day,
            Money amount,
            Severity severity,
            List<Checked> found) {
        DeMinimis others = aid.without(grant.id());
        if (others.headroom(rule, day).holds(amount) != AidAnswer.NO) {
            return;
        }
        DeMinimisVerdict verdict = others.ask(rule, day, amount);
        Place place = Verdict.place(grant, "regimes");
        LocalDate from = verdict.from();
        Money possible = verdict.possible().orElse(Money.zero(CurrencyUnit.EUR));
        Message message = severity == Severity.ERROR
                ? Message.of("CHECK-DM-AWARDED", amount, day, rule.words(), possible)
                : from == null
                        ? Message.of("CHECK-DM-ASKED", amount, day, rule.words(), possible)
                        : Message.of("CHECK-DM-ASKED-UNTIL", amount, day, rule.words(), possible, from);
        found.add(Verdict.of(this, severity, place, message)
                .because(verdict.explanation())
                .from(grant)
                .checked());
    }
}
