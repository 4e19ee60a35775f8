package org.subsidia.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Law;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.schedule.YearSplit;
import org.subsidia.time.FiscalYear;

/**
 * What a grant is worth in the income of each year, by regulation ANC 2018-06: nothing before its notification, nor while a
 * suspensive condition is open; from then on the parts of the years gone by, the rest being deferred (487). When the amount
 * changes, the year of the change bears the difference, so that over its life a grant gives as income what is definitively
 * acquired, to the cent.
 */
public final class Recognition {
    private final IncomeSplit usual;
    private final RuleReference rule;

    /**
     * The recognition, as each grant chooses to be divided.
     *
     * @param usual how a grant for several years is divided that chooses nothing itself
     * @param law names the regulation
     */
    public Recognition(IncomeSplit usual, Law law) {
        this.usual = usual;
        this.rule = law.date("accounting.associations.first-day").reference();
    }

    /** {@return how a grant for several years is divided that chooses nothing itself} */
    public IncomeSplit usual() {
        return usual;
    }

    /**
     * What is due on a day, whether it was notified by then or not: the definitively acquired amount once it is known, else the
     * award less reductions and recoveries.
     *
     * @param grant the grant
     * @param day the day
     * @return an amount in euros, or unknown with the reason
     */
    public Explanation entitled(Grant grant, LocalDate day) {
        return GrantRight.entitled(grant, day);
    }

    /**
     * What of a grant is income up to the end of a year, all earlier years included.
     *
     * @param grant the grant
     * @param year the financial year
     * @return the sum of the parts of the years gone by, or unknown with the reason
     */
    public Explanation recognised(Grant grant, FiscalYear year) {
        Message label = Message.of("ACC-RECOGNISED", year.last());
        Explanation due = GrantRight.due(grant, year.last());
        Optional<Money> total = Amounts.of(due);
        if (GrantRight.notYet(grant, year.last()).isPresent() || total.isEmpty()) {
            return total.isEmpty() ? Amounts.same(label, due) : due;
        }
        YearSplit split = split(grant, year);
        Optional<Message> missing = split.missing();
        if (missing.isPresent()) {
            return Amounts.unknown(label, missing.get());
        }
        Money rest = split.unplaced(total.get());
        if (rest.isPositive() && year.compareTo(split.weights().lastKey()) > 0) {
            return Amounts.unknown(label, Message.of("ACC-UNPLACED", grant.id().value(), rest, total.get()));
        }
        List<Explanation> past = new ArrayList<>();
        split.parts(total.get()).forEach((each, part) -> {
            if (each.compareTo(year) <= 0) {
                past.add(Amounts.given(Message.of("ACC-PART", each.last(), total.get()), part));
            }
        });
        return Amounts.sum(label, CurrencyUnit.EUR, past)
                .withRules(List.of(rule))
                .withRecords(List.of(grant.id().value()));
    }

    private YearSplit split(Grant grant, FiscalYear year) {
        return YearSplit.of(grant, year.lastMonth().getMonth(), usual);
    }

    /**
     * The income of a year: what is recognised up to its end less what was up to the end of the year before.
     *
     * @param grant the grant
     * @param year the financial year
     * @return the income, or unknown with the reason
     */
    public Explanation income(Grant grant, FiscalYear year) {
        return Amounts.difference(
                Message.of("ACC-INCOME", year.last(), split(grant, year).words()),
                recognised(grant, year),
                recognised(grant, year.plus(-1)));
    }

    /**
     * What is deferred to later years (487), or of an investment subsidy not yet carried to income (131 less 139), at the end
     * of a year.
     *
     * @param grant the grant
     * @param year the financial year
     * @return the amount due less what is recognised, or unknown with the reason
     */
    public Explanation deferred(Grant grant, FiscalYear year) {
        return Amounts.difference(
                Message.of("ACC-DEFERRED-AT", year.last()),
                GrantRight.due(grant, year.last()),
                recognised(grant, year));
    }

    /** Zero, where nothing is to be explained. */
    static Explanation zero(Message label) {
        return Explanation.of(label, new Value.Amount(Money.zero(CurrencyUnit.EUR)), Step.SUM, List.of());
    }
}
