package org.subsidia.law;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;
import org.subsidia.time.Counting;
import org.subsidia.time.Roll;
import org.subsidia.time.Span;
import org.subsidia.time.TimeUnit;
import org.subsidia.time.YearDay;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** From a YAML node to a value of the unit's kind; none where the node does not write one. */
final class ValueReader {
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,13}(\\.\\d{1,2})?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DELAY = Pattern.compile("\\d{1,5}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LONGEST_SHARE = 40;

    private ValueReader() {}

    static Optional<?> read(Unit unit, Node node) {
        return switch (unit) {
            case EUR -> scalar(node, ValueReader::money);
            case SHARE -> scalar(node, ValueReader::share);
            case COUNT -> scalar(node, ValueReader::count);
            case NUMBER -> scalar(node, ValueReader::number);
            case DAYS -> span(node, TimeUnit.DAY);
            case WORKING_DAYS -> span(node, TimeUnit.WORKING_DAY);
            case WEEKS -> span(node, TimeUnit.WEEK);
            case MONTHS -> span(node, TimeUnit.MONTH);
            case YEARS -> span(node, TimeUnit.YEAR);
            case LIST -> elements(node, element -> scalar(element, ValueReader::text));
            case TEXT -> scalar(node, ValueReader::text);
            case DATE -> scalar(node, ValueReader::date);
            case YEAR_DAY -> scalar(node, ValueReader::yearDay);
            case FLAG -> scalar(node, ValueReader::flag);
            case SHARES -> byKey(node, ValueReader::share);
            case AMOUNTS -> byKey(node, ValueReader::money);
            case COUNTS -> byKey(node, ValueReader::count);
            case TABLE -> elements(node, row -> byKey(row, ValueReader::text));
            case COUNTING -> byKey(node, ValueReader::text).flatMap(ValueReader::counting);
        };
    }

    static Optional<LocalDate> date(String text) {
        try {
            return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Money> money(String text) {
        return matching(AMOUNT, text).map(amount -> Money.of(CurrencyUnit.EUR, new BigDecimal(amount)));
    }

    private static Optional<Fraction> share(String text) {
        try {
            return text.length() <= LONGEST_SHARE
                    ? Optional.of(Fraction.parse(text)).filter(share -> share.signum() >= 0)
                    : Optional.empty();
        } catch (IllegalArgumentException notAShare) {
            return Optional.empty();
        }
    }

    private static Optional<Long> count(String text) {
        return matching(WHOLE, text).map(Long::valueOf);
    }

    private static Optional<BigDecimal> number(String text) {
        return matching(NUMBER, text).map(BigDecimal::new);
    }

    private static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<YearDay> yearDay(String text) {
        try {
            return Optional.of(YearDay.parse(text));
        } catch (IllegalArgumentException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Counting> counting(Map<String, String> fields) {
        Map<String, String> rest = new LinkedHashMap<>(fields);
        Optional<Boolean> clear = flag(orEmpty(rest.remove("clearDays")));
        Optional<Roll> roll = roll(orEmpty(rest.remove("roll")));
        Optional<Roll> back = roll(orEmpty(rest.remove("backwardRoll")));
        Optional<Integer> minimum =
                matching(DELAY, orEmpty(rest.remove("minimumWorkingDays"))).map(Integer::valueOf);
        return rest.isEmpty() && clear.isPresent() && roll.isPresent() && back.isPresent()
                ? minimum.map(days -> new Counting(clear.get(), roll.get(), back.get(), days))
                : Optional.empty();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Optional<Roll> roll(String text) {
        for (Roll roll : Roll.values()) {
            if (roll.name().equals(text)) {
                return Optional.of(roll);
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> span(Node node, TimeUnit unit) {
        return scalar(node, text -> matching(DELAY, text).map(n -> new Span(Integer.parseInt(n), unit)));
    }

    private static Optional<String> matching(Pattern pattern, String text) {
        return pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static <T> Optional<T> scalar(Node node, Function<String, Optional<T>> read) {
        return Fields.scalar(node).flatMap(read);
    }

    private static <T> Optional<List<T>> elements(Node node, Function<Node, Optional<T>> read) {
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            return Optional.empty();
        }
        List<T> all = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            Optional<T> value = read.apply(element);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            all.add(value.get());
        }
        return Optional.of(List.copyOf(all));
    }

    private static <T> Optional<Map<String, T>> byKey(Node node, Function<String, Optional<T>> read) {
        if (!(node instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
            return Optional.empty();
        }
        Map<String, T> all = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Optional<String> key = scalar(tuple.getKeyNode(), ValueReader::text);
            Optional<T> value = scalar(tuple.getValueNode(), read);
            if (key.isEmpty() || value.isEmpty() || all.put(key.get(), value.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(Collections.unmodifiableMap(all));
    }
}
