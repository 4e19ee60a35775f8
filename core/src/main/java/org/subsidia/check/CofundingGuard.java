package org.subsidia.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.schedule.Award;

/**
 * G-SHARE: the shares of co-funders do not fit: a rate above the whole, rates of one cost that add up to more than the whole, a
 * maximum that the rate cannot reach, or a funding plan that names another amount than the award.
 */
final class CofundingGuard implements Guard {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    @Override
    public String id() {
        return "G-SHARE";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-SHARE");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        context.grants().forEach(grant -> rate(grant, found));
        for (Project project : Projects.of(context)) {
            rates(project, context, found);
            for (int i = 0; i < project.funding().size(); i++) {
                line(project, i, context, found);
            }
        }
        return found;
    }

    private void rate(Grant grant, List<Checked> found) {
        Fraction rate = grant.rate();
        Money base = grant.eligibleBase();
        Money maximum = grant.maximum();
        if (rate == null) {
            return;
        }
        if (rate.compareTo(Fraction.ONE) > 0) {
            found.add(Verdict.error(this, Verdict.place(grant, "rate"), Message.of("CHECK-SHARE-RATE", percent(rate)))
                    .because(Amounts.share(Message.of("CHECK-RATE"), rate))
                    .from(grant)
                    .checked());
        } else if (base != null && maximum != null && base.isSameCurrency(maximum)) {
            Explanation reach = Amounts.share(
                    Message.of("CHECK-SHARE-REACH"),
                    Message.of("CHECK-RATE"),
                    rate,
                    Amounts.given(Message.of("CHECK-BASE"), base));
            Money most = rate.times(base, RoundingMode.HALF_UP);
            if (maximum.minus(most).getAmount().compareTo(TOLERANCE) > 0) {
                found.add(Verdict.warning(
                                this,
                                Verdict.place(grant, "maximum"),
                                Message.of("CHECK-SHARE-MAXIMUM", maximum, percent(rate), base, most))
                        .because(reach, Amounts.given(Message.of("CHECK-MAXIMUM"), maximum))
                        .from(grant)
                        .checked());
            }
        }
    }

    /** Rates of different costs do not add up: only grants on one eligible base are compared. */
    private void rates(Project project, GuardContext context, List<Checked> found) {
        List<Grant> grants = context.portfolio().grantsOf(project.id()).stream()
                .filter(grant -> grant.rate() != null
                        && grant.eligibleBase() != null
                        && grant.state() != GrantState.REFUSED
                        && grant.state() != GrantState.CANCELLED)
                .toList();
        boolean oneBase = grants.stream().map(Grant::eligibleBase).distinct().count() == 1;
        List<Fraction> rates =
                grants.stream().map(Grant::rate).flatMap(Stream::ofNullable).toList();
        Fraction sum = rates.stream().reduce(Fraction.ZERO, Fraction::plus);
        if (oneBase && grants.size() > 1 && sum.compareTo(Fraction.ONE) > 0) {
            List<Explanation> parts = new ArrayList<>();
            for (int i = 0; i < grants.size(); i++) {
                parts.add(Amounts.share(YearAwards.name(grants.get(i)), rates.get(i)));
            }
            BigDecimal total = parts.stream()
                    .flatMap(part -> part.value().number().stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            found.add(Verdict.warning(
                            this,
                            Verdict.place(project, "funding"),
                            Message.of("CHECK-SHARE-SUM", project.name(), percent(sum), grants.size()))
                    .because(Explanation.of(Message.of("CHECK-SHARE-RATES"), new Value.Share(total), Step.SUM, parts))
                    .from(project)
                    .checked());
        }
    }

    private void line(Project project, int index, GuardContext context, List<Checked> found) {
        FundingLine line = project.funding().get(index);
        Optional<Grant> grant = Optional.ofNullable(line.grant())
                .flatMap(id -> context.portfolio().grant(id));
        Optional<Money> award = grant.flatMap(named -> Award.amount(named, context.today()));
        if (grant.isEmpty()
                || award.isEmpty()
                || !award.get().isSameCurrency(line.amount())
                || award.get().minus(line.amount()).getAmount().abs().compareTo(TOLERANCE) <= 0) {
            return;
        }
        List<FundingLine> lines = new ArrayList<>(project.funding());
        lines.set(
                index,
                new FundingLine(line.kind(), line.name(), line.funder(), line.grant(), award.get(), line.confirmed()));
        found.add(Verdict.warning(
                        this,
                        Verdict.place(project, "funding"),
                        Message.of("CHECK-SHARE-LINE", line.name(), line.amount(), award.get()))
                .because(
                        Amounts.given(Message.of("CHECK-PLAN-FUNDING"), line.amount()),
                        Award.of(grant.get(), context.today()))
                .from(project, grant.get())
                .checked()
                .with(new QuickFix(
                        Message.of("CHECK-SHARE-TAKE", award.get()),
                        Edit.put(project.toBuilder().funding(lines).build()))));
    }

    private static BigDecimal percent(Fraction share) {
        return share.times(Fraction.of(100)).value(2, RoundingMode.HALF_UP);
    }
}
