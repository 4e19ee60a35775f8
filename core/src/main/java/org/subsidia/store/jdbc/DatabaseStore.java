package org.subsidia.store.jdbc;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;
import org.subsidia.store.PortfolioJson;
import org.subsidia.store.PortfolioStore;
import org.subsidia.store.Saved;
import org.subsidia.store.Sha256;
import org.subsidia.store.jdbc.Rows.Head;

/**
 * A portfolio in a database, read or written as a whole.
 *
 * <p>For programs. Who edits one among others uses a {@link DatabaseSession}: {@link #save} makes the portfolio what it is
 * given, whatever others did before, as one edit of the audit trail.
 */
public final class DatabaseStore implements PortfolioStore {
    private static final int ATTEMPTS = 5;

    private final DatabaseAddress address;
    private final DatabaseOptions options;
    private final @Nullable String reason;

    private DatabaseStore(DatabaseAddress address, DatabaseOptions options, @Nullable String reason) {
        this.address = address;
        this.options = options;
        this.reason = reason;
    }

    /**
     * The store at an address, where there need not be a portfolio yet.
     *
     * @param address where
     * @param options in whose name it is saved
     * @param reason why it is saved; null: not said
     * @return the store
     */
    public static DatabaseStore at(DatabaseAddress address, DatabaseOptions options, @Nullable String reason) {
        return new DatabaseStore(address, options, reason);
    }

    /**
     * The portfolios of a database.
     *
     * @param address the database; its portfolio does not matter
     * @return their names, sorted; or why they cannot be read
     */
    public static Reading<List<String>> portfolios(DatabaseAddress address) {
        try (Link link = new Link(address, false)) {
            Optional<Finding> obstacle = link.prepare();
            return obstacle.isPresent() ? Reading.refused(obstacle.get()) : Reading.of(link.reading(Rows::names));
        } catch (SQLException e) {
            return Reading.refused(Failures.finding(address, e));
        }
    }

    @Override
    public String name() {
        return address.shown();
    }

    @Override
    public Reading<Portfolio> open() {
        return DatabaseSession.open(address, options).map(session -> {
            try (session) {
                return session.portfolio();
            }
        });
    }

    /**
     * Makes a portfolio where there is none of this name.
     *
     * @param portfolio what it holds; its records are the first edit
     * @return what was saved; or why there is none
     */
    public Reading<Saved> create(Portfolio portfolio) {
        return save(portfolio, true);
    }

    @Override
    public Reading<Saved> save(Portfolio portfolio) {
        return save(portfolio, false);
    }

    private Reading<Saved> save(Portfolio portfolio, boolean fresh) {
        byte[] json;
        try {
            json = PortfolioJson.write(portfolio);
        } catch (UncheckedIOException e) {
            return Reading.refused(
                    Finding.error(address.place(), "STORE-EDIT-UNWRITABLE", String.valueOf(e.getMessage())));
        }
        return writing(link -> save(link, portfolio, fresh)).map(done -> new Saved(Sha256.of(json), json.length));
    }

    private Reading<Portfolio> save(Link link, Portfolio portfolio, boolean fresh) throws SQLException {
        Connection connection = link.writing();
        Optional<Head> there = Rows.lockedHead(connection, address.portfolio());
        if (fresh && there.isPresent()) {
            link.rollback();
            return Reading.refused(
                    Finding.error(address.place(), "STORE-DB-EXISTS", address.portfolio(), address.shown()));
        }
        if (there.isEmpty()) {
            Rows.insertHead(connection, address.portfolio());
            there = Rows.lockedHead(connection, address.portfolio());
        }
        Head head = there.orElseThrow(() -> new SQLException("the portfolio vanished under its lock", "40001"));
        Reading<Portfolio> before = Rows.portfolio(connection, head, address.shown());
        if (!before.isRead()) {
            link.rollback();
            return before;
        }
        Edit edit = before.get().editTo(portfolio);
        List<Finding> obstacles = new ArrayList<>();
        for (RecordId id : edit.records()) {
            Optional<PortfolioRecord> record = portfolio.find(id);
            record.flatMap(Figures::obstacle).ifPresent(obstacles::add);
        }
        if (!obstacles.isEmpty()) {
            link.rollback();
            return Reading.refused(obstacles);
        }
        if (!edit.records().isEmpty()) {
            EditRecord record = new EditRecord(
                    edit, options.author(), options.clock().instant().truncatedTo(ChronoUnit.MILLIS), reason);
            Rows.append(connection, head, record, UUID.randomUUID().toString(), portfolio);
        }
        if (!before.get().extras().equals(portfolio.extras())) {
            Rows.updateExtras(connection, head, portfolio.extras());
        }
        connection.commit();
        Rows.force(connection, address);
        return Reading.of(portfolio);
    }

    private interface Write<T> {
        Reading<T> with(Link link) throws SQLException;
    }

    /** Writing a whole portfolio twice changes nothing the second time, so that any failure may be tried again. */
    private <T> Reading<T> writing(Write<T> write) {
        if (address.portfolio().isEmpty()) {
            return Reading.refused(Finding.error(address.place(), "STORE-DB-UNNAMED", address.shown()));
        }
        try (Link link = new Link(address, true)) {
            Optional<Finding> obstacle = link.prepare();
            if (obstacle.isPresent()) {
                return Reading.refused(obstacle.get());
            }
            for (int attempt = 1; ; attempt++) {
                try {
                    return write.with(link);
                } catch (SQLException e) {
                    link.rollback();
                    link.drop(e);
                    boolean again = Failures.isBusy(e) || Failures.state(e).equals("23505");
                    if (!again || attempt == ATTEMPTS) {
                        return Reading.refused(Failures.finding(address, e));
                    }
                }
            }
        }
    }
}
