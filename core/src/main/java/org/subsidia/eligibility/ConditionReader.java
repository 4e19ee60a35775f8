package org.subsidia.eligibility;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.subsidia.document.Suggestion;
import org.subsidia.document.YamlDocument;
import org.subsidia.document.YamlFields;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.Kind;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.stateaid.SizeClass;
import org.subsidia.territory.TerritoryCode;
import org.yaml.snakeyaml.nodes.Node;

/** From a node of a document to a condition. A comparison with two bounds becomes two conditions under {@code all}. */
final class ConditionReader {
    private static final int MOST = 2_000;
    private static final Set<String> HEAD = Set.of("id", "label", "reference");
    private static final Map<String, Condition.Operator> OPERATORS = operators();

    /** The key that says what kind of condition it is, and the keys that may stand beside it. */
    private static final Map<String, Set<String>> KINDS = kinds();

    private final Place file;
    private final List<Finding> findings;
    private final FactCatalogue catalogue;
    private final LawBase laws;
    private final ExpressionParser parser;
    private final Set<String> ids = new HashSet<>();
    private int count;

    ConditionReader(Place file, List<Finding> findings, FactCatalogue catalogue, LawBase laws) {
        this.file = file;
        this.findings = findings;
        this.catalogue = catalogue;
        this.laws = laws;
        this.parser = new ExpressionParser(catalogue, laws);
    }

    private static Map<String, Condition.Operator> operators() {
        Map<String, Condition.Operator> map = new LinkedHashMap<>();
        map.put("from", Condition.Operator.AT_LEAST);
        map.put("atLeast", Condition.Operator.AT_LEAST);
        map.put("moreThan", Condition.Operator.MORE_THAN);
        map.put("equals", Condition.Operator.EQUAL);
        map.put("lessThan", Condition.Operator.LESS_THAN);
        map.put("atMost", Condition.Operator.AT_MOST);
        map.put("to", Condition.Operator.AT_MOST);
        return map;
    }

    private static Map<String, Set<String>> kinds() {
        Map<String, Set<String>> map = new LinkedHashMap<>();
        map.put("all", Set.of());
        map.put("any", Set.of());
        map.put("none", Set.of());
        map.put("some", Set.of("least"));
        map.put("value", OPERATORS.keySet());
        map.put("code", Set.of("oneOf"));
        map.put("territory", Set.of("within", "except", "somewhere"));
        map.put("label-held", Set.of("phase", "at", "of"));
        map.put("size", Set.of());
        map.put("aid", Set.of("plus", "since", "at", "atMost"));
        map.put("given", Set.of());
        map.put("absent", Set.of());
        map.put("yes", Set.of());
        map.put("no", Set.of());
        return map;
    }

    Optional<Condition> read(Node node, String path) {
        if (++count > MOST) {
            if (count == MOST + 1) {
                findings.add(
                        Finding.error(YamlDocument.at(file, node.getStartMark()), "ELIG-CONDITIONS-TOOMANY", MOST));
            }
            return Optional.empty();
        }
        Optional<YamlFields> found = YamlFields.of(node, file, findings, Set.of());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        YamlFields fields = found.get();
        List<String> kinds = KINDS.keySet().stream().filter(fields::has).toList();
        if (kinds.size() != 1) {
            findings.add(Finding.error(
                    fields.place(), "ELIG-CONDITION-KIND", String.join(", ", KINDS.keySet()), kinds.size()));
            return Optional.empty();
        }
        String kind = kinds.get(0);
        Set<String> allowed = new TreeSet<>(HEAD);
        allowed.add(kind);
        allowed.addAll(KINDS.getOrDefault(kind, Set.of()));
        fields.all().keySet().stream()
                .filter(key -> !allowed.contains(key))
                .forEach(key -> fields.error(key, "DOC-KEY-UNKNOWN", key, String.join(", ", allowed)));
        Condition.Head head = head(fields, path);
        return switch (kind) {
            case "all" -> group(fields, head, path, kind, Condition.Mode.ALL);
            case "any" -> group(fields, head, path, kind, Condition.Mode.ANY);
            case "none" -> group(fields, head, path, kind, Condition.Mode.NONE);
            case "some" -> group(fields, head, path, kind, Condition.Mode.AT_LEAST);
            case "value" -> comparison(fields, head);
            case "code" -> oneOf(fields, head);
            case "territory" -> territory(fields, head);
            case "label-held" -> label(fields, head);
            case "size" -> size(fields, head);
            case "aid" -> aid(fields, head);
            case "given" -> fact(fields, kind, null).map(fact -> new Condition.Given(head, fact));
            case "absent" -> fact(fields, kind, null).map(fact -> new Condition.Missing(head, fact));
            default -> fact(fields, kind, FactType.FLAG).map(fact -> new Condition.Is(head, fact, kind.equals("yes")));
        };
    }

