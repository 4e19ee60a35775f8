package org.subsidia.rcp.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.sheet.Subject;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.StatusLine;
import org.subsidia.report.Report;

/** Writes a list, a document or data for others to a file; or prints a report. */
final class ExportWizard extends Wizard {
    private static final String PUBLISHER = "givingPublisher";
    private static Viewer viewer = Viewer.SYSTEM;

    private final Optional<Report> view;
    private final boolean prints;
    private final Page page;

    private ExportWizard(Optional<Report> view, boolean prints) {
        this.view = view;
        this.prints = prints;
        this.page = new Page();
        setWindowTitle(prints ? Texts.printTitle : Texts.exportTitle);
    }

    /** Asks; with {@code prints} a PDF is shown instead of written to a file of the user's choice. */
    static void open(Shell shell, Optional<Report> view, boolean prints) {
        new WizardDialog(shell, new ExportWizard(view, prints)) {
            @Override
            protected void createButtonsForButtonBar(Composite parent) {
                super.createButtonsForButtonBar(parent);
                if (prints) {
                    getButton(IDialogConstants.FINISH_ID).setText(Texts.printShow);
                }
            }
        }.open();
    }

    /** Shows what is printed in another way than by the system's program. */
    static void showBy(Viewer other) {
        viewer = other;
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        Request request = page.request();
        if (request.what().needsPublisher()) {
            Settings.remember(PUBLISHER, request.publisher());
        }
        return prints ? print(request) : export(request);
    }

    private boolean export(Request request) {
        Path file = page.path().orElseThrow();
        boolean done = ExportHandler.write(getShell(), file, request, Desk.get().portfolio());
        if (done) {
            StatusLine.tell(Texts.bind(Texts.exportDone, request.what().label(), file));
        }
        return done;
    }

    private boolean print(Request request) {
        try {
            Path file = Files.createTempFile("subsidia-", Format.PDF.ending());
            file.toFile().deleteOnExit();
            boolean done =
                    ExportHandler.write(getShell(), file, request, Desk.get().portfolio());
            if (done && !viewer.show(file)) {
                FindingsDialog.tell(getShell(), Texts.printTitle, Texts.bind(Texts.printNoViewer, file));
            }
            return done;
        } catch (IOException e) {
            FindingsDialog.tell(getShell(), Texts.exportFailed, e.toString());
            return false;
        }
    }

    private final class Page extends WizardPage {
        private final List<What> possible = Stream.of(What.values())
                .filter(what -> what != What.VIEW || view.isPresent())
                .filter(what -> !prints || what.formats().contains(Format.PDF))
                .toList();
        private final List<Structure> structures = Subject.sorted(Desk.get().portfolio());
        private final List<Funder> funders = Desk.get().portfolio().funders();
        private Combo what;
        private Combo format;
        private Combo structure;
        private Combo funder;
        private Spinner year;
        private Text publisher;
        private Text file;

        Page() {
            super("export", prints ? Texts.printTitle : Texts.exportTitle, null);
            setDescription(prints ? Texts.printDescription : Texts.exportDescription);
        }

        @Override
        public void createControl(Composite parent) {
            Composite page = new Composite(parent, SWT.NONE);
            GridLayoutFactory.fillDefaults()
                    .numColumns(3)
                    .margins(10, 12)
                    .spacing(8, 8)
                    .applyTo(page);
            what = combo(page, Texts.exportWhat);
            possible.forEach(one -> what.add(label(one)));
            what.select(0);
            what.setVisibleItemCount(possible.size());
            what.addListener(SWT.Selection, event -> chosen());
            structure = combo(page, Texts.exportStructure);
            structures.forEach(each -> structure.add(each.name()));
            structure.select(structures.indexOf(selected().orElse(null)));
            funder = combo(page, Texts.exportFunder);
            funders.forEach(each -> funder.add(each.name()));
            year = new Spinner(label(page, Texts.exportYear), SWT.BORDER);
            year.setValues(Settings.today().getYear() - 1, 1990, 2100, 0, 1, 10);
            fill(year, Texts.exportYear, false);
            publisher = new Text(label(page, Texts.exportPublisher), SWT.BORDER);
            publisher.setText(Settings.remembered(PUBLISHER));
            fill(publisher, Texts.exportPublisher, false);
            publisher.addModifyListener(event -> check());
            for (Combo combo : new Combo[] {structure, funder}) {
                combo.addListener(SWT.Selection, event -> check());
            }
            if (!prints) {
                format = combo(page, Texts.exportFormat);
                format.addListener(SWT.Selection, event -> changeEnding());
                askFile(page);
            }
            setControl(page);
            chosen();
            setErrorMessage(null);
        }

