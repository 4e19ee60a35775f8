package org.subsidia.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.subsidia.finding.Message;

/** The parts of an explanation in words. */
final class Words {
    /** More parts than this are counted, not named: a formula is read in one breath. */
    private static final int NAMED = 4;

    private Words() {}

    static String value(Value value, Locale locale) {
        return message(value).in(locale);
    }

    private static Message message(Value value) {
        if (value instanceof Value.Amount amount) {
            return Message.of("EXPLAIN-VALUE-AMOUNT", amount.money());
        }
        if (value instanceof Value.Share share) {
            return Message.of("EXPLAIN-VALUE-SHARE", share.share().movePointRight(2));
        }
        if (value instanceof Value.Quantity quantity) {
            return Message.of("EXPLAIN-VALUE-QUANTITY", quantity.amount(), quantity.unit());
        }
        if (value instanceof Value.Day day) {
            return Message.of("EXPLAIN-VALUE-DAY", day.date());
        }
        if (value instanceof Value.Statement statement) {
            return statement.text();
        }
        return Message.of("EXPLAIN-VALUE-UNKNOWN", ((Value.Unknown) value).reason());
    }

    /** How the parts make the figure; empty where there are no parts. */
    static String formula(Explanation explanation, Locale locale) {
        List<Explanation> parts = explanation.children();
        if (parts.isEmpty()) {
            return "";
        }
        String step = explanation.step().name();
        boolean few = parts.size() <= NAMED;
        if (explanation.step() == Step.GIVEN || explanation.step() == Step.CHOICE || !few) {
            return Message.of("EXPLAIN-STEP-" + step, parts.size()).in(locale);
        }
        Message formula = parts.get(0).label();
        for (Explanation part : parts.subList(1, parts.size())) {
            formula = Message.of("EXPLAIN-FORMULA-" + step, formula, part.label());
        }
        boolean list = explanation.step() == Step.MINIMUM || explanation.step() == Step.MAXIMUM;
        return list ? Message.of("EXPLAIN-LIST-" + step, formula).in(locale) : formula.in(locale);
    }

    static List<String> rules(Explanation explanation, Locale locale) {
        List<String> lines = new ArrayList<>();
        for (RuleReference rule : explanation.rules()) {
            lines.add(Message.of(
                            "EXPLAIN-RULE-LINE",
                            rule.id(),
                            rule.words(),
                            rule.legalReference(),
                            validity(rule),
                            Message.of("EXPLAIN-CONFIDENCE-" + rule.confidence().name()))
                    .in(locale));
        }
        return lines;
    }

    private static Message validity(RuleReference rule) {
        LocalDate from = rule.validFrom();
        LocalDate to = rule.validTo();
        if (from == null) {
            return to == null ? Message.of("EXPLAIN-VALIDITY-ALWAYS") : Message.of("EXPLAIN-VALIDITY-TO", to);
        }
        return to == null
                ? Message.of("EXPLAIN-VALIDITY-FROM", from)
                : Message.of("EXPLAIN-VALIDITY-BETWEEN", from, to);
    }
}
