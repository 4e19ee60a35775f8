package org.subsidia.territory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.RuleReference;

/** Legal facts about NUTS 2 units: category by period, outermost regions. */
final class Categories {
    private final Map<String, CategoryRule> byUnitAndPeriod = new HashMap<>();
    private final Map<String, RuleReference> outermost = new HashMap<>();

    private static final class Holder {
        static final Categories CATEGORIES = new Categories();
    }

    static Categories get() {
        return Holder.CATEGORIES;
    }

    private Categories() {
        try (InputStream in = Categories.class.getResourceAsStream("categories.yaml")) {
            Objects.requireNonNull(in, "categories.yaml");
            new YAMLMapper().readTree(in).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<CategoryRule> of(String unit, EuPeriod period) {
        return Optional.ofNullable(byUnitAndPeriod.get(unit + ' ' + period));
    }

    Optional<RuleReference> outermost(String unit) {
        return Optional.ofNullable(outermost.get(unit));
    }

    private void add(JsonNode rule) {
        EuPeriod period = rule.has("period") ? EuPeriod.of(rule.get("period").asText()) : null;
        for (JsonNode unit : rule.get("value")) {
            String code = unit.asText();
            Object before = period == null
                    ? outermost.put(code, reference(rule, code, null))
                    : byUnitAndPeriod.put(
                            code + ' ' + period,
                            new CategoryRule(
                                    RegionCategory.valueOf(rule.get("category").asText()),
                                    reference(rule, code, period)));
            if (before != null) {
                throw new IllegalStateException("two rules about " + code + ": " + before);
            }
        }
    }

    private static RuleReference reference(JsonNode rule, String code, @Nullable EuPeriod period) {
        String value = rule.has("category") ? rule.get("category").asText() : "OUTERMOST";
        return new RuleReference(
                rule.get("id").asText(),
                period == null ? null : period.start(),
                period == null ? null : period.end(),
                code + ": " + value,
                rule.get("legalReference").asText(),
                rule.get("source").asText(),
                Confidence.valueOf(rule.get("confidence").asText()));
    }
}
