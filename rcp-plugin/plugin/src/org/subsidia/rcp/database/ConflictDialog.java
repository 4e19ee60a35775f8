package org.subsidia.rcp.database;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Records;
import org.subsidia.rcp.ui.Words;
import org.subsidia.store.RecordDifference;
import org.subsidia.store.jdbc.Contested;
import org.subsidia.store.jdbc.Outcome;

/** Shows what two people changed at the same time, and asks which change stands. */
final class ConflictDialog extends MessageDialog {
    private final Outcome.Conflict conflict;
    private final Portfolio seen;

    private ConflictDialog(Shell shell, Outcome.Conflict conflict, Portfolio seen) {
        super(
                shell,
                Texts.conflictTitle,
                null,
                Texts.bind(
                        Texts.conflictQuestion,
                        conflict.records().stream()
                                .map(record -> record.by().record().author())
                                .distinct()
                                .collect(Collectors.joining(", "))),
                QUESTION,
                1,
                Texts.conflictAgain,
                Texts.conflictGiveUp);
        setShellStyle(getShellStyle() | SWT.RESIZE);
        this.conflict = conflict;
        this.seen = seen;
    }

    /** Whether mine is made on top of theirs; who closes the dialog without an answer keeps theirs. */
    static boolean ask(Shell shell, Outcome.Conflict conflict, Portfolio seen) {
        return new ConflictDialog(shell, conflict, seen).open() == 0;
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        Table table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        Accessibles.name(table, Texts.conflictTitle);
        GridDataFactory.fillDefaults().grab(true, true).hint(760, 140).applyTo(table);
        column(table, Texts.conflictRecord, 220);
        column(table, Texts.historyWho, 110);
        column(table, Texts.historyWhen, 150);
        column(table, Texts.conflictTheirs, 170);
        column(table, Texts.conflictMine, 170);
        for (Contested record : conflict.records()) {
            Optional<PortfolioRecord> base = seen.find(record.id());
            String name = record.theirs()
                    .or(record::mine)
                    .map(Records::name)
                    .orElse(record.id().value());
            new TableItem(table, SWT.NONE).setText(new String[] {
                name,
                record.by().record().author(),
                Words.moment(record.by().record().instant()),
                changes(base, record.theirs()),
                changes(base, record.mine())
            });
        }
        return table;
    }

    private static String changes(Optional<PortfolioRecord> before, Optional<PortfolioRecord> after) {
        if (after.isEmpty()) {
            return Texts.conflictRemoved;
        }
        if (before.isEmpty()) {
            return Texts.conflictAdded;
        }
        List<String> fields = RecordDifference.fields(before.get(), after.get());
        return fields.stream().map(FieldNames::of).distinct().collect(Collectors.joining(", "));
    }

    private static void column(Table table, String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }
}
