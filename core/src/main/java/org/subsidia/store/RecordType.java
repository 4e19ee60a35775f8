package org.subsidia.store;

import java.util.Optional;
import java.util.stream.Stream;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.portfolio.Structure;

/** What the kinds of record are called in a document, sorted by name. */
enum RecordType {
    BUDGET_LINE(RecordKind.BUDGET_LINE, BudgetLine.class, "budgetLine"),
    CALL(RecordKind.CALL, Call.class, "call"),
    FUNDER(RecordKind.FUNDER, Funder.class, "funder"),
    GRANT(RecordKind.GRANT, Grant.class, "grant"),
    PROGRAMME(RecordKind.PROGRAMME, Programme.class, "programme"),
    PROJECT(RecordKind.PROJECT, Project.class, "project"),
    STRUCTURE(RecordKind.STRUCTURE, Structure.class, "structure");

    final RecordKind kind;
    final Class<? extends PortfolioRecord> type;
    final String one;
    final String many;

    RecordType(RecordKind kind, Class<? extends PortfolioRecord> type, String one) {
        this.kind = kind;
        this.type = type;
        this.one = one;
        this.many = one + 's';
    }

    static RecordType of(RecordKind kind) {
        return valueOf(kind.name());
    }

    static Optional<RecordType> ofOne(String name) {
        return Stream.of(values()).filter(type -> type.one.equals(name)).findFirst();
    }

    static Optional<RecordType> ofMany(String name) {
        return Stream.of(values()).filter(type -> type.many.equals(name)).findFirst();
    }

    /** For messages. */
    static String names() {
        return String.join(", ", Stream.of(values()).map(type -> type.one).toList());
    }
}
