package org.subsidia.rcp.file;

import java.nio.file.Path;
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
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.Words;
import org.subsidia.store.file.Backup;
import org.subsidia.store.file.Restore;

/** Former states of a file, to bring one back; the present state becomes a backup itself. */
final class BackupsDialog extends MessageDialog {
    private final List<Backup> backups;
    private int chosen;

    private BackupsDialog(Shell shell, Path file, List<Backup> backups) {
        super(
                shell,
                Texts.backupsTitle,
                null,
                Texts.bind(Texts.backupsQuestion, file),
                QUESTION,
                0,
                Texts.backupsRestore,
                Texts.cancel);
        setShellStyle(getShellStyle() | SWT.RESIZE);
        this.backups = backups;
    }

    /** Asks which state, brings it back and opens the file. */
    static void open(Shell shell, Path file) {
        Reading<List<Backup>> list = Restore.list(file);
        if (!list.isRead()) {
            FindingsDialog.open(shell, Texts.backupsTitle, list.findings());
            return;
        }
        if (list.get().isEmpty()) {
            FindingsDialog.tell(shell, Texts.backupsTitle, Texts.backupsNone);
            return;
        }
        BackupsDialog dialog = new BackupsDialog(shell, file, list.get());
        if (dialog.open() != 0 || !Documents.mayLeave(shell)) {
            return;
        }
        Documents.show(Documents.empty());
        Backup backup = list.get().get(dialog.chosen);
        Reading<Portfolio> restored = Restore.from(
                file,
                backup.number(),
                Settings.author(),
                Texts.bind(Texts.backupsReason, Words.moment(backup.instant())));
        if (!restored.isRead()) {
            FindingsDialog.open(shell, Texts.backupsTitle, restored.findings());
        }
        Documents.open(shell, file);
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        Table table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        Accessibles.name(table, Texts.backupsTitle);
        GridDataFactory.fillDefaults().grab(true, true).hint(480, 170).applyTo(table);
        column(table, Texts.backupsSaved, 180, SWT.LEFT);
        column(table, Texts.backupsSize, 110, SWT.RIGHT);
        column(table, Texts.backupsKind, 170, SWT.LEFT);
        for (Backup backup : backups) {
            String kind = backup.number() == Backup.KNOWN_GOOD ? Texts.backupsOpened : Texts.backupsBefore;
            new TableItem(table, SWT.NONE).setText(new String[] {
                Words.moment(backup.instant()), Texts.bind(Texts.backupsBytes, backup.bytes()), kind
            });
        }
        table.setSelection(0);
        table.addListener(SWT.Selection, event -> chosen = table.getSelectionIndex());
        return table;
    }

    private static void column(Table table, String title, int width, int alignment) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(title);
        column.setWidth(width);
    }
}
