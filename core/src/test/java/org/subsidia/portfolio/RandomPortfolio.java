package org.subsidia.portfolio;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * Portfolios and edits by chance, the same for the same seed.
 *
 * <p>Records are made from their components by reflection, so that a component added later is exercised at once.
 */
public final class RandomPortfolio {
    private static final String[] WORDS = {
        "",
        " ",
        "Pôle Mer",
        "l’Estuaire",
        "a\"b\\c",
        "ligne\nsuivante\r\n\t",
        "n° 12 ; suite",
        "𝒜é€\u00a0\u202f",
        "\ud800",
        "=SUM(A1)",
        "\u0000\u001f",
        "{\"put\":1}",
        "O'Neil",
        "ﬁn"
    };
    private static final CurrencyUnit[] CURRENCIES = {
        CurrencyUnit.EUR, CurrencyUnit.EUR, CurrencyUnit.EUR, CurrencyUnit.EUR, CurrencyUnit.CHF, CurrencyUnit.JPY
    };

    private final SplittableRandom random;
    private final Map<RecordKind, Integer> counts = new EnumMap<>(RecordKind.class);

    /**
     * A source of portfolios.
     *
     * @param seed of everything that follows
     */
    public RandomPortfolio(long seed) {
        random = new SplittableRandom(seed);
        for (RecordKind kind : RecordKind.values()) {
            counts.put(kind, 5);
        }
    }

    /** A portfolio of so many structures and grants, and a few of the rest; references lead to records. */
    public Portfolio portfolio(int structures, int grants) {
        counts.replaceAll((kind, count) -> 5);
        counts.put(RecordKind.STRUCTURE, structures);
        counts.put(RecordKind.GRANT, grants);
        List<PortfolioRecord> records = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            for (int i = 0; i < counts.getOrDefault(kind, 0); i++) {
                records.add(record(kind.id(name(kind, i))));
            }
        }
        return Portfolio.of(records);
    }

    /** An edit that touches ids of the portfolio or near it; batches nest up to the depth. */
    public Edit edit(int depth) {
        int choice = random.nextInt(depth > 0 ? 10 : 8);
        RecordKind kind = RecordKind.values()[random.nextInt(RecordKind.values().length)];
        RecordId id = kind.id(name(kind, random.nextInt(counts.getOrDefault(kind, 0) + 3)));
        if (choice < 5) {
            return Edit.put(record(id));
        }
        if (choice < 8) {
            return Edit.remove(id);
        }
        List<Edit> parts = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            parts.add(edit(depth - 1));
        }
        return Edit.batch(word(), parts);
    }

    /** A record with this id, everything else by chance. */
    public PortfolioRecord record(RecordId id) {
        return (PortfolioRecord)
                switch (id.kind()) {
                    case STRUCTURE -> make(Structure.class, id);
                    case FUNDER -> make(Funder.class, id);
                    case PROGRAMME -> make(Programme.class, id);
                    case CALL -> make(Call.class, id);
                    case PROJECT -> make(Project.class, id);
                    case GRANT -> make(Grant.class, id);
                    case BUDGET_LINE -> make(BudgetLine.class, id);
                };
    }

    private Object make(Class<?> type, @Nullable RecordId id) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            Object[] arguments = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                boolean own = id != null && components[i].getName().equals("id");
                arguments[i] = own ? id : component(constructor.getAnnotatedParameterTypes()[i]);
            }
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made", e);
        }
    }

    private @Nullable Object component(AnnotatedType component) {
        if (component.isAnnotationPresent(Nullable.class) && random.nextBoolean()) {
            return null;
        }
        return value(component.getType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list) {
            List<Object> values = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                values.add(value(list.getActualTypeArguments()[0]));
            }
            return values;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        if (plain.isInterface()) {
            Class<?>[] kinds = plain.getPermittedSubclasses();
            return make(kinds[random.nextInt(kinds.length)], null);
        }
        if (RecordId.class.isAssignableFrom(plain)) {
            RecordKind kind = Arrays.stream(RecordKind.values())
                    .filter(k -> k.id("x").getClass() == plain)
                    .findFirst()
                    .orElseThrow();
            return kind.id(name(kind, random.nextInt(Math.max(1, counts.getOrDefault(kind, 0)))));
        }
        if (plain == Extras.class) {
            return Extras.NONE;
        }
        return plain.isRecord() && plain != Fraction.class ? make(plain, null) : scalar(plain);
    }

    private Object scalar(Class<?> type) {
        if (type == String.class) {
            return word();
        }
        if (type == Money.class) {
            return money();
        }
        if (type == Fraction.class) {
            return Fraction.of(random.nextInt(100), 1 + random.nextInt(12));
        }
        if (type == LocalDate.class) {
            return LocalDate.of(1998, 1, 1).plusDays(random.nextInt(12_000));
        }
        if (type == MonthDay.class) {
            return MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28));
        }
        if (type == Period.class) {
            return Period.of(random.nextInt(3), random.nextInt(14), random.nextInt(40));
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class || type == Integer.class) {
            return 2005 + random.nextInt(25);
        }
        if (type == long.class) {
            return random.nextLong(1_000_000);
        }
        throw new AssertionError("no values for " + type);
    }

    private Money money() {
        CurrencyUnit currency = CURRENCIES[random.nextInt(CURRENCIES.length)];
        long minor = random.nextInt(50) == 0 ? random.nextLong() : random.nextLong(-10_000, 100_000_000);
        return Money.ofMinor(currency, minor);
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)] + (random.nextBoolean() ? "" : random.nextInt(1000));
    }

    private static String name(RecordKind kind, int number) {
        return kind.name().charAt(0) + "-" + number;
    }
}
