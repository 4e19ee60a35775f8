package org.subsidia.rcp.analysis.sheet;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.AnalysisView;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.Reported;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.report.KeyFigures;
import org.subsidia.report.Report;

/**
 * A view of an analysis of one structure: the structure to choose, what the view lets the user set, key figures, and pages.
 *
 * @param <R> the answer
 */
public abstract class SheetView<R> extends AnalysisView<Optional<R>> implements Reported {
    private final StackLayout stack = new StackLayout();
    private Composite body;
    private Composite content;
    private Composite nothing;
    private Combo structures;
    private List<StructureId> listed = List.of();
    private Tiles tiles;
    private ReportPages pages;
    private Report report;

    /**
     * Computes for one structure, beside the workbench’s thread.
     *
     * @param structure the structure
     * @param question the portfolio, the law and the day
     * @param cancelled whether nobody waits for the answer any more
     * @return the answer
     */
    protected abstract R compute(Structure structure, Question question, BooleanSupplier cancelled);

    /**
     * The report of an answer.
     *
     * @param answer to the last question
     * @return what is shown
     */
    protected abstract Sheet sheet(R answer);

    /**
     * Makes what the user can set, beside the structure.
     *
     * @param bar has a row layout of its own: one column more for each control
     */
    protected void buildBar(Composite bar) {
        // nothing to set
    }

    /**
     * Makes what stands between the bar and the key figures.
     *
     * @param parent has a grid of one column
     */
    protected void buildHead(Composite parent) {
        // nothing
    }

    /**
     * Called when an answer has been shown.
     *
     * @param answer to the last question
     */
    protected void shown(R answer) {
        // all is shown
    }

    @Override
    protected final void build(Composite parent) {
        parent.setLayout(stack);
        nothing = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(20, 20).applyTo(nothing);
        Label sentence = new Label(nothing, SWT.WRAP);
        sentence.setText(Texts.analysisEmpty);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(sentence);
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        Composite bar = new Composite(content, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        structures = new Combo(bar, SWT.READ_ONLY);
        structures.addListener(SWT.Selection, event -> choose(listed.get(structures.getSelectionIndex())));
        Accessibles.name(structures, Texts.columnStructure);
        GridDataFactory.fillDefaults()
                .hint(260, SWT.DEFAULT)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(structures);
        buildBar(bar);
        GridLayoutFactory.fillDefaults()
                .numColumns(bar.getChildren().length)
                .margins(6, 4)
                .spacing(8, 0)
                .applyTo(bar);
        buildHead(content);
        tiles = new Tiles(content);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tiles.control());
        body = new Composite(content, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        GridLayoutFactory.fillDefaults().applyTo(body);
        buildBody(body);
        stack.topControl = nothing;
    }

    /**
     * Makes what stands below the key figures: the pages of the report.
     *
     * @param parent has a grid of one column
     */
    protected void buildBody(Composite parent) {
        pages = new ReportPages(parent);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages.control());
    }

    /**
     * A choice in the bar.
     *
     * @param bar where
     * @param label what is chosen
     * @param choices in their order
     * @return the control
     */
    protected final Combo choice(Composite bar, String label, String... choices) {
        label(bar, label);
        Combo combo = new Combo(bar, SWT.READ_ONLY);
        combo.setItems(choices);
        combo.select(0);
        Accessibles.name(combo, label);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(combo);
        return combo;
    }

    /**
     * Words in the bar.
     *
     * @param bar where
     * @param words what they say
     */
    protected static void label(Composite bar, String words) {
        Label label = new Label(bar, SWT.NONE);
        label.setText(words);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).indent(8, 0).applyTo(label);
    }

    @Override
    protected final Node asked() {
        return Subject.of(scope(), portfolio()).<Node>map(Node.OfStructure::new).orElse(scope());
    }

    @Override
    protected final Optional<R> compute(Question question, BooleanSupplier cancelled) {
        return question.scope() instanceof Node.OfStructure node
                ? question.portfolio().structure(node.id()).map(one -> compute(one, question, cancelled))
                : Optional.empty();
    }

    @Override
    protected final void show(Optional<R> answer) {
        stack.topControl = answer.isPresent() ? content : nothing;
        content.getParent().layout();
        report = null;
        answer.ifPresent(known -> {
            list();
            Sheet sheet = sheet(known);
            report = sheet.report();
            tiles.show(
                    sheet.report().sections().stream()
                            .flatMap(section -> section.blocks().stream())
                            .filter(KeyFigures.class::isInstance)
                            .map(KeyFigures.class::cast)
                            .findFirst()
                            .orElse(new KeyFigures(List.of())),
                    sheet);
            if (pages != null) {
                pages.show(sheet);
            }
            shown(known);
        });
    }

    private void list() {
        List<Structure> sorted = Subject.sorted(portfolio());
        List<StructureId> ids = sorted.stream().map(Structure::id).toList();
        String[] names = sorted.stream().map(Structure::name).toArray(String[]::new);
        if (!ids.equals(listed) || !List.of(names).equals(List.of(structures.getItems()))) {
            listed = ids;
            structures.setItems(names);
        }
        Subject.of(scope(), portfolio()).ifPresent(id -> structures.select(listed.indexOf(id)));
    }

    /** The explorer selects it, so that every view follows. */
    private void choose(StructureId id) {
        IWorkbenchPage page = getSite().getPage();
        try {
            ((ExplorerView) page.showView(ExplorerView.ID, null, IWorkbenchPage.VIEW_VISIBLE))
                    .reveal(new Node.OfStructure(id));
        } catch (PartInitException e) {
            ILog.of(getClass()).error(ExplorerView.ID, e);
        }
    }

    /** {@return the pages of the report} */
    public final ReportPages pages() {
        return pages;
    }

    /** {@return the key figures} */
    public final Tiles tiles() {
        return tiles;
    }

    @Override
    public Optional<Report> report() {
        return Optional.ofNullable(report).filter(shown -> !shown.sections().isEmpty());
    }

    @Override
    public Optional<Explanation> explanation() {
        return tiles.control().isFocusControl() || pages == null ? tiles.explanation() : pages.explanation();
    }

    @Override
    public void setFocus() {
        if (pages != null) {
            pages.focus();
        } else {
            tiles.control().setFocus();
        }
    }
}
