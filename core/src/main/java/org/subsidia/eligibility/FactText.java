package org.subsidia.eligibility;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.money.AmountReader;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.stateaid.AidHistory;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Nuts;
import org.subsidia.territory.Region;
import org.subsidia.territory.TerritoryCode;

/** Values of facts as cases, decisions and command lines write them; what is written is read back as the same value. */
public final class FactText {
    /** Written for a fact of which it is known that there is none. */
    public static final String ABSENT = "absent";

    private static final Pattern COUNT = Pattern.compile("-?\\d{1,15}(?:\\s+[A-Za-z-]+)?");
    private static final Pattern SHARE =
            Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?\\s*%|\\d{1,9}(?:\\.\\d{1,9})?|\\d{1,9}/\\d{1,9}");
    private static final Pattern AID = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\s+(.{1,40})");
    private static final Pattern LABEL = Pattern.compile(
            "([A-Z]+)(?:\\s+([^\\s/]{1,20}))??(?:\\s+(\\d{4}-\\d{2}-\\d{2}|\\.\\.)/(\\d{4}-\\d{2}-\\d{2}|\\.\\.))?");
    private static final int LONGEST = 20_000;

    private FactText() {}

    /**
     * Reads a value.
     *
     * @param fact gives its type
     * @param text see {@link FactType}; {@code absent} where there is none
     * @return the value, or {@code ELIG-VALUE-BAD}
     */
    public static Reading<FactValue> read(Fact fact, String text) {
        String plain = text.strip();
        if (plain.equals(ABSENT)) {
            return Reading.of(new FactValue.Absent());
        }
        Optional<FactValue> value = Optional.empty();
        try {
            value = plain.isEmpty() || plain.length() > LONGEST ? value : value(fact, plain);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException notSo) {
            value = Optional.empty();
        }
        return value.map(Reading::of)
                .orElseGet(() -> Reading.refused(Finding.error(
                        Place.NOWHERE.field(fact.id()),
                        "ELIG-VALUE-BAD",
                        plain.length() > 80 ? plain.substring(0, 80) + '…' : plain,
                        fact.id(),
                        fact.type().words())));
    }

    private static Optional<FactValue> value(Fact fact, String text) {
        return switch (fact.type()) {
            case MONEY -> money(text).map(FactValue.Amount::new);
            case COUNT -> COUNT.matcher(text).matches() ? count(fact, text) : Optional.empty();
            case SHARE ->
                SHARE.matcher(text).matches() ? Optional.of(new FactValue.Share(share(text))) : Optional.empty();
            case DAY -> Optional.of(new FactValue.Day(LocalDate.parse(text)));
            case FLAG ->
                text.equals("true") || text.equals("false")
                        ? Optional.of(new FactValue.Flag(Boolean.parseBoolean(text)))
                        : Optional.empty();
            case CODE ->
                fact.values().isEmpty() || fact.values().contains(text)
                        ? Optional.of(new FactValue.Code(text))
                        : Optional.empty();
            case TERRITORY -> area(text);
            case LABELS -> labels(text);
            case AIDS -> aids(text);
        };
    }

    private static Optional<FactValue> count(Fact fact, String text) {
        String[] parts = text.split("\\s+", 2);
        boolean fits = parts.length == 1 || parts[1].equals(fact.unit());
        return fits ? Optional.of(new FactValue.Count(Long.parseLong(parts[0]))) : Optional.empty();
    }

    private static Optional<Money> money(String text) {
        String number = text.endsWith("EUR") ? text.substring(0, text.length() - 3) : text;
        Reading<Money> reading = AmountReader.read(number.strip());
        return reading.value();
    }

    private static Fraction share(String text) {
        if (text.endsWith("%")) {
            String number = text.substring(0, text.length() - 1).strip();
            return Fraction.of(new BigDecimal(number)).times(Fraction.of(1, 100));
        }
        return Fraction.parse(text);
    }

