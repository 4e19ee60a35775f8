package org.subsidia.rcp.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.subsidia.identity.OrganisationId;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;

/** Whose all rows of a table are: a structure of the portfolio, or the name or number of one that the import makes. */
final class OwnerChoice {
    private static final String GROUP = "structure.";
    private static final String ID = GROUP + "id";

    private final List<Structure> structures =
            List.copyOf(Desk.get().portfolio().structures());
    private final Label name;
    private final Combo combo;

    OwnerChoice(Composite parent, Runnable changed) {
        name = new Label(parent, SWT.NONE);
        name.setText(Texts.mappingOwner);
        combo = new Combo(parent, SWT.DROP_DOWN);
        Accessibles.name(combo, Texts.mappingOwner);
        GridDataFactory.fillDefaults()
                .align(SWT.BEGINNING, SWT.CENTER)
                .hint(360, SWT.DEFAULT)
                .applyTo(combo);
        if (structures.size() == 1) {
            combo.add(Texts.mappingOwnerOnly);
            combo.select(0);
        }
        structures.forEach(structure -> combo.add(structure.name()));
        combo.addListener(SWT.Modify, event -> changed.run());
    }

    void enable(boolean enabled) {
        name.setEnabled(enabled);
        combo.setEnabled(enabled);
    }

    /** What is still to be said: whose records are; of statements only a structure that is there can be named. */
    Optional<String> refusal(boolean ofRecords) {
        if (!combo.isEnabled()) {
            return Optional.empty();
        }
        if (ofRecords) {
            return text().isEmpty() ? Optional.of(Texts.mappingOwnerOpen) : Optional.empty();
        }
        return text().isEmpty() || id().isPresent() ? Optional.empty() : Optional.of(Texts.mappingOwnerUnknown);
    }

    /** Shows whose the rows are by the constants of a mapping. */
    void show(Map<String, String> constants) {
        Optional<Structure> known = Optional.ofNullable(constants.get(ID)).flatMap(this::find);
        if (known.isPresent()) {
            combo.select(firstStructure() + structures.indexOf(known.get()));
            return;
        }
        List.of(ID, GROUP + "number", GROUP + "name").stream()
                .map(constants::get)
                .filter(text -> text != null)
                .findFirst()
                .ifPresent(combo::setText);
    }

    /** Whether a field says whose a row is. */
    static boolean isOwner(String field) {
        return field.startsWith(GROUP);
    }

    /** The constants of a mapping that say it; none where a column or the portfolio does. */
    Map<String, String> constants() {
        if (!combo.isEnabled() || text().isEmpty() || text().equals(Texts.mappingOwnerOnly)) {
            return Map.of();
        }
        return id().map(id -> Map.of(ID, id.value()))
                .orElseGet(() -> Map.of(GROUP + (OrganisationId.read(text()).isRead() ? "number" : "name"), text()));
    }

    /** The structure of the portfolio, if it is one: of several of one name that which was chosen. */
    Optional<StructureId> id() {
        if (!combo.isEnabled()) {
            return Optional.empty();
        }
        if (text().equals(Texts.mappingOwnerOnly)) {
            return structures.stream().findFirst().map(Structure::id);
        }
        int chosen = combo.getSelectionIndex() - firstStructure();
        return chosen >= 0 && structures.get(chosen).name().equals(text())
                ? Optional.of(structures.get(chosen).id())
                : structures.stream()
                        .filter(structure -> structure.name().equals(text()))
                        .findFirst()
                        .map(Structure::id);
    }

    /** Where structures begin in the list. */
    private int firstStructure() {
        return combo.getItemCount() - structures.size();
    }

    private Optional<Structure> find(String id) {
        return structures.stream()
                .filter(structure -> structure.id().value().equals(id))
                .findFirst();
    }

    private String text() {
        return combo.getText().strip();
    }
}
