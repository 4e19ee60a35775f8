package org.subsidia.rcp.detail;

import org.eclipse.swt.widgets.Composite;
import org.joda.money.CurrencyUnit;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.rcp.Texts;

/** A line of a budget to edit. */
final class BudgetLineForm extends RecordForm<BudgetLine> {
    BudgetLineForm(Composite parent, BudgetLineId id) {
        super(parent, id, BudgetLine.class, Texts.kindBudgetLine);
        Composite columns = columns();
        Composite identity = section(columns, Texts.detailIdentity);
        BudgetLineField.IDENTITY.forEach(field -> add(identity, field));
        Composite facts = section(columns, Texts.detailFacts);
        BudgetLineField.FACTS.forEach(field -> add(facts, field));
        show();
    }

    @Override
    CurrencyUnit currency(BudgetLine line) {
        return line.amount().getCurrencyUnit();
    }

    @Override
    void showMore(BudgetLine line) {
        // its fields say it all
    }
}
