package org.subsidia.rcp.detail;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.forms.widgets.ColumnLayout;
import org.eclipse.ui.forms.widgets.ColumnLayoutData;
import org.eclipse.ui.part.ViewPart;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.ProgrammeId;
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

    private static final int NAME_WIDTH = 130;
    private static final int SECTION_WIDTH = 330;

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
        Optional<RecordSheet> content = shown.flatMap(
                        id -> Desk.get().portfolio().find(id))
                .map(record -> RecordSheet.of(record, Desk.get().portfolio(), Texts.locale()));
        if (content.isPresent()) {
            fill(content.get());
        } else {
            shown = Optional.empty();
            selection.setSelection(StructuredSelection.EMPTY);
            label(sheet, Texts.detailNothing, SWT.WRAP);
        }
        scroll.setContent(sheet);
        measure();
    }

    /** The form of a record; null: it has none. */
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
        return id instanceof CallId call ? new CallForm(scroll, call) : null;
    }

    private void fill(RecordSheet content) {
        label(sheet, content.kind(), SWT.NONE);
        Label title = label(sheet, content.title(), SWT.WRAP);
        title.setFont(JFaceResources.getHeaderFont());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        Composite columns = new Composite(sheet, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(columns);
        ColumnLayout layout = new ColumnLayout();
        layout.maxNumColumns = 3;
        layout.leftMargin = 0;
        layout.topMargin = 0;
        layout.horizontalSpacing = 20;
        layout.verticalSpacing = 12;
        columns.setLayout(layout);
        for (RecordSheet.Section section : content.sections()) {
            Composite block = new Composite(columns, SWT.NONE);
            block.setLayoutData(new ColumnLayoutData(SECTION_WIDTH));
            GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 3).applyTo(block);
            Label heading = label(block, section.title(), SWT.NONE);
            heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            GridDataFactory.fillDefaults().span(2, 1).applyTo(heading);
            for (RecordSheet.Line line : section.lines()) {
                fill(block, line);
            }
        }
    }

    private static void fill(Composite block, RecordSheet.Line line) {
        boolean named = !line.name().isEmpty();
        if (named) {
            Label name = label(block, line.name(), SWT.WRAP);
            GridDataFactory.fillDefaults().hint(NAME_WIDTH, SWT.DEFAULT).applyTo(name);
        }
        Label value = label(block, line.value(), SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SECTION_WIDTH - NAME_WIDTH - 20, SWT.DEFAULT)
                .span(named ? 1 : 2, 1)
                .applyTo(value);
    }

    private static Label label(Composite parent, String text, int style) {
        Label label = new Label(parent, style);
        label.setText(text.replace("&", "&&"));
        return label;
    }

    private void measure() {
        Control content = scroll.getContent();
        if (content != null) {
            int width = scroll.getClientArea().width;
            content.setSize(width, content.computeSize(width, SWT.DEFAULT).y);
            scroll.setMinHeight(content.getSize().y);
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
