package org.subsidia.rcp.edit;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Records;

/** Renames any record: of a grant, changes what it is for; of a budget line, its words. */
public final class RenameHandler extends RecordHandler {
    @Override
    boolean accepts(PortfolioRecord record) {
        return true;
    }

    @Override
    void execute(PortfolioRecord record, Shell shell) {
        String name = Records.name(record);
        InputDialog dialog = new InputDialog(
                shell,
                Texts.renameTitle,
                Texts.bind(Texts.renameQuestion, name),
                name,
                text -> text.isBlank() ? Texts.renameBlank : null);
        if (dialog.open() == Window.OK) {
            String next = dialog.getValue().strip();
            Desk.get().session().apply(Texts.bind(Texts.renameLabel, next), RecordEdits.rename(record, next));
        }
    }
}
