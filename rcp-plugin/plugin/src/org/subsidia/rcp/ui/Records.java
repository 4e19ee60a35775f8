package org.subsidia.rcp.ui;

import org.subsidia.io.mapping.TableKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;

/** What records are called. */
public final class Records {
    private Records() {}

    /**
     * The name of a record.
     *
     * @param record any record
     * @return its name; of a grant its purpose; of a budget line its words, else what it is and its year; else its id
     */
    public static String name(PortfolioRecord record) {
        String name = "";
        if (record instanceof Structure structure) {
            name = structure.name();
        } else if (record instanceof Funder funder) {
            name = funder.name();
        } else if (record instanceof Programme programme) {
            name = programme.name();
        } else if (record instanceof Call call) {
            name = call.name();
        } else if (record instanceof Project project) {
            name = project.name();
        } else if (record instanceof Grant grant) {
            name = grant.purpose();
        } else if (record instanceof BudgetLine line) {
            name = line.label() == null ? kind(line) + ' ' + line.year() : line.label();
        }
        return name.isBlank() ? record.id().value() : name;
    }

    private static String kind(BudgetLine line) {
        return TableKind.BUDGET.field("budgetKind").orElseThrow().choices().stream()
                .filter(choice -> choice.code().equals(line.kind().name()))
                .findFirst()
                .orElseThrow()
                .label()
                .in(Texts.locale());
    }
}
