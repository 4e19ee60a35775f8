package org.subsidia.check;

import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.portfolio.schedule.Award;

/** G-CP: payment credits pass commitment authority, all together or up to a year; or commitments pass the award. */
final class YearLinesGuard extends GrantGuard {
    YearLinesGuard() {
        super("CP");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        List<Integer> years = grant.yearLines().stream()
                .filter(line -> line.kind() == YearLineKind.AE || line.kind() == YearLineKind.CP)
                .map(YearLine::year)
                .sorted()
                .distinct()
                .toList();
        if (years.isEmpty()) {
            return;
        }
        int last = years.get(years.size() - 1);
        Explanation commitments = sum(grant, YearLineKind.AE, last);
        boolean both = grant.yearLines().stream().anyMatch(line -> line.kind() == YearLineKind.AE)
                && grant.yearLines().stream().anyMatch(line -> line.kind() == YearLineKind.CP);
        if (both) {
            Optional<Integer> over = over(grant, last)
                    ? Optional.of(last)
                    : years.stream().filter(year -> over(grant, year)).findFirst();
            over.ifPresent(year -> found.add(payments(grant, year, year == last)));
        }
        Explanation award = Award.of(grant, context.today());
        if (isGreater(commitments, award)) {
            found.add(Verdict.warning(
                            this,
                            Verdict.place(grant, "yearLines"),
                            Message.of("CHECK-CP-AWARD", amount(commitments), amount(award)))
                    .because(commitments, award)
                    .from(grant)
                    .checked());
        }
    }

    private Checked payments(Grant grant, int year, boolean all) {
        Explanation payments = sum(grant, YearLineKind.CP, year);
        Explanation commitments = sum(grant, YearLineKind.AE, year);
        String name = ConventionGuard.yearText(year);
        Message message = all
                ? Message.of("CHECK-CP-OVER", amount(payments), amount(commitments))
                : Message.of("CHECK-CP-EARLY", name, amount(payments), amount(commitments));
        return Verdict.of(this, all ? Severity.ERROR : Severity.WARNING, Verdict.place(grant, "yearLines"), message)
                .because(payments, commitments)
                .from(grant)
                .checked();
    }

    private static boolean over(Grant grant, int year) {
        return isGreater(sum(grant, YearLineKind.CP, year), sum(grant, YearLineKind.AE, year));
    }

    private static boolean isGreater(Explanation one, Explanation other) {
        Optional<Money> a = Amounts.of(one);
        Optional<Money> b = Amounts.of(other);
        return a.isPresent()
                && b.isPresent()
                && a.get().isSameCurrency(b.get())
                && a.get().isGreaterThan(b.get());
    }

    private static Money amount(Explanation figure) {
        return Amounts.of(figure).orElse(Money.zero(CurrencyUnit.EUR));
    }

    private static Explanation sum(Grant grant, YearLineKind kind, int lastYear) {
        CurrencyUnit currency = grant.yearLines().get(0).amount().getCurrencyUnit();
        return Amounts.sum(
                Message.of("CHECK-CP-" + kind.name()),
                currency,
                grant.yearLines().stream()
                        .filter(line -> line.kind() == kind && line.year() <= lastYear)
                        .map(line -> Amounts.given(
                                Message.of("CHECK-TEXT", ConventionGuard.yearText(line.year())), line.amount()))
                        .toList());
    }
}
