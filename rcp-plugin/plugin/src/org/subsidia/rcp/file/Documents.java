package org.subsidia.rcp.file;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.session.PortfolioSession;
import org.subsidia.rcp.session.RecentFiles;
import org.subsidia.rcp.ui.Background;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.StatusLine;
import org.subsidia.store.Saved;
import org.subsidia.store.file.FileStore;

/** Brings portfolios from files to the desk and back. Nothing unsaved is dropped without a question. */
public final class Documents {
    private static FileChooser chooser = FileChooser.DIALOG;

    private Documents() {}

    /**
     * Chooses files in another way than by the dialog of the window system.
     *
     * @param other the other way
     */
    public static void chooseBy(FileChooser other) {
        chooser = other;
    }

    /** {@return the way in which files are chosen} */
    public static FileChooser chooser() {
        return chooser;
    }

    /**
     * Puts an empty portfolio on the desk.
     *
     * @param shell above which window to ask
     */
    public static void create(Shell shell) {
        if (mayLeave(shell)) {
            show(Portfolio.empty(), null);
        }
    }

    /**
     * Asks for a file and opens it.
     *
     * @param shell above which window to ask
     */
    public static void open(Shell shell) {
        chooser.toOpen(shell, FileChooser.ENDING).ifPresent(file -> open(shell, file));
    }

    /**
     * Opens a file.
     *
     * @param shell above which window to ask, and to tell what is wrong
     * @param file the file
     * @return whether it is open now
     */
    public static boolean open(Shell shell, Path file) {
        Optional<Reading<Portfolio>> answer = read(file);
        if (answer.isEmpty()) {
            return false;
        }
        Reading<Portfolio> reading = answer.get();
        if (!reading.isRead()) {
            RecentPreference.change(
                    recent -> recent.without(file.toAbsolutePath().normalize()));
            FindingsDialog.open(shell, Texts.fileNotOpened, reading.findings());
            return false;
        }
        if (!mayLeave(shell)) {
            return false;
        }
        show(reading.get(), file);
        RecentPreference.change(recent -> recent.with(file));
        if (!reading.findings().isEmpty()) {
            FindingsDialog.open(shell, Texts.fileOpenedWithFindings, reading.findings());
        }
        return true;
    }

    /** Reads beside the workbench's thread; a dialog with progress comes up where that takes long. Empty: cancelled. */
    private static Optional<Reading<Portfolio>> read(Path file) {
        Background<Reading<Portfolio>> reading =
                new Background<>(Texts.bind(Texts.reading, file.getFileName()), () -> FileStore.at(file)
                        .open());
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(reading);
            return Optional.of(reading.result());
        } catch (InterruptedException e) {
            return Optional.empty();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("reading " + file, e.getCause());
        }
    }

    private static void show(Portfolio portfolio, Path file) {
        Desk.get().show(new PortfolioSession(OperationHistoryFactory.getOperationHistory(), portfolio, file));
    }

    /**
     * Saves to the portfolio's file; asks for one where there is none.
     *
     * @param shell above which window to ask
     * @return whether it is saved
     */
    public static boolean save(Shell shell) {
        Optional<Path> file = Desk.get().session().file();
        return file.isPresent() ? write(shell, file.get()) : saveAs(shell);
    }

    /**
     * Asks for a file and saves to it.
     *
     * @param shell above which window to ask
     * @return whether it is saved
     */
    public static boolean saveAs(Shell shell) {
        String proposal = Desk.get()
                .session()
                .file()
                .map(file -> file.getFileName().toString())
                .orElse(Texts.fileUntitled + FileChooser.ENDING);
        return chooser.toSave(shell, proposal)
                .map(file -> write(shell, withEnding(file)))
                .orElse(false);
    }

    private static Path withEnding(Path file) {
        String name = file.getFileName().toString();
        return name.indexOf('.') < 0 ? file.resolveSibling(name + FileChooser.ENDING) : file;
    }

    private static boolean write(Shell shell, Path file) {
        Reading<Saved> saved = FileStore.at(file).save(Desk.get().portfolio());
        if (!saved.isRead()) {
            FindingsDialog.open(shell, Texts.fileNotSaved, saved.findings());
            return false;
        }
        Desk.get().session().savedTo(file);
        StatusLine.tell(Texts.bind(Texts.fileSaved, file));
        RecentPreference.change(recent -> recent.with(file));
        return true;
    }

    /**
     * Asks what becomes of unsaved changes.
     *
     * @param shell above which window to ask
     * @return whether the portfolio may be left: it was not changed, or is saved now, or may be lost
     */
    public static boolean mayLeave(Shell shell) {
        if (!Desk.get().session().isDirty()) {
            return true;
        }
        MessageDialog question = new MessageDialog(
                shell,
                Texts.leaveTitle,
                null,
                Texts.bind(Texts.leaveQuestion, name()),
                MessageDialog.QUESTION_WITH_CANCEL,
                0,
                Texts.leaveSave,
                Texts.leaveDiscard,
                Texts.cancel);
        int answer = question.open();
        return answer == 0 ? save(shell) : answer == 1;
    }

    /** {@return what the portfolio on the desk is called} */
    public static String name() {
        return Desk.get()
                .session()
                .file()
                .map(file -> file.getFileName().toString())
                .orElse(Texts.fileUntitled);
    }

    /** {@return the files opened or saved last} */
    public static RecentFiles recent() {
        return RecentPreference.get();
    }
}
