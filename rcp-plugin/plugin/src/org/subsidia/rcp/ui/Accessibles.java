package org.subsidia.rcp.ui;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Names that screen readers say. */
public final class Accessibles {
    private Accessibles() {}

    /**
     * Names a control that has no label beside it.
     *
     * @param control which one
     * @param name what it is
     */
    public static void name(Control control, String name) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
    }
}
