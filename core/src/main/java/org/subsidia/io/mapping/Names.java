package org.subsidia.io.mapping;

import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Structure;

/** What people call a record. */
final class Names {
    private Names() {}

    static String of(PortfolioRecord record) {
        if (record instanceof Structure structure) {
            return structure.name();
        } else if (record instanceof Funder funder) {
            return funder.name();
        } else if (record instanceof Programme programme) {
            return programme.name();
        }
        return record.id().value();
    }
}