    private Condition.Head head(YamlFields fields, String path) {
        String id = fields.find("id").orElse(path.isEmpty() ? "0" : path);
        if (!ids.add(id)) {
            fields.error("id", "ELIG-CONDITION-TWICE", id);
        }
        return new Condition.Head(
                id, fields.words("label").orElse(null), fields.find("reference").orElse(null), fields.place());
    }

    private Optional<Condition> group(
            YamlFields fields, Condition.Head head, String path, String key, Condition.Mode mode) {
        List<Condition> parts = new ArrayList<>();
        List<Node> nodes = fields.list(key);
        int at = 0;
        for (Node node : nodes) {
            at++;
            read(node, path.isEmpty() ? Integer.toString(at) : path + "." + at).ifPresent(parts::add);
        }
        if (nodes.isEmpty()) {
            fields.error(key, "ELIG-GROUP-EMPTY", key);
            return Optional.empty();
        }
        int least = 0;
        if (mode == Condition.Mode.AT_LEAST) {
            String text = fields.need("least").orElse("");
            least = text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 0;
            if (least < 1 || least > nodes.size()) {
                fields.error("least", "ELIG-GROUP-LEAST", text, nodes.size());
                return Optional.empty();
            }
        }
        return Optional.of(new Condition.Group(head, mode, least, parts));
    }

    private Optional<Condition> comparison(YamlFields fields, Condition.Head head) {
        Optional<Expression> left = expression(fields, "value");
        List<String> keys = OPERATORS.keySet().stream().filter(fields::has).toList();
        if (keys.isEmpty()) {
            fields.error("value", "ELIG-COMPARISON-NONE", String.join(", ", OPERATORS.keySet()));
            return Optional.empty();
        }
        List<Condition> parts = new ArrayList<>();
        for (String key : keys) {
            Optional<Expression> right = expression(fields, key);
            if (left.isEmpty() || right.isEmpty() || !comparable(fields, key, left.get(), right.get())) {
                continue;
            }
            Condition.Head own = keys.size() == 1
                    ? head
                    : new Condition.Head(head.id() + "." + key, null, head.reference(), fields.place(key));
            parts.add(new Condition.Comparison(own, left.get(), operator(key), right.get()));
        }
        if (parts.size() < keys.size()) {
            return Optional.empty();
        }
        return Optional.of(parts.size() == 1 ? parts.get(0) : new Condition.Group(head, Condition.Mode.ALL, 0, parts));
    }

    private static Condition.Operator operator(String key) {
        return Optional.ofNullable(OPERATORS.get(key)).orElseThrow();
    }

    private static boolean comparable(YamlFields fields, String key, Expression left, Expression right) {
        if (left.type() != right.type()) {
            fields.error(
                    key,
                    "ELIG-COMPARISON-TYPES",
                    left.text(),
                    left.type().words(),
                    right.text(),
                    right.type().words());
            return false;
        }
        if (!ExpressionParser.sameUnit(left.unit(), right.unit())) {
            fields.error(key, "ELIG-COMPARISON-UNITS", left.text(), left.unit(), right.text(), right.unit());
            return false;
        }
        if (left.isConstant() && right.isConstant()) {
            fields.error(key, "ELIG-COMPARISON-CONSTANT", left.text(), right.text());
            return false;
        }
        return true;
    }

