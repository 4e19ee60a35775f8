package org.subsidia.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;
import org.subsidia.store.RecordJson;
import org.subsidia.store.internal.SealedLine;
import org.subsidia.store.jdbc.Rows.Head;
import org.subsidia.store.jdbc.Rows.StoredEdit;

/**
 * The edits of a portfolio in a database, each sealed with the seal before it: one that is changed, missing or moved is seen.
 *
 * <p>Who may write every table can write a whole new chain. Against that, keep the number and the seal that
 * {@link #verify} gives outside of the database, and ask for them later.
 */
public final class AuditTrail {
    private AuditTrail() {}

    /**
     * The edits behind a version: the feed for programs that keep up with a portfolio.
     *
     * @param address where the portfolio lies
     * @param version the number of the last edit already known, 0 for none
     * @return the edits, oldest first; or why they cannot be read
     */
    public static Reading<List<AuditEntry>> since(DatabaseAddress address, long version) {
        return with(address, (connection, head, named) -> since(connection, head, version, named));
    }

    static Reading<List<AuditEntry>> since(Connection connection, Head head, long version, DatabaseAddress address)
            throws SQLException {
        if (head.edits() == version) {
            return Reading.of(List.of());
        }
        List<AuditEntry> entries = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Rows.editsSince(connection, head, version, stored -> {
            Optional<EditRecord> record = stored.record(address.place()).value();
            record.ifPresent(edit -> entries.add(stored.entry(edit)));
            if (record.isEmpty()) {
                findings.add(Rows.unreadable(address, stored.number()));
            }
        });
        return findings.isEmpty() ? Reading.of(entries) : Reading.refused(findings);
    }

    /**
     * What a verification found.
     *
     * @param edits how many edits there are
     * @param seal the seal of the last one
     * @param findings what is wrong; empty where all is whole
     */
    public record Verified(long edits, String seal, List<Finding> findings) {
        /** Copies the list. */
        public Verified {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A seal that somebody noted.
     *
     * @param edit the number of the edit
     * @param seal its seal then
     */
    public record Noted(long edit, String seal) {}

    /**
     * Verifies the whole chain, that the records are what the edits lead to, and that the columns say what the records say.
     *
     * @param address where the portfolio lies
     * @param noted seals noted earlier, which must still be there
     * @return what was found; or why nothing could be read
     */
    public static Reading<Verified> verify(DatabaseAddress address, List<Noted> noted) {
        return with(address, (connection, head, named) -> {
            Chain chain = new Chain(named, noted);
            Rows.editsSince(connection, head, 0, chain::add);
            chain.end(head);
            Reading<Portfolio> records = Rows.portfolio(connection, head, named.shown());
            chain.findings.addAll(records.findings());
            if (records.isRead()) {
                chain.compare(records.get());
                for (String id : Figures.different(connection, head.portfolio(), records.get().stream())) {
                    chain.findings.add(Finding.error(Place.record(id), "STORE-DB-FIGURES", id));
                }
            }
            return Reading.of(new Verified(head.edits(), head.seal(), chain.findings));
        });
    }

    private static final class Chain {
        private final DatabaseAddress address;
        private final List<Noted> noted;
        private final List<Finding> findings = new ArrayList<>();
        private Portfolio replayed = Portfolio.empty();
        private boolean replays = true;
        private String seal = SealedLine.FIRST;
        private long number;

        Chain(DatabaseAddress address, List<Noted> noted) {
            this.address = address;
            this.noted = List.copyOf(noted);
        }

        void add(StoredEdit stored) {
            if (stored.number() != number + 1) {
                wrong("STORE-DB-CHAIN-GAP", number + 1);
            }
            number = stored.number();
            if (!stored.seal(seal).equals(stored.seal())) {
                wrong("STORE-DB-CHAIN-BROKEN", number);
            }
            Optional<EditRecord> record = stored.record(address.place()).value();
            if (record.isEmpty()) {
                wrong("STORE-DB-EDIT-UNREADABLE", number);
                replays = false;
            } else {
                replayed = replayed.apply(record.get().edit());
            }
            seal = stored.seal();
            for (Noted note : noted) {
                if (note.edit() == number && !note.seal().equals(seal)) {
                    wrong("STORE-DB-CHAIN-NOTED", number);
                }
            }
        }

        void end(Head head) {
            if (head.edits() != number || !head.seal().equals(seal)) {
                findings.add(Finding.error(address.place(), "STORE-DB-CHAIN-END", head.edits(), number));
            }
            for (Noted note : noted) {
                if (note.edit() > number) {
                    wrong("STORE-DB-CHAIN-NOTED", note.edit());
                }
            }
        }

        private void wrong(String code, long at) {
            findings.add(Finding.error(address.place(), code, at));
        }

        void compare(Portfolio records) {
            if (!replays) {
                return;
            }
            for (RecordId id : replayed.editTo(records).records()) {
                Optional<PortfolioRecord> known = replayed.find(id);
                findings.add(Finding.error(
                        Place.record(id.value()),
                        known.isEmpty()
                                ? "STORE-DB-RECORD-UNKNOWN"
                                : records.contains(id) ? "STORE-DB-RECORD-CHANGED" : "STORE-DB-RECORD-GONE",
                        RecordJson.name(id.kind()),
                        id.value()));
            }
        }
    }

    private interface Work<T> {
        Reading<T> with(Connection connection, Head head, DatabaseAddress named) throws SQLException;
    }

    private static <T> Reading<T> with(DatabaseAddress address, Work<T> work) {
        try (Link link = new Link(address, false)) {
            Optional<Finding> obstacle = link.prepare();
            if (obstacle.isPresent()) {
                return Reading.refused(obstacle.get());
            }
            Reading<DatabaseAddress> named = link.named();
            if (!named.isRead()) {
                return Reading.refused(named.findings());
            }
            return link.reading(connection -> {
                Optional<Head> head = Rows.head(connection, named.get().portfolio());
                return head.isEmpty()
                        ? Reading.refused(DatabaseSession.absent(named.get(), Rows.names(connection)))
                        : work.with(connection, head.get(), named.get());
            });
        } catch (SQLException e) {
            return Reading.refused(Failures.finding(address, e));
        }
    }
}
