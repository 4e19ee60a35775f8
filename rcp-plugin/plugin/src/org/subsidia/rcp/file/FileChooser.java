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
            FileDialog dialog = dialog(shell, SWT.OPEN, Texts.fileChoose, endings);
            return Optional.ofNullable(dialog.open()).map(Path::of);
        }

        @Override
        public List<Path> toOpenSeveral(Shell shell, String... endings) {
            FileDialog dialog = dialog(shell, SWT.OPEN | SWT.MULTI, Texts.fileChoose, endings);
            if (dialog.open() == null) {
                return List.of();
            }
            Path folder = Path.of(dialog.getFilterPath());
            return Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList();
        }

        @Override
        public Optional<Path> toSave(Shell shell, String proposal) {
            int dot = proposal.lastIndexOf('.');
            String ending = dot < 0 ? ENDING : proposal.substring(dot);
            FileDialog dialog = dialog(shell, SWT.SAVE, Texts.fileSaveAs, ending);
            dialog.setFileName(proposal);
            dialog.setOverwrite(true);
            return Optional.ofNullable(dialog.open()).map(Path::of);
        }

        private FileDialog dialog(Shell shell, int style, String title, String... endings) {
            FileDialog dialog = new FileDialog(shell, style | SWT.SHEET);
            dialog.setText(title);
            dialog.setFilterExtensions(new String[] {"*" + String.join(";*", endings), "*.*"});
            dialog.setFilterNames(new String[] {String.join(", ", endings), Texts.fileAll});
            return dialog;
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
