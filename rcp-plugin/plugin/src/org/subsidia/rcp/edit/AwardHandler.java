package org.subsidia.rcp.edit;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Reading;
import org.subsidia.money.AmountFormat;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Records;

/** Corrects the amount awarded. */
public final class AwardHandler extends RecordHandler {
    @Override
    boolean accepts(PortfolioRecord record) {
        return record instanceof Grant;
    }

    @Override
    void execute(PortfolioRecord record, Shell shell) {
        Grant grant = (Grant) record;
        CurrencyUnit currency =
                grant.amount(AmountStage.AWARDED).map(Money::getCurrencyUnit).orElse(CurrencyUnit.EUR);
        String now = grant.amount(AmountStage.AWARDED)
                .map(amount -> AmountFormat.number(amount, Texts.locale()))
                .orElse("");
        InputDialog dialog = new InputDialog(
                shell,
                Texts.awardTitle,
                Texts.bind(Texts.awardQuestion, Records.name(grant), currency.getCode()),
                now,
                text -> refusal(text, currency));
        if (dialog.open() == Window.OK) {
            Money amount = read(dialog.getValue(), currency).get();
            String label = Texts.bind(Texts.awardLabel, AmountFormat.format(amount, Texts.locale()));
            Desk.get().session().apply(label, RecordEdits.award(grant, amount));
        }
    }

    private static Reading<Money> read(String text, CurrencyUnit currency) {
        return AmountFormat.read(text, Texts.locale(), currency);
    }

    /** Why an amount cannot be taken; null where it can. */
    static String refusal(String text, CurrencyUnit currency) {
        if (text.isBlank()) {
            return Texts.awardBlank;
        }
        Reading<Money> reading = read(text, currency);
        if (!reading.isRead()) {
            return reading.findings().get(0).message().in(Texts.locale());
        }
        return reading.get().isNegative() ? Texts.awardNegative : null;
    }
}
