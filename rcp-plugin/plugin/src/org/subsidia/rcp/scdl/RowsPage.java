package org.subsidia.rcp.scdl;

import java.util.List;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.subsidia.finding.Finding;
import org.subsidia.io.scdl.ScdlOutcome;
import org.subsidia.io.scdl.ScdlSummary;
import org.subsidia.money.AmountFormat;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.FindingsDialog;

/** The rows of the file with what was found in them, to choose from. */
final class RowsPage extends WizardPage {
    private Preview preview;
    private Label counts;
    private Label chosen;
    private Combo filter;
    private RowTable table;
    private Label remarksTitle;
    private Text remarks;

    RowsPage() {
        super("rows", Texts.scdlRowsTitle, null);
        setDescription(Texts.scdlRowsDescription);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(8, 6).applyTo(page);
        counts = new Label(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(counts);
        createBar(page);
        SashForm parts = new SashForm(page, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(900, 360).applyTo(parts);
        table = new RowTable(parts, this::tellChosen, this::tellRemarks);
        Composite below = new Composite(parts, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(below);
        remarksTitle = new Label(below, SWT.NONE);
        remarksTitle.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(remarksTitle);
        remarks = new Text(below, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(remarks);
        parts.setWeights(68, 32);
        setControl(page);
    }

    private void createBar(Composite page) {
        Composite bar = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(5).applyTo(bar);
        Label show = new Label(bar, SWT.NONE);
        show.setText(Texts.scdlShow);
        filter = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        filter.setItems(Texts.scdlShowAll, Texts.scdlShowTakeable, Texts.scdlShowRemarks, Texts.scdlShowRefused);
        filter.select(0);
        filter.addListener(SWT.Selection, event -> arrange());
        chosen = new Label(bar, SWT.RIGHT);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(chosen);
        for (boolean take : new boolean[] {true, false}) {
            Button button = new Button(bar, SWT.PUSH);
            button.setText(take ? Texts.scdlAll : Texts.scdlNone);
            button.addListener(SWT.Selection, event -> {
                preview.chooseAll(preview.rows(shown()), take);
                table.refresh();
                tellChosen();
            });
        }
    }

    private Preview.Filter shown() {
        return Preview.Filter.values()[Math.max(0, filter.getSelectionIndex())];
    }

    /** Shows another file. */
    void show(Preview next) {
        preview = next;
        ScdlSummary summary = next.prepared().summary();
        counts.setText(Texts.bind(
                Texts.scdlCounts,
                summary.rows(),
                summary.repaired(),
                summary.refused(),
                AmountFormat.format(summary.published(), Texts.locale())));
        filter.select(0);
        arrange();
        tellChosen();
        if (next.prepared().findings().isEmpty()) {
            setMessage(null);
        } else {
            setMessage(next.prepared().findings().get(0).message().in(Texts.locale()), IMessageProvider.INFORMATION);
        }
    }

    private void arrange() {
        table.show(preview, preview.rows(shown()));
        tellRemarks(null);
    }

    private void tellChosen() {
        chosen.setText(Texts.bind(Texts.scdlChosen, preview.chosenCount()));
        setPageComplete(preview.chosenCount() > 0);
    }

    private void tellRemarks(ScdlOutcome row) {
        List<Finding> findings = row == null ? preview.findings() : row.findings();
        remarksTitle.setText(
                row == null ? Texts.scdlRemarksOfFile : Texts.bind(Texts.scdlRemarksOf, String.valueOf(row.line())));
        remarks.setText(findings.isEmpty() ? Texts.scdlNoRemarks : FindingsDialog.text(findings, Texts.locale()));
    }

    Preview preview() {
        return preview;
    }
}
