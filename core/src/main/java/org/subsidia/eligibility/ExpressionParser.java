package org.subsidia.eligibility;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.subsidia.document.Suggestion;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;

/**
 * Reads expressions: values and products of values, with {@code +} and {@code -} between. Signs stand between blanks, since
 * names hold hyphens.
 */
final class ExpressionParser {
    private static final int LONGEST = 400;
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<day>\\d{4}-\\d{2}-\\d{2})(?![\\w.-])"
            + "|(?<number>\\d{1,15}(?:\\.\\d{1,9})?(?:/\\d{1,9})?)\\s*(?<unit>%|€|[A-Za-zµ][A-Za-z-]*)?"
            + "|law:(?<law>[a-z0-9.-]+)(?:\\[(?<key>[^\\]]{1,60})\\])?"
            + "|(?<fact>[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*)"
            + "|(?<sign>[*+-]))");

    private final FactCatalogue catalogue;
    private final LawBase laws;

    /** Ends the reading of one expression: its message says why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Message why;

        Refused(String code, Object... arguments) {
            super(code, null, false, false);
            this.why = Message.of(code, arguments);
        }

        Message why() {
            return why;
        }
    }

    /** A value with its type: an operand while the products are made. */
    private record Operand(
            @Nullable FactType type, String unit, Expression.Term term, Expression.@Nullable Shift shift) {
        /** A bare number or a share can multiply something else. */
        boolean isFactor() {
            return type == FactType.SHARE || (type == FactType.COUNT && unit.isEmpty());
        }
    }

    ExpressionParser(FactCatalogue catalogue, LawBase laws) {
        this.catalogue = catalogue;
        this.laws = laws;
    }

    Expression parse(String text) throws Refused {
        if (text.length() > LONGEST) {
            throw new Refused("ELIG-EXPR-LONG", LONGEST);
        }
        List<Operand> sum = new ArrayList<>();
        List<Boolean> minus = new ArrayList<>();
        boolean negative = false;
        boolean times = false;
        boolean operandNext = true;
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length() && !text.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new Refused("ELIG-EXPR-BROKEN", text, text.substring(at).strip());
            }
            String sign = matcher.group("sign");
            if (sign != null) {
                if (operandNext) {
                    throw new Refused("ELIG-EXPR-SIGN", text, sign);
                }
                times = sign.equals("*");
                negative = sign.equals("-");
                operandNext = true;
            } else {
                if (!operandNext) {
                    throw new Refused(
                            "ELIG-EXPR-BROKEN", text, text.substring(at).strip());
                }
                Operand operand = operand(matcher, text);
                if (times) {
                    int last = sum.size() - 1;
                    sum.set(last, product(sum.get(last), operand, text));
                } else {
                    sum.add(operand);
                    minus.add(negative);
                }
                operandNext = false;
            }
            at = matcher.end();
        }
        if (operandNext) {
            throw new Refused("ELIG-EXPR-END", text);
        }
        return sum(sum, minus, text);
    }

    private Operand operand(Matcher matcher, String text) throws Refused {
        String day = matcher.group("day");
        if (day != null) {
            return new Operand(FactType.DAY, "", term(Fraction.of(day(day).toEpochDay())), null);
        }
        if (matcher.group("number") != null) {
            return literal(matcher.group("number"), matcher.group("unit"), text);
        }
        String law = matcher.group("law");
        if (law != null) {
            return law(new LawRef(law, matcher.group("key")), text);
        }
        String id = matcher.group("fact");
        Fact fact = catalogue.find(id).orElse(null);
        if (fact == null) {
            throw new Refused("ELIG-FACT-UNKNOWN", id, Suggestion.nearest(id, catalogue.ids()));
        }
        if (!fact.type().isOrdered()) {
            throw new Refused("ELIG-EXPR-TYPE", id, fact.type().words());
        }
        return new Operand(fact.type(), fact.unit(), factor(Expression.Source.fact(fact)), null);
    }

    static LocalDate day(String text) throws Refused {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refused("DOC-DATE-BAD", text);
        }
    }

    private static Operand literal(String number, @Nullable String unit, String text) throws Refused {
        Fraction value;
        try {
            value = number.contains("/") ? quotient(number) : Fraction.of(new BigDecimal(number));
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new Refused("ELIG-EXPR-BROKEN", text, number);
        }
        boolean whole = value.denominator().equals(BigInteger.ONE);
        if (unit == null) {
            return whole && !number.contains(".") && !number.contains("/")
                    ? new Operand(FactType.COUNT, "", term(value), null)
                    : new Operand(FactType.SHARE, "", term(value), null);
        }
        if (unit.equals("%")) {
            return new Operand(FactType.SHARE, "", term(value.times(Fraction.of(1, 100))), null);
        }
        if (unit.equals("€") || unit.equals("EUR")) {
            Fraction cents = value.times(Fraction.of(100));
            if (!cents.denominator().equals(BigInteger.ONE)) {
                throw new Refused("ELIG-EXPR-CENTS", number);
            }
            return new Operand(FactType.MONEY, "EUR", term(cents), null);
        }
        if (!whole) {
            throw new Refused("ELIG-EXPR-WHOLE", number, unit);
        }
        Expression.Shift shift =
                value.numerator().bitLength() < 24 ? stretch(value.numerator().intValue(), unit) : null;
        return new Operand(FactType.COUNT, unit, term(value), shift);
    }

    private static Fraction quotient(String number) {
        int slash = number.indexOf('/');
        return Fraction.of(new BigDecimal(number.substring(0, slash)))
                .dividedBy(Fraction.of(new BigDecimal(number.substring(slash + 1))));
    }

    private static Expression.@Nullable Shift stretch(int amount, String unit) {
        return switch (unit) {
            case "day", "days" -> new Expression.Shift(0, amount, null, 1);
            case "week", "weeks" -> new Expression.Shift(0, Math.multiplyExact(7, amount), null, 1);
            case "month", "months" -> new Expression.Shift(amount, 0, null, 1);
            case "year", "years" -> new Expression.Shift(Math.multiplyExact(12, amount), 0, null, 1);
            default -> null;
        };
    }

    private Operand law(LawRef ref, String text) throws Refused {
        Optional<Kind<?>> kind = LawSource.kindOf(laws, ref);
        if (kind.isEmpty()) {
            throw new Refused("ELIG-LAW-UNKNOWN", ref.toString(), Suggestion.nearest(ref.id(), laws.ids()));
        }
        Expression.Term term = factor(Expression.Source.law(ref));
        if (kind.get() == Kind.MONEY) {
            return new Operand(FactType.MONEY, "EUR", term, null);
        } else if (kind.get() == Kind.SHARE) {
            return new Operand(FactType.SHARE, "", term, null);
        } else if (kind.get() == Kind.COUNT) {
            return new Operand(FactType.COUNT, "", term, null);
        } else if (kind.get() == Kind.DATE) {
            return new Operand(FactType.DAY, "", term, null);
        } else if (kind.get() == Kind.PERIOD) {
            return new Operand(null, "", term, new Expression.Shift(0, 0, ref, 1));
        }
        throw new Refused("ELIG-LAW-KIND", ref.toString(), text);
    }

    private static Operand product(Operand a, Operand b, String text) throws Refused {
        boolean swap = a.isFactor();
        Operand factor = swap ? a : b;
        Operand value = swap ? b : a;
        if (!factor.isFactor() || value.type() == null || value.type() == FactType.DAY) {
            throw new Refused("ELIG-EXPR-PRODUCT", text);
        }
        List<Expression.Source> factors = new ArrayList<>(factor.term().factors());
        factors.addAll(value.term().factors());
        Expression.Term term = new Expression.Term(
                factor.term().coefficient().times(value.term().coefficient()), factors);
        boolean share = factor.type() == FactType.SHARE && value.type() == FactType.COUNT;
        if (share && !value.unit().isEmpty()) {
            return new Operand(FactType.COUNT, value.unit(), term, null);
        }
        return new Operand(share ? FactType.SHARE : value.type(), value.unit(), term, null);
    }

    private static Expression sum(List<Operand> operands, List<Boolean> minus, String text) throws Refused {
        Operand first = operands.get(0);
        FactType type = first.type();
        if (type == null) {
            throw new Refused("ELIG-EXPR-DAYS", text);
        }
        String unit = first.unit();
        List<Expression.Term> terms = new ArrayList<>();
        List<Expression.Shift> shifts = new ArrayList<>();
        terms.add(first.term());
        for (int i = 1; i < operands.size(); i++) {
            Operand next = operands.get(i);
            boolean negative = minus.get(i);
            Expression.Shift shift = next.shift();
            if (type == FactType.DAY) {
                if (shift == null) {
                    throw new Refused("ELIG-EXPR-DAYS", text);
                }
                int sign = negative ? -1 : 1;
                shifts.add(new Expression.Shift(sign * shift.months(), sign * shift.days(), shift.law(), sign));
                continue;
            }
            if (next.type() != type || !sameUnit(unit, next.unit())) {
                throw new Refused("ELIG-EXPR-UNITS", text);
            }
            unit = unit.isEmpty() ? next.unit() : unit;
            Fraction coefficient = next.term().coefficient();
            terms.add(new Expression.Term(
                    negative ? coefficient.negated() : coefficient, next.term().factors()));
        }
        return new Expression(type, unit, terms, shifts, text.strip());
    }

    static boolean sameUnit(String a, String b) {
        return a.isEmpty() || b.isEmpty() || a.equals(b);
    }

    private static Expression.Term term(Fraction coefficient) {
        return new Expression.Term(coefficient, List.of());
    }

    private static Expression.Term factor(Expression.Source source) {
        return new Expression.Term(Fraction.ONE, List.of(source));
    }
}
