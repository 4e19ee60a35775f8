package org.subsidia.rcp.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.joda.money.Money;
import org.subsidia.io.exchange.MatchDecision;
import org.subsidia.io.exchange.Stranger;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.DataTable;
import org.subsidia.rcp.ui.TableColumns;
import org.subsidia.rcp.ui.TitledDialog;
import org.subsidia.rcp.ui.Words;

/** The beneficiaries of a file that are none of the portfolio's structures: a person says who one is, makes it, or ignores it. */
final class StrangersDialog extends TitledDialog {
    private static final int OPEN = 0;
    private static final int IGNORED = 1;
    private static final int MADE = 2;
    private static final int FIRST = 3;

    private final Whose whose;
    private final List<Structure> structures = Desk.get().portfolio().structures();
    private final Map<Stranger, MatchDecision> said = new LinkedHashMap<>();
    private DataTable<Stranger> table;
    private Combo decision;

    StrangersDialog(Shell shell, Whose whose) {
        super(shell, Texts.strangersTitle, Texts.strangersMessage);
        this.whose = whose;
        whose.strangers().forEach(one -> whose.said(one).ifPresent(before -> said.put(one, before)));
    }

    @Override
    protected void createPage(Composite page) {
        Text words = new Text(page, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        words.setMessage(Texts.strangersFilter);
        Accessibles.name(words, Texts.strangersFilter);
        words.addModifyListener(event -> table.filter(words.getText()));
        GridDataFactory.fillDefaults().span(2, 1).hint(240, SWT.DEFAULT).applyTo(words);
        table = new DataTable<>(page, "import.strangers", columns(), null, one -> isIgnored(said.get(one)));
        Accessibles.name(table.control(), Texts.strangersTitle);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, true)
                .hint(1000, 320)
                .applyTo(table.control());
        Label label = new Label(page, SWT.NONE);
        label.setText(Texts.strangersDecision);
        createDecision(page);
        table.onSelect(this::show);
        table.show(whose.strangers());
    }

    private TableColumns<Stranger> columns() {
        Comparator<Stranger> bySum = Comparator.comparing(
                one -> Optional.ofNullable(one.sum()).map(Money::getAmount).orElse(null),
                Comparator.nullsFirst(Comparator.naturalOrder()));
        return new TableColumns<Stranger>()
                .words("name", Texts.intakeBeneficiary, 260, one -> one.beneficiary()
                        .name())
                .words("postcode", Texts.intakePostcode, 100, one -> one.beneficiary()
                        .postcode())
                .words("number", Texts.strangersNumber, 165, Stranger::number)
                .add(new TableColumns.Column<>(
                        "rows",
                        Texts.strangersRows,
                        70,
                        true,
                        one -> String.valueOf(one.rows()),
                        Comparator.comparingLong(Stranger::rows)))
                .add(new TableColumns.Column<>("sum", Texts.strangersSum, 150, true, StrangersDialog::sum, bySum))
                .words("decision", Texts.strangersDecided, 220, one -> words(said.get(one)));
    }

    private static String sum(Stranger one) {
        if (one.sum() == null) {
            return Texts.strangersNoAmount;
        }
        String sum = Words.amount(Optional.of(one.sum()));
        return one.withoutAmount() == 0 ? sum : Texts.bind(Texts.strangersPartly, sum, one.withoutAmount());
    }

    private void createDecision(Composite page) {
        decision = new Combo(page, SWT.READ_ONLY);
        Accessibles.name(decision, Texts.strangersDecision);
        decision.add(Texts.strangersOpen);
        decision.add(Texts.strangersIgnore);
        decision.add(Texts.strangersMake);
        structures.forEach(structure -> decision.add(structure.name()));
        decision.setEnabled(false);
        decision.addListener(SWT.Selection, event -> decide(decision.getSelectionIndex()));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(decision);
    }

    private void decide(int index) {
        for (Stranger one : table.selections()) {
            switch (index) {
                case OPEN -> said.remove(one);
                case IGNORED -> said.put(one, MatchDecision.of(one.beneficiary(), null));
                case MADE -> said.put(one, MatchDecision.making(one.beneficiary()));
                default ->
                    said.put(
                            one,
                            MatchDecision.of(
                                    one.beneficiary(),
                                    structures.get(index - FIRST).id()));
            }
        }
        table.recheck();
    }

    private void show(Optional<Stranger> selected) {
        decision.setEnabled(selected.isPresent());
        selected.ifPresentOrElse(one -> decision.select(index(said.get(one))), decision::deselectAll);
    }

    private int index(MatchDecision one) {
        if (one == null) {
            return OPEN;
        }
        StructureId id = one.structure();
        if (id == null) {
            return one.make() ? MADE : IGNORED;
        }
        return FIRST + structures.stream().map(Structure::id).toList().indexOf(id);
    }

    private String words(MatchDecision one) {
        return one == null ? "" : decision.getItem(index(one));
    }

    private static boolean isIgnored(MatchDecision one) {
        return one != null && one.structure() == null && !one.make();
    }

    /** What was said of all of them, once the dialog was closed with OK. */
    List<MatchDecision> decisions() {
        return new ArrayList<>(said.values());
    }
}
