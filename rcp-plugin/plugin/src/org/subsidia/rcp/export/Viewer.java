package org.subsidia.rcp.export;

import java.nio.file.Path;
import org.eclipse.swt.program.Program;

/** Shows a file by the system's own program for such files. */
@FunctionalInterface
public interface Viewer {
    /** What the user has chosen in the system for files of this ending. */
    Viewer SYSTEM = file -> Program.launch(file.toString());

    /**
     * Shows a file.
     *
     * @param file which one
     * @return whether there is a program for it
     */
    boolean show(Path file);
}
