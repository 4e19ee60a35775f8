package org.subsidia.rcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;

/** A user's eyes and hands, from a thread beside the workbench's. It waits for what must come; it never just waits. */
final class UiBot {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(45);

    /** Computes on the workbench's thread. */
    <T> T ask(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        display().syncExec(() -> {
            try {
                answer.set(question.get());
            } catch (RuntimeException | Error e) {
                failure.set(e);
            }
        });
        if (failure.get() != null) {
            throw new AssertionError("on the workbench's thread", failure.get());
        }
        return answer.get();
    }

    void run(Runnable action) {
        ask(() -> {
            action.run();
            return null;
        });
    }

    /** Starts something that may open a dialog, and does not wait for its end. */
    void begin(Runnable action) {
        display().asyncExec(action);
    }

    /** Comes back when the condition holds; fails with a picture of the screen where it never does. */
    void until(String what, BooleanSupplier condition) {
        find(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    <T> T find(String what, Supplier<Optional<T>> search) {
        return find(what, List.of(), search);
    }

    private <T> T find(String what, List<String> seen, Supplier<Optional<T>> search) {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            Optional<T> found = ask(search);
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        screenshot("missing-" + what.replaceAll("[^\\p{L}\\p{N}]+", "-"));
        throw new AssertionError("waited in vain for " + what + (seen.isEmpty() ? "" : "; seen: " + seen));
    }

    Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    Shell shell() {
        return ask(() -> window().getShell());
    }

    String title() {
        return ask(() -> window().getShell().getText());
    }

    /** Brings a view to the top. */
    <V extends ViewPart> V show(Class<V> type, String id) {
        return ask(() -> {
            try {
                IViewPart view = window().getActivePage().showView(id);
                return type.cast(view);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The dialog of this title, once it is open. */
    Shell dialog(String title) {
        return find("a dialog “" + title + "”", () -> {
            for (Shell shell : display().getShells()) {
                if (shell.isVisible() && shell.getText().equals(title)) {
                    return Optional.of(shell);
                }
            }
            return Optional.empty();
        });
    }

    void untilClosed(Shell dialog) {
        until("the end of a dialog", dialog::isDisposed);
    }

    <C extends Control> C control(Composite root, Class<C> type, Predicate<C> wanted) {
        return find(
                type.getSimpleName(),
                () -> controls(root, type).stream().filter(wanted).findFirst());
    }

    /** All visible controls of a type, in the order of the layout. */
    <C extends Control> List<C> controls(Composite root, Class<C> type) {
        return ask(() -> {
            List<C> found = new ArrayList<>();
            if (!root.isDisposed()) {
                collect(root, type, found);
            }
            return found;
        });
    }

    private static <C extends Control> void collect(Composite root, Class<C> type, List<C> found) {
        for (Control child : root.getChildren()) {
            if (type.isInstance(child) && child.isVisible()) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite inner) {
                collect(inner, type, found);
            }
        }
    }

    void type(Text text, String value) {
        run(() -> {
            text.setFocus();
            text.setText(value);
        });
    }

    /** Presses a button when it can be pressed. */
    void press(Shell dialog, String label) {
        Button button = control(dialog, Button.class, b -> plain(b.getText()).equals(label) && b.isEnabled());
        begin(() -> button.notifyListeners(SWT.Selection, new Event()));
    }

    /** The button of a dialog; call it on the workbench's thread. */
    Button button(Composite dialog, String label) {
        List<Button> found = new ArrayList<>();
        collect(dialog, Button.class, found);
        return found.stream()
                .filter(button -> plain(button.getText()).equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** The tables that are seen below a control; call it on the workbench's thread. */
    List<Table> tables(Composite root) {
        List<Table> found = new ArrayList<>();
        collect(root, Table.class, found);
        return found;
    }

    /** The field for searching below a control; call it on the workbench's thread. */
    Optional<Text> search(Composite root) {
        List<Text> found = new ArrayList<>();
        collect(root, Text.class, found);
        return found.stream()
                .filter(text -> (text.getStyle() & SWT.SEARCH) != 0)
                .findFirst();
    }

    /** The controls of a field of the form that is shown; call it on the workbench's thread. */
    List<Control> shownField(String name) {
        List<Control> found = new ArrayList<>();
        collect(window().getShell(), Control.class, found);
        return found.stream()
                .filter(control -> name.equals(control.getData("field")))
                .toList();
    }

    /** Lets a view fill the window. */
    void maximise(String id) {
        run(() -> {
            IWorkbenchPage page = window().getActivePage();
            page.setPartState(page.findViewReference(id), IWorkbenchPage.STATE_MAXIMIZED);
        });
    }

    /** Puts the views back as they were. */
    void restore() {
        run(() -> {
            IWorkbenchPage page = window().getActivePage();
            page.setPartState(page.getActivePartReference(), IWorkbenchPage.STATE_RESTORED);
        });
    }

    /** Sets a check box or radio button. */
    void choose(Composite dialog, String label) {
        Button button = control(dialog, Button.class, b -> plain(b.getText()).equals(label));
        run(() -> {
            for (Control sibling : button.getParent().getChildren()) {
                if (sibling instanceof Button other && (other.getStyle() & SWT.RADIO) != 0) {
                    other.setSelection(other == button);
                }
            }
            if ((button.getStyle() & SWT.CHECK) != 0) {
                button.setSelection(!button.getSelection());
            }
            button.notifyListeners(SWT.Selection, new Event());
        });
    }

    /** The item of the window's menu on this path, filled as if the menu had been opened. */
    MenuItem menuItem(String... path) {
        List<String> seen = new ArrayList<>();
        return find("the menu item " + List.of(path), seen, () -> {
            seen.clear();
            Menu menu = window().getShell().getMenuBar();
            MenuItem item = null;
            for (String step : path) {
                if (menu == null) {
                    return Optional.empty();
                }
                menu.notifyListeners(SWT.Show, new Event());
                item = null;
                for (MenuItem candidate : menu.getItems()) {
                    seen.add(candidate.getText());
                    if (plain(candidate.getText()).equals(step)) {
                        item = candidate;
                    }
                }
                if (item == null) {
                    return Optional.empty();
                }
                menu = item.getMenu();
            }
            return Optional.ofNullable(item);
        });
    }

    /** Chooses a menu item; does not wait for what it does. */
    void menu(String... path) {
        MenuItem item = menuItem(path);
        until("the menu item " + List.of(path) + " to be enabled", () -> !item.isDisposed() && item.isEnabled());
        begin(() -> item.notifyListeners(SWT.Selection, new Event()));
    }

    /** The text without mnemonic, accelerator and the spaces of French typography. */
    private static String plain(String text) {
        int accelerator = text.indexOf('\t');
        return (accelerator < 0 ? text : text.substring(0, accelerator))
                .replace("&", "")
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    /** Opens and selects the items of a tree, from the root on; an item may be given by its beginning. */
    void select(Tree tree, String... path) {
        TreeItem parent = null;
        for (String step : path) {
            TreeItem above = parent;
            TreeItem item = find("the tree item " + step, () -> {
                for (TreeItem candidate : above == null ? tree.getItems() : above.getItems()) {
                    if (candidate.getText().startsWith(step)) {
                        return Optional.of(candidate);
                    }
                }
                return Optional.empty();
            });
            run(() -> {
                Event event = new Event();
                event.item = item;
                tree.setSelection(item);
                tree.notifyListeners(SWT.Selection, event);
                if (item.getItemCount() > 0 && !item.getExpanded()) {
                    tree.notifyListeners(SWT.Expand, event);
                    item.setExpanded(true);
                }
            });
            parent = item;
        }
    }

    /** Selects a row of a table. */
    void select(Table table, int row) {
        run(() -> {
            Event event = new Event();
            event.item = table.getItem(row);
            table.setSelection(row);
            table.notifyListeners(SWT.Selection, event);
        });
    }

    /** The texts of a column, from the top. */
    List<String> column(Table table, int column) {
        return ask(() -> {
            List<String> texts = new ArrayList<>();
            for (int row = 0; row < table.getItemCount(); row++) {
                texts.add(table.getItem(row).getText(column));
            }
            return texts;
        });
    }

    /** Lets the workbench finish what it has begun. */
    void settle() {
        for (int i = 0; i < 3; i++) {
            run(() -> {
                while (display().readAndDispatch()) {
                    // the next event
                }
            });
        }
    }

    /** Grids paint some time after they are told to; a picture does not wait for that. */
    private static void repaintGrids(Composite root) {
        for (Control child : root.getChildren()) {
            if (child instanceof NatTable grid) {
                grid.redraw();
                grid.update();
            } else if (child instanceof Composite inner) {
                repaintGrids(inner);
            }
        }
    }

    /** A picture of the whole screen, in the folder {@code target/screenshots}. */
    Path screenshot(String name) {
        run(() -> repaintGrids(window().getShell()));
        settle();
        Path file = Path.of(System.getProperty("subsidia.screenshots", "target/screenshots"), name + ".png");
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (ask(() -> display().getPrimaryMonitor().getZoom()) > 100) {
            takeEveryPixel(file);
        } else {
            run(() -> take(file));
        }
        return file;
    }

    private void take(Path file) {
        window().getShell().update();
        Rectangle area = display().getBounds();
        Image image = new Image(display(), area.width, area.height);
        GC screen = new GC(display());
        screen.copyArea(image, 0, 0);
        screen.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        image.dispose();
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }

    /** SWT copies one pixel for each point: on a screen of more, ImageMagick takes the picture. */
    private void takeEveryPixel(Path file) {
        run(() -> window().getShell().update());
        try {
            int code = new ProcessBuilder("import", "-silent", "-window", "root", file.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("import ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("pictures of such a screen need the program import of ImageMagick", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
