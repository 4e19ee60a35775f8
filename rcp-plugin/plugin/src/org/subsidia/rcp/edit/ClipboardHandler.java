package org.subsidia.rcp.edit;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Display;
import org.subsidia.rcp.ui.EditTarget;
import org.subsidia.rcp.ui.EditTargets;

/** Copy, paste and select all: in whatever has the focus. What knows nothing of them gets their keys itself. */
public abstract class ClipboardHandler extends AbstractHandler {
    private final Predicate<EditTarget> possible;
    private final Consumer<EditTarget> action;

    private ClipboardHandler(Predicate<EditTarget> possible, Consumer<EditTarget> action) {
        this.possible = possible;
        this.action = action;
    }

    private static Optional<EditTarget> target() {
        Display display = Display.getCurrent();
        return display == null ? Optional.empty() : EditTargets.of(display.getFocusControl());
    }

    @Override
    public final boolean isHandled() {
        return target().isPresent();
    }

    @Override
    public final boolean isEnabled() {
        return target().filter(possible).isPresent();
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        target().filter(possible).ifPresent(action);
        return null;
    }

    /** Edit &gt; Copy. */
    public static final class Copy extends ClipboardHandler {
        /** Made by the platform. */
        public Copy() {
            super(EditTarget::canCopy, EditTarget::copy);
        }
    }

    /** Edit &gt; Paste. */
    public static final class Paste extends ClipboardHandler {
        /** Made by the platform. */
        public Paste() {
            super(EditTarget::canPaste, EditTarget::paste);
        }
    }

    /** Edit &gt; Select all. */
    public static final class SelectAll extends ClipboardHandler {
        /** Made by the platform. */
        public SelectAll() {
            super(EditTarget::canSelectAll, EditTarget::selectAll);
        }
    }
}
