package org.subsidia.check;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.Kind;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Structure;

/**
 * G-CA: public money without counterpart is planned to be more than half of the products of the year: the structure may be a
 * contracting authority. Services sold and contributions in kind do not count; without an estimate nothing is said.
 */
final class ContractingAuthorityGuard implements Guard {
    private static final Set<BudgetKind> WITHOUT_COUNTERPART =
            EnumSet.of(BudgetKind.SUBSIDY, BudgetKind.CONCOURS_PUBLIC, BudgetKind.FEE_PUBLIC_WITHOUT_COUNTERPART);

    @Override
    public String id() {
        return "G-CA";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-CA");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        Optional<Rule<Fraction>> majority =
                context.lawAt(context.today()).find(Kind.SHARE, "contracting-authority.majority");
        if (majority.isPresent()) {
            for (Structure structure : context.structures()) {
                int now = YearAwards.accountingYear(context.today(), structure);
                judge(structure, now, majority.get(), context, found);
                judge(structure, now + 1, majority.get(), context, found);
            }
        }
        return found;
    }

    private void judge(
            Structure structure, int year, Rule<Fraction> majority, GuardContext context, List<Checked> found) {
        String name = ConventionGuard.yearText(year);
        Explanation all =
                BudgetProducts.planned(Message.of("CHECK-PRODUCTS", name), structure, year, context, line -> true);
        Explanation publicMoney = BudgetProducts.planned(
                Message.of("CHECK-CA-PUBLIC", name), structure, year, context, line -> isPublic(line, context));
        Optional<Money> total = Amounts.of(all).filter(Money::isPositive);
        Optional<Money> part = Amounts.of(publicMoney);
        if (total.isEmpty() || part.isEmpty() || !part.get().isSameCurrency(total.get())) {
            return;
        }
        Fraction share = Fraction.ratio(part.get(), total.get());
        if (share.compareTo(majority.value()) > 0) {
            Explanation limit =
                    Amounts.share(Message.of("CHECK-THRESHOLD"), Message.of("CHECK-SHARE"), majority.value(), all);
            found.add(Verdict.warning(
                            this,
                            Place.record(structure.id().value()),
                            Message.of(
                                    "CHECK-CA-MAJORITY",
                                    structure.name(),
                                    name,
                                    share.times(Fraction.of(100)).value(1, RoundingMode.HALF_UP),
                                    majority.reference().legalReference()))
                    .because(publicMoney, limit)
                    .by(majority)
                    .from(structure)
                    .checked());
        }
    }

    private static boolean isPublic(BudgetLine line, GuardContext context) {
        Optional<Funder> funder = context.funder(line.funder());
        return WITHOUT_COUNTERPART.contains(line.kind())
                && (funder.isEmpty() || funder.get().level() != FunderLevel.PRIVATE);
    }
}