    /** A code of a territory that exists; groupings and communes are taken by their form. */
    static Reading<TerritoryCode> place(String text) {
        Reading<TerritoryCode> code = TerritoryCode.read(text);
        boolean exists = code.value().map(FactText::exists).orElse(false);
        return exists ? code : Reading.refused(Finding.error(Place.NOWHERE, "ELIG-TERRITORY-BAD", text));
    }

    private static boolean exists(TerritoryCode code) {
        return switch (code.level()) {
            case REGION -> Region.find(code.code()).isPresent();
            case DEPARTEMENT -> Departement.find(code.code()).isPresent();
            case NUTS -> Nuts.find(code.code()).isPresent();
            case EPCI, COMMUNE -> true;
        };
    }

    private static Optional<FactValue> area(String text) {
        List<TerritoryCode> places = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Reading<TerritoryCode> place = place(part.strip());
            if (!place.isRead()) {
                return Optional.empty();
            }
            places.add(place.get());
        }
        return Optional.of(new FactValue.Area(places));
    }

    private static Optional<FactValue> labels(String text) {
        List<Label> labels = new ArrayList<>();
        for (String part : parts(text)) {
            Matcher label = LABEL.matcher(part);
            if (!label.matches()) {
                return Optional.empty();
            }
            labels.add(new Label(
                    LabelKind.valueOf(label.group(1)),
                    label.group(2),
                    day(label.group(3)),
                    day(label.group(4)),
                    null,
                    null));
        }
        return Optional.of(new FactValue.Labels(labels));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.equals("..") ? null : LocalDate.parse(text);
    }

    private static Optional<FactValue> aids(String text) {
        List<AidHistory.Aid> aids = new ArrayList<>();
        for (String part : parts(text)) {
            Matcher aid = AID.matcher(part);
            Optional<Money> amount = aid.matches() ? money(aid.group(2)) : Optional.empty();
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            aids.add(new AidHistory.Aid(LocalDate.parse(aid.group(1)), amount.get(), null));
        }
        return Optional.of(new FactValue.Aids(AidHistory.of(aids)));
    }

    /** {@code none} stands for no part. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        if (!text.equals("none")) {
            for (String part : text.split(";", -1)) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /**
     * Writes a value so that {@link #read} reads it.
     *
     * @param value any value
     * @return the text
     */
    public static String write(FactValue value) {
        if (value instanceof FactValue.Amount amount) {
            return amount(amount.money());
        } else if (value instanceof FactValue.Count count) {
            return Long.toString(count.number());
        } else if (value instanceof FactValue.Share share) {
            return share.share().numerator() + "/" + share.share().denominator();
        } else if (value instanceof FactValue.Day day) {
            return day.date().toString();
        } else if (value instanceof FactValue.Flag flag) {
            return Boolean.toString(flag.yes());
        } else if (value instanceof FactValue.Code code) {
            return code.code();
        } else if (value instanceof FactValue.Area area) {
            return area.places().stream().map(TerritoryCode::toString).collect(Collectors.joining(", "));
        } else if (value instanceof FactValue.Labels labels) {
            return orNone(labels.held().stream().map(FactText::label).collect(Collectors.joining("; ")));
        } else if (value instanceof FactValue.Aids aids) {
            return orNone(aids.history().aids().stream()
                    .map(aid -> aid.day() + " " + amount(aid.amount()))
                    .collect(Collectors.joining("; ")));
        }
        return ABSENT;
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }

    private static String amount(Money money) {
        return money.withCurrencyUnit(CurrencyUnit.EUR).getAmount().toPlainString() + " EUR";
    }

    private static String label(Label label) {
        String phase = label.phase() == null ? "" : " " + label.phase();
        String window = label.start() == null && label.decidedEnd() == null
                ? ""
                : " " + orOpen(label.start()) + "/" + orOpen(label.decidedEnd());
        return label.kind() + phase + window;
    }

    private static String orOpen(@Nullable LocalDate day) {
        return day == null ? ".." : day.toString();
    }
}
