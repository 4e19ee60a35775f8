package org.subsidia.rcp.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.StatusLine;

/** Writes a list or a report of the portfolio on the desk to a file. */
final class ExportWizard extends Wizard {
    private final Page page = new Page();

    private ExportWizard() {
        setWindowTitle(Texts.exportTitle);
    }

    static void open(Shell shell) {
        new WizardDialog(shell, new ExportWizard()).open();
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        Path file = page.path().orElseThrow();
        boolean done = ExportHandler.write(
                getShell(), file, page.what(), page.format(), Desk.get().portfolio());
        if (done) {
            StatusLine.tell(Texts.bind(Texts.exportDone, page.what().label(), file));
        }
        return done;
    }

    private static final class Page extends WizardPage {
        private Combo what;
        private Combo format;
        private Text file;

        Page() {
            super("export", Texts.exportTitle, null);
            setDescription(Texts.exportDescription);
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
            for (Exports.What one : Exports.What.values()) {
                what.add(one.label());
            }
            what.select(0);
            what.addListener(SWT.Selection, event -> listFormats());
            format = combo(page, Texts.exportFormat);
            format.addListener(SWT.Selection, event -> changeEnding());
            new Label(page, SWT.NONE).setText(Texts.scdlFile);
            file = new Text(page, SWT.BORDER);
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
            listFormats();
            check();
            setErrorMessage(null);
            setControl(page);
        }

        private Combo combo(Composite page, String name) {
            new Label(page, SWT.NONE).setText(name);
            Combo combo = new Combo(page, SWT.READ_ONLY);
            Accessibles.name(combo, name);
            GridDataFactory.fillDefaults().span(2, 1).applyTo(combo);
            return combo;
        }

        private void listFormats() {
            format.removeAll();
            what().formats().forEach(one -> format.add(one.label()));
            format.select(0);
            format.requestLayout();
            changeEnding();
        }

        private void changeEnding() {
            if (file != null && !file.getText().isBlank()) {
                file.setText(file.getText().replaceFirst("\\.[A-Za-z]{3,4}$", "") + format().ending());
            }
        }

        private void check() {
            boolean named = path().isPresent();
            setErrorMessage(named ? null : Texts.exportNoFile);
            setPageComplete(named);
        }

        Exports.What what() {
            return Exports.What.values()[what.getSelectionIndex()];
        }

        Exports.Format format() {
            return what().formats().get(Math.max(0, format.getSelectionIndex()));
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
