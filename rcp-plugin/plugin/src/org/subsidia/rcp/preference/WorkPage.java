package org.subsidia.rcp.preference;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.subsidia.finding.Finding;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;

/** Who works, how early deadlines are told, and the user's own rules. */
public final class WorkPage extends PreferencePage implements IWorkbenchPreferencePage {
    private Text author;
    private Spinner notice;
    private Text law;

    @Override
    public void init(IWorkbench workbench) {
        noDefaultAndApplyButton();
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
        return page;
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
        Desk.get().refresh();
        return true;
    }
}
