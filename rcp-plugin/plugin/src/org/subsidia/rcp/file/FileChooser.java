package org.subsidia.rcp.file;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.rcp.Texts;

/** Asks for a file. */
public interface FileChooser {
    /** What files of the workbench end in. */
    String ENDING = ".subsidia";

    /** The dialog of the window system. */
    FileChooser DIALOG = new FileChooser() {
        @Override
        public Optional<Path> toOpen(Shell shell, String... endings) {
            FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.SHEET);
            dialog.setFilterExtensions(filters(endings));
            return Optional.ofNullable(dialog.open()).map(Path::of);
        }

        @Override
        public List<Path> toOpenSeveral(Shell shell, String... endings) {
            FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI | SWT.SHEET);
            dialog.setFilterExtensions(filters(endings));
            if (dialog.open() == null) {
                return List.of();
            }
            Path folder = Path.of(dialog.getFilterPath());
            return Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList();
        }

        @Override
        public Optional<Path> toSave(Shell shell, String proposal) {
            FileDialog dialog = new FileDialog(shell, SWT.SAVE | SWT.SHEET);
            int dot = proposal.lastIndexOf('.');
            dialog.setFilterExtensions(filters(dot < 0 ? ENDING : proposal.substring(dot)));
            dialog.setFileName(proposal);
            dialog.setOverwrite(true);
            dialog.setText(Texts.fileSaveAs);
            return Optional.ofNullable(dialog.open()).map(Path::of);
        }

        private String[] filters(String... endings) {
            return new String[] {"*" + String.join(";*", endings), "*.*"};
        }
    };

    /**
     * A file that exists.
     *
     * @param shell above which window
     * @param endings of the files proposed, such as {@code .csv}
     * @return the file; none: cancelled
     */
    Optional<Path> toOpen(Shell shell, String... endings);

    /**
     * Files that exist.
     *
     * @param shell above which window
     * @param endings of the files proposed, such as {@code .csv}
     * @return the files; none: cancelled
     */
    List<Path> toOpenSeveral(Shell shell, String... endings);

    /**
     * A file to write; that another is replaced has been agreed to.
     *
     * @param shell above which window
     * @param proposal a name
     * @return the file; none: cancelled
     */
    Optional<Path> toSave(Shell shell, String proposal);
}
