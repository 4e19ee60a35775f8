package org.subsidia.rcp.ui;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.subsidia.rcp.Texts;

/** A failure that nothing else has told: what happened, that the data is kept, where the log is, and details to send. */
public final class FailureDialog extends MessageDialog {
    /** The view of the error log. */
    public static final String LOG = "org.eclipse.pde.runtime.LogView";

    private static final int COPY = 1;
    private static final int SHOW = 2;

    private static final Repeats REPEATS = new Repeats();

    private static boolean told;

    private final Throwable cause;

    private FailureDialog(Shell shell, Throwable cause) {
        super(
                shell,
                Texts.failureTitle,
                null,
                Texts.bind(Texts.failureSentence, reason(cause).replace("&", "&&"), logFile()),
                ERROR,
                0,
                Texts.close,
                Texts.failureCopy,
                Texts.failureLog);
        this.cause = cause;
    }

    /**
     * Logs a failure and tells it; while one is being told, others are only logged, and so is one that comes again at once.
     *
     * @param cause what was thrown
     */
    public static void tell(Throwable cause) {
        ILog.of(FailureDialog.class).error(reason(cause), cause);
        IWorkbenchWindow window =
                PlatformUI.isWorkbenchRunning() ? PlatformUI.getWorkbench().getActiveWorkbenchWindow() : null;
        boolean again = REPEATS.isAgain(cause, System.nanoTime());
        if (told || again || window == null || PlatformUI.getWorkbench().isClosing()) {
            return;
        }
        told = true;
        try {
            new FailureDialog(window.getShell(), cause).open();
        } finally {
            told = false;
        }
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == COPY) {
            Clipboard clipboard = new Clipboard(getShell().getDisplay());
            clipboard.setContents(new Object[] {details(cause)}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
            return;
        }
        super.buttonPressed(button);
        if (button == SHOW) {
            showLog();
        }
    }

    /** Brings the error log to the front. */
    public static void showLog() {
        try {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(LOG);
        } catch (PartInitException e) {
            ILog.of(FailureDialog.class).error(LOG, e);
        }
    }

    /**
     * What an exception says.
     *
     * @param cause any
     * @return its message, or its kind where it has none
     */
    public static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** {@return the file in which failures are kept} */
    public static String logFile() {
        return Platform.getLogFileLocation().toOSString();
    }

    /** What somebody needs who is to mend it: nothing of the portfolio but what the exception itself names. */
    static String details(Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return "Subsidia " + FrameworkUtil.getBundle(FailureDialog.class).getVersion() + ", Java " + Runtime.version()
                + ", " + Platform.getOS() + ' ' + Platform.getWS() + ' ' + Platform.getOSArch() + ", "
                + Locale.getDefault() + "\n\n" + trace;
    }
}
