package org.subsidia.rcp.edit;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Display;
import org.subsidia.rcp.ui.EditTarget;
import org.subsidia.rcp.ui.EditTarget.Deed;
import org.subsidia.rcp.ui.EditTargets;

/** Copy, paste and select all: in whatever has the focus. What knows nothing of them gets their keys itself. */
public abstract class ClipboardHandler extends AbstractHandler {
    private final Function<EditTarget, Deed> which;

    private ClipboardHandler(Function<EditTarget, Deed> which) {
        this.which = which;
    }

    private Optional<Deed> deed() {
        Display display = Display.getCurrent();
        return display == null
                ? Optional.empty()
                : EditTargets.of(display.getFocusControl()).map(which);
    }

    @Override
    public final boolean isHandled() {
        return deed().isPresent();
    }

    @Override
    public final boolean isEnabled() {
        return deed().filter(one -> one.possible().getAsBoolean()).isPresent();
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        deed().filter(one -> one.possible().getAsBoolean())
                .ifPresent(one -> one.action().run());
        return null;
    }

    /** Edit &gt; Copy. */
    public static final class Copy extends ClipboardHandler {
        /** Made by the platform. */
        public Copy() {
            super(EditTarget::copy);
        }
    }

    /** Edit &gt; Paste. */
    public static final class Paste extends ClipboardHandler {
        /** Made by the platform. */
        public Paste() {
            super(EditTarget::paste);
        }
    }

    /** Edit &gt; Select all. */
    public static final class SelectAll extends ClipboardHandler {
        /** Made by the platform. */
        public SelectAll() {
            super(EditTarget::selectAll);
        }
    }
}
