package org.subsidia.rcp.ui;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** A dialog that says above what it is about and what to do; below is room for controls, two columns wide, that grows with it. */
public abstract class TitledDialog extends TitleAreaDialog {
    private final String title;
    private final String message;

    /**
     * A dialog that is not open yet.
     *
     * @param shell above which window
     * @param title what it is about
     * @param message what to do in it
     */
    protected TitledDialog(Shell shell, String title, String message) {
        super(shell);
        this.title = title;
        this.message = message;
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected final void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected final Control createDialogArea(Composite parent) {
        setTitle(title);
        setMessage(message);
        Composite area = (Composite) super.createDialogArea(parent);
        Composite page = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(12, 12)
                .spacing(10, 8)
                .applyTo(page);
        createPage(page);
        return area;
    }

    /**
     * Makes the controls.
     *
     * @param page where, with a layout of two columns
     */
    protected abstract void createPage(Composite page);
}