        private void askFile(Composite page) {
            file = new Text(label(page, Texts.scdlFile), SWT.BORDER);
            Accessibles.name(file, Texts.scdlFile);
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .hint(420, SWT.DEFAULT)
                    .align(SWT.FILL, SWT.CENTER)
                    .applyTo(file);
            file.addModifyListener(event -> check());
            Button browse = new Button(page, SWT.PUSH);
            browse.setText(Texts.scdlBrowse);
            browse.addListener(SWT.Selection, event -> Documents.chooser()
                    .toSave(getShell(), what().label() + format().ending())
                    .ifPresent(chosen -> file.setText(chosen.toString())));
        }

        private String label(What one) {
            return one == What.VIEW
                    ? Texts.bind(
                            one.label(),
                            view.map(report -> report.title().in(Texts.locale()))
                                    .orElse(""))
                    : one.label();
        }

        /** The structure that the views show. */
        private Optional<Structure> selected() {
            return Subject.of(Node.Trunk.STRUCTURES, Desk.get().portfolio())
                    .flatMap(id -> Desk.get().portfolio().structure(id));
        }

        private Composite label(Composite page, String name) {
            new Label(page, SWT.NONE).setText(name);
            return page;
        }

        private Combo combo(Composite page, String name) {
            Combo combo = new Combo(label(page, name), SWT.READ_ONLY);
            fill(combo, name, true);
            return combo;
        }

        private void fill(Control control, String name, boolean wide) {
            Accessibles.name(control, name);
            GridDataFactory.fillDefaults()
                    .span(2, 1)
                    .align(wide ? SWT.FILL : SWT.BEGINNING, SWT.CENTER)
                    .grab(wide, false)
                    .hint(wide ? 420 : 110, SWT.DEFAULT)
                    .applyTo(control);
        }

        /** Shows what must be said about the thing chosen, and nothing else. */
        private void chosen() {
            show(structure, what().needsStructure());
            show(funder, what().needsFunder());
            show(year, what().needsYear());
            show(publisher, what().needsPublisher());
            what.getParent().layout();
            if (!prints) {
                format.removeAll();
                what().formats().forEach(one -> format.add(one.label()));
                format.select(0);
                format.requestLayout();
                changeEnding();
            }
            check();
        }

        private void show(Control control, boolean shown) {
            List<Control> all = Arrays.asList(control.getParent().getChildren());
            for (Control each : new Control[] {control, all.get(all.indexOf(control) - 1)}) {
                GridData data = each.getLayoutData() instanceof GridData known ? known : new GridData();
                data.exclude = !shown;
                each.setLayoutData(data);
                each.setVisible(shown);
            }
        }

        private void changeEnding() {
            if (!file.getText().isBlank()) {
                file.setText(file.getText().replaceFirst("\\.[A-Za-z]{3,4}$", "") + format().ending());
            }
        }

        private void check() {
            String missing = missing();
            setErrorMessage(missing);
            setPageComplete(missing == null);
        }

        private String missing() {
            if (what().needsStructure() && structure.getSelectionIndex() < 0) {
                return Texts.exportNoStructure;
            }
            if (what().needsFunder() && funder.getSelectionIndex() < 0) {
                return Texts.exportNoFunder;
            }
            if (what().needsPublisher() && !publisher.getText().strip().matches("[A-Za-z0-9]{1,40}")) {
                return Texts.exportNoPublisher;
            }
            return prints || path().isPresent() ? null : Texts.exportNoFile;
        }

        private What what() {
            return possible.get(what.getSelectionIndex());
        }

        private Format format() {
            return prints ? Format.PDF : what().formats().get(Math.max(0, format.getSelectionIndex()));
        }

        Request request() {
            int one = structure.getSelectionIndex();
            int other = funder.getSelectionIndex();
            return new Request(
                    what(),
                    format(),
                    one < 0 ? Optional.empty() : Optional.of(structures.get(one).id()),
                    other < 0
                            ? Optional.empty()
                            : Optional.of(funders.get(other).id()),
                    year.getSelection(),
                    publisher.getText().strip(),
                    view);
        }

        Optional<Path> path() {
            try {
                return Optional.of(file.getText().strip())
                        .filter(text -> !text.isEmpty())
                        .map(Path::of);
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
    }
}
