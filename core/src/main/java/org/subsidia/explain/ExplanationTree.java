package org.subsidia.explain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An explanation as maps, lists and strings, ready for any JSON writer.
 *
 * <p>Every figure has {@code code} and {@code label}; {@code kind} (amount, share, quantity, day, statement, unknown) with
 * {@code value}, and {@code unit} where there is one; {@code step}; and {@code rules}, {@code records} and {@code children}
 * where there are any; a rule has {@code value} and {@code unit} as the law file writes them. Numbers are strings of plain
 * decimals and days are ISO dates, so that nothing is rounded on the way; what is absent is left out, nothing is null.
 */
public final class ExplanationTree {
    private ExplanationTree() {}

    /**
     * The whole tree.
     *
     * @param explanation the figure to be explained
     * @param locale its language chooses the words of labels and reasons: French, else English
     * @return a map whose keys keep their order
     */
    public static Map<String, Object> of(Explanation explanation, Locale locale) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("code", explanation.label().code());
        node.put("label", explanation.label().in(locale));
        putValue(node, explanation.value(), locale);
        node.put("step", explanation.step().name().toLowerCase(Locale.ROOT));
        putAll(
                node,
                "rules",
                explanation.rules().stream().map(ExplanationTree::rule).toList());
        putAll(node, "records", explanation.records());
        putAll(
                node,
                "children",
                explanation.children().stream().map(child -> of(child, locale)).toList());
        return node;
    }

    private static void putValue(Map<String, Object> node, Value value, Locale locale) {
        if (value instanceof Value.Amount amount) {
            put(node, "amount", amount.money().getAmount().toPlainString());
            node.put("unit", amount.money().getCurrencyUnit().getCode());
        } else if (value instanceof Value.Share share) {
            put(node, "share", share.share().toPlainString());
        } else if (value instanceof Value.Quantity quantity) {
            put(node, "quantity", quantity.amount().toPlainString());
            node.put("unit", quantity.unit().in(locale));
        } else if (value instanceof Value.Day day) {
            put(node, "day", day.date().toString());
        } else if (value instanceof Value.Statement statement) {
            put(node, "statement", statement.text().in(locale));
        } else if (value instanceof Value.Unknown unknown) {
            put(node, "unknown", unknown.reason().in(locale));
        }
    }

    private static void put(Map<String, Object> node, String kind, String value) {
        node.put("kind", kind);
        node.put("value", value);
    }

    private static void putAll(Map<String, Object> node, String name, List<?> list) {
        if (!list.isEmpty()) {
            node.put(name, list);
        }
    }

    private static Map<String, Object> rule(RuleReference rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", rule.id());
        map.put("value", rule.value());
        map.put("unit", rule.unit());
        putDay(map, "validFrom", rule.validFrom());
        putDay(map, "validTo", rule.validTo());
        map.put("legalReference", rule.legalReference());
        map.put("source", rule.source());
        map.put("confidence", rule.confidence().name());
        return map;
    }

    private static void putDay(Map<String, Object> map, String name, @Nullable LocalDate day) {
        if (day != null) {
            map.put(name, day.toString());
        }
    }
}
