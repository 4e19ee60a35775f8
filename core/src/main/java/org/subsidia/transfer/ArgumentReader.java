package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.subsidia.document.YamlDocument;
import org.subsidia.document.YamlFields;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.money.Fraction;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Numbers, words, lists and weights of a scenario, each with its place. */
final class ArgumentReader {
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d|2100");
    private static final Set<String> SPREADS =
            Set.of("uniform", "triangular", "choice", "normal", "lognormal", "quantiles");
    private static final int LONGEST_NUMBER = 40;
    /** Ten thousand billion euros, far above any budget line and far below what cents in 64 bits hold. */
    private static final Fraction MOST_EUROS = Fraction.of(10_000_000_000_000L);

    private final Place file;
    private final List<Finding> findings;

    ArgumentReader(Place file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    Place place(Node node) {
        return YamlDocument.at(file, node.getStartMark());
    }

    Optional<YamlFields> fields(Node node, Set<String> allowed) {
        return YamlFields.of(node, file, findings, allowed);
    }

    Optional<Argument> read(YamlFields fields, String key, Node node, Parameter parameter) {
        return switch (parameter.kind()) {
            case SHARE, EUROS, COUNT -> numbers(node, parameter);
            case WORD -> word(fields, key, parameter);
            case NAMES -> Optional.of(new Argument.Names(fields.texts(key)));
            case WEIGHTS -> Optional.<Argument>of(new Argument.Weights(weights(node)));
        };
    }

    private static Optional<Argument> word(YamlFields fields, String key, Parameter parameter) {
        Optional<String> text = fields.find(key);
        if (text.isPresent() && !parameter.options().contains(text.get())) {
            fields.error(
                    key, "DOC-WORD-UNKNOWN", ScenarioReader.shown(text.get()), String.join(", ", parameter.options()));
            return Optional.empty();
        }
        return text.map(Argument.Word::new);
    }

    private Optional<Argument> numbers(Node node, Parameter parameter) {
        if (!(node instanceof MappingNode)) {
            return number(node, parameter).map(Argument.Numbers::of);
        }
        Optional<YamlFields> fields = fields(node, Set.of());
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Node> entries = fields.get().all();
        if (entries.size() == 1 && SPREADS.contains(entries.keySet().iterator().next())) {
            Map.Entry<String, Node> entry = entries.entrySet().iterator().next();
            return spread(entry.getKey(), entry.getValue(), parameter)
                    .map(spread -> new Argument.Numbers(
                            Argument.Numbers.of(spread.central()).byYear(), spread));
        }
        NavigableMap<Integer, Fraction> byYear = new TreeMap<>();
        SortedMap<Integer, Distribution> dated = new TreeMap<>();
        entries.forEach((year, value) -> {
            if (YEAR.matcher(year).matches() && value instanceof MappingNode) {
                drawn(value, parameter).ifPresent(spread -> {
                    byYear.put(Integer.parseInt(year), spread.central());
                    dated.put(Integer.parseInt(year), spread);
                });
            } else if (YEAR.matcher(year).matches()) {
                number(value, parameter).ifPresent(number -> byYear.put(Integer.parseInt(year), number));
            } else {
                fields.get().error(year, "XFER-YEAR-BAD", ScenarioReader.shown(year));
            }
        });
        return byYear.isEmpty() ? Optional.empty() : Optional.of(new Argument.Numbers(byYear, null, dated));
    }

    /** A distribution in the place of the number of a year. */
    private Optional<Distribution> drawn(Node node, Parameter parameter) {
        Map<String, Node> entries = fields(node, Set.of()).map(YamlFields::all).orElse(Map.of());
        if (entries.size() != 1) {
            findings.add(Finding.error(place(node), "XFER-SPREAD-BAD", parameter.name()));
            return Optional.empty();
        }
        Map.Entry<String, Node> entry = entries.entrySet().iterator().next();
        return spread(entry.getKey(), entry.getValue(), parameter);
    }

    private Optional<Distribution> spread(String kind, Node node, Parameter parameter) {
        try {
            if (kind.equals("choice")) {
                NavigableMap<Fraction, Fraction> choice = new TreeMap<>();
                fields(node, Set.of()).ifPresent(fields -> fields.all()
                        .forEach((value, share) -> number(value, place(share), parameter)
                                .ifPresent(number -> plain(share).ifPresent(weight -> choice.put(number, weight)))));
                return Optional.of(new Distribution.Choice(choice));
            }
            if (kind.equals("quantiles")) {
                NavigableMap<Fraction, Fraction> quantiles = new TreeMap<>();
                fields(node, Set.of()).ifPresent(fields -> fields.all()
                        .forEach((share, value) -> parsed(share, place(value)).ifPresent(at -> number(value, parameter)
                                .ifPresent(number -> quantiles.put(at, number)))));
                return Optional.of(new Distribution.Quantiles(quantiles));
            }
            if (kind.equals("normal") || kind.equals("lognormal")) {
                return bell(kind, node, parameter);
            }
            List<Fraction> ends = new ArrayList<>();
            if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(part -> number(part, parameter).ifPresent(ends::add));
            }
            if (kind.equals("uniform") && ends.size() == 2) {
                return Optional.of(new Distribution.Uniform(ends.get(0), ends.get(1)));
            }
            if (kind.equals("triangular") && ends.size() == 3) {
                return Optional.of(new Distribution.Triangular(ends.get(0), ends.get(1), ends.get(2)));
            }
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error(place(node), "XFER-SPREAD-BAD", kind));
            return Optional.empty();
        }
        findings.add(Finding.error(place(node), "XFER-SPREAD-BAD", kind));
        return Optional.empty();
    }

    /** Its ends, too, lie within the bounds of the parameter. */
    private Optional<Distribution> bell(String kind, Node node, Parameter parameter) {
        List<Fraction> numbers = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(part -> plain(part).ifPresent(numbers::add));
        }
        if (numbers.size() != 2 || numbers.get(1).signum() < 0) {
            throw new IllegalArgumentException("two numbers, the second not negative");
        }
        Distribution bell = kind.equals("normal")
                ? Distribution.Quantiles.normal(numbers.get(0), numbers.get(1))
                : Distribution.Quantiles.lognormal(numbers.get(0), numbers.get(1));
        boolean inside = number(bell.low().value(Distribution.DIGITS).toPlainString(), place(node), parameter)
                        .isPresent()
                && number(bell.high().value(Distribution.DIGITS).toPlainString(), place(node), parameter)
                        .isPresent();
        return inside ? Optional.of(bell) : Optional.empty();
    }

    private Optional<Fraction> number(Node node, Parameter parameter) {
        if (node instanceof ScalarNode scalar) {
            return number(scalar.getValue(), place(node), parameter);
        }
        findings.add(Finding.error(place(node), "XFER-NUMBER-BAD", parameter.name()));
        return Optional.empty();
    }

    private Optional<Fraction> number(String text, Place place, Parameter parameter) {
        Optional<Fraction> number = parsed(text, place);
        Fraction least = parameter.least();
        Fraction most = parameter.kind() == Parameter.Kind.EUROS ? MOST_EUROS : parameter.most();
        boolean whole = parameter.kind() != Parameter.Kind.COUNT
                || number.filter(each -> each.denominator().bitLength() != 1).isEmpty();
        if (number.isPresent()
                && (!whole
                        || (least != null && number.get().compareTo(least) < 0)
                        || (most != null && number.get().compareTo(most) > 0))) {
            findings.add(Finding.error(
                    place,
                    "XFER-NUMBER-OUTSIDE",
                    parameter.name(),
                    ScenarioReader.shown(text),
                    String.valueOf(least),
                    most == null ? "…" : most.toString()));
            return Optional.empty();
        }
        return number;
    }

    private Optional<Fraction> parsed(String text, Place place) {
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return Optional.of(Fraction.parse(text.strip()));
            }
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error(place, "XFER-NUMBER-BAD", ScenarioReader.shown(text)));
            return Optional.empty();
        }
        findings.add(Finding.error(place, "XFER-NUMBER-BAD", ScenarioReader.shown(text)));
        return Optional.empty();
    }

    private Optional<Fraction> plain(Node node) {
        if (node instanceof ScalarNode scalar) {
            return parsed(scalar.getValue(), place(node));
        }
        findings.add(Finding.error(place(node), "XFER-NUMBER-BAD", ""));
        return Optional.empty();
    }

    /** Positive numbers by year. */
    NavigableMap<Integer, Fraction> byYear(Node node) {
        NavigableMap<Integer, Fraction> byYear = new TreeMap<>();
        fields(node, Set.of()).ifPresent(fields -> fields.all().forEach((year, value) -> {
            Optional<Fraction> number = plain(value);
            if (!YEAR.matcher(year).matches()) {
                fields.error(year, "XFER-YEAR-BAD", ScenarioReader.shown(year));
            } else if (number.isPresent() && number.get().signum() <= 0) {
                fields.error(year, "XFER-INDEX-BAD", ScenarioReader.shown(year));
            } else {
                number.ifPresent(index -> byYear.put(Integer.parseInt(year), index));
            }
        }));
        return byYear;
    }

    SortedMap<String, Fraction> weights(Node node) {
        SortedMap<String, Fraction> weights = new TreeMap<>();
        fields(node, Set.of()).ifPresent(fields -> fields.all()
                .forEach((name, value) -> plain(value).ifPresent(weight -> {
                    if (weight.signum() < 0) {
                        fields.error(name, "XFER-WEIGHT-NEGATIVE", ScenarioReader.shown(name));
                    } else {
                        weights.put(name, weight);
                    }
                })));
        if (weights.values().stream().noneMatch(weight -> weight.signum() > 0)) {
            findings.add(Finding.error(place(node), "XFER-WEIGHTS-NONE"));
        }
        return weights;
    }

    Optional<Integer> whole(YamlFields fields, String key, int least, int most) {
        Optional<String> text = fields.find(key);
        try {
            Optional<Integer> number = text.map(Integer::valueOf);
            if (number.isPresent() && (number.get() < least || number.get() > most)) {
                fields.error(
                        key, "XFER-NUMBER-OUTSIDE", key, text.orElse(""), String.valueOf(least), String.valueOf(most));
                return Optional.empty();
            }
            return number;
        } catch (NumberFormatException e) {
            fields.error(key, "XFER-NUMBER-BAD", ScenarioReader.shown(text.orElse("")));
            return Optional.empty();
        }
    }

    Optional<Fraction> share(YamlFields fields, String key) {
        Node node = fields.node(key);
        return node == null ? Optional.empty() : number(node, Parameter.share(key, 1));
    }

    Optional<Fraction> euros(Node node, String key) {
        return number(node, Parameter.euros(key));
    }
}
