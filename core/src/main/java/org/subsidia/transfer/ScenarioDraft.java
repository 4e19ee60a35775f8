package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.subsidia.document.YamlFields;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.money.Fraction;
import org.yaml.snakeyaml.nodes.Node;

/** A scenario as far as its documents have said: what a later one states replaces what an earlier one did. */
final class ScenarioDraft {
    static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "extends",
            "horizon",
            "reference",
            "line",
            "measures",
            "remove",
            "policies",
            "indices",
            "regionKeys",
            "assumptions",
            "seed",
            "runs",
            "note");
    private static final Set<String> POLICY_KEYS = Set.of("topUp", "fill", "topUpCap", "cap");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_HORIZON = 40;
    private static final int MOST_RUNS = 100_000;
    private static final int MOST_MONTHS = 120;
    private static final int DEFAULT_RUNS = 1_000;
    private static final int DEFAULT_RUNWAY = 6;
    private static final Fraction DEFAULT_TARGET = Fraction.percent(80);

    private final List<Finding> findings;
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final SortedMap<String, NavigableMap<Integer, Fraction>> indices = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Fraction>> regionKeys = new TreeMap<>();
    private String id = "";
    private @Nullable Message title;
    private @Nullable Message note;
    private @Nullable Line line;
    private @Nullable Integer first;
    private @Nullable Integer last;
    private @Nullable Integer reference;
    private Fraction inflation = Fraction.ZERO;
    private int runway = DEFAULT_RUNWAY;
    private Fraction target = DEFAULT_TARGET;
    private OneOffGrants oneOffGrants = OneOffGrants.END;
    private long seed = 1;
    private int runs = DEFAULT_RUNS;

    ScenarioDraft(List<Finding> findings) {
        this.findings = findings;
    }

    void lay(String file, YamlFields fields) {
        Place place = Place.file(file);
        ArgumentReader numbers = new ArgumentReader(place, findings);
        fields.find("id").ifPresent(text -> id = text);
        fields.words("title").ifPresent(words -> title = words);
        fields.words("note").ifPresent(words -> note = words);
        layTime(fields, numbers);
        Optional.ofNullable(fields.node("line"))
                .flatMap(node -> new LineReader(place, findings).read(node, line))
                .ifPresent(read -> line = read);
        for (String gone : fields.texts("remove")) {
            if (measures.remove(gone) == null) {
                fields.error("remove", "XFER-MEASURE-UNKNOWN", gone, String.join(", ", measures.keySet()));
            }
        }
        layMeasures(place, fields);
        layPolicies(place, fields);
        layTables(fields, numbers);
        layAssumptions(place, fields, numbers);
        fields.find("seed").ifPresent(text -> seed = wholeLong(fields, "seed", text));
        numbers.whole(fields, "runs", 1, MOST_RUNS).ifPresent(count -> runs = count);
    }

    private void layTime(YamlFields fields, ArgumentReader numbers) {
        Optional<YamlFields> horizon = Optional.ofNullable(fields.node("horizon"))
                .flatMap(node -> numbers.fields(node, Set.of("first", "last")));
        horizon.flatMap(each -> numbers.whole(each, "first", FIRST_YEAR, LAST_YEAR))
                .ifPresent(year -> first = year);
        horizon.flatMap(each -> numbers.whole(each, "last", FIRST_YEAR, LAST_YEAR))
                .ifPresent(year -> last = year);
        numbers.whole(fields, "reference", FIRST_YEAR, LAST_YEAR).ifPresent(year -> reference = year);
        places.put("horizon", fields.place("horizon"));
        places.put("reference", fields.place("reference"));
    }

    private void layMeasures(Place file, YamlFields fields) {
        MeasureReader reader = new MeasureReader(file, findings);
        Set<String> seen = new TreeSet<>();
        for (Node node : fields.list("measures")) {
            Optional<Measure> read = reader.read(node, measures);
            if (read.isPresent() && !seen.add(read.get().id())) {
                findings.add(Finding.error(
                        reader.place(node), "XFER-MEASURE-TWICE", read.get().id()));
            }
            read.ifPresent(measure -> {
                measures.put(measure.id(), measure);
                places.put(measure.id(), reader.place(node));
            });
        }
    }

    /** The policy of a Region is short for a top-up and a cap that concern it alone. */
    private void layPolicies(Place file, YamlFields fields) {
        Node node = fields.node("policies");
        if (node == null) {
            return;
        }
        ArgumentReader numbers = new ArgumentReader(file, findings);
        numbers.fields(node, Set.of()).ifPresent(regions -> regions.all().forEach((code, policy) -> {
            if (!Checks.isRegion(code)) {
                regions.error(code, "XFER-REGION-BAD", code, Checks.regions());
                return;
            }
            numbers.fields(policy, POLICY_KEYS).ifPresent(each -> {
                SortedMap<String, Argument> topUp = new TreeMap<>();
                policy(each, "topUp", "rate", Model.TOP_UP, numbers, topUp);
                policy(each, "fill", "fill", Model.TOP_UP, numbers, topUp);
                policy(each, "topUpCap", "cap", Model.TOP_UP, numbers, topUp);
                SortedMap<String, Argument> cap = new TreeMap<>();
                policy(each, "cap", "amount", Model.CAP, numbers, cap);
                put("top-up-" + code, Model.TOP_UP, topUp, code, regions.place(code));
                put("cap-" + code, Model.CAP, cap, code, regions.place(code));
            });
        }));
    }

    private static void policy(
            YamlFields fields,
            String key,
            String name,
            Model model,
            ArgumentReader numbers,
            SortedMap<String, Argument> arguments) {
        Node value = fields.node(key);
        if (value != null) {
            numbers.read(fields, key, value, model.parameter(name).orElseThrow())
                    .ifPresent(argument -> arguments.put(name, argument));
        }
    }

    private void put(String name, Model model, SortedMap<String, Argument> arguments, String region, Place place) {
        if (!arguments.isEmpty()) {
            Measure plain = Measure.of(name, model, arguments);
            measures.put(
                    name,
                    new Measure(
                            name,
                            model,
                            plain.arguments(),
                            null,
                            null,
                            new TreeSet<>(Set.of(region)),
                            new TreeSet<>(),
                            Standing.ASSUMPTION,
                            null,
                            null));
            places.put(name, place);
        }
    }

    private void layTables(YamlFields fields, ArgumentReader numbers) {
        Optional.ofNullable(fields.node("indices"))
                .flatMap(node -> numbers.fields(node, Set.of()))
                .ifPresent(series -> series.all().forEach((name, node) -> indices.put(name, numbers.byYear(node))));
        Optional.ofNullable(fields.node("regionKeys"))
                .flatMap(node -> numbers.fields(node, Set.of()))
                .ifPresent(
                        keys -> keys.all().forEach((name, node) -> regionKeys.put(name, regionWeights(numbers, node))));
    }

    private SortedMap<String, Fraction> regionWeights(ArgumentReader numbers, Node node) {
        SortedMap<String, Fraction> weights = numbers.weights(node);
        for (String code : weights.keySet()) {
            if (!Checks.isRegion(code)) {
                findings.add(Finding.error(numbers.place(node), "XFER-REGION-BAD", code, Checks.regions()));
            }
        }
        return weights;
    }

    private void layAssumptions(Place file, YamlFields fields, ArgumentReader numbers) {
        Optional.ofNullable(fields.node("assumptions"))
                .flatMap(node ->
                        YamlFields.of(node, file, findings, Set.of("inflation", "runway", "target", "oneOffGrants")))
                .ifPresent(given -> {
                    numbers.share(given, "inflation").ifPresent(share -> inflation = share);
                    numbers.whole(given, "runway", 1, MOST_MONTHS).ifPresent(months -> runway = months);
                    numbers.share(given, "target").ifPresent(share -> target = share);
                    given.find("oneOffGrants").ifPresent(word -> OneOffGrants.find(word)
                            .ifPresentOrElse(
                                    choice -> oneOffGrants = choice,
                                    () -> given.error(
                                            "oneOffGrants",
                                            "DOC-WORD-UNKNOWN",
                                            ScenarioReader.shown(word),
                                            String.join(", ", OneOffGrants.words()))));
                });
    }

    private static long wholeLong(YamlFields fields, String key, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            fields.error(key, "XFER-NUMBER-BAD", ScenarioReader.shown(text));
            return 1;
        }
    }

    /** The whole, once every document was laid; none where something needed is missing. */
    Optional<Scenario> build(Place file, List<String> chain) {
        if (title == null) {
            findings.add(Finding.error(file, "DOC-KEY-MISSING", "title"));
        }
        if (first == null || last == null) {
            findings.add(
                    Finding.error(places.getOrDefault("horizon", file), "DOC-KEY-MISSING", "horizon: {first, last}"));
        }
        if (reference == null) {
            findings.add(Finding.error(places.getOrDefault("reference", file), "DOC-KEY-MISSING", "reference"));
        }
        if (measures.isEmpty()) {
            findings.add(Finding.error(file, "DOC-KEY-MISSING", "measures"));
        }
        if (title == null || first == null || last == null || reference == null || measures.isEmpty()) {
            return Optional.empty();
        }
        if (first > last || last - first >= LONGEST_HORIZON) {
            findings.add(Finding.error(
                    places.getOrDefault("horizon", file),
                    "XFER-HORIZON-BAD",
                    first.toString(),
                    last.toString(),
                    LONGEST_HORIZON));
            return Optional.empty();
        }
        if (reference >= last || reference < first - 1) {
            findings.add(Finding.error(
                    places.getOrDefault("reference", file),
                    "XFER-REFERENCE-BAD",
                    reference.toString(),
                    first.toString(),
                    last.toString()));
            return Optional.empty();
        }
        Scenario scenario = new Scenario(
                id,
                title,
                chain,
                first,
                last,
                reference,
                line,
                new ArrayList<>(measures.values()),
                indices,
                regionKeys,
                inflation,
                runway,
                target,
                oneOffGrants,
                seed,
                runs,
                note);
        findings.addAll(Checks.of(scenario, measure -> places.getOrDefault(measure, file)));
        return Optional.of(scenario);
    }
}
