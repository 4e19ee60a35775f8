package org.subsidia.rcp.preference;

import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.subsidia.rcp.Texts;

/** Light or dark. */
public final class AppearancePage extends PreferencePage implements IWorkbenchPreferencePage {
    /** The page's id. */
    public static final String ID = "org.subsidia.rcp.preferences";

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private static boolean following;

    private Button light;
    private Button dark;

    @Override
    public void init(IWorkbench workbench) {
        // the theme is asked for when the page is shown
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(page);
        Label question = new Label(page, SWT.NONE);
        question.setText(Texts.appearanceQuestion);
        light = new Button(page, SWT.RADIO);
        light.setText(Texts.appearanceLight);
        dark = new Button(page, SWT.RADIO);
        dark.setText(Texts.appearanceDark);
        for (Button choice : new Button[] {light, dark}) {
            GridDataFactory.fillDefaults().indent(12, 0).applyTo(choice);
        }
        boolean isDark = isDark();
        light.setSelection(!isDark);
        dark.setSelection(isDark);
        return page;
    }

    /** Light, as the product comes. */
    @Override
    protected void performDefaults() {
        light.setSelection(true);
        dark.setSelection(false);
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        if (dark != null && dark.getSelection() != isDark()) {
            setDark(dark.getSelection());
        }
        return true;
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }

    private static boolean isDark() {
        ITheme theme = engine().getActiveTheme();
        return theme != null && theme.getId().startsWith(DARK);
    }

    /**
     * Changes the colours, and remembers it.
     *
     * @param dark whether dark
     */
    public static void setDark(boolean dark) {
        Display display = Display.getCurrent();
        if (!following) {
            following = true;
            display.addListener(SWT.Settings, event -> display.asyncExec(AppearancePage::colourAnew));
        }
        engine().setTheme(dark ? DARK : LIGHT, true);
        colourAnew();
    }

    /**
     * The light theme names few colours: those of the dark one would stay. GTK changes its own later than the theme does, and
     * SWT tells then that the settings of the system have changed.
     */
    private static void colourAnew() {
        for (Shell shell : Display.getCurrent().getShells()) {
            forgetColours(shell);
            engine().applyStyles(shell, true);
        }
    }

    private static void forgetColours(Control control) {
        Color any = control.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND);
        control.setBackground(any); // SWT forgets only what was set after it last forgot
        control.setBackground(null);
        control.setForeground(any);
        control.setForeground(null);
        if (control instanceof Link link) {
            link.setLinkForeground(null);
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                forgetColours(child);
            }
        }
    }
}
