package org.subsidia.rcp.help;

import java.util.Optional;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.IShellProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.rcp.Texts;

/** What the guide says about a dialog, beside it: the dialog can be used meanwhile. */
public final class GuideDialog extends Dialog {
    private final Guide.Section section;

    private GuideDialog(IShellProvider parent, Guide.Section section) {
        super(parent);
        this.section = section;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    /**
     * Opens what the guide says under a heading.
     *
     * @param parent the dialog
     * @param heading of a part of a section, the same words as the dialog's title
     */
    public static void open(Shell parent, String heading) {
        Optional<Guide.Section> section = Guide.in(Texts.locale()).part(heading);
        section.ifPresent(found -> new GuideDialog(() -> parent, found).open());
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.guidePage);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GuidePage page = new GuidePage(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page.control());
        page.show(section);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.CANCEL_ID, Texts.close, true);
    }

    @Override
    protected Point getInitialSize() {
        return new Point(620, 360);
    }
}
