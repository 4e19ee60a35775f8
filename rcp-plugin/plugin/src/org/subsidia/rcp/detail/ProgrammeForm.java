package org.subsidia.rcp.detail;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.rcp.Texts;

/** A programme to edit: what it is, when it runs, what it is worth. */
final class ProgrammeForm extends RecordForm<Programme> {
    private final Label grants;

    ProgrammeForm(Composite parent, ProgrammeId id) {
        super(parent, id, Programme.class, Texts.kindProgramme);
        Composite columns = columns();
        Composite identity = section(columns, Texts.detailIdentity);
        ProgrammeField.IDENTITY.forEach(field -> add(identity, field));
        grants = fact(identity, Texts.detailGrants);
        Composite facts = section(columns, Texts.detailFacts);
        ProgrammeField.FACTS.forEach(field -> add(facts, field));
        addList(columns(), ProgrammeList.VALUES);
        show();
    }

    @Override
    void showMore(Programme programme) {
        grants.setText(String.valueOf(portfolio().grants().stream()
                .filter(grant -> programme.id().equals(grant.programme()))
                .count()));
    }
}
