package org.subsidia.rcp.file;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.finding.Reading;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.Words;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.LockOwner;

/** Asks what to do with a file that somebody else is editing, or has left locked. */
final class LockQuestion {
    private LockQuestion() {}

    /**
     * Read only, take over, or leave it.
     *
     * @param document opened read-only; closed where it is not the answer
     * @param takeOver opens it again and takes the lock where its owner is not at work any more
     * @return what is opened; empty: nothing
     */
    static Optional<FileSession> ask(
            Shell shell, FileSession document, Supplier<Optional<Reading<FileSession>>> takeOver) {
        LockOwner owner = document.opened().writer().orElseThrow();
        String since = Words.moment(owner.since());
        int answer = new MessageDialog(
                        shell,
                        Texts.lockTitle,
                        null,
                        Texts.bind(Texts.lockQuestion, document.file(), owner.name(), owner.host(), since),
                        MessageDialog.QUESTION_WITH_CANCEL,
                        0,
                        Texts.lockReadOnly,
                        Texts.lockTakeOver,
                        Texts.cancel)
                .open();
        if (answer == 0) {
            return Optional.of(document);
        }
        document.close();
        return answer == 1 ? taken(shell, takeOver.get()) : Optional.empty();
    }

    private static Optional<FileSession> taken(Shell shell, Optional<Reading<FileSession>> again) {
        if (again.isEmpty()) {
            return Optional.empty();
        }
        Reading<FileSession> reading = again.get();
        boolean stillHeld = reading.value().map(FileSession::isReadOnly).orElse(true);
        if (stillHeld) {
            FindingsDialog.open(shell, Texts.lockTitle, reading.findings());
        }
        return reading.value();
    }
}
