package org.subsidia.rcp.file;

import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.PortfolioSession;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Words;

/** Asks what becomes of edits that were made and never saved, since the workbench or the computer stopped. */
final class RecoveryDialog extends MessageDialog {
    private final List<EditRecord> edits;

    private RecoveryDialog(Shell shell, List<EditRecord> edits, String question, String other) {
        super(
                shell,
                Texts.recoveryTitle,
                null,
                Texts.bind(question, edits.size()),
                QUESTION,
                0,
                Texts.recoveryRecover,
                other);
        setShellStyle(getShellStyle() | SWT.RESIZE);
        this.edits = edits;
    }

    /** Asks; who closes the dialog without an answer gets the edits back. */
    static void decide(Shell shell, PortfolioSession session) {
        decide(shell, session, Texts.recoveryQuestion, Texts.recoveryAside);
    }

    /** Asks for a portfolio that never had a file: what is not recovered goes with its draft. */
    static void decideOnDraft(Shell shell, PortfolioSession session) {
        decide(shell, session, Texts.recoveryDraftQuestion, Texts.recoveryDelete);
    }

    private static void decide(Shell shell, PortfolioSession session, String question, String other) {
        int answer = new RecoveryDialog(shell, session.recoverable(), question, other).open();
        if (answer == 1) {
            session.putAside();
        } else {
            session.recover();
        }
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        Table table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        Accessibles.name(table, Texts.recoveryTitle);
        GridDataFactory.fillDefaults().grab(true, true).hint(620, 180).applyTo(table);
        column(table, Texts.historyWhen, 150);
        column(table, Texts.historyWho, 120);
        column(table, Texts.historyWhat, 330);
        for (EditRecord edit : edits) {
            new TableItem(table, SWT.NONE).setText(new String[] {
                Words.moment(edit.instant()), edit.author(), edit.reason() == null ? "" : edit.reason()
            });
        }
        return table;
    }

    private static void column(Table table, String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }
}
