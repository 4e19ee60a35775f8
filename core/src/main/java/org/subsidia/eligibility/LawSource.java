package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.law.Parameter;
import org.subsidia.money.Fraction;
import org.subsidia.time.Span;

/** Where rule sets find values of law: the law base of a day, or those that a decision has kept. */
interface LawSource {

    /** A value with the version of the rule that gives it. */
    record Found(Object value, RuleReference reference) {}

    /** The value: Money, Fraction, Long, LocalDate, Span, List of texts. */
    Optional<Found> find(LawRef ref);

    /** Why there is none. */
    Message whyMissing(LawRef ref);

    /** The source for another day. */
    LawSource at(LocalDate date);

    static LawSource of(Law law) {
        return new OfBase(law);
    }

    /** What a rule’s value is, without regard to the day; empty if there is no such rule. */
    static Optional<Kind<?>> kindOf(LawBase base, LawRef ref) {
        return base.parameter(ref.id()).map(parameter -> {
            Kind<?> kind = parameter.unit().kind();
            if (ref.key() == null) {
                return kind;
            }
            return kind == Kind.SHARES
                    ? Kind.SHARE
                    : kind == Kind.AMOUNTS ? Kind.MONEY : kind == Kind.COUNTS ? Kind.COUNT : Kind.TABLE;
        });
    }

    /** The law base. */
    record OfBase(Law law) implements LawSource {
        @Override
        public Optional<Found> find(LawRef ref) {
            Optional<Parameter> parameter = law.base().parameter(ref.id());
            if (parameter.isEmpty()) {
                return Optional.empty();
            }
            return law.find(parameter.get().unit().kind(), ref.id())
                    .flatMap(rule -> value(rule.value(), ref).map(value -> new Found(value, rule.reference())));
        }

        private static Optional<Object> value(Object value, LawRef ref) {
            if (ref.key() != null) {
                return value instanceof Map<?, ?> map ? Optional.ofNullable(map.get(ref.key())) : Optional.empty();
            }
            boolean plain = value instanceof Money
                    || value instanceof Fraction
                    || value instanceof Long
                    || value instanceof LocalDate
                    || value instanceof Span
                    || value instanceof List;
            return plain ? Optional.of(value) : Optional.empty();
        }

        @Override
        public Message whyMissing(LawRef ref) {
            return law.whyMissing(ref.id());
        }

        @Override
        public LawSource at(LocalDate date) {
            return new OfBase(law.base().at(date));
        }
    }
}
