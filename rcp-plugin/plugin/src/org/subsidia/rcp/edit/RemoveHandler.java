package org.subsidia.rcp.edit;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.Records;

/** Removes a record with what cannot be without it; a project only once no grant is of it. */
public final class RemoveHandler extends RecordHandler {
    private static final int MOST = 5;

    @Override
    boolean accepts(PortfolioRecord record) {
        return true;
    }

    @Override
    void execute(PortfolioRecord record, Shell shell) {
        String name = Records.name(record);
        if (record instanceof Project project
                && !Desk.get().portfolio().grantsOf(project.id()).isEmpty()) {
            FindingsDialog.tell(
                    shell, Texts.removeTitle, refusal(project, Desk.get().portfolio()));
            return;
        }
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

    /** Why a project cannot be removed: which grants are of it. */
    static String refusal(Project project, Portfolio portfolio) {
        List<Grant> grants = portfolio.grantsOf(project.id());
        String names = grants.stream()
                .limit(MOST)
                .map(grant -> Texts.bind(Texts.quoted, Records.name(grant)))
                .collect(Collectors.joining(", "));
        return Texts.bind(
                Texts.removeProjectUsed, project.name(), grants.size(), grants.size() > MOST ? names + "…" : names);
    }

    private static int grants(StructureId id) {
        return Desk.get().portfolio().grantsOf(id).size();
    }
}
