package org.subsidia.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;
import org.subsidia.law.Parameter;
import org.subsidia.money.Fraction;
import org.subsidia.stateaid.SizeClass;
import org.subsidia.territory.TerritoryCode;

/** Conditions and expressions in words. */
final class Sentences {
    private Sentences() {}

    static Message of(Condition condition) {
        Message own = condition.head().label();
        return own != null ? own : content(condition);
    }

    /** What it asks, whatever its own label says. */
    static Message content(Condition condition) {
        if (condition instanceof Condition.Group group) {
            return Message.of(
                    "ELIG-SAY-" + group.mode().name().replace('_', '-'),
                    group.parts().size(),
                    group.least());
        } else if (condition instanceof Condition.Comparison c) {
            String code = "ELIG-SAY-" + c.operator().name().replace('_', '-')
                    + (c.left().type() == FactType.DAY ? "-DAY" : "-VALUE");
            return Message.of(code, words(c.left()), words(c.right()));
        } else if (condition instanceof Condition.OneOf one) {
            LawRef law = one.law();
            return Message.of(
                    "ELIG-SAY-ONEOF", one.fact().label(), law == null ? String.join(", ", one.choice()) : law(law));
        } else if (condition instanceof Condition.InTerritory in) {
            return territory(in);
        } else if (condition instanceof Condition.HoldsLabel holds) {
            String phase = holds.phase();
            return phase == null
                    ? Message.of("ELIG-SAY-LABEL", holds.kind().label(), words(holds.at()))
                    : Message.of("ELIG-SAY-LABEL-PHASE", holds.kind().label(), phase, words(holds.at()));
        } else if (condition instanceof Condition.AidSum sum) {
            Expression plus = sum.plus();
            return plus == null
                    ? Message.of(
                            "ELIG-SAY-AID",
                            sum.fact().label(),
                            words(sum.from()),
                            words(sum.at()),
                            words(sum.ceiling()))
                    : Message.of(
                            "ELIG-SAY-AID-PLUS",
                            sum.fact().label(),
                            words(sum.from()),
                            words(sum.at()),
                            words(sum.ceiling()),
                            words(plus));
        } else if (condition instanceof Condition.OfSize size) {
            Message list = size.sizes().stream()
                    .sorted(Comparator.naturalOrder())
                    .map(SizeClass::words)
                    .reduce((a, b) -> Message.of("ELIG-SAY-OR", a, b))
                    .orElseThrow();
            return Message.of("ELIG-SAY-SIZE", list);
        } else if (condition instanceof Condition.Given given) {
            return Message.of("ELIG-SAY-GIVEN", given.fact().label());
        } else if (condition instanceof Condition.Missing missing) {
            return Message.of("ELIG-SAY-ABSENT", missing.fact().label());
        }
        Condition.Is is = (Condition.Is) condition;
        return Message.of(
                is.wanted() ? "ELIG-SAY-YES" : "ELIG-SAY-NO", is.fact().label());
    }

    /** What a rule is, and in which text it stands; a rule that only a user has, by its name. */
    private static Message law(LawRef ref) {
        Optional<Parameter> parameter = LawBase.standard().parameter(ref.id());
        if (parameter.isEmpty()) {
            return Message.of("ELIG-TEXT", ref.toString());
        }
        List<RuleReference> history = parameter.get().history();
        Message described = parameter.get().description();
        String text = history.get(history.size() - 1).legalReference();
        String key = ref.key();
        return key == null ? Message.of("ELIG-LAW", described, text) : Message.of("ELIG-LAW-KEY", described, text, key);
    }

    private static Message territory(Condition.InTerritory in) {
        String within = places(in.within());
        String except = places(in.except());
        if (within.isEmpty()) {
            return Message.of("ELIG-SAY-OUTSIDE", in.fact().label(), except);
        }
        return except.isEmpty()
                ? Message.of("ELIG-SAY-WITHIN", in.fact().label(), within)
                : Message.of("ELIG-SAY-WITHIN-EXCEPT", in.fact().label(), within, except);
    }

    private static String places(List<TerritoryCode> places) {
        return places.stream().map(TerritoryCode::toString).collect(Collectors.joining(", "));
    }

    static Message words(Expression expression) {
        Message words = null;
        for (Expression.Term term : expression.terms()) {
            boolean negative = words != null && term.coefficient().signum() < 0;
            Message next = words(
                    expression,
                    negative ? new Expression.Term(term.coefficient().negated(), term.factors()) : term);
            words = words == null ? next : Message.of(negative ? "ELIG-EXPR-MINUS" : "ELIG-EXPR-PLUS", words, next);
        }
        for (Expression.Shift shift : expression.shifts()) {
            boolean negative = shift.law() != null ? shift.sign() < 0 : shift.months() + shift.days() < 0;
            words = Message.of(negative ? "ELIG-EXPR-MINUS" : "ELIG-EXPR-PLUS", orEmpty(words), stretch(shift));
        }
        return orEmpty(words);
    }

    private static Message orEmpty(@Nullable Message words) {
        return words == null ? Message.of("ELIG-TEXT", "") : words;
    }

    private static Message stretch(Expression.Shift shift) {
        if (shift.law() != null) {
            return law(shift.law());
        }
        int months = Math.abs(shift.months());
        if (months == 0) {
            return Message.of("ELIG-EXPR-DAYCOUNT", Math.abs(shift.days()));
        }
        return months % 12 == 0 ? Message.of("ELIG-EXPR-YEARS", months / 12) : Message.of("ELIG-EXPR-MONTHS", months);
    }

    private static Message words(Expression expression, Expression.Term term) {
        Message words = null;
        for (Expression.Source source : term.factors()) {
            Fact fact = source.fact();
            LawRef law = source.law();
            Message next = fact != null ? fact.label() : law != null ? law(law) : Message.of("ELIG-TEXT", "");
            words = words == null ? next : Message.of("ELIG-EXPR-TIMES", words, next);
        }
        if (words == null) {
            return literal(expression, term.coefficient());
        }
        return term.coefficient().equals(Fraction.ONE)
                ? words
                : Message.of("ELIG-EXPR-TIMES", share(term.coefficient()), words);
    }

    private static Message literal(Expression expression, Fraction value) {
        return switch (expression.type()) {
            case MONEY -> Message.of("ELIG-VALUE", money(value));
            case DAY ->
                Message.of("ELIG-VALUE", LocalDate.ofEpochDay(value.numerator().longValueExact()));
            case SHARE -> share(value);
            default -> Message.of("ELIG-QUANTITY", value.value(0), unit(expression.unit()));
        };
    }

    static Message unit(String unit) {
        return Units.of(unit);
    }

    static Money money(Fraction cents) {
        return Money.ofMinor(
                CurrencyUnit.EUR, cents.numerator().divide(cents.denominator()).longValueExact());
    }

    static Message share(Fraction share) {
        BigDecimal percent = share.times(Fraction.of(100)).value(4).stripTrailingZeros();
        return Message.of("ELIG-PERCENT", percent.scale() < 0 ? percent.setScale(0) : percent);
    }
}
