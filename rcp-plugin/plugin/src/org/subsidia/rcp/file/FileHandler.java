package org.subsidia.rcp.file;

import java.util.function.Consumer;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.subsidia.rcp.database.Databases;

/** The handlers of the file menu. */
public abstract class FileHandler extends AbstractHandler {
    private final Consumer<Shell> action;

    private FileHandler(Consumer<Shell> action) {
        this.action = action;
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        action.accept(HandlerUtil.getActiveShell(event));
        return null;
    }

    /** File &gt; New. */
    public static final class New extends FileHandler {
        /** Made by the platform. */
        public New() {
            super(Documents::create);
        }
    }

    /** File &gt; Open. */
    public static final class Open extends FileHandler {
        /** Made by the platform. */
        public Open() {
            super(Documents::open);
        }
    }

    /** File &gt; Open a database. */
    public static final class OpenDatabase extends FileHandler {
        /** Made by the platform. */
        public OpenDatabase() {
            super(Databases::open);
        }
    }

    /** File &gt; Copy to a database. */
    public static final class CopyToDatabase extends FileHandler {
        /** Made by the platform. */
        public CopyToDatabase() {
            super(Databases::copy);
        }
    }

    /** File &gt; Save. */
    public static final class Save extends FileHandler {
        /** Made by the platform. */
        public Save() {
            super(Documents::save);
        }
    }

    /** File &gt; Save as. */
    public static final class SaveAs extends FileHandler {
        /** Made by the platform. */
        public SaveAs() {
            super(Documents::saveAs);
        }
    }

    /** File &gt; Former states. */
    public static final class Restore extends FileHandler {
        /** Made by the platform. */
        public Restore() {
            super(Documents::restore);
        }
    }
}
