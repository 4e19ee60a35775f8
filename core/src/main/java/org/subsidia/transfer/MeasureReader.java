package org.subsidia.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.document.Suggestion;
import org.subsidia.document.YamlFields;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the measures of a scenario; one whose id is known states only what it changes. */
final class MeasureReader {
    private static final Set<String> KEYS =
            Set.of("id", "model", "from", "to", "regions", "structures", "standing", "source", "note");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private final ArgumentReader arguments;

    MeasureReader(Place file, List<Finding> findings) {
        this.arguments = new ArgumentReader(file, findings);
    }

    Place place(Node node) {
        return arguments.place(node);
    }

    Optional<Measure> read(Node node, Map<String, Measure> known) {
        Optional<YamlFields> fields = arguments.fields(node, Set.of());
        Optional<String> id = fields.flatMap(each -> each.need("id"));
        if (fields.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        if (!ScenarioReader.ID.matcher(id.get()).matches()) {
            fields.get().error("id", "XFER-ID-BAD", ScenarioReader.shown(id.get()));
            return Optional.empty();
        }
        Measure before = known.get(id.get());
        Optional<Model> model = model(fields.get(), before);
        return model.map(each ->
                measure(id.get(), each, fields.get(), before != null && before.model() == each ? before : null));
    }

    private static Optional<Model> model(YamlFields fields, @Nullable Measure before) {
        if (before != null && !fields.has("model")) {
            return Optional.of(before.model());
        }
        Optional<String> word = fields.need("model");
        Optional<Model> model = word.flatMap(Model::find);
        if (word.isPresent() && model.isEmpty()) {
            fields.error(
                    "model",
                    "XFER-MODEL-UNKNOWN",
                    ScenarioReader.shown(word.get()),
                    Suggestion.nearest(word.get(), Model.words()),
                    String.join(", ", Model.words()));
        }
        return model;
    }

    private Measure measure(String id, Model model, YamlFields fields, @Nullable Measure before) {
        SortedMap<String, Argument> given = new TreeMap<>(before == null ? Map.of() : before.arguments());
        fields.all().forEach((key, node) -> {
            Optional<Parameter> parameter = model.parameter(key);
            if (parameter.isPresent() && !KEYS.contains(key)) {
                arguments.read(fields, key, node, parameter.get()).ifPresent(argument -> given.put(key, argument));
            } else if (!KEYS.contains(key)) {
                fields.errorAtKey(key, "DOC-KEY-UNKNOWN", ScenarioReader.shown(key), keys(model));
            }
        });
        for (Parameter parameter : model.parameters()) {
            if (parameter.required() && !given.containsKey(parameter.name()) && !fields.has(parameter.name())) {
                fields.error("id", "XFER-PARAMETER-MISSING", id, parameter.name());
            }
        }
        Integer from = year(fields, "from", before == null ? null : before.from());
        Integer to = year(fields, "to", before == null ? null : before.to());
        if (from != null && to != null && from > to) {
            fields.error("to", "XFER-YEARS-REVERSED", from.toString(), to.toString());
        }
        return new Measure(
                id,
                model,
                given,
                from,
                to,
                regions(fields, before),
                fields.has("structures") || before == null
                        ? new TreeSet<>(fields.texts("structures"))
                        : before.structures(),
                fields.one("standing", Standing.class).orElse(before == null ? Standing.ASSUMPTION : before.standing()),
                source(fields, before),
                note(fields, before));
    }

    private static @Nullable String source(YamlFields fields, @Nullable Measure before) {
        return fields.find("source").orElse(before == null ? null : before.source());
    }

    private static @Nullable Message note(YamlFields fields, @Nullable Measure before) {
        return fields.words("note").orElse(before == null ? null : before.note());
    }

    private @Nullable Integer year(YamlFields fields, String key, @Nullable Integer before) {
        return arguments.whole(fields, key, FIRST_YEAR, LAST_YEAR).orElse(before);
    }

    private SortedSet<String> regions(YamlFields fields, @Nullable Measure before) {
        if (!fields.has("regions") && before != null) {
            return before.regions();
        }
        SortedSet<String> codes = new TreeSet<>(fields.texts("regions"));
        codes.stream()
                .filter(code -> !Checks.isRegion(code))
                .findFirst()
                .ifPresent(
                        bad -> fields.error("regions", "XFER-REGION-BAD", ScenarioReader.shown(bad), Checks.regions()));
        return codes;
    }

    private static String keys(Model model) {
        return Stream.concat(KEYS.stream().sorted(), model.parameters().stream().map(Parameter::name))
                .collect(Collectors.joining(", "));
    }
}
