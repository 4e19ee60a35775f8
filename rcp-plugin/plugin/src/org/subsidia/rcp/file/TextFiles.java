package org.subsidia.rcp.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.FindingsDialog;

/** Writes what a dialog keeps for another time. */
public final class TextFiles {
    private TextFiles() {}

    /**
     * Asks for a file and writes to it; tells where that fails.
     *
     * @param shell above which window to ask
     * @param proposal a name
     * @param text the whole file
     * @param failed what to say above a failure
     * @return the file written; empty: cancelled, or told
     */
    public static Optional<Path> save(Shell shell, String proposal, String text, String failed) {
        return Documents.chooser().toSave(shell, proposal).filter(file -> write(shell, file, text, failed));
    }

    private static boolean write(Shell shell, Path file, String text, String failed) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return true;
        } catch (IOException e) {
            String why = Texts.bind(Texts.exportUnwritable, file, String.valueOf(e.getMessage()));
            FindingsDialog.tell(shell, failed, why);
            return false;
        }
    }
}
