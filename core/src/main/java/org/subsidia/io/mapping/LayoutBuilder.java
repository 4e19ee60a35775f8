package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureKind;

/** Lists the fields of a layout, in the order of the columns of an export. */
final class LayoutBuilder<R> {
    private final List<Binding<R>> bindings = new ArrayList<>();
    private final List<Group<R>> groups = new ArrayList<>();

    List<Binding<R>> bindings() {
        return List.copyOf(bindings);
    }

    List<Group<R>> groups() {
        return List.copyOf(groups);
    }

    /** A field that can be read and written by itself. */
    LayoutBuilder<R> field(String id, FieldType type, Function<R, @Nullable Object> get, BiFunction<R, Object, R> set) {
        return add(id, type, false, List.of(), get, (record, value, row) -> set.apply(record, value));
    }

    /** A field without which there is no record; it is written when the record is made, and afterwards like any other. */
    LayoutBuilder<R> required(
            String id, FieldType type, Function<R, @Nullable Object> get, BiFunction<R, Object, R> set) {
        return add(id, type, true, List.of(), get, (record, value, row) -> set.apply(record, value));
    }

    /** A field whose writing looks at other fields of the row. */
    LayoutBuilder<R> field(String id, FieldType type, Function<R, @Nullable Object> get, Binding.Set<R> set) {
        return add(id, type, false, List.of(), get, set);
    }

    /** A field that names the record, or helps to read other fields. */
    LayoutBuilder<R> silent(String id, FieldType type, Function<R, @Nullable Object> get) {
        return add(id, type, false, List.of(), get, null);
    }

    /** A field that takes one of the constants of a type. */
    <E extends Enum<E>> LayoutBuilder<R> choice(
            String id, boolean required, Class<E> type, Function<R, @Nullable E> get, BiFunction<R, E, R> set) {
        return add(
                id,
                FieldType.CHOICE,
                required,
                choices(type),
                record -> {
                    E value = get.apply(record);
                    return value == null ? null : value.name();
                },
                (record, value, row) -> set.apply(record, Enum.valueOf(type, (String) value)));
    }

    /** The fields that name a funder. */
    LayoutBuilder<R> funder(
            String name, Function<R, @Nullable RecordId> get, @Nullable BiFunction<R, RecordId, R> set) {
        groups.add(new Group<>(name, RecordKind.FUNDER, get, set));
        add(name + ".name", FieldType.TEXT, false, List.of(), look(get, Funder.class, Funder::name));
        add(name + ".number", FieldType.NUMBER, false, List.of(), look(get, Funder.class, LayoutBuilder::number));
        add(name + ".level", FieldType.CHOICE, false, choices(FunderLevel.class), look(get, Funder.class, f -> f.level()
                .name()));
        return add(name + ".id", FieldType.ID, false, List.of(), value(get));
    }

    /** The fields that name a structure. */
    LayoutBuilder<R> structure(
            String name, Function<R, @Nullable RecordId> get, @Nullable BiFunction<R, RecordId, R> set) {
        groups.add(new Group<>(name, RecordKind.STRUCTURE, get, set));
        add(name + ".name", FieldType.TEXT, false, List.of(), look(get, Structure.class, Structure::name));
        add(name + ".number", FieldType.NUMBER, false, List.of(), look(get, Structure.class, LayoutBuilder::number));
        return add(name + ".id", FieldType.ID, false, List.of(), value(get));
    }

    /** The fields that name a grant: its id, and the funder’s reference. */
    LayoutBuilder<R> grant(String name, Function<R, @Nullable RecordId> get, @Nullable BiFunction<R, RecordId, R> set) {
        groups.add(new Group<>(name, RecordKind.GRANT, get, set));
        add(name + ".reference", FieldType.TEXT, false, List.of(), look(get, Grant.class, Grant::reference));
        return add(name + ".id", FieldType.ID, false, List.of(), value(get));
    }

    /** The field that names a programme, a call or a project, by its id or its name. */
    LayoutBuilder<R> other(
            String name, RecordKind kind, Function<R, @Nullable RecordId> get, BiFunction<R, RecordId, R> set) {
        groups.add(new Group<>(name, kind, get, set));
        if (kind == RecordKind.PROGRAMME) {
            add(name + ".name", FieldType.TEXT, false, List.of(), look(get, Programme.class, Programme::name));
        }
        return add(name + ".id", FieldType.ID, false, List.of(), value(get));
    }

    private static <R> Function<R, @Nullable Object> value(Function<R, @Nullable RecordId> get) {
        return record -> {
            RecordId id = get.apply(record);
            return id == null ? null : id.value();
        };
    }

    private static <R, T extends PortfolioRecord> Binding.Get<R> look(
            Function<R, @Nullable RecordId> get, Class<T> type, Function<T, @Nullable Object> value) {
        return (record, portfolio) -> {
            RecordId id = get.apply(record);
            Optional<PortfolioRecord> found = id == null ? Optional.empty() : portfolio.find(id);
            return found.isEmpty() ? null : value.apply(type.cast(found.get()));
        };
    }

    private static @Nullable Object number(Funder funder) {
        return funder.siret() != null ? funder.siret() : funder.siren();
    }

    private static @Nullable Object number(Structure structure) {
        String siret = structure.siret() != null ? structure.siret() : structure.siren();
        return siret != null ? siret : structure.rna();
    }

    private LayoutBuilder<R> add(
            String id,
            FieldType type,
            boolean required,
            List<Choice> choices,
            Function<R, @Nullable Object> get,
            Binding.@Nullable Set<R> set) {
        Binding.Get<R> alone = (record, portfolio) -> get.apply(record);
        bindings.add(new Binding<>(new TableField(id, label(id), type, required, choices), alone, set));
        return this;
    }

    private LayoutBuilder<R> add(
            String id, FieldType type, boolean required, List<Choice> choices, Function<R, @Nullable Object> get) {
        return add(id, type, required, choices, get, null);
    }

    private LayoutBuilder<R> add(
            String id, FieldType type, boolean required, List<Choice> choices, Binding.Get<R> get) {
        bindings.add(new Binding<>(new TableField(id, label(id), type, required, choices), get, null));
        return this;
    }

    /** {@code payer.name} is MAP-FIELD-PAYER-NAME, {@code awardedOn} MAP-FIELD-AWARDED-ON. */
    private static Message label(String id) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Character.isUpperCase(c)) {
                code.append('-');
            }
            code.append(c == '.' ? '-' : Character.toUpperCase(c));
        }
        return Message.of("MAP-FIELD-" + code);
    }

    /** Types with labels of their own keep them. */
    static <E extends Enum<E>> List<Choice> choices(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> new Choice(value.name(), label(value)))
                .toList();
    }

    private static Message label(Enum<?> value) {
        if (value instanceof FunderLevel level) {
            return level.label();
        } else if (value instanceof GrantNature nature) {
            return nature.label();
        } else if (value instanceof GrantState state) {
            return state.label();
        } else if (value instanceof StructureKind kind) {
            return kind.label();
        } else if (value instanceof IncomeSplit split) {
            return split.label();
        } else if (value instanceof AwardCondition.Kind kind) {
            return kind.label();
        }
        String type = value.getDeclaringClass().getSimpleName().toUpperCase(Locale.ROOT);
        return Message.of("MAP-CHOICE-" + type + '-' + value.name().replace('_', '-'));
    }
}
