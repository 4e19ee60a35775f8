package org.subsidia.rcp.edit;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Records;

/** Removes a record with what cannot be without it. */
public final class RemoveHandler extends RecordHandler {
    @Override
    boolean accepts(PortfolioRecord record) {
        return true;
    }

    @Override
    void execute(PortfolioRecord record, Shell shell) {
        String name = Records.name(record);
        String question = record instanceof Structure
                ? Texts.bind(Texts.removeStructureQuestion, name, grants((StructureId) record.id()))
                : Texts.bind(Texts.removeQuestion, name);
        MessageDialog dialog = new MessageDialog(
                shell, Texts.removeTitle, null, question, MessageDialog.QUESTION, 1, Texts.remove, Texts.cancel);
        if (dialog.open() == 0) {
            String label = Texts.bind(Texts.removeLabel, name);
            Desk.get().session().apply(label, Desk.get().portfolio().removal(label, record.id()));
        }
    }

    private static int grants(StructureId id) {
        return Desk.get().portfolio().grantsOf(id).size();
    }
}
