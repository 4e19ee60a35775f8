package org.subsidia.check;

import java.time.LocalDate;
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
import org.subsidia.law.Kind;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Structure;

/** G-CONV: more than the threshold awarded by one authority in a year, in cash and in kind, and no convention. */
final class ConventionGuard implements Guard {
    private record Key(Funder authority, int year) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = Integer.compare(year, other.year);
            return order != 0 ? order : authority.id().compareTo(other.authority.id());
        }
    }

    @Override
    public String id() {
        return "G-CONV";
    }

    @Override
    public Message title() {
        return Message.of("CHECK-TITLE-CONV");
    }

    @Override
    public List<Checked> check(GuardContext context) {
        List<Checked> found = new ArrayList<>();
        for (Structure structure : context.structures()) {
            Map<Key, List<YearAwards.Part>> groups = new TreeMap<>();
            for (Grant grant : context.portfolio().grantsOf(structure.id())) {
                Optional<Funder> authority = Authority.deciding(grant, context).filter(Authority::isFrenchPublic);
                if (authority.isPresent() && grant.nature() == GrantNature.SUBSIDY) {
                    for (YearAwards.Part part : YearAwards.of(grant, structure, context.today())) {
                        groups.computeIfAbsent(new Key(authority.get(), part.year()), key -> new ArrayList<>())
                                .add(part);
                    }
                }
            }
            groups.forEach((key, parts) -> group(key, parts, context, found));
        }
        return found;
    }

    private void group(Key key, List<YearAwards.Part> parts, GuardContext context, List<Checked> found) {
        Optional<Rule<Money>> rule =
                context.lawAt(lawDay(key.year(), parts)).find(Kind.MONEY, "subsidy.convention.threshold");
        Explanation sum =
                YearAwards.sum(Message.of("CHECK-SUM-AUTHORITY", key.authority().name(), yearText(key.year())), parts);
        Money total = Amounts.of(sum).orElse(Money.zero(CurrencyUnit.EUR));
        if (rule.isEmpty() || !total.isGreaterThan(rule.get().value())) {
            return;
        }
        Explanation threshold =
                Amounts.given(Message.of("CHECK-THRESHOLD"), rule.get().value());
        for (YearAwards.Part part : parts) {
            Grant grant = part.grant();
            if (!hasConvention(grant, context.today()) && grant.state() != GrantState.CLOSED) {
                found.add(Verdict.error(
                                this,
                                Verdict.place(grant, "dates.convention"),
                                Message.of(
                                        "CHECK-CONV-MISSING",
                                        key.authority().name(),
                                        yearText(key.year()),
                                        total,
                                        rule.get().value(),
                                        rule.get().reference().legalReference()))
                        .because(sum, threshold)
                        .by(rule.get())
                        .from(grant, key.authority())
                        .checked());
            }
        }
    }

    /** Years are written without separators. */
    static String yearText(int year) {
        return Integer.toString(year);
    }

    private static LocalDate lawDay(int year, List<YearAwards.Part> parts) {
        return parts.stream()
                .flatMap(part -> YearAwards.day(part.grant()).stream())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.of(year, 1, 1));
    }

    private static boolean hasConvention(Grant grant, LocalDate today) {
        LocalDate signed = grant.dates().convention();
        return (signed != null && !signed.isAfter(today))
                || grant.amountOn(AmountStage.CONVENTION, today).isPresent()
                || grant.state() == GrantState.UNDER_CONVENTION
                || grant.state() == GrantState.REPORTED;
    }
}
