package org.subsidia.rcp.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.joda.money.Money;
import org.subsidia.explain.Explanation;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Explained;
import org.subsidia.rcp.analysis.ExplanationTip;
import org.subsidia.rcp.analysis.Reported;
import org.subsidia.rcp.analysis.sheet.ReportPages;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.analysis.sheet.Tiles;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.DataTable;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.StatusLine;
import org.subsidia.rcp.ui.TableColumns;
import org.subsidia.rcp.ui.Words;
import org.subsidia.report.Cell;
import org.subsidia.report.CellText;
import org.subsidia.report.HtmlRenderer;
import org.subsidia.report.KeyFigures;
import org.subsidia.report.PdfRenderer;
import org.subsidia.report.Report;
import org.subsidia.transfer.Comparison;

/** The runs beside each other, and all that one of them says. */
public final class ResultsView extends ViewPart implements Explained, Reported {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.results";

    /** Key figures that are seen above all pages; the report has more. */
    private static final Set<String> FIRST = Set.of("base", "transferred", "gap", "gapShare", "losers", "below");

    private static final String RUN = "org.subsidia.rcp.simulate";

    private final StackLayout stack = new StackLayout();
    private Composite content;
    private Composite nothing;
    private DataTable<Outcome> runs;
    private Tiles tiles;
    private ReportPages pages;
    private Button export;
    private Button remove;
    private Outcome shown;
    private List<Outcome> among = List.of();
    private Runnable forget = () -> {};
    private Runnable forgetDesk = () -> {};

