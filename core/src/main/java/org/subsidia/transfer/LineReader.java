package org.subsidia.transfer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.document.Suggestion;
import org.subsidia.document.YamlFields;
import org.subsidia.explain.Confidence;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.BudgetStage;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Source;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the line of a scenario; its history comes from the catalogue, its author may add years and replace them. */
final class LineReader {
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final Set<String> KEYS = Set.of("level", "successor", "programme", "document", "scale", "values");
    private static final Set<String> VALUE_KEYS = Set.of("amount", "document", "source", "confidence");

    private final ArgumentReader numbers;

    LineReader(Place file, List<Finding> findings) {
        this.numbers = new ArgumentReader(file, findings);
    }

    Optional<Line> read(Node node, @Nullable Line before) {
        return numbers.fields(node, KEYS).map(fields -> line(fields, before));
    }

    private Line line(YamlFields fields, @Nullable Line before) {
        Optional<FunderLevel> level = fields.one("level", FunderLevel.class);
        Optional<FunderLevel> successor = fields.one("successor", FunderLevel.class);
        Optional<Line.Scale> scale = fields.one("scale", Line.Scale.class);
        SortedMap<Integer, Line.Value> values = new TreeMap<>();
        Optional<String> programme = fields.find("programme");
        BudgetStage stage = fields.one("document", BudgetStage.class).orElse(BudgetStage.INITIAL_LAW);
        if (programme.isPresent()) {
            values.putAll(history(fields, programme.get(), stage));
        } else if (before != null) {
            values.putAll(before.values());
        }
        Line line = new Line(
                level.orElse(before == null ? FunderLevel.STATE : before.level()),
                successor.orElse(before == null ? FunderLevel.REGION : before.successor()),
                programme.orElse(before == null ? null : before.programme()),
                values,
                scale.orElse(before == null ? Line.Scale.POPULATION : before.scale()));
        if (line.level() == line.successor()) {
            fields.error("successor", "XFER-LINE-SAME", line.level().label());
        }
        Node own = fields.node("values");
        return own == null ? line : line.with(own(own));
    }

    private static SortedMap<Integer, Line.Value> history(YamlFields fields, String id, BudgetStage stage) {
        List<Programme> all = Catalogue.standard().programmes();
        Optional<Programme> programme =
                all.stream().filter(each -> each.id().value().equals(id)).findFirst();
        if (programme.isEmpty()) {
            List<String> ids = all.stream().map(each -> each.id().value()).toList();
            fields.error("programme", "XFER-PROGRAMME-UNKNOWN", ScenarioReader.shown(id), Suggestion.nearest(id, ids));
        }
        SortedMap<Integer, Line.Value> values = new TreeMap<>();
        programme.ifPresent(each -> each.values().stream()
                .filter(value -> value.stage() == stage)
                .forEach(value -> {
                    Money amount = value.payment() != null ? value.payment() : value.commitment();
                    if (amount != null) {
                        values.put(value.year(), new Line.Value(amount, value.stage(), value.source()));
                    }
                }));
        return values;
    }

    private SortedMap<Integer, Line.Value> own(Node node) {
        SortedMap<Integer, Line.Value> values = new TreeMap<>();
        numbers.fields(node, Set.of()).ifPresent(years -> years.all().forEach((year, value) -> {
            if (!YEAR.matcher(year).matches()) {
                years.error(year, "XFER-YEAR-BAD", ScenarioReader.shown(year));
                return;
            }
            if (value instanceof MappingNode) {
                numbers.fields(value, VALUE_KEYS)
                        .flatMap(this::sourced)
                        .ifPresent(each -> values.put(Integer.parseInt(year), each));
            } else {
                numbers.euros(value, year)
                        .ifPresent(euros -> values.put(
                                Integer.parseInt(year), new Line.Value(Cents.money(Cents.of(euros)), null, null)));
            }
        }));
        return values;
    }

    private Optional<Line.Value> sourced(YamlFields fields) {
        fields.need(List.of("amount"));
        Node amount = fields.node("amount");
        Confidence confidence = fields.one("confidence", Confidence.class).orElse(Confidence.UNVERIFIED);
        BudgetStage stage = fields.one("document", BudgetStage.class).orElse(null);
        Source source =
                fields.find("source").map(text -> new Source(text, confidence)).orElse(null);
        return Optional.ofNullable(amount)
                .flatMap(node -> numbers.euros(node, "amount"))
                .map(euros -> new Line.Value(Cents.money(Cents.of(euros)), stage, source));
    }
}
