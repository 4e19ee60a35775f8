package org.subsidia.rcp.ui;

import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.Structure;

/** What records are called. */
public final class Records {
    private Records() {}

    /**
     * The name of a record.
     *
     * @param record any record
     * @return its name; of a grant its purpose; else its id
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
            name = line.label() == null ? "" : line.label();
        }
        return name.isBlank() ? record.id().value() : name;
    }
}
