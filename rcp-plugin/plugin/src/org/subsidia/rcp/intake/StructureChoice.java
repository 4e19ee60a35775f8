package org.subsidia.rcp.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;

/** Which structure of the portfolio, if one. */
final class StructureChoice {
    private final List<StructureId> ids = new ArrayList<>();
    private final Combo combo;

    StructureChoice(Composite page, String label, String none) {
        Label name = new Label(page, SWT.NONE);
        name.setText(label);
        combo = new Combo(page, SWT.READ_ONLY);
        Accessibles.name(combo, label);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(combo);
        combo.add(none);
        for (Structure structure : Desk.get().portfolio().structures()) {
            ids.add(structure.id());
            combo.add(structure.name());
        }
        combo.select(0);
    }

    Combo control() {
        return combo;
    }

    /** Shows a structure; none where it is not in the portfolio. */
    void show(Optional<StructureId> id) {
        combo.select(id.map(ids::indexOf).orElse(-1) + 1);
    }

    /** The structure chosen; null: none. */
    StructureId id() {
        int index = combo.getSelectionIndex();
        return index < 1 ? null : ids.get(index - 1);
    }
}
