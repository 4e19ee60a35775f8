package org.subsidia.rcp.intake;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.StatusLine;

/** What happens with the rows chosen: prepared beside the workbench's thread, done on it. */
@FunctionalInterface
interface Ending {
    /**
     * Prepares.
     *
     * @param keys of the rows chosen
     * @return does it, and says whether it was done; or why it cannot be done
     */
    Reading<BooleanSupplier> prepare(List<Object> keys);

    /** One edit, one step of undo. */
    static Ending edit(String file, IntFunction<String> label, Function<List<Object>, Reading<Edit>> edits) {
        return keys -> edits.apply(keys).map(edit -> () -> {
            boolean done = Desk.get().session().apply(label.apply(keys.size()), edit);
            if (done) {
                StatusLine.tell(Texts.bind(Texts.importDone, keys.size(), file));
            }
            return done;
        });
    }
}
