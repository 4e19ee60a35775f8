package org.subsidia.rcp.file;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.database.Databases;
import org.subsidia.store.jdbc.DatabaseAddress;

/** The recent files and databases in the menu, newly made whenever it opens. */
public final class RecentFilesMenu extends CompoundContributionItem {
    @Override
    protected IContributionItem[] getContributionItems() {
        List<String> places = Documents.recent().places();
        if (places.isEmpty()) {
            Action none = new Action(Texts.fileNoRecent) {};
            none.setEnabled(false);
            return new IContributionItem[] {new ActionContributionItem(none)};
        }
        IContributionItem[] items = new IContributionItem[places.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = new ActionContributionItem(open(i + 1, places.get(i)));
        }
        return items;
    }

    private static Action open(int number, String place) {
        Action action = new Action("&" + number + "  " + name(place).replace("&", "&&")) {
            @Override
            public void run() {
                Shell shell = Display.getCurrent().getActiveShell();
                if (DatabaseAddress.isMeant(place)) {
                    Databases.openAgain(shell, place);
                } else {
                    Documents.open(shell, Path.of(place));
                }
            }
        };
        return action;
    }

    private static String name(String place) {
        if (DatabaseAddress.isMeant(place)) {
            String shown = DatabaseAddress.shown(place);
            int hash = shown.lastIndexOf('#');
            return hash < 0 ? shown : shown.substring(hash + 1) + "  –  " + shown.substring(0, hash);
        }
        Path file = Path.of(place);
        return file.getFileName() + "  –  " + file.getParent();
    }
}
