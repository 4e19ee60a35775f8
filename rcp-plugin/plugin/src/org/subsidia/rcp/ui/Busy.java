package org.subsidia.rcp.ui;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.rcp.Texts;

/**
 * Waits for work that is done beside the workbench's thread, while the window repaints and takes no input: a busy cursor at once,
 * a small dialog where it takes longer. The platform's own service opens its dialog too late at times, when the work is just
 * done, and leaves the window without input.
 */
public final class Busy {
    private static final int DIALOG_AFTER_MILLIS = 1_500;

    private final Display display = Display.getCurrent();
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final IProgressMonitor monitor = new NullProgressMonitor();

    private Busy() {}

    /**
     * Waits; called on the workbench's thread.
     *
     * @param name what the dialog says
     * @param work is run on a thread of its own
     * @param cancels whether the dialog lets the user cancel the work's monitor
     * @throws InvocationTargetException if the work does
     * @throws InterruptedException if the work does, since it was cancelled
     */
    public static void during(String name, IRunnableWithProgress work, boolean cancels)
            throws InvocationTargetException, InterruptedException {
        new Busy().run(name, work, cancels);
    }

    private void run(String name, IRunnableWithProgress work, boolean cancels)
            throws InvocationTargetException, InterruptedException {
        List<Shell> shells =
                Stream.of(display.getShells()).filter(Shell::getEnabled).toList();
        Control focus = display.getFocusControl();
        Shell active = display.getActiveShell();
        shells.forEach(shell -> {
            shell.setEnabled(false);
            shell.setCursor(display.getSystemCursor(SWT.CURSOR_WAIT));
        });
        Shell[] dialog = {null};
        Runnable late = () -> {
            if (!done.get()) {
                dialog[0] = dialog(active, name, cancels);
            }
        };
        try {
            begin(name, work);
            display.timerExec(DIALOG_AFTER_MILLIS, late);
            while (!done.get()) {
                step();
            }
        } finally {
            display.timerExec(-1, late);
            if (dialog[0] != null) {
                dialog[0].dispose();
            }
            shells.stream().filter(shell -> !shell.isDisposed()).forEach(shell -> {
                shell.setEnabled(true);
                shell.setCursor(null);
            });
            if (focus != null && !focus.isDisposed()) {
                focus.setFocus();
            }
        }
        tell();
    }

    private void begin(String name, IRunnableWithProgress work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run(monitor);
                    } catch (Throwable e) {
                        failure.set(e);
                    } finally {
                        done.set(true);
                        if (!display.isDisposed()) {
                            display.wake();
                        }
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    /** One event; a listener that fails is not this work's failure. */
    private void step() {
        try {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        } catch (RuntimeException | Error e) {
            ILog.of(Busy.class).error("while waiting", e);
        }
    }

    private void tell() throws InvocationTargetException, InterruptedException {
        Throwable failed = failure.get();
        if (failed instanceof InvocationTargetException e) {
            throw e;
        }
        if (failed instanceof InterruptedException e) {
            throw e;
        }
        if (failed != null) {
            throw new InvocationTargetException(failed);
        }
    }

    private Shell dialog(Shell parent, String name, boolean cancels) {
        Shell dialog = parent == null || parent.isDisposed()
                ? new Shell(display, SWT.TITLE | SWT.BORDER)
                : new Shell(parent, SWT.TITLE | SWT.BORDER);
        dialog.setText(Texts.busyTitle);
        GridLayoutFactory.fillDefaults().margins(16, 14).spacing(0, 10).applyTo(dialog);
        Label label = new Label(dialog, SWT.WRAP);
        label.setText(name);
        GridDataFactory.fillDefaults().hint(380, SWT.DEFAULT).applyTo(label);
        ProgressBar bar = new ProgressBar(dialog, SWT.INDETERMINATE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        if (cancels) {
            Button cancel = new Button(dialog, SWT.PUSH);
            cancel.setText(Texts.cancel);
            GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(cancel);
            cancel.addListener(SWT.Selection, event -> {
                monitor.setCanceled(true);
                cancel.setEnabled(false);
            });
        }
        dialog.pack();
        dialog.open();
        return dialog;
    }
}
