package org.subsidia.rcp;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.subsidia.finding.Place;

/** The grants of the portfolio. */
public final class GrantsView extends ViewPart {
    static final String ID = "org.subsidia.rcp.grants";

    @Override
    public void createPartControl(Composite parent) {
        new Label(parent, SWT.NONE).setText(Place.file("…").toString());
    }

    @Override
    public void setFocus() {
        // nothing to focus yet
    }
}
