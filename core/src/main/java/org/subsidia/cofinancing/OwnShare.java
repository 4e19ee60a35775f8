package org.subsidia.cofinancing;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cofinancing.FinancingPlan.Source;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.SpendingKind;

/**
 * The own share of a local authority that is the maître d’ouvrage (owner of the works) of an investment: code général des
 * collectivités territoriales, article L.1111-10. It does not bind an association, a SCIC or a cluster; many programmes copy it
 * into their conventions.
 */
public final class OwnShare {
    private OwnShare() {}

    /** Which own share is asked for. */
    public enum Field {
        /** Any investment. */
        ANY("own-share.minimum"),
        /** A field that has a lead authority. */
        LEAD("own-share.minimum-lead"),
        /** Energy renovation of schools. */
        SCHOOL_ENERGY("own-share.minimum-school-energy");

        private final String rule;

        Field(String rule) {
            this.rule = rule;
        }
    }

    /**
     * The ruling for a structure of the portfolio, which never is a local authority.
     *
     * @param law the law of a day
     * @return that the rule does not bind it
     */
    public static Ruling ofCluster(Law law) {
        Optional<Rule<Fraction>> rule = law.find(Kind.SHARE, Field.ANY.rule);
        Ruling ruling = Ruling.of("OWN-SHARE", Standing.NOT_BINDING, Message.of("COFI-OWN-CLUSTER"));
        return rule.map(ruling::by).orElse(ruling);
    }

    /**
     * The ruling for a local authority: own part at least the share of own part and other public money together.
     *
     * @param own what the authority pays itself
     * @param plan the money of others; own lines of the plan do not count twice
     * @param spending operating or investment; null: not known
     * @param field which share
     * @param law the law of a day
     * @return the ruling
     */
    public static Ruling ofLocalAuthority(
            Money own, FinancingPlan plan, @Nullable SpendingKind spending, Field field, Law law) {
        Optional<Rule<Fraction>> rule = law.find(Kind.SHARE, field.rule);
        if (rule.isEmpty()) {
            return Ruling.of("OWN-SHARE", Standing.UNKNOWN, law.whyMissing(field.rule));
        } else if (spending == SpendingKind.OPERATING) {
            return Ruling.of("OWN-SHARE", Standing.NOT_BINDING, Message.of("COFI-OWN-OPERATING"))
                    .by(rule.get());
        }
        Explanation part = Amounts.given(Message.of("COFI-OWN-PART"), own);
        Explanation others = plan.sum(
                Message.of("COFI-OWN-OTHERS"), EnumSet.of(Source.PUBLIC, Source.UNION_SHARED, Source.UNION_DIRECT));
        Explanation all = Amounts.sum(Message.of("COFI-OWN-ALL"), CurrencyUnit.EUR, List.of(part, others));
        Explanation least = Amounts.share(
                Message.of("COFI-OWN-LEAST"),
                Message.of("COFI-OWN-SHARE"),
                rule.get().value(),
                all);
        Optional<Money> threshold = Amounts.of(least);
        if (threshold.isEmpty() || spending == null) {
            return Ruling.of("OWN-SHARE", Standing.UNKNOWN, Message.of("COFI-OWN-UNKNOWN"), least)
                    .by(rule.get());
        }
        boolean enough = !own.isLessThan(threshold.get());
        Standing standing = !enough ? Standing.BROKEN : plan.complete() ? Standing.RESPECTED : Standing.UNKNOWN;
        String code =
                switch (standing) {
                    case BROKEN -> "COFI-OWN-SHORT";
                    case RESPECTED -> "COFI-OWN-ENOUGH";
                    default -> "COFI-OWN-OPEN";
                };
        return Ruling.of("OWN-SHARE", standing, Message.of(code, own, threshold.get()), part, least)
                .by(rule.get());
    }
}
