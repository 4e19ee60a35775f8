package org.subsidia.rcp.file;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Shell;

/** Files dragged onto the window: a portfolio is opened, anything else is offered to the import. */
public final class FileDrop extends DropTargetAdapter {
    private final Shell shell;

    private FileDrop(Shell shell) {
        this.shell = shell;
    }

    /**
     * Takes files dropped on a window.
     *
     * @param shell the window
     */
    public static void on(Shell shell) {
        DropTarget target = new DropTarget(shell, DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_MOVE);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new FileDrop(shell));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        event.detail = DND.DROP_COPY;
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] files && files.length > 0) {
            List<Path> paths = Arrays.stream(files).map(Path::of).toList();
            shell.getDisplay()
                    .asyncExec(() -> Documents.drop(shell, paths)); // the other program waits for the end of the drop
        }
    }
}
