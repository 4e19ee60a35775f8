package org.subsidia.law;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.subsidia.explain.Confidence;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Values that somebody sets for single rules of the law base, such as a threshold or a delay of their own, on every day. A figure
 * that uses one names whose it is in the place of the legal reference.
 *
 * @param values id of a rule → its value, as law files write it: {@code 0.55}, {@code 75000}, <code>{min: 1, mode: 2, max: 6}</code>
 * @param reference who set them, as figures say it
 * @param name what findings call the place where they are set
 */
public record OwnValues(SortedMap<String, String> values, String reference, String name) {
    private static final int LONGEST = 10_000;
    private static final YAMLMapper YAML = mapper();

    /** Copies the values. */
    public OwnValues {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    private static YAMLMapper mapper() {
        LoaderOptions safe = new LoaderOptions();
        safe.setMaxAliasesForCollections(0);
        safe.setNestingDepthLimit(5);
        safe.setCodePointLimit(LONGEST);
        YAMLMapper mapper =
                new YAMLMapper(YAMLFactory.builder().loaderOptions(safe).build());
        // a number stays as it was written: no 5.0E7 for 50000000.00
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        return mapper;
    }

    /**
     * A base with these values laid over it.
     *
     * @param base the base
     * @return the base; or a finding for each value that the rule cannot have, or whose rule there is not
     */
    public Reading<LawBase> over(LawBase base) {
        List<Finding> findings = new ArrayList<>();
        ObjectNode rules = YAML.createObjectNode();
        for (Map.Entry<String, String> own : values.entrySet()) {
            Optional<Parameter> rule = base.parameter(own.getKey());
            Optional<JsonNode> value = value(own.getValue());
            if (rule.isEmpty()) {
                findings.add(Finding.error(place(own.getKey()), "LAW-OWN-NO-RULE", own.getKey()));
            } else if (value.isEmpty()) {
                findings.add(refused(own, rule.get()));
            } else {
                Reading<LawBase> alone = read(YAML.createObjectNode().set(own.getKey(), rule(rule.get(), value.get())));
                if (alone.isRead()) {
                    rules.set(own.getKey(), rule(rule.get(), value.get()));
                } else {
                    findings.add(refused(own, rule.get()));
                }
            }
        }
        if (!findings.isEmpty()) {
            return Reading.refused(findings);
        }
        Reading<LawBase> over = rules.isEmpty() ? Reading.of(base) : read(rules);
        return rules.isEmpty() || !over.isRead() ? over : base.with(over.get());
    }

    private Place place(String id) {
        return Place.file(name).field(id);
    }

    private Finding refused(Map.Entry<String, String> own, Parameter rule) {
        return Finding.error(
                place(own.getKey()),
                "LAW-OWN-VALUE",
                own.getValue(),
                own.getKey(),
                rule.unit().text());
    }

    private static Optional<JsonNode> value(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonNode value = YAML.readTree(text);
            return Optional.of(value).filter(node -> !node.isMissingNode() && !node.isNull());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private ObjectNode rule(Parameter rule, JsonNode value) {
        ObjectNode fields = YAML.createObjectNode();
        // the rule that is known keeps its description; a file of rules must have one
        fields.putObject("description").put("fr", rule.id()).put("en", rule.id());
        fields.put("unit", rule.unit().text());
        fields.putArray("versions")
                .addObject()
                .put("legalReference", reference)
                .put("source", name)
                .put("confidence", Confidence.UNVERIFIED.name())
                .set("value", value);
        return fields;
    }

    private Reading<LawBase> read(JsonNode rules) {
        try {
            return LawBase.read(name, new ByteArrayInputStream(YAML.writeValueAsBytes(rules)));
        } catch (IOException e) {
            return Reading.refused(Finding.error(Place.file(name), "LAW-OWN-VALUE", rules.toString(), "", ""));
        }
    }
}
