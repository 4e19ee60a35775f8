package org.subsidia.rcp.reconcile;

import java.util.List;
import org.subsidia.cashflow.reconcile.BankStatement;
import org.subsidia.cashflow.reconcile.ReconcileOptions;
import org.subsidia.cashflow.reconcile.Reconciliation;
import org.subsidia.cashflow.reconcile.StatementBook;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.analysis.Question;

/**
 * What was read of a bank.
 *
 * @param name the file
 * @param whose the structure whose accounts they are; null: those of any
 * @param list the statements
 */
public record Statements(String name, StructureId whose, List<BankStatement> list) {
    /** Copies the list. */
    public Statements {
        list = List.copyOf(list);
    }

    /** Sets them against what was expected. */
    Reconciliation against(Question question, ReconcileOptions options) {
        List<StructureId> structures = whose != null
                ? List.of(whose)
                : question.portfolio().structures().stream().map(Structure::id).toList();
        return Reconciliation.of(question.portfolio(), structures, question.law(), StatementBook.of(list), options);
    }
}