    @Override
    public void createPartControl(Composite parent) {
        parent.setLayout(stack);
        nothing = empty(parent);
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 6).spacing(0, 4).applyTo(content);
        runs = new DataTable<>(content, "simulation.runs", columns(), null, this::isOutdated);
        Accessibles.name(runs.control(), Texts.resultsRuns);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, 92).applyTo(runs.control());
        runs.onSelect(chosen -> chosen.ifPresent(this::show));
        ExplanationTip.on(runs.control(), point -> runs.at(point)
                .flatMap(run -> runs.columnAt(point).flatMap(run::why)));
        Composite bar = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        Label hint = new Label(bar, SWT.NONE);
        hint.setText(Texts.resultsHint);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(hint);
        remove = button(bar, Texts.resultsRemove, () -> Outcomes.get().remove(runs.selections()));
        export = button(bar, Texts.resultsExport, this::export);
        tiles = new Tiles(content);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tiles.control());
        pages = new ReportPages(content);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages.control());
        forget = Outcomes.get().onChange(this::list);
        forgetDesk = Desk.get().onChange(this::list);
        list();
    }

    /** What stands in the middle of the page until a scenario has been run. */
    private Composite empty(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(20, 20).spacing(0, 8).applyTo(page);
        Label title = new Label(page, SWT.CENTER);
        title.setText(Texts.resultsNone);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.END)
                .grab(true, true)
                .applyTo(title);
        Link how = new Link(page, SWT.NONE);
        how.setText(Texts.resultsFirst);
        how.addListener(SWT.Selection, event -> runScenario());
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.BEGINNING)
                .grab(true, true)
                .applyTo(how);
        return page;
    }

    private void runScenario() {
        try {
            getSite().getService(IHandlerService.class).executeCommand(RUN, null);
        } catch (CommandException e) {
            ILog.of(getClass()).error(RUN, e);
        }
    }

    private static Button button(Composite bar, String label, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private static TableColumns<Outcome> columns() {
        return new TableColumns<Outcome>()
                .words("scenario", Texts.resultsScenario, 250, each -> each.scenario()
                        .title()
                        .in(Texts.locale()))
                .words("structures", Texts.simulationStructures, 130, each -> each.structures()
                        .label())
                .add(amount("cumulated", Texts.resultsCumulated, Comparison.Line::cumulated))
                .add(amount("lastYear", Texts.resultsLastYear, Comparison.Line::lastYear))
                .add(count("losers", Texts.resultsLosers, Comparison.Line::losers))
                .add(new TableColumns.Column<>(
                        "below",
                        Texts.resultsBelow,
                        95,
                        true,
                        each -> each.line().known() == 0
                                ? Texts.figureUnknown
                                : Texts.bind(
                                        Texts.resultsOf,
                                        each.line().below(),
                                        each.line().known()),
                        Comparator.comparing(each -> each.line().below())));
    }

    private static TableColumns.Column<Outcome> amount(String id, String title, Function<Comparison.Line, Money> of) {
        return new TableColumns.Column<>(
                id,
                title,
                120,
                true,
                each -> Words.amount(Optional.of(of.apply(each.line()))),
                Comparator.comparing(each -> of.apply(each.line())));
    }

    private static TableColumns.Column<Outcome> count(String id, String title, ToIntFunction<Comparison.Line> of) {
        return new TableColumns.Column<>(
                id,
                title,
                90,
                true,
                each -> new CellText(Texts.locale()).full(Cell.of(of.applyAsInt(each.line()))),
                Comparator.comparing(each -> of.applyAsInt(each.line())));
    }

    /** Whether the portfolio has changed since. */
    private boolean isOutdated(Outcome outcome) {
        return !outcome.structures().isCurrent();
    }

    private void list() {
        if (content.isDisposed()) {
            return;
        }
        List<Outcome> all = Outcomes.get().list();
        runs.show(all);
        if (runs.selection().isEmpty()) {
            all.stream().findFirst().ifPresent(this::select);
        }
        boolean any = !all.isEmpty();
        if (!any) {
            shown = null;
        }
        stack.topControl = any ? content : nothing;
        tellState();
        export.setEnabled(any);
        remove.setEnabled(any);
        content.getParent().layout();
    }

    /**
     * Shows a run.
     *
     * @param outcome one of the list
     */
    void select(Outcome outcome) {
        runs.select(each -> each == outcome);
        show(outcome);
    }

    private void show(Outcome outcome) {
        List<Outcome> all = Outcomes.get().list();
        if (outcome == shown && all.equals(among)) {
            return;
        }
        shown = outcome;
        among = all;
        Sheet sheet = outcome.sheet(all);
        tiles.show(
                new KeyFigures(sheet.report().sections().stream()
                        .flatMap(section -> section.blocks().stream())
                        .filter(KeyFigures.class::isInstance)
                        .map(KeyFigures.class::cast)
                        .findFirst()
                        .map(KeyFigures::figures)
                        .orElse(List.of())
                        .stream()
                        .filter(figure -> FIRST.contains(figure.id()))
                        .toList()),
                sheet);
        boolean fresh = pages.isEmpty();
        pages.show(sheet);
        if (fresh) {
            pages.open("paths");
        }
        tellState();
    }

    private void tellState() {
        boolean old = shown != null && isOutdated(shown);
        setContentDescription(old ? Texts.resultsOutdated : "");
    }

    private void export() {
        String name = shown.scenario().id();
        String ending = PdfRenderer.isAvailable() ? ".pdf" : ".html";
        Documents.chooser().toSave(getSite().getShell(), name + ending).ifPresent(this::write);
    }

    private void write(Path file) {
        Report report = shown.report(Outcomes.get().list());
        try (OutputStream out = Files.newOutputStream(file)) {
            if (PdfRenderer.isAvailable()
                    && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                PdfRenderer.write(report, Texts.locale(), out);
            } else {
                out.write(HtmlRenderer.render(report, Texts.locale()).getBytes(StandardCharsets.UTF_8));
            }
            StatusLine.tell(Texts.bind(Texts.fileSaved, file));
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            FindingsDialog.tell(
                    getSite().getShell(), Texts.exportFailed, Texts.bind(Texts.exportUnwritable, file, why));
        }
    }

    /** {@return the runs listed, and what is selected among them} */
    DataTable<Outcome> runs() {
        return runs;
    }

    /** {@return whether a run is shown} */
    public boolean hasResult() {
        return shown != null;
    }

    /** {@return the pages of the run shown} */
    public ReportPages pages() {
        return pages;
    }

    @Override
    public Optional<Report> report() {
        return Optional.ofNullable(shown).map(run -> run.report(Outcomes.get().list()));
    }

    @Override
    public Optional<Explanation> explanation() {
        return runs.control().isFocusControl()
                ? runs.selection().flatMap(run -> run.why(runs.clicked()).or(() -> run.why("cumulated")))
                : tiles.control().isFocusControl() ? tiles.explanation() : pages.explanation();
    }

    @Override
    public void setFocus() {
        if (shown == null) {
            nothing.setFocus();
        } else {
            pages.focus();
        }
    }

    @Override
    public void dispose() {
        forget.run();
        forgetDesk.run();
        super.dispose();
    }
}
