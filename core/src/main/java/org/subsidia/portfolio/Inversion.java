package org.subsidia.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the edit that takes another back, in time proportional to that edit. */
final class Inversion {
    private final Portfolio before;
    /** What stands under the ids touched so far. */
    private final Map<RecordId, Optional<PortfolioRecord>> touched = new HashMap<>();

    private Inversion(Portfolio before) {
        this.before = before;
    }

    static Edit of(Edit edit, Portfolio before) {
        return new Inversion(before).invert(edit);
    }

    private Edit invert(Edit edit) {
        if (edit instanceof Edit.Put put) {
            return restore(put.record().id(), Optional.of(put.record()));
        }
        if (edit instanceof Edit.Remove remove) {
            return restore(remove.id(), Optional.empty());
        }
        Edit.Batch batch = (Edit.Batch) edit;
        List<Edit> inverses = new ArrayList<>();
        batch.edits().forEach(part -> inverses.add(invert(part)));
        Collections.reverse(inverses);
        return new Edit.Batch(batch.label(), inverses);
    }

    private Edit restore(RecordId id, Optional<PortfolioRecord> after) {
        Optional<PortfolioRecord> known = touched.get(id);
        Optional<PortfolioRecord> old = known != null ? known : before.find(id);
        touched.put(id, after);
        return old.<Edit>map(Edit.Put::new).orElseGet(() -> new Edit.Remove(id));
    }
}
