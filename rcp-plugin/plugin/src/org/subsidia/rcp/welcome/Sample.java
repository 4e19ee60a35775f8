package org.subsidia.rcp.welcome;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.FindingsDialog;

/** The sample portfolio: a copy of one's own, so that everything can be tried. */
public final class Sample {
    private static final String NAME = "rives-arvenne.subsidia";

    private Sample() {}

    /**
     * Opens the sample; where it is open already, nothing happens.
     *
     * @param shell above which window to ask
     */
    public static void open(Shell shell) {
        Path copy = Platform.getStateLocation(FrameworkUtil.getBundle(Sample.class))
                .toPath()
                .resolve(NAME);
        if (Desk.get().session().file().filter(copy::equals).isPresent()) {
            return;
        }
        try (InputStream in = Sample.class.getResourceAsStream("/sample/" + NAME)) {
            if (!Files.exists(copy)) {
                Files.copy(in, copy);
            }
            Documents.open(shell, copy);
        } catch (IOException e) {
            ILog.of(Sample.class).error(NAME, e);
            FindingsDialog.tell(shell, Texts.fileNotOpened, copy + "\n" + e.getMessage());
        }
    }
}
