package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;

/** The portfolio as the rows read so far would leave it. */
final class Workspace {
    private final Portfolio portfolio;
    private final String file;
    private final Parties parties;
    private final Map<RecordId, PortfolioRecord> changed = new LinkedHashMap<>();

    Workspace(Portfolio portfolio, String file) {
        this.portfolio = portfolio;
        this.file = file;
        this.parties = new Parties(portfolio);
    }

    Portfolio portfolio() {
        return portfolio;
    }

    /** The name of the file that is read. */
    String file() {
        return file;
    }

    Parties parties() {
        return parties;
    }

    Optional<PortfolioRecord> find(RecordId id) {
        PortfolioRecord record = changed.get(id);
        return record != null ? Optional.of(record) : portfolio.find(id);
    }

    void put(PortfolioRecord record) {
        changed.put(record.id(), record);
        parties.know(record);
    }

    Edit.Batch edit(String label) {
        List<Edit> edits = new ArrayList<>();
        changed.values().forEach(record -> edits.add(Edit.put(record)));
        return new Edit.Batch(label, edits);
    }
}
