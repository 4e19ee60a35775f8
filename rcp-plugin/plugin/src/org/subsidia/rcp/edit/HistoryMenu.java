package org.subsidia.rcp.edit;

import java.util.Optional;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.session.PortfolioSession;
import org.subsidia.rcp.ui.Icon;

/** Undo and redo in the menu, newly made whenever it opens: they say what would be undone. */
public final class HistoryMenu extends CompoundContributionItem {
    @Override
    protected IContributionItem[] getContributionItems() {
        PortfolioSession session = Desk.get().session();
        return new IContributionItem[] {
            item(HistoryHandler.Undo.COMMAND, Texts.undo, session.undoLabel(), Icon.UNDO),
            item(HistoryHandler.Redo.COMMAND, Texts.redo, session.redoLabel(), Icon.REDO)
        };
    }

    private static IContributionItem item(String command, String name, Optional<String> what, Icon icon) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        CommandContributionItemParameter parameter =
                new CommandContributionItemParameter(window, null, command, CommandContributionItem.STYLE_PUSH);
        parameter.label = "&"
                + what.map(edit -> Texts.bind(Texts.historyOf, name, edit))
                        .orElse(name)
                        .replace("&", "&&");
        parameter.icon = icon.descriptor();
        return new CommandContributionItem(parameter);
    }
}
