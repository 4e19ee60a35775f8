package org.subsidia.rcp.edit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.session.PortfolioSession;

/** Undo and redo; the menu says what would be undone. */
public abstract class HistoryHandler extends AbstractHandler implements IElementUpdater {
    private final String command;
    private final String name;
    private final Function<PortfolioSession, Optional<String>> label;
    private final Consumer<PortfolioSession> action;
    private final Runnable forget;

    private HistoryHandler(
            String command,
            String name,
            Function<PortfolioSession, Optional<String>> label,
            Consumer<PortfolioSession> action) {
        this.command = command;
        this.name = name;
        this.label = label;
        this.action = action;
        this.forget = Desk.get().onChange(this::refresh);
        refresh();
    }

    private Optional<String> label() {
        return label.apply(Desk.get().session());
    }

    private void refresh() {
        setBaseEnabled(label().isPresent());
        PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(command, null);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the platform declares it
    public final void updateElement(UIElement element, Map parameters) {
        String text = label().map(what -> name + " : " + what).orElse(name);
        element.setText(text.replace("&", "&&"));
        element.setTooltip(text);
    }

    @Override
    public final Object execute(ExecutionEvent event) {
        action.accept(Desk.get().session());
        return null;
    }

    @Override
    public final void dispose() {
        forget.run();
        super.dispose();
    }

    /** Edit &gt; Undo. */
    public static final class Undo extends HistoryHandler {
        /** Made by the platform. */
        public Undo() {
            super("org.eclipse.ui.edit.undo", Texts.undo, PortfolioSession::undoLabel, PortfolioSession::undo);
        }
    }

    /** Edit &gt; Redo. */
    public static final class Redo extends HistoryHandler {
        /** Made by the platform. */
        public Redo() {
            super("org.eclipse.ui.edit.redo", Texts.redo, PortfolioSession::redoLabel, PortfolioSession::redo);
        }
    }
}
