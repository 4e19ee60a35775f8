package org.subsidia.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.YearLine;

/** G-CUR: a grant or a project mixes currencies, so that its sums cannot be made. */
final class CurrencyGuard implements Guard {
    @Override
    public String id() {
        return "G-CUR";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-CUR");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        context.grants().forEach(grant -> judge(grant, amounts(grant), found));
        Projects.of(context).forEach(project -> judge(project, amounts(project), found));
        return found;
    }

    private void judge(PortfolioRecord record, Stream<Money> amounts, List<Checked> found) {
        List<String> currencies = amounts.map(Money::getCurrencyUnit)
                .map(CurrencyUnit::getCode)
                .distinct()
                .sorted()
                .toList();
        if (currencies.size() > 1) {
            String list = currencies.stream().collect(Collectors.joining(", "));
            found.add(Verdict.error(this, Verdict.place(record, "amounts"), Message.of("CHECK-CUR-MIXED", list))
                    .from(record)
                    .checked());
        }
    }

    private static Stream<Money> amounts(Grant grant) {
        return Stream.of(
                        known(grant.maximum()),
                        known(grant.eligibleBase()),
                        grant.amounts().stream().map(StagedAmount::amount),
                        grant.yearLines().stream().map(YearLine::amount),
                        grant.schedule().stream().flatMap(CurrencyGuard::amounts),
                        grant.receipts().stream().map(Receipt::amount),
                        grant.claims().stream().flatMap(CurrencyGuard::amounts))
                .flatMap(part -> part);
    }

    private static Stream<Money> amounts(ScheduleStep step) {
        Stream<Money> fixed =
                step.portion() instanceof Portion.Amount amount ? Stream.of(amount.amount()) : Stream.empty();
        return Stream.concat(fixed, known(step.minimum()));
    }

    private static Stream<Money> amounts(Claim claim) {
        return Stream.of(
                        known(claim.claimed()),
                        known(claim.certified()),
                        claim.lines().stream().map(ExpenditureLine::amount),
                        claim.lines().stream().flatMap(line -> known(line.eligible())))
                .flatMap(part -> part);
    }

    private static Stream<Money> amounts(Project project) {
        return Stream.concat(
                project.costs().stream().map(ProjectCost::amount),
                project.funding().stream().map(FundingLine::amount));
    }

    private static Stream<Money> known(@Nullable Money amount) {
        return Stream.ofNullable(amount);
    }
}
