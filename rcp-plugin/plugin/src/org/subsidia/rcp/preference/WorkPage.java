package org.subsidia.rcp.preference;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProduct;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.subsidia.finding.Finding;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.FindingsDialog;

/** Who works and where, how early deadlines are told, and the user's own rules. */
public final class WorkPage extends PreferencePage implements IWorkbenchPreferencePage {
    private static final String ENDING = ".epf";

    private Text author;
    private Spinner notice;
    private Text law;
    private Combo zone;
    private Combo language;

    @Override
    public void init(IWorkbench workbench) {
        // what is set is asked for when the page is shown
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 8).applyTo(page);
        new Label(page, SWT.NONE).setText(Texts.workAuthor);
        author = new Text(page, SWT.BORDER);
        author.setText(Settings.author());
        Accessibles.name(author, Texts.workAuthor);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(author);
        new Label(page, SWT.NONE).setText(Texts.workNotice);
        notice = new Spinner(page, SWT.BORDER);
        notice.setValues(Settings.notice(), 0, 730, 0, 1, 30);
        Accessibles.name(notice, Texts.workNotice);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(notice);
        zone = combo(page, Texts.workZone);
        for (Zones one : Zones.values()) {
            zone.add(one.label());
        }
        zone.select(Zones.of(Settings.zone().getId()).ordinal());
        if (isProduct()) {
            language = combo(page, Texts.workLanguage);
            language.setItems(Texts.workLanguageSystem, "Français", "English");
            language.select(Language.chosen().ordinal());
        }
        new Label(page, SWT.NONE).setText(Texts.workLaw);
        law = new Text(page, SWT.BORDER);
        law.setText(Settings.lawFile());
        law.setMessage(Texts.workLawNone);
        Accessibles.name(law, Texts.workLaw);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(law);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText(Texts.scdlBrowse);
        browse.addListener(SWT.Selection, event -> Documents.chooser()
                .toOpen(getShell(), ".yaml", ".yml")
                .ifPresent(file -> law.setText(file.toString())));
        Label hint = new Label(page, SWT.WRAP);
        hint.setText(Texts.workLawHint);
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .hint(420, SWT.DEFAULT)
                .grab(true, false)
                .applyTo(hint);
        Composite files = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().span(3, 1).indent(0, 12).applyTo(files);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(files);
        button(files, Texts.workExport, this::exportAll);
        button(files, Texts.workImport, this::importAll);
        return page;
    }

    private static Combo combo(Composite page, String name) {
        new Label(page, SWT.NONE).setText(name);
        Combo combo = new Combo(page, SWT.READ_ONLY);
        Accessibles.name(combo, name);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(combo);
        return combo;
    }

    private static void button(Composite parent, String label, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
    }

    /** An IDE has a language of its own. */
    private static boolean isProduct() {
        IProduct product = Platform.getProduct();
        return product != null && product.getId().equals("org.subsidia.rcp.product");
    }

    private void exportAll() {
        if (!performOk()) {
            return;
        }
        Documents.chooser().toSave(getShell(), "subsidia" + ENDING).ifPresent(file -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                Settings.write(out);
                setMessage(Texts.bind(Texts.fileSaved, file.getFileName()), INFORMATION);
            } catch (IOException | CoreException e) {
                setErrorMessage(Texts.bind(Texts.exportUnwritable, file, e.getMessage()));
            }
        });
    }

    private void importAll() {
        Documents.chooser().toOpen(getShell(), ENDING).ifPresent(file -> {
            try (InputStream in = Files.newInputStream(file)) {
                Settings.read(in);
                author.setText(Settings.author());
                notice.setSelection(Settings.notice());
                law.setText(Settings.lawFile());
                zone.select(Zones.of(Settings.zone().getId()).ordinal());
                setErrorMessage(null);
                setMessage(Texts.bind(Texts.workImported, file.getFileName()), INFORMATION);
                Desk.get().refresh();
            } catch (IOException | CoreException e) {
                FindingsDialog.tell(getShell(), Texts.workImportTitle, Texts.workNotImported);
            }
        });
    }

    /** As the product comes; what was exported to files stays there. */
    @Override
    protected void performDefaults() {
        author.setText(Settings.usualAuthor());
        notice.setSelection(Settings.USUAL_NOTICE);
        law.setText("");
        zone.select(Zones.PARIS.ordinal());
        if (language != null) {
            language.select(Language.SYSTEM.ordinal());
        }
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        if (author == null) {
            return true; // the page was never shown
        }
        List<Finding> refusal = Settings.set(
                author.getText().strip(), notice.getSelection(), law.getText().strip());
        if (!refusal.isEmpty()) {
            setErrorMessage(refusal.get(0).message().in(Texts.locale()));
            return false;
        }
        Settings.setZone(Zones.values()[zone.getSelectionIndex()]);
        if (language != null
                && language.getSelectionIndex() != Language.chosen().ordinal()) {
            Language.values()[language.getSelectionIndex()].choose();
            if (new MessageDialog(
                                    getShell(),
                                    Texts.workRestartTitle,
                                    null,
                                    Texts.workRestart,
                                    MessageDialog.QUESTION,
                                    0,
                                    Texts.workRestartNow,
                                    Texts.workRestartLater)
                            .open()
                    == 0) {
                getShell().getDisplay().asyncExec(() -> PlatformUI.getWorkbench()
                        .restart());
            }
        }
        Desk.get().refresh();
        return true;
    }
}
