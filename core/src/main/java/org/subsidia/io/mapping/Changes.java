package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.RecordId;

/** Writes what a row says into a record, field by field, and keeps what that changed. */
final class Changes<R> {
    private final Layout<R> layout;
    private final RowValues row;
    private final Workspace workspace;
    private final boolean isNew;
    private final List<FieldChange> list = new ArrayList<>();
    private R record;

    Changes(Layout<R> layout, RowValues row, Workspace workspace, R record, boolean isNew) {
        this.layout = layout;
        this.row = row;
        this.workspace = workspace;
        this.record = record;
        this.isNew = isNew;
    }

    R apply() {
        for (Group<R> group : layout.groups()) {
            row.group(group.name()).ifPresent(id -> group(group, id));
        }
        for (Binding<R> binding : layout.bindings()) {
            row.value(binding.field().id()).ifPresent(value -> field(binding, value));
        }
        return record;
    }

    List<FieldChange> list() {
        return list;
    }

    private void group(Group<R> group, RecordId id) {
        RecordId before = group.get().apply(record);
        if (group.set() != null && (isNew || !id.equals(before))) {
            record = group.set().apply(record, id);
            String shown = layout.binding(group.name() + ".name").isPresent() ? ".name" : ".id";
            layout.binding(group.name() + shown).ifPresent(binding -> {
                Optional<Message> was = isNew || before == null ? Optional.empty() : Optional.of(name(before));
                list.add(new FieldChange(binding.field(), was, name(id)));
            });
        }
    }

    private Message name(RecordId id) {
        return Message.of("MAP-VERBATIM", workspace.find(id).map(Names::of).orElse(id.value()));
    }

    private void field(Binding<R> binding, Object value) {
        Object before = binding.get().get(record, workspace.portfolio());
        if (binding.set() == null || (!isNew && ValueText.same(before, value) && !companionDiffers(binding))) {
            return;
        }
        R after = binding.set().set(record, value, row);
        if (isNew || !after.equals(record)) {
            list.add(change(binding.field(), isNew ? null : before, value));
        }
        record = after;
    }

    /** An amount that is the same on another day is another entry of its history. */
    private boolean companionDiffers(Binding<R> binding) {
        String day = binding.field().id() + "On";
        Optional<Object> told = row.value(day);
        return told.isPresent()
                && layout.binding(day)
                        .map(b -> b.get().get(record, workspace.portfolio()))
                        .filter(told.get()::equals)
                        .isEmpty();
    }

    private static FieldChange change(TableField field, @Nullable Object before, Object after) {
        return new FieldChange(
                field, Optional.ofNullable(before).map(b -> ValueText.words(field, b)), ValueText.words(field, after));
    }
}
