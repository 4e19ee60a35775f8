package org.subsidia.rcp.detail;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;

/** A structure to edit: who it is, its labels, regions and groups, its cash, the rhythm of its budget, whose aid it took over. */
final class StructureForm extends RecordForm<Structure> {
    private final Label grants;

    StructureForm(Composite parent, StructureId id) {
        super(parent, id, Structure.class, Texts.kindStructure);
        Composite columns = columns();
        Composite identity = section(columns, Texts.detailIdentity);
        StructureField.IDENTITY.forEach(field -> add(identity, field));
        grants = fact(identity, Texts.detailGrants);
        Composite facts = section(columns, Texts.detailFacts);
        StructureField.FACTS.forEach(field -> add(facts, field));
        Composite lists = columns();
        for (StructureList list : StructureList.values()) {
            addList(lists, list);
        }
        show();
    }

    @Override
    void showMore(Structure structure) {
        grants.setText(String.valueOf(portfolio().grantsOf(structure.id()).size()));
    }
}
