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
 * given, whatever others did before, as one edit of the audit trail. A connection that is lost is sought again; where it does not
 * come back and the commit was under way, {@code STORE-DB-UNSURE} says that nobody knows: {@link #save} again settles it.
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
        return written(portfolio, fresh).map(done -> new Saved(Sha256.of(json), json.length));
    }

    /** Tried again while there is hope: the token of its edit, or what is there, tells whether an earlier attempt was made. */
    private Reading<Portfolio> written(Portfolio portfolio, boolean fresh) {
        if (address.portfolio().isEmpty()) {
            return Reading.refused(Finding.error(address.place(), "STORE-DB-UNNAMED", address.shown()));
        }
        String token = UUID.randomUUID().toString();
        long end = System.nanoTime() + options.patience().toNanos();
        boolean doubtful = false;
        try (Link link = new Link(address, true)) {
            Optional<Finding> obstacle = link.prepare();
            if (obstacle.isPresent()) {
                return Reading.refused(obstacle.get());
            }
            for (int attempt = 1; ; attempt++) {
                Attempt save = new Attempt(link, portfolio, token, fresh, doubtful);
                try {
                    return save.run();
                } catch (SQLException e) {
                    link.rollback();
                    link.drop(e, save.committing);
                    doubtful |= save.committing;
                    boolean busy = Failures.isBusy(e);
                    boolean lost = save.committing || Failures.isLost(e);
                    boolean again = (busy && attempt < ATTEMPTS) || (lost && System.nanoTime() < end && Link.paused());
                    if (!again) {
                        Finding why = Failures.finding(address, e);
                        return doubtful
                                ? Reading.refused(List.of(Failures.unsure(address), why))
                                : Reading.refused(why);
                    }
                }
            }
        }
    }

    /** One transaction. */
    private final class Attempt {
        private final Link link;
        private final Portfolio portfolio;
        private final String token;
        private final boolean fresh;
        private final boolean doubtful;
        private boolean committing;

        Attempt(Link link, Portfolio portfolio, String token, boolean fresh, boolean doubtful) {
            this.link = link;
            this.portfolio = portfolio;
            this.token = token;
            this.fresh = fresh;
            this.doubtful = doubtful;
        }

        Reading<Portfolio> run() throws SQLException {
            Connection connection = link.writing();
            Optional<Head> there = Rows.lockedHead(connection, address.portfolio());
            if (there.isPresent()
                    && doubtful
                    && Rows.numberOf(connection, there.get(), token).isPresent()) {
                link.rollback();
                return Reading.of(portfolio);
            }
            if (there.isPresent() && fresh && !(doubtful && there.get().edits() == 0)) {
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
                Rows.append(connection, head, record, token, portfolio);
            }
            if (!before.get().extras().equals(portfolio.extras())) {
                Rows.updateExtras(connection, head, portfolio.extras());
            }
            committing = true;
            connection.commit();
            Rows.force(connection, address);
            committing = false;
            return Reading.of(portfolio);
        }
    }
}
