package org.subsidia.rcp.file;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.database.Databases;
import org.subsidia.rcp.intake.ImportHandler;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.session.Drafts;
import org.subsidia.rcp.session.PortfolioSession;
import org.subsidia.rcp.session.RecentPlaces;
import org.subsidia.rcp.ui.Background;
import org.subsidia.rcp.ui.Busy;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.StatusLine;
import org.subsidia.store.Saved;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.OpenedPortfolio;
import org.subsidia.store.file.SessionOptions;

/** Brings portfolios from files to the desk and back; {@link Databases} does it for databases. Nothing unsaved is dropped without a question. */
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
            show(empty());
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
     * Remembers what was opened or saved.
     *
     * @param change the places remembered so far → with the new one
     */
    public static void remember(UnaryOperator<RecentPlaces> change) {
        RecentPreference.change(change);
    }

    /**
     * Opens a file.
     *
     * @param shell above which window to ask, and to tell what is wrong
     * @param file the file
     * @return whether it is open now
     */
    public static boolean open(Shell shell, Path file) {
        if (isOnDesk(file)) {
            if (!mayLeave(shell)) {
                return false;
            }
            show(empty());
        }
        Optional<Reading<FileSession>> answer = read(file, options());
        if (answer.isEmpty()) {
            return false;
        }
        if (!answer.get().isRead()) {
            tellUnreadable(shell, file, answer.get().findings());
            return false;
        }
        FileSession document = answer.get().get();
        if (document.opened().writer().isPresent()) {
            Optional<FileSession> agreed =
                    LockQuestion.ask(shell, document, () -> read(file, options().takingOver()));
            if (agreed.isEmpty()) {
                return false;
            }
            document = agreed.get();
        }
        if (!mayLeave(shell)) {
            document.close();
            return false;
        }
        boolean crashed = !document.recoverable().isEmpty();
        show(new PortfolioSession(OperationHistoryFactory.getOperationHistory(), document));
        RecentPreference.change(recent -> recent.with(file));
        if (crashed) {
            RecoveryDialog.decide(shell, Desk.get().session());
        }
        List<Finding> findings = worthTelling(document.opened(), crashed);
        if (!findings.isEmpty()) {
            FindingsDialog.open(shell, Texts.fileOpenedWithFindings, findings);
        }
        return true;
    }

    /** A lock that was left is no news, and what a dialog of its own has asked neither. */
    private static List<Finding> worthTelling(OpenedPortfolio opened, boolean crashed) {
        return opened.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .filter(finding -> !finding.code().startsWith("STORE-LOCK-HELD"))
                .filter(finding -> !(crashed && finding.code().startsWith("STORE-JOURNAL")))
                .toList();
    }

    private static void tellUnreadable(Shell shell, Path file, List<Finding> findings) {
        boolean hasBackups =
                findings.stream().anyMatch(finding -> finding.code().equals("STORE-BACKUP-THERE"));
        if (!hasBackups) {
            Path gone = file.toAbsolutePath().normalize();
            RecentPreference.change(recent -> recent.without(gone));
        }
        FindingsDialog.open(shell, Texts.fileNotOpened, findings);
        if (hasBackups) {
            BackupsDialog.open(shell, file);
        }
    }

    /**
     * Opens or imports what was dropped on the window: a portfolio, and anything that an import reads, into it.
     *
     * @param shell the window
     * @param files any files
     */
    static void drop(Shell shell, List<Path> files) {
        List<Path> others = new ArrayList<>();
        for (Path file : files) {
            if (!String.valueOf(file.getFileName()).endsWith(FileChooser.ENDING)) {
                others.add(file);
            } else if (!open(shell, file)) {
                return;
            }
        }
        if (!others.isEmpty()) {
            ImportHandler.open(shell, others);
        }
    }

    private static boolean isOnDesk(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        return Desk.get()
                .session()
                .file()
                .map(open -> open.toAbsolutePath().normalize().equals(wanted))
                .orElse(false);
    }

    private static SessionOptions options() {
        return SessionOptions.by(Settings.author());
    }

    /** Reads beside the workbench's thread; a dialog with progress comes up where that takes long. Empty: cancelled. */
    private static Optional<Reading<FileSession>> read(Path file, SessionOptions options) {
        String name = Texts.bind(Texts.reading, file.getFileName());
        Background<Reading<FileSession>> reading =
                new Background<>(name, () -> FileSession.open(file, options), late -> late.value()
                        .ifPresent(FileSession::close));
        try {
            Busy.during(name, reading, true);
            return Optional.of(reading.result());
        } catch (InterruptedException e) {
            return Optional.empty();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("reading " + file, e.getCause());
        }
    }

    /** A portfolio without records and without a file: what is typed is in a draft. */
    static PortfolioSession empty() {
        return PortfolioSession.untitled(
                OperationHistoryFactory.getOperationHistory(), () -> drafts().begin(options()));
    }

    private static Drafts drafts() {
        return new Drafts(Platform.getStateLocation(FrameworkUtil.getBundle(Documents.class))
                .toPath()
                .resolve("drafts"));
    }

    /**
     * Puts an empty portfolio on the desk at the start of the workbench, or what a crash left of one that never had a file,
     * where the user wants it.
     *
     * @param shell above which window to ask
     */
    public static void begin(Shell shell) {
        List<FileSession> left = drafts().left(options());
        left.stream().skip(1).forEach(FileSession::close); // offered at later starts, one by one
        if (left.isEmpty()) {
            show(empty());
        } else {
            show(PortfolioSession.ofDraft(OperationHistoryFactory.getOperationHistory(), left.get(0)));
            RecoveryDialog.decideOnDraft(shell, Desk.get().session());
        }
    }

    /**
     * Puts a portfolio on the desk.
     *
     * @param session takes the place of the one before
     */
    public static void show(PortfolioSession session) {
        Desk.get().show(session);
    }

    /**
     * Saves to the portfolio's file; asks for one where there is none, or where this one can only be read.
     *
     * @param shell above which window to ask
     * @return whether it is saved
     */
    public static boolean save(Shell shell) {
        PortfolioSession session = Desk.get().session();
        if (session.database().isPresent() && !session.isReadOnly()) {
            StatusLine.tell(Texts.bind(Texts.databaseKept, name()));
            return true;
        }
        return session.file().isPresent() && !session.isReadOnly() ? told(shell, session.save()) : saveAs(shell);
    }

    /**
     * Asks for a file and saves to it.
     *
     * @param shell above which window to ask
     * @return whether it is saved
     */
    public static boolean saveAs(Shell shell) {
        return chooser.toSave(shell, name().endsWith(FileChooser.ENDING) ? name() : name() + FileChooser.ENDING)
                .map(file -> told(shell, Desk.get().session().saveAs(withEnding(file), options())))
                .orElse(false);
    }

    private static Path withEnding(Path file) {
        String name = file.getFileName().toString();
        return name.indexOf('.') < 0 ? file.resolveSibling(name + FileChooser.ENDING) : file;
    }

    private static boolean told(Shell shell, Reading<Saved> saved) {
        if (!saved.isRead()) {
            FindingsDialog.open(shell, Texts.fileNotSaved, saved.findings());
            return false;
        }
        Path file = Desk.get().session().file().orElseThrow();
        StatusLine.tell(Texts.bind(Texts.fileSaved, file));
        RecentPreference.change(recent -> recent.with(file));
        if (!saved.findings().isEmpty()) {
            FindingsDialog.open(shell, Texts.fileSavedWithFindings, saved.findings());
        }
        return true;
    }

    /**
     * Lets the user choose a former state of the file on the desk, and brings it back.
     *
     * @param shell above which window to ask
     */
    public static void restore(Shell shell) {
        Optional<Path> file = Desk.get().session().file();
        if (file.isEmpty()) {
            FindingsDialog.tell(shell, Texts.backupsTitle, Texts.backupsNoFile);
        } else {
            BackupsDialog.open(shell, file.get());
        }
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
        if (answer == 1) {
            Desk.get().session().abandon();
        }
        return answer == 0 ? save(shell) : answer == 1;
    }

    /** {@return what the portfolio on the desk is called} */
    public static String name() {
        PortfolioSession session = Desk.get().session();
        return session.file()
                .map(file -> file.getFileName().toString())
                .or(() -> session.database().map(database -> database.address().portfolio()))
                .orElse(Texts.fileUntitled);
    }

    /** {@return the files and databases opened or saved last} */
    public static RecentPlaces recent() {
        return RecentPreference.get();
    }
}
