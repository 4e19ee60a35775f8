package org.subsidia.rcp.analysis.stateaid;

import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.joda.money.Money;
import org.subsidia.finding.Reading;
import org.subsidia.money.AmountReader;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.analysis.sheet.SheetView;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.stateaid.DeMinimisRule;

/** What a structure may still receive as State aid, today and in the years to come; an amount can be tried. */
public final class StateAidView extends SheetView<StateAidAnswer> {
    /** The view’s id. */
    public static final String ID = "org.subsidia.rcp.stateaid";

    private Combo rule;
    private Text amount;
    private Label remark;
    private volatile StateAidAnswer.Choice choice = StateAidAnswer.USUAL;

    @Override
    protected void buildBar(Composite bar) {
        rule = choice(
                bar,
                Texts.stateAidRule,
                Stream.of(DeMinimisRule.values())
                        .map(one -> one.words().in(Texts.locale()))
                        .toArray(String[]::new));
        rule.select(DeMinimisRule.GENERAL.ordinal());
        rule.addListener(SWT.Selection, event -> choose());
        label(bar, Texts.stateAidAmount);
        amount = new Text(bar, SWT.BORDER);
        amount.setMessage(Texts.stateAidExample);
        Accessibles.name(amount, Texts.stateAidAmount);
        GridDataFactory.fillDefaults()
                .hint(110, SWT.DEFAULT)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(amount);
        amount.addListener(SWT.DefaultSelection, event -> choose());
        amount.addListener(SWT.FocusOut, event -> choose());
        remark = new Label(bar, SWT.NONE);
        remark.setForeground(bar.getDisplay().getSystemColor(SWT.COLOR_RED));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(remark);
    }

    /** An amount that cannot be read leaves what is shown, and says so. */
    private void choose() {
        Money asked = null;
        if (!amount.getText().isBlank()) {
            Reading<Money> read = AmountReader.read(amount.getText());
            boolean usable = read.isRead() && read.get().isPositive();
            remark.setText(
                    usable
                            ? ""
                            : read.isRead()
                                    ? Texts.stateAidPositive
                                    : read.findings()
                                            .get(0)
                                            .message()
                                            .in(Texts.locale())
                                            .replace("&", "&&"));
            if (!usable) {
                return;
            }
            asked = read.get();
        } else {
            remark.setText("");
        }
        StateAidAnswer.Choice next = new StateAidAnswer.Choice(DeMinimisRule.values()[rule.getSelectionIndex()], asked);
        if (!next.equals(choice)) {
            choice = next;
            refresh();
        }
    }

    @Override
    protected StateAidAnswer compute(Structure structure, Question question, BooleanSupplier cancelled) {
        return StateAidAnswer.of(structure, question, choice);
    }

    @Override
    protected Sheet sheet(StateAidAnswer answer) {
        return answer.sheet();
    }
}
