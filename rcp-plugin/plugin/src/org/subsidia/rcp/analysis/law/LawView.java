package org.subsidia.rcp.analysis.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.DeskView;
import org.subsidia.rcp.analysis.ExplanationTip;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Checks;
import org.subsidia.rcp.ui.DataTable;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Icon;
import org.subsidia.rcp.ui.TableColumns;
import org.subsidia.rcp.ui.Words;

/** The law base: every rule with its value on a day, and every version of the one that is chosen. */
public final class LawView extends DeskView {
    /** The view’s id. */
    public static final String ID = "org.subsidia.rcp.law";

    private Text words;
    private Text day;
    private Button doubtful;
    private Label count;
    private DataTable<LawRow> rules;
    private DataTable<RuleReference> versions;
    private Text about;
    private LocalDate shown;
    private LawRow chosen;

    @Override
    protected void build(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        createBar(parent);
        SashForm parts = new SashForm(parent, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        rules = new DataTable<>(
                parts, "law", columns(), row -> row.isDoubtful() ? Icon.DUE.image() : null, row -> row.today()
                        .isEmpty());
        Accessibles.name(rules.control(), getPartName());
        SashForm below = new SashForm(parts, SWT.HORIZONTAL);
        versions = new DataTable<>(below, "law.versions", versionColumns(), row -> null, row -> !isToday(row));
        Accessibles.name(versions.control(), Texts.lawHistory);
        about = new Text(below, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        Accessibles.name(about, Texts.lawAbout);
        below.setWeights(62, 38);
        parts.setWeights(62, 38);
        rules.onSelect(this::choose);
        versions.onSelect(
                version -> tell(version.or(() -> Optional.ofNullable(chosen).flatMap(LawRow::today))));
        ExplanationTip.on(rules.control(), point -> rules.at(point)
                .flatMap(row -> row.today().map(row::explanation)));
        ExplanationTip.on(versions.control(), point -> versions.at(point).map(version -> chosen.explanation(version)));
    }

    private void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults()
                .numColumns(5)
                .margins(6, 4)
                .spacing(10, 0)
                .applyTo(bar);
        new Label(bar, SWT.NONE).setText(Texts.lawDay);
        day = new Text(bar, SWT.BORDER);
        day.setText(Words.date(Settings.today()));
        Accessibles.name(day, Texts.lawDay);
        GridDataFactory.fillDefaults()
                .hint(110, SWT.DEFAULT)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(day);
        day.addListener(SWT.Modify, event -> guarded(this::list));
        doubtful = Checks.of(bar, Texts.lawDoubtful);
        doubtful.addListener(SWT.Selection, event -> guarded(this::list));
        count = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(count);
        words = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        words.setMessage(Texts.lawFilter);
        Accessibles.name(words, Texts.lawFilter);
        GridDataFactory.fillDefaults()
                .hint(240, SWT.DEFAULT)
                .align(SWT.END, SWT.CENTER)
                .applyTo(words);
        words.addModifyListener(event -> {
            rules.filter(words.getText());
            count();
        });
    }

    private static TableColumns<LawRow> columns() {
        return new TableColumns<LawRow>()
                .words("what", Texts.lawWhat, 400, row -> row.description(Texts.locale()))
                .words("value", Texts.lawValue, 190, row -> row.today()
                        .map(version -> row.wording(version, Texts.locale()))
                        .orElse(Texts.lawNone))
                .words("reference", Texts.lawReference, 260, row -> row.today()
                        .map(RuleReference::legalReference)
                        .orElse(""))
                .words("confidence", Texts.lawConfidence, 110, row -> row.today()
                        .map(version -> LawRow.confidence(version, Texts.locale()))
                        .orElse(""))
                .words("id", Texts.lawName, 260, row -> row.parameter().id());
    }

    private TableColumns<RuleReference> versionColumns() {
        return new TableColumns<RuleReference>()
                .days("from", Texts.lawFrom, 95, RuleReference::validFrom)
                .days("to", Texts.lawTo, 95, RuleReference::validTo)
                .words("value", Texts.lawValue, 190, version -> chosen.wording(version, Texts.locale()))
                .words("reference", Texts.lawReference, 260, RuleReference::legalReference)
                .words("confidence", Texts.lawConfidence, 110, version -> LawRow.confidence(version, Texts.locale()));
    }

    private boolean isToday(RuleReference version) {
        return chosen != null && chosen.today().filter(version::equals).isPresent();
    }

    @Override
    protected void refresh() {
        list();
    }

    /** A day that cannot be read leaves what is shown, and says so. */
    private void list() {
        Optional<LocalDate> wanted = DayText.read(day.getText(), Texts.locale());
        if (wanted.isEmpty()) {
            count.setText(Texts.bind(Texts.cellNoDay, day.getText()).replace("&", "&&"));
            return;
        }
        shown = wanted.get();
        List<LawRow> all = LawRow.of(Settings.law(), shown);
        String before = chosen == null ? "" : chosen.parameter().id();
        rules.show(
                doubtful.getSelection()
                        ? all.stream().filter(LawRow::isDoubtful).toList()
                        : all);
        rules.select(row -> row.parameter().id().equals(before));
        choose(rules.selection());
        count();
    }

    private void count() {
        count.setText(Texts.bind(
                        Texts.lawCount,
                        rules.shown().size(),
                        rules.total(),
                        rules.shown().stream().filter(LawRow::isDoubtful).count())
                .replace("&", "&&"));
    }

    private void choose(Optional<LawRow> row) {
        chosen = row.orElse(null);
        List<RuleReference> newest =
                new ArrayList<>(row.map(one -> one.parameter().history()).orElse(List.of()));
        Collections.reverse(newest);
        versions.show(newest);
        row.flatMap(LawRow::today).ifPresent(version -> versions.select(version::equals));
        tell(row.flatMap(LawRow::today));
    }

    private void tell(Optional<RuleReference> version) {
        if (chosen == null) {
            about.setText(Texts.lawChoose);
            return;
        }
        StringBuilder text = new StringBuilder(chosen.description(Texts.locale()));
        if (version.isEmpty()) {
            text.append("\n\n").append(Texts.bind(Texts.lawNoneOn, Words.date(shown)));
        }
        version.ifPresent(one -> {
            text.append("\n\n").append(Words.labelled(Texts.lawValue, chosen.wording(one, Texts.locale())));
            text.append('\n').append(Words.labelled(Texts.lawReference, one.legalReference()));
            text.append('\n').append(Words.labelled(Texts.lawSource, one.source()));
            text.append('\n').append(Words.labelled(Texts.lawConfidence, LawRow.confidence(one, Texts.locale())));
            chosen.parameter().note(one).ifPresent(note -> text.append('\n')
                    .append(Words.labelled(Texts.lawNote, note)));
        });
        about.setText(text.toString());
    }

    /** {@return the rules shown} */
    public DataTable<?> rules() {
        return rules;
    }

    @Override
    public Optional<Explanation> explanation() {
        Optional<RuleReference> version = versions.control().isFocusControl()
                ? versions.selection()
                : Optional.ofNullable(chosen).flatMap(LawRow::today);
        return chosen == null ? Optional.empty() : version.map(chosen::explanation);
    }

    @Override
    public void setFocus() {
        words.setFocus();
    }
}