    private Optional<Expression> expression(YamlFields fields, String key) {
        Optional<String> text = fields.need(key);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parser.parse(text.get()));
        } catch (ExpressionParser.Refused e) {
            fields.error(key, e.why());
            return Optional.empty();
        }
    }

    private Optional<Expression> typed(YamlFields fields, String key, FactType type) {
        Optional<Expression> expression = expression(fields, key);
        if (expression.isPresent() && expression.get().type() != type) {
            fields.error(
                    key,
                    "ELIG-EXPR-WRONGTYPE",
                    expression.get().text(),
                    expression.get().type().words(),
                    type.words());
            return Optional.empty();
        }
        return expression;
    }

    private Optional<Fact> fact(YamlFields fields, String key, @Nullable FactType type) {
        Optional<String> id = fields.need(key);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return fact(fields, key, id.get(), type);
    }

    private Optional<Fact> fact(YamlFields fields, String key, String id, @Nullable FactType type) {
        Optional<Fact> fact = catalogue.find(id);
        if (fact.isEmpty()) {
            fields.error(key, "ELIG-FACT-UNKNOWN", id, Suggestion.nearest(id, catalogue.ids()));
        } else if (type != null && fact.get().type() != type) {
            fields.error(key, "ELIG-FACT-TYPE", id, fact.get().type().words(), type.words());
            return Optional.empty();
        }
        return fact;
    }

    private Optional<Condition> oneOf(YamlFields fields, Condition.Head head) {
        Optional<Fact> fact = fact(fields, "code", FactType.CODE);
        List<String> choice = fields.texts("oneOf");
        if (!fields.has("oneOf") || choice.isEmpty()) {
            fields.error("oneOf", "DOC-KEY-MISSING", "oneOf");
            return Optional.empty();
        }
        if (fact.isEmpty()) {
            return Optional.empty();
        }
        if (choice.size() == 1 && choice.get(0).startsWith("law:")) {
            LawRef ref = new LawRef(choice.get(0).substring("law:".length()), null);
            Optional<Kind<?>> kind = LawSource.kindOf(laws, ref);
            if (kind.isEmpty()) {
                fields.error("oneOf", "ELIG-LAW-UNKNOWN", ref.toString(), Suggestion.nearest(ref.id(), laws.ids()));
                return Optional.empty();
            } else if (kind.get() != Kind.LIST) {
                fields.error("oneOf", "ELIG-LAW-KIND", ref.toString(), choice.get(0));
                return Optional.empty();
            }
            return Optional.of(new Condition.OneOf(head, fact.get(), List.of(), ref));
        }
        List<String> words = fact.get().values();
        for (String word : choice) {
            if (!words.isEmpty() && !words.contains(word)) {
                fields.error("oneOf", "DOC-WORD-UNKNOWN", word, String.join(", ", words));
            }
        }
        return Optional.of(new Condition.OneOf(head, fact.get(), choice, null));
    }

    private Optional<Condition> territory(YamlFields fields, Condition.Head head) {
        Optional<Fact> fact = fact(fields, "territory", FactType.TERRITORY);
        List<TerritoryCode> within = places(fields, "within");
        List<TerritoryCode> except = places(fields, "except");
        if (within.isEmpty() && except.isEmpty()) {
            fields.error("within", "ELIG-TERRITORY-NONE");
            return Optional.empty();
        }
        within.stream()
                .filter(except::contains)
                .forEach(place -> fields.error("except", "ELIG-TERRITORY-BOTH", place.toString()));
        boolean somewhere = fields.flag("somewhere").orElse(false);
        return fact.map(f -> new Condition.InTerritory(head, f, within, except, somewhere));
    }

    private static List<TerritoryCode> places(YamlFields fields, String key) {
        List<TerritoryCode> places = new ArrayList<>();
        for (String text : fields.texts(key)) {
            Reading<TerritoryCode> place = FactText.place(text);
            place.value().ifPresentOrElse(places::add, () -> fields.error(key, "ELIG-TERRITORY-BAD", text));
        }
        return places;
    }

    private Optional<Condition> label(YamlFields fields, Condition.Head head) {
        Optional<LabelKind> kind = fields.one("label-held", LabelKind.class);
        Optional<Fact> fact = fact(fields, "of", fields.find("of").orElse("structure.labels"), FactType.LABELS);
        Optional<Expression> at = day(fields, "at");
        return kind.flatMap(k -> fact.flatMap(f -> at.map(
                day -> new Condition.HoldsLabel(head, f, k, fields.find("phase").orElse(null), day))));
    }

    /** A day; the day of the verdict where none is named. */
    private Optional<Expression> day(YamlFields fields, String key) {
        if (fields.has(key)) {
            return typed(fields, key, FactType.DAY);
        }
        return parsed(fields, key, Facts.DATE);
    }

    private Optional<Expression> parsed(YamlFields fields, String key, String text) {
        try {
            return Optional.of(parser.parse(text));
        } catch (ExpressionParser.Refused e) {
            fields.error(key, e.why());
            return Optional.empty();
        }
    }

    private Optional<Condition> size(YamlFields fields, Condition.Head head) {
        Set<SizeClass> sizes = EnumSet.noneOf(SizeClass.class);
        for (String text : fields.texts("size")) {
            try {
                sizes.add(SizeClass.valueOf(text));
            } catch (IllegalArgumentException e) {
                fields.error("size", "DOC-WORD-UNKNOWN", text, YamlFields.names(SizeClass.class));
                return Optional.empty();
            }
        }
        if (sizes.isEmpty()) {
            fields.error("size", "DOC-SHAPE-TEXTS", "size");
            return Optional.empty();
        }
        return Optional.of(new Condition.OfSize(head, sizes));
    }

    private Optional<Condition> aid(YamlFields fields, Condition.Head head) {
        Optional<Fact> fact = fact(fields, "aid", FactType.AIDS);
        Optional<Expression> at = day(fields, "at");
        Optional<Expression> from = typed(fields, "since", FactType.DAY);
        Optional<Expression> ceiling = typed(fields, "atMost", FactType.MONEY);
        Optional<Expression> plus = fields.has("plus") ? typed(fields, "plus", FactType.MONEY) : Optional.empty();
        return fact.flatMap(f -> at.flatMap(to -> from.flatMap(
                first -> ceiling.map(most -> new Condition.AidSum(head, f, plus.orElse(null), first, to, most)))));
    }
}
