package org.subsidia.rcp.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Check boxes whose mark can be seen: the workbench’s style would paint the box in the colour of the page. */
public final class Checks {
    private Checks() {}

    /**
     * A check box.
     *
     * @param parent where
     * @param label what it switches
     * @return the box, not checked
     */
    public static Button of(Composite parent, String label) {
        Button button = new Button(parent, SWT.CHECK);
        button.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        button.setText(label);
        return button;
    }
}
