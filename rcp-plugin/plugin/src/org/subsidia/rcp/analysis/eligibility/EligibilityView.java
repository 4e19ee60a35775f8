package org.subsidia.rcp.analysis.eligibility;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.subsidia.eligibility.Answer;
import org.subsidia.eligibility.FactValue;
import org.subsidia.eligibility.Remedy;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.ExplanationTip;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.analysis.sheet.SheetView;
import org.subsidia.rcp.analysis.sheet.Tiles;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.DataTable;
import org.subsidia.rcp.ui.TableColumns;

/** Whether a structure fits a call, condition by condition; what is missing can be said on the spot. */
public final class EligibilityView extends SheetView<EligibilityAnswer> {
    /** The view’s id. */
    public static final String ID = "org.subsidia.rcp.eligibility";

    private volatile Map<String, FactValue> known = Map.of();
    private DataTable<EligibilityAnswer.Offer> offers;
    private CLabel verdict;
    private ConditionTree conditions;
    private FactFields facts;
    private Text changes;
    private EligibilityAnswer answer;
    private String chosen = "";

    @Override
    protected void buildBody(Composite parent) {
        SashForm sides = new SashForm(parent, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sides);
        offers = new DataTable<>(
                sides,
                "eligibility",
                columns(),
                offer -> ConditionTree.icon(offer.answer()).image(),
                offer -> offer.match().closed());
        Accessibles.name(offers.control(), Texts.eligibilityOffers);
        ExplanationTip.on(offers.control(), point -> offers.at(point).map(EligibilityAnswer.Offer::named));
        Composite right = new Composite(sides, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(right);
        verdict = new CLabel(right, SWT.NONE);
        verdict.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(verdict);
        SashForm parts = new SashForm(right, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        conditions = new ConditionTree(parts);
        SashForm below = new SashForm(parts, SWT.HORIZONTAL);
        Composite missing = titled(below, Texts.eligibilityMissing);
        facts = new FactFields(missing, this::said);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(facts.control());
        Composite help = titled(below, Texts.eligibilityChanges);
        changes = new Text(help, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        Accessibles.name(changes, Texts.eligibilityChanges);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(changes);
        below.setWeights(62, 38);
        parts.setWeights(60, 40);
        sides.setWeights(47, 53);
        offers.onSelect(row -> row.ifPresent(this::choose));
    }

    private static Composite titled(Composite parent, String title) {
        Composite part = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(part);
        Label label = new Label(part, SWT.NONE);
        label.setText(title);
        GridDataFactory.fillDefaults().indent(4, 4).applyTo(label);
        return part;
    }

    private static TableColumns<EligibilityAnswer.Offer> columns() {
        return new TableColumns<EligibilityAnswer.Offer>()
                .words("name", Texts.eligibilityOffer, 340, EligibilityAnswer.Offer::name)
                .words("answer", Texts.eligibilityAnswer, 92, offer -> offer.words()
                        .in(Texts.locale()))
                .days("closes", Texts.eligibilityCloses, 84, offer -> offer.match()
                        .call()
                        .map(call -> call.closes())
                        .orElse(null));
    }

    @Override
    protected EligibilityAnswer compute(Structure structure, Question question, BooleanSupplier cancelled) {
        return EligibilityAnswer.of(structure, question, known, cancelled);
    }

    @Override
    protected Sheet sheet(EligibilityAnswer answered) {
        return new Sheet(
                answered.report(),
                (table, row, column) -> table.equals(Tiles.ID)
                        ? Optional.ofNullable(answered.counts().get(column))
                        : Optional.empty());
    }

    @Override
    protected void shown(EligibilityAnswer answered) {
        boolean another = answer == null
                || !answer.structure().id().equals(answered.structure().id());
        answer = answered;
        if (another) {
            facts.forget();
            Map<String, FactValue> before = known;
            known = Map.of();
            if (!before.isEmpty()) {
                refresh();
                return;
            }
        }
        String wanted = chosen;
        offers.show(answered.offers());
        offers.select(offer -> offer.id().equals(wanted));
        if (offers.selection().isEmpty() && !offers.shown().isEmpty()) {
            offers.control().setSelection(0);
        }
        offers.selection().ifPresentOrElse(this::choose, this::nothing);
    }

    private void nothing() {
        verdict.setText(Texts.eligibilityNone);
        verdict.setImage(null);
        conditions.clear();
        facts.offer(List.of());
        changes.setText("");
    }

    private void choose(EligibilityAnswer.Offer offer) {
        chosen = offer.id();
        verdict.setText(
                Texts.bind(Texts.eligibilityVerdict, offer.name(), offer.words().in(Texts.locale()))
                        .replace("&", "&&"));
        verdict.setToolTipText(offer.name());
        verdict.setImage(ConditionTree.icon(offer.answer()).image());
        conditions.show(offer.tree());
        facts.offer(offer.missing().facts());
        StringJoiner text = new StringJoiner("\n");
        offer.missing()
                .deciding()
                .forEach(set -> text.add("• "
                        + Texts.bind(
                                Texts.eligibilityDeciding,
                                String.join(
                                        ", ",
                                        set.stream()
                                                .map(fact -> fact.label().in(Texts.locale()))
                                                .toList()))));
        for (Remedy remedy : offer.remedies()) {
            text.add("• " + remedy.words().in(Texts.locale()));
        }
        changes.setText(
                text.length() == 0
                        ? offer.answer() == Answer.ELIGIBLE
                                ? Texts.eligibilityAlready
                                : offer.answer() == Answer.UNKNOWN ? Texts.eligibilityFirst : Texts.eligibilityNoChange
                        : text.toString());
    }

    private void said() {
        known = facts.said();
        refresh();
    }

    @Override
    protected void another() {
        known = Map.of();
        answer = null;
        facts.forget();
    }

    /** {@return the conditions shown} */
    public Control conditions() {
        return conditions.control();
    }

    /**
     * The field in which a fact can be said.
     *
     * @param fact its id
     * @return the control, if the fact is missing
     */
    public Optional<Control> field(String fact) {
        return facts.field(fact);
    }

    @Override
    public Optional<Explanation> explanation() {
        return tiles().control().isFocusControl()
                ? tiles().explanation()
                : offers.control().isFocusControl()
                        ? offers.selection().map(EligibilityAnswer.Offer::tree)
                        : conditions.explanation();
    }

    @Override
    public void setFocus() {
        offers.control().setFocus();
    }
}
