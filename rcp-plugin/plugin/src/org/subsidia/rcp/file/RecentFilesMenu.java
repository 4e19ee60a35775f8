package org.subsidia.rcp.file;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.subsidia.rcp.Texts;

/** The recent files in the menu, newly made whenever it opens. */
public final class RecentFilesMenu extends CompoundContributionItem {
    @Override
    protected IContributionItem[] getContributionItems() {
        List<Path> files = Documents.recent().files();
        if (files.isEmpty()) {
            Action none = new Action(Texts.fileNoRecent) {};
            none.setEnabled(false);
            return new IContributionItem[] {new ActionContributionItem(none)};
        }
        IContributionItem[] items = new IContributionItem[files.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = new ActionContributionItem(open(i + 1, files.get(i)));
        }
        return items;
    }

    private static Action open(int number, Path file) {
        String name = file.getFileName() + "  –  " + file.getParent();
        Action action = new Action("&" + number + "  " + name.replace("&", "&&")) {
            @Override
            public void run() {
                Documents.open(Display.getCurrent().getActiveShell(), file);
            }
        };
        return action;
    }
}
