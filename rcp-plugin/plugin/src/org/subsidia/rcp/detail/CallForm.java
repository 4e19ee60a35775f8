package org.subsidia.rcp.detail;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.joda.money.CurrencyUnit;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.rcp.Texts;

/** A call to edit: what it is, its days, how much it pays. */
final class CallForm extends RecordForm<Call> {
    private final Label grants;

    CallForm(Composite parent, CallId id) {
        super(parent, id, Call.class, Texts.kindCall);
        Composite columns = columns();
        Composite identity = section(columns, Texts.detailIdentity);
        CallField.IDENTITY.forEach(field -> add(identity, field));
        grants = fact(identity, Texts.detailGrants);
        Composite days = section(columns, Texts.detailDates);
        CallField.DAYS.forEach(field -> add(days, field));
        Composite facts = section(columns, Texts.detailFacts);
        CallField.FACTS.forEach(field -> add(facts, field));
        addList(columns(), CallList.CUT_OFFS);
        show();
    }

    @Override
    CurrencyUnit currency(Call call) {
        return CallField.currency(call);
    }

    @Override
    void showMore(Call call) {
        grants.setText(String.valueOf(portfolio().grants().stream()
                .filter(grant -> call.id().equals(grant.call()))
                .count()));
    }
}
