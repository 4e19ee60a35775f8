package org.subsidia.rcp;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.dialogs.FilteredTree;

/** What the user of a screen reader hears of controls; call it on the workbench's thread. */
final class ScreenReader {
    private static final List<Class<? extends Control>> NAMED = List.of(
            Text.class,
            Combo.class,
            CCombo.class,
            Spinner.class,
            Table.class,
            Tree.class,
            StyledText.class,
            NatTable.class,
            org.eclipse.swt.widgets.List.class);

    private ScreenReader() {}

    /** The controls without a name below another one, hidden ones too, each by a way that leads to it. */
    static List<String> nameless(Composite root, String way) {
        List<String> nameless = new ArrayList<>();
        collect(root, way, nameless);
        return nameless;
    }

    private static void collect(Composite root, String way, List<String> nameless) {
        for (Control child : root.getChildren()) {
            String here = way + " > " + child.getClass().getSimpleName();
            if (child instanceof FilteredTree) {
                continue; // the platform's own, named by it
            }
            if (child instanceof ToolBar bar) {
                collect(bar, here, nameless);
            } else if (needsName(child) && name(child).isEmpty()) {
                nameless.add(here);
            } else if (child instanceof Composite inner && !(child instanceof Combo) && !(child instanceof CCombo)) {
                collect(inner, here, nameless);
            }
        }
    }

    /** A tool with a picture alone is named by its tip. */
    private static void collect(ToolBar bar, String way, List<String> nameless) {
        for (ToolItem item : bar.getItems()) {
            boolean silent = (item.getStyle() & SWT.SEPARATOR) != 0;
            boolean named = !item.getText().isBlank()
                    || item.getToolTipText() != null && !item.getToolTipText().isBlank();
            if (!silent && !named) {
                nameless.add(way + " > ToolItem");
            }
        }
    }

    private static boolean needsName(Control control) {
        if (control instanceof Text text
                && (text.getStyle() & SWT.READ_ONLY) != 0
                && (text.getStyle() & (SWT.BORDER | SWT.V_SCROLL)) == 0) {
            return false; // a sentence that can be copied says itself
        }
        if (control instanceof Button button) {
            boolean away = button.getLayoutData() instanceof GridData place && place.exclude;
            return button.getText().isBlank() && !away; // it gets its words when it comes
        }
        boolean painted = control.getClass() == Canvas.class && control.getListeners(SWT.Paint).length > 0;
        return painted || NAMED.stream().anyMatch(type -> type.isInstance(control));
    }

    /** What is heard of a control; empty: nothing. */
    private static String name(Control control) {
        AccessibleEvent event = new AccessibleEvent(control.getAccessible());
        event.childID = ACC.CHILDID_SELF;
        for (AccessibleListener listener : listeners(control.getAccessible())) {
            listener.getName(event);
        }
        return event.result == null || event.result.isBlank() ? labelBefore(control) : event.result;
    }

    @SuppressWarnings("unchecked")
    private static List<AccessibleListener> listeners(Accessible accessible) {
        try {
            Field field = Accessible.class.getDeclaredField("accessibleListeners");
            field.setAccessible(true);
            List<AccessibleListener> listeners = (List<AccessibleListener>) field.get(accessible);
            return listeners == null ? List.of() : listeners;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String labelBefore(Control control) {
        Control before = null;
        for (Control sibling : control.getParent().getChildren()) {
            if (sibling == control) {
                return before instanceof Label label ? label.getText().strip() : "";
            }
            before = sibling;
        }
        return "";
    }
}
