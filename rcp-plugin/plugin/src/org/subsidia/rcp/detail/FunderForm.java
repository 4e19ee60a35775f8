package org.subsidia.rcp.detail;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.rcp.Texts;

/** A funder to edit: who it is and where. */
final class FunderForm extends RecordForm<Funder> {
    private final Label grants;

    FunderForm(Composite parent, FunderId id) {
        super(parent, id, Funder.class, Texts.kindFunder);
        Composite identity = section(columns(), Texts.detailIdentity);
        for (FunderField field : FunderField.values()) {
            add(identity, field);
        }
        grants = fact(identity, Texts.detailGrants);
        show();
    }

    @Override
    void showMore(Funder funder) {
        grants.setText(String.valueOf(portfolio().grantsOf(funder.id()).size()));
    }
}
