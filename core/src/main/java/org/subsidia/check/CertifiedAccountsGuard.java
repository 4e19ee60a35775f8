package org.subsidia.check;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.Structure;

/** G-75K: one local authority gives more than the threshold, or more than half of the budget: it gets certified accounts. */
final class CertifiedAccountsGuard implements Guard {
    @Override
    public String id() {
        return "G-75K";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-75K");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        for (Structure structure : context.structures()) {
            int now = YearAwards.accountingYear(context.today(), structure);
            Map<Integer, Map<String, List<YearAwards.Part>>> years = new TreeMap<>();
            Map<String, Funder> funders = new TreeMap<>();
            for (Grant grant : context.portfolio().grantsOf(structure.id())) {
                Optional<Funder> authority = Authority.deciding(grant, context).filter(Authority::isLocal);
                if (authority.isEmpty() || grant.nature() != GrantNature.SUBSIDY || grant.form() != AidForm.CASH) {
                    continue;
                }
                String funder = authority.get().id().value();
                funders.put(funder, authority.get());
                for (YearAwards.Part part : YearAwards.of(grant, structure, context.today())) {
                    if (part.year() >= now - 1) {
                        years.computeIfAbsent(part.year(), year -> new TreeMap<>())
                                .computeIfAbsent(funder, key -> new ArrayList<>())
                                .add(part);
                    }
                }
            }
            years.forEach((year, groups) -> groups.forEach((funder, parts) ->
                    judge(structure, Optional.ofNullable(funders.get(funder)), year, parts, context, found)));
        }
        return found;
    }

    private void judge(
            Structure structure,
            Optional<Funder> funder,
            int year,
            List<YearAwards.Part> parts,
            GuardContext context,
            List<Checked> found) {
        Law law = context.lawAt(context.today());
        Optional<Rule<Money>> threshold = law.find(Kind.MONEY, "subsidy.accounts.certified.threshold");
        Optional<Rule<Fraction>> share = law.find(Kind.SHARE, "subsidy.accounts.certified.share");
        if (threshold.isEmpty() || share.isEmpty() || funder.isEmpty()) {
            return;
        }
        String name = ConventionGuard.yearText(year);
        String authority = funder.get().name();
        Explanation sum = YearAwards.sum(Message.of("CHECK-SUM-AUTHORITY", authority, name), parts);
        Money total = Amounts.of(sum).orElse(Money.zero(CurrencyUnit.EUR));
        Place place = Place.record(structure.id().value());
        String article = threshold.get().reference().legalReference();
        if (total.isGreaterThan(threshold.get().value())) {
            found.add(Verdict.warning(
                            this,
                            place,
                            Message.of(
                                    "CHECK-75K-OVER",
                                    authority,
                                    name,
                                    total,
                                    threshold.get().value(),
                                    article))
                    .because(
                            sum,
                            Amounts.given(
                                    Message.of("CHECK-THRESHOLD"),
                                    threshold.get().value()))
                    .by(threshold.get())
                    .from(structure, funder.get())
                    .checked());
            return;
        }
        Explanation products = BudgetProducts.of(structure, year, context);
        Optional<Money> budget = Amounts.of(products).filter(Money::isPositive);
        if (budget.isPresent()
                && Fraction.ratio(total, budget.get()).compareTo(share.get().value()) > 0) {
            Explanation limit = Amounts.share(
                    Message.of("CHECK-THRESHOLD"),
                    Message.of("CHECK-SHARE"),
                    share.get().value(),
                    products);
            found.add(Verdict.warning(
                            this,
                            place,
                            Message.of(
                                    "CHECK-75K-SHARE",
                                    authority,
                                    name,
                                    total,
                                    budget.get(),
                                    Fraction.ratio(total, budget.get())
                                            .times(Fraction.of(100))
                                            .value(1, RoundingMode.HALF_UP),
                                    article))
                    .because(sum, limit)
                    .by(share.get())
                    .from(structure, funder.get())
                    .checked());
        }
    }
}
