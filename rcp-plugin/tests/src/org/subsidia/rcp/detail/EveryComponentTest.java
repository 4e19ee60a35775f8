package org.subsidia.rcp.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Extras;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.Trigger;

/** Whatever a record has, its form shows: what a file brings and no field shows would be changed by nobody and missed by nobody. */
class EveryComponentTest {
    private static final Locale FRENCH = Locale.FRENCH;
    private static final Map<Class<?>, Class<?>> ONE_OF =
            Map.of(Trigger.class, Trigger.OnEvent.class, Portion.class, Portion.OfAward.class);

    @Test
    void components_ofEachKindOfRecord_areSeenInItsForm() throws ReflectiveOperationException {
        assertSeen(Structure.class, StructureField.values(), StructureList.values());
        assertSeen(Funder.class, FunderField.values(), new ItemList[0]);
        assertSeen(Programme.class, ProgrammeField.values(), ProgrammeList.values());
        assertSeen(Call.class, CallField.values(), CallList.values());
        assertSeen(Project.class, ProjectField.values(), ProjectList.values());
        assertSeen(Grant.class, GrantField.values(), GrantList.values());
        assertSeen(BudgetLine.class, BudgetLineField.values(), new ItemList[0]);
    }

    private static <R extends PortfolioRecord> void assertSeen(Class<R> type, Field<R>[] fields, ItemList<R>[] lists)
            throws ReflectiveOperationException {
        R record = type.cast(sample(type));
        String before = seen(record, fields, lists);
        List<String> unseen = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (RecordId.class.isAssignableFrom(component.getType())
                            && component.getName().equals("id") // stands above the form
                    || component.getType() == Extras.class) { // stands above it too
                continue;
            }
            Object value = component.getAccessor().invoke(record);
            List<Other> others = others(component.getName(), value);
            assertThat(others)
                    .as(type.getSimpleName() + "." + component.getName())
                    .isNotEmpty();
            for (Other other : others) {
                R changed = type.cast(with((Record) record, component, other.value()));
                if (seen(changed, fields, lists).equals(before)) {
                    unseen.add(other.path());
                }
            }
        }
        assertThat(unseen).as(type.getSimpleName()).isEmpty();
    }

    private static <R extends PortfolioRecord> String seen(R record, Field<R>[] fields, ItemList<R>[] lists) {
        Portfolio portfolio = Portfolio.of(List.of(record));
        StringBuilder text = new StringBuilder();
        for (Field<R> field : fields) {
            text.append(field)
                    .append('=')
                    .append(field.text(record, portfolio, FRENCH))
                    .append('\n');
        }
        for (ItemList<R> list : lists) {
            text.append(list).append('=').append(list.lines(record, portfolio)).append('\n');
        }
        if (record instanceof Grant grant) {
            text.append(GrantForm.source(grant)).append(GrantForm.digests(grant));
        }
        return text.toString();
    }

    private record Other(String path, Object value) {}

    /** The value with something in it that is another. */
    private static List<Other> others(String path, Object value) throws ReflectiveOperationException {
        if (value instanceof List<?> list) {
            List<Other> others = new ArrayList<>();
            for (Other other : others(path + "[]", list.get(0))) {
                others.add(new Other(other.path(), List.of(other.value())));
            }
            return others;
        }
        if (value instanceof Record record && !(value instanceof RecordId) && !(value instanceof Fraction)) {
            List<Other> others = new ArrayList<>();
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                for (Other other : others(
                        path + "." + component.getName(),
                        component.getAccessor().invoke(value))) {
                    others.add(new Other(other.path(), with(record, component, other.value())));
                }
            }
            return others;
        }
        return List.of(new Other(path, another(value)));
    }

    private static Object another(Object value) throws ReflectiveOperationException {
        if (value instanceof Enum<?> constant) {
            Object[] all = constant.getDeclaringClass().getEnumConstants();
            return all[(constant.ordinal() + 1) % all.length];
        }
        if (value instanceof RecordId id) {
            return id.kind().id("autre");
        }
        if (value instanceof String text) {
            return text + "z";
        }
        if (value instanceof Money money) {
            return money.plusMajor(1);
        }
        if (value instanceof LocalDate day) {
            return day.plusDays(1);
        }
        if (value instanceof MonthDay) {
            return MonthDay.of(6, 30);
        }
        if (value instanceof Period period) {
            return period.plusMonths(1);
        }
        if (value instanceof Fraction) {
            return Fraction.of(2, 3);
        }
        if (value instanceof Boolean yes) {
            return !yes;
        }
        if (value instanceof Integer number) {
            return number + 1;
        }
        if (value instanceof Long number) {
            return number + 1;
        }
        throw new IllegalArgumentException("no other " + value.getClass());
    }

    private static Record with(Record record, RecordComponent changed, Object value)
            throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getName().equals(changed.getName())
                    ? value
                    : components[i].getAccessor().invoke(record);
        }
        return of(record.getClass(), components, values);
    }

    private static Record of(Class<?> type, RecordComponent[] components, Object... values)
            throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        try {
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " of " + Arrays.toString(values), e.getCause());
        }
    }

    /** A value of a type in which nothing is unknown. */
    private static Object sample(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(sample(list.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType) {
            return new TreeMap<>();
        }
        Class<?> kind = ONE_OF.getOrDefault((Class<?>) type, (Class<?>) type);
        if (kind.isEnum()) {
            return kind.getEnumConstants()[0];
        }
        if (kind == String.class) {
            return "1";
        }
        if (kind == Money.class) {
            return Money.of(CurrencyUnit.EUR, 10);
        }
        if (kind == LocalDate.class) {
            return LocalDate.of(2026, 3, 1);
        }
        if (kind == MonthDay.class) {
            return MonthDay.of(12, 31);
        }
        if (kind == Period.class) {
            return Period.ofMonths(2);
        }
        if (kind == Fraction.class) {
            return Fraction.of(1, 2);
        }
        if (kind == Boolean.class || kind == boolean.class) {
            return true;
        }
        if (kind == Integer.class || kind == int.class) {
            return 12;
        }
        if (kind == long.class) {
            return 12L;
        }
        if (kind.isRecord()) {
            RecordComponent[] components = kind.getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = sample(components[i].getGenericType());
            }
            return of(kind, components, values);
        }
        throw new IllegalArgumentException("no sample of " + type);
    }
}
