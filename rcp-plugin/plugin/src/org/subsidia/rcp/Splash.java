package org.subsidia.rcp;

import java.net.URL;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/**
 * A picture with the version, from the first moment of the start until the window is there. The platform's own comes from the
 * native launcher, which the product does without.
 */
final class Splash {
    private static final String PICTURE = "/icons/splash.svg";
    private static final int MARGIN = 28;

    private final Shell shell;

    private Splash(Shell shell) {
        this.shell = shell;
    }

    /** Shows it in the middle of the screen. */
    static Splash show(Display display) {
        URL picture = Splash.class.getResource(PICTURE);
        Image image = ImageDescriptor.createFromURL(picture).createImage(display);
        Shell shell = new Shell(display, SWT.NO_TRIM | SWT.NO_BACKGROUND);
        shell.setText("Subsidia");
        Rectangle size = image.getBounds();
        Rectangle screen = display.getPrimaryMonitor().getBounds();
        shell.setBounds(
                screen.x + (screen.width - size.width) / 2,
                screen.y + (screen.height - size.height) / 2,
                size.width,
                size.height);
        shell.addListener(SWT.Paint, event -> paint(event.gc, image));
        shell.addListener(SWT.Dispose, event -> image.dispose());
        shell.open();
        shell.update();
        while (display.readAndDispatch()) {
            // until it is painted
        }
        return new Splash(shell);
    }

    private static void paint(GC gc, Image image) {
        gc.drawImage(image, 0, 0);
        gc.setForeground(new Color(255, 255, 255));
        write(gc, "Subsidia", 30, SWT.BOLD, 56);
        write(gc, Texts.splashAbout, 11, SWT.NORMAL, 118);
        write(gc, Texts.bind(Texts.splashVersion, version()), 10, SWT.NORMAL, image.getBounds().height - 44);
    }

    private static void write(GC gc, String words, int points, int style, int top) {
        FontData usual = gc.getDevice().getSystemFont().getFontData()[0];
        Font font = new Font(gc.getDevice(), usual.getName(), points, style);
        gc.setFont(font);
        gc.drawText(words, MARGIN, top, SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER);
        font.dispose();
    }

    /** Such as 0.1.0. */
    static String version() {
        Version version = FrameworkUtil.getBundle(Splash.class).getVersion();
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro() + ", Java "
                + Runtime.version().feature() + ", " + Platform.getOS();
    }

    /** Takes it away. */
    void close() {
        if (!shell.isDisposed()) {
            shell.dispose();
        }
    }

    /** Its window. */
    Shell shell() {
        return shell;
    }
}
