package org.subsidia.portfolio;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A change of a portfolio: the only way to change one.
 *
 * <p>The same edit is one step of undo, one line of the journal and one transaction of a store.
 */
public sealed interface Edit {
    /**
     * Adds a record, or replaces the one with its id.
     *
     * @param record what stands under the id afterwards
     */
    record Put(PortfolioRecord record) implements Edit {
        /** Refuses what is missing. */
        public Put {
            Check.notNull(record, "record");
        }
    }

    /**
     * Takes a record away; does nothing where there is none.
     *
     * @param id of which record
     */
    record Remove(RecordId id) implements Edit {
        /** Refuses what is missing. */
        public Remove {
            Check.notNull(id, "id");
        }
    }

    /**
     * Several edits that are done and undone together, in their order.
     *
     * @param label what they do together, in the words of who did it; may be empty
     * @param edits the edits
     */
    record Batch(String label, List<Edit> edits) implements Edit {
        /** Copies the edits. */
        public Batch {
            Check.notNull(label, "label");
            edits = List.copyOf(edits);
        }
    }

    /**
     * Adds or replaces a record.
     *
     * @param record the record
     * @return the edit
     */
    static Edit put(PortfolioRecord record) {
        return new Put(record);
    }

    /**
     * Removes a record, and leaves alone what refers to it; see {@link Portfolio#removal} for the careful way.
     *
     * @param id its id
     * @return the edit
     */
    static Edit remove(RecordId id) {
        return new Remove(id);
    }

    /**
     * Several edits as one.
     *
     * @param label what they do together
     * @param edits the edits in their order
     * @return the edit
     */
    static Edit batch(String label, List<? extends Edit> edits) {
        return new Batch(label, List.copyOf(edits));
    }

    /** {@return the edit that changes nothing} */
    static Edit nothing() {
        return new Batch("", List.of());
    }

    /** {@return the ids of the records that it puts or removes, in the order in which it first names them} */
    default Set<RecordId> records() {
        Set<RecordId> ids = new LinkedHashSet<>();
        if (this instanceof Put put) {
            ids.add(put.record().id());
        } else if (this instanceof Remove remove) {
            ids.add(remove.id());
        } else if (this instanceof Batch batch) {
            batch.edits().forEach(edit -> ids.addAll(edit.records()));
        }
        return ids;
    }

    /**
     * The edit that takes this one back.
     *
     * @param before the portfolio to which this edit is applied
     * @return {@code before.apply(this).apply(inverse)} equals {@code before}
     */
    default Edit inverse(Portfolio before) {
        return Inversion.of(this, before);
    }
}
