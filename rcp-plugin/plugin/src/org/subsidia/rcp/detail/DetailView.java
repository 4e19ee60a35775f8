package org.subsidia.rcp.detail;

import java.util.Optional;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Explained;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Navigation;
import org.subsidia.rcp.ui.Selection;

/** The record selected in the explorer or in the table, field by field. */
public final class DetailView extends ViewPart implements Navigation.Shows, Explained {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.detail";

    private final Selection selection = new Selection();
    private final ISelectionListener follow = this::follow;
    private ScrolledComposite scroll;
    private Composite sheet;
    private RecordForm<?> form;
    private Runnable forget = () -> {};
    private Optional<RecordId> shown = Optional.empty();

    @Override
    public void createPartControl(Composite parent) {
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.addListener(SWT.Resize, event -> measure());
        getSite().setSelectionProvider(selection);
        getSite().getPage().addSelectionListener(follow);
        forget = Desk.get().onChange(this::refresh);
        follow(null, getSite().getPage().getSelection());
        refresh();
    }

    private void follow(IWorkbenchPart part, ISelection chosen) {
        Optional<RecordId> record = Selection.record(chosen);
        if (part != this && record.isPresent() && !record.equals(shown)) {
            shown = record;
            selection.setSelection(new StructuredSelection(record.get()));
            refresh();
        }
    }

    @Override
    public void show(RecordId id) {
        shown = Optional.of(id);
        selection.setSelection(new StructuredSelection(id));
        refresh();
    }

    private void refresh() {
        Optional<RecordId> there = shown.filter(id -> Desk.get().portfolio().contains(id));
        if (form != null && there.isPresent() && form.id().equals(there.get())) {
            form.show();
            measure();
            return;
        }
        form = null;
        if (sheet != null) {
            sheet.dispose();
        }
        there.ifPresent(id -> form = form(id));
        if (form != null) {
            sheet = form.control();
            scroll.setContent(sheet);
            measure();
            return;
        }
        sheet = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 8).applyTo(sheet);
        shown = Optional.empty();
        selection.setSelection(StructuredSelection.EMPTY);
        new Label(sheet, SWT.WRAP).setText(Texts.detailNothing);
        scroll.setContent(sheet);
        measure();
    }

    /** The form of a record. */
    private RecordForm<?> form(RecordId id) {
        if (id instanceof GrantId grant) {
            return new GrantForm(scroll, grant, this::show);
        }
        if (id instanceof StructureId structure) {
            return new StructureForm(scroll, structure);
        }
        if (id instanceof FunderId funder) {
            return new FunderForm(scroll, funder);
        }
        if (id instanceof ProgrammeId programme) {
            return new ProgrammeForm(scroll, programme);
        }
        if (id instanceof CallId call) {
            return new CallForm(scroll, call);
        }
        if (id instanceof ProjectId project) {
            return new ProjectForm(scroll, project, this::show);
        }
        return new BudgetLineForm(scroll, (BudgetLineId) id);
    }

    /** As high as the form wants to be; setting its size first would only get that of the view back, and never scroll. */
    private void measure() {
        Control content = scroll.getContent();
        if (content != null) {
            scroll.setMinHeight(content.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
        }
    }

    @Override
    public Optional<Explanation> explanation() {
        return Optional.ofNullable(form).flatMap(RecordForm::explanation);
    }

    @Override
    public void setFocus() {
        scroll.setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(follow);
        forget.run();
        super.dispose();
    }
}
