package org.subsidia.rcp.ui;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Names that screen readers say. */
public final class Accessibles {
    private static final String NAME = "accessible name";

    private Accessibles() {}

    /**
     * Names a control that has no label beside it.
     *
     * @param control which one; a name that it had before is forgotten
     * @param name what it is
     */
    public static void name(Control control, String name) {
        boolean named = control.getData(NAME) != null;
        control.setData(NAME, name);
        if (!named) {
            control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
                @Override
                public void getName(AccessibleEvent event) {
                    event.result = (String) control.getData(NAME);
                }
            });
        }
    }
}
