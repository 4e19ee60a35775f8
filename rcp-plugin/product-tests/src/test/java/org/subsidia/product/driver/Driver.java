package org.subsidia.product.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A bundle that a test puts into an unpacked product: it writes what the window shows to the folder that the environment variable
 * {@value #FOLDER} names, chooses English at the first start, and closes the window at the second.
 */
public final class Driver implements BundleActivator {
    /** Names the folder. */
    public static final String FOLDER = "SUBSIDIA_DRIVER";

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(200);

    private Path folder = Path.of("");

    @Override
    public void start(BundleContext context) {
        folder = Path.of(System.getenv(FOLDER));
        Thread thread = new Thread(() -> drive(context), "driver");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) {
        // the thread ends with the product
    }

    private void drive(BundleContext context) {
        try {
            await(() -> List.of(context.getBundles()).stream()
                            .anyMatch(bundle -> bundle.getSymbolicName().equals("org.eclipse.ui.workbench")
                                    && bundle.getState() == Bundle.ACTIVE)
                    && PlatformUI.isWorkbenchRunning()
                    && !PlatformUI.getWorkbench().isStarting());
            Display display = PlatformUI.getWorkbench().getDisplay();
            await(() -> on(display, () -> main().getText().contains(".subsidia")));
            boolean first = !Files.exists(folder.resolve("1.txt"));
            write(first ? "1" : "2", on(display, () -> picture(display, first ? "1" : "2")));
            if (first) {
                chooseEnglish(display);
            } else {
                display.asyncExec(() -> PlatformUI.getWorkbench().close());
            }
        } catch (RuntimeException | IOException e) {
            e.printStackTrace();
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> List.of(display.getShells())
                    .forEach(shell ->
                            System.err.println("on the screen: " + shell.getText() + ", " + shell.isVisible())));
            System.exit(70);
        }
    }

    private static Shell main() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }

    /** The process, the language, the title, the menus and the views, a line each. */
    private List<String> picture(Display display, String name) {
        List<String> lines = new ArrayList<>();
        lines.add(Long.toString(ProcessHandle.current().pid()));
        lines.add(Locale.getDefault().getLanguage());
        lines.add(main().getText());
        for (MenuItem item : main().getMenuBar().getItems()) {
            lines.add(item.getText().replace("&", ""));
        }
        for (IViewReference view : PlatformUI.getWorkbench()
                .getActiveWorkbenchWindow()
                .getActivePage()
                .getViewReferences()) {
            lines.add(view.getPartName());
        }
        Image image = new Image(display, display.getBounds());
        GC gc = new GC(display);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        image.dispose();
        return lines;
    }

    /** Whole or not at all: somebody waits for the file. */
    private void write(String name, List<String> lines) throws IOException {
        Path half = folder.resolve(name + ".half");
        Files.write(half, lines, StandardCharsets.UTF_8);
        Files.move(half, folder.resolve(name + ".txt"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void chooseEnglish(Display display) {
        display.asyncExec(
                () -> PreferencesUtil.createPreferenceDialogOn(main(), "org.subsidia.rcp.preferences.work", null, null)
                        .open());
        await(() -> on(display, () -> select(display, "English")));
        display.asyncExec(() -> active(display).getDefaultButton().notifyListeners(SWT.Selection, new Event()));
        await(() -> on(display, () -> active(display).getText().startsWith("Redémarrer")));
        display.asyncExec(() -> active(display).getDefaultButton().notifyListeners(SWT.Selection, new Event()));
    }

    /** The dialog on top: that which has no dialog of its own, in whichever order the display lists them. */
    private static Shell active(Display display) {
        return List.of(display.getShells()).stream()
                .filter(shell -> shell.isVisible() && shell != main())
                .filter(shell -> List.of(shell.getShells()).stream().noneMatch(Shell::isVisible))
                .findFirst()
                .orElse(main());
    }

    private static boolean select(Display display, String choice) {
        for (Control control : all(active(display))) {
            if (control instanceof Combo combo && List.of(combo.getItems()).contains(choice)) {
                combo.setText(choice);
                return true;
            }
        }
        return false;
    }

    private static List<Control> all(Composite parent) {
        List<Control> all = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            all.add(child);
            if (child instanceof Composite composite && !(child instanceof Button)) {
                all.addAll(all(composite));
            }
        }
        return all;
    }

    private static <T> T on(Display display, Supplier<T> question) {
        List<T> answer = new ArrayList<>();
        display.syncExec(() -> answer.add(question.get()));
        return answer.get(0);
    }

    private static void await(Supplier<Boolean> condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
