package org.subsidia.rcp.session;

import java.util.ArrayList;
import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.RecordMerge;
import org.subsidia.store.jdbc.AuditEntry;
import org.subsidia.store.jdbc.DatabaseSession;
import org.subsidia.store.jdbc.Outcome;

/** A portfolio that several people edit in one database: an edit is kept at once, and those of others come in between. */
final class Team {
    private final DatabaseSession database;
    private final List<AuditEntry> arrived = new ArrayList<>();
    private final List<EditRecord> others = new ArrayList<>();
    private TeamQuestions questions = TeamQuestions.NOBODY;
    private List<Finding> doubt = List.of();
    private String doubtful = "";
    private boolean busy;

    Team(DatabaseSession database) {
        this.database = database;
        database.addListener(change -> {
            synchronized (arrived) {
                arrived.addAll(change.entries());
            }
        });
    }

    DatabaseSession database() {
        return database;
    }

    void ask(TeamQuestions whom) {
        questions = whom;
    }

    /** The edits of others since the portfolio was opened, oldest first. */
    List<EditRecord> others() {
        return List.copyOf(others);
    }

    /** Makes an edit for a value; what others changed first is brought together with it, or it is given up. */
    Made make(Edit wanted, String reason, Portfolio seen) {
        if (busy) { // a question about another edit is still open
            String where = database.address().shown();
            return Made.refused(
                    wanted, seen, List.of(Finding.error(Place.file(where), "STORE-DB-BUSY", where, reason)));
        }
        busy = true;
        try {
            return makeNow(wanted, reason, seen);
        } finally {
            busy = false;
        }
    }

    private Made makeNow(Edit wanted, String reason, Portfolio seen) {
        Portfolio value = seen;
        Edit edit = wanted;
        if (!doubt.isEmpty()) {
            List<Finding> still = settle();
            if (!still.isEmpty()) {
                return Made.refused(edit, seen, still);
            }
            value = withOthers(seen);
            edit = RecordMerge.onto(seen, edit, value);
        }
        Outcome outcome = apply(edit, reason);
        while (true) {
            if (outcome instanceof Outcome.Accepted accepted) {
                return new Made(true, edit, before(edit, value), accepted.portfolio(), List.of());
            }
            if (outcome instanceof Outcome.Refused refused) {
                return Made.refused(edit, value, refused.findings());
            }
            if (outcome instanceof Outcome.Unsure unsure) {
                if (!questions.lookAgain(unsure.findings())) {
                    doubt = unsure.findings();
                    doubtful = reason;
                    return Made.refused(edit, value, List.of()); // the user has read why
                }
                outcome = questions.waitFor(database::settle);
            } else if (outcome instanceof Outcome.Conflict conflict) {
                boolean again = questions.makeAgain(conflict, value);
                Reading<Portfolio> theirs = fetchNow(value);
                if (!theirs.isRead() || !again) {
                    return Made.refused(
                            edit, theirs.value().orElse(value), theirs.isRead() ? List.of() : theirs.findings());
                }
                edit = RecordMerge.onto(value, edit, theirs.get());
                value = theirs.get();
                if (edit.records().isEmpty()) {
                    return Made.of(edit, value);
                }
                outcome = apply(edit, reason);
            }
        }
    }

    private Outcome apply(Edit edit, String reason) {
        return questions.waitFor(() -> database.apply(edit, reason));
    }

    /** Finds out what became of an earlier edit; answers why nobody knows yet. */
    private List<Finding> settle() {
        if (!questions.lookAgain(doubt)) {
            return doubt;
        }
        Outcome outcome = questions.waitFor(database::settle);
        if (outcome instanceof Outcome.Unsure unsure) {
            doubt = unsure.findings();
        } else {
            doubt = List.of();
            questions.settled(doubtful, outcome);
        }
        return doubt;
    }

    /** The value just before an edit of one's own that has arrived, with the edits of others that came first. */
    private Portfolio before(Edit edit, Portfolio seen) {
        List<AuditEntry> entries = taken();
        int mine = entries.size() - 1;
        while (mine > 0 && !entries.get(mine).record().edit().equals(edit)) {
            mine--;
        }
        Portfolio before = seen;
        for (int i = 0; i < entries.size(); i++) {
            EditRecord record = entries.get(i).record();
            if (i < mine) {
                before = before.apply(record.edit());
            }
            if (i != mine) {
                others.add(record);
            }
        }
        return before;
    }

    /** Takes over what others did: the value with it, or why it cannot be read. An edit under way does it itself. */
    Reading<Portfolio> fetch(Portfolio seen) {
        if (busy) {
            return Reading.of(seen);
        }
        busy = true;
        try {
            return fetchNow(seen);
        } finally {
            busy = false;
        }
    }

    private Reading<Portfolio> fetchNow(Portfolio seen) {
        Reading<List<AuditEntry>> fresh = questions.waitFor(database::refresh);
        return fresh.isRead() ? Reading.of(withOthers(seen)) : Reading.refused(fresh.findings());
    }

    private Portfolio withOthers(Portfolio seen) {
        Portfolio value = seen;
        for (AuditEntry entry : taken()) {
            value = value.apply(entry.record().edit());
            others.add(entry.record());
        }
        return value;
    }

    private List<AuditEntry> taken() {
        synchronized (arrived) {
            List<AuditEntry> all = List.copyOf(arrived);
            arrived.clear();
            return all;
        }
    }
}
