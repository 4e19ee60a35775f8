package org.subsidia.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

/** One connection to a database, opened anew after it was lost. */
final class Link implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final DatabaseAddress address;
    private final Connector connector;
    private @Nullable Connection connection;

    Link(DatabaseAddress address, boolean creates) {
        this.address = address;
        this.connector = new Connector(address, creates);
    }

    /** Something done with a connection in one transaction. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    DatabaseAddress address() {
        return address;
    }

    /** The connection, with no transaction begun. */
    Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = connector.getConnection();
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    /** Reads in one transaction that sees one state of the database. */
    <T> T reading(Work<T> work) throws SQLException {
        try {
            Connection open = connection();
            open.setTransactionIsolation(
                    Connection.TRANSACTION_REPEATABLE_READ); // goes to the server: may be the first to fail
            return work.with(open);
        } catch (SQLException e) {
            drop(e, false);
            throw e;
        } finally {
            rollback();
        }
    }

    /** Begins a transaction that writes. */
    Connection writing() throws SQLException {
        Connection open = connection();
        open.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return open;
    }

    /** Ends the transaction without its changes; a connection that cannot is dropped. */
    void rollback() {
        Connection open = connection;
        if (open != null) {
            try {
                open.rollback();
            } catch (SQLException e) {
                close();
            }
        }
    }

    /** Lets go of a connection that was lost, or that failed in a commit and may hold half of it. */
    void drop(SQLException e, boolean committing) {
        if (committing || Failures.isLost(e)) {
            close();
        }
    }

    /** Waits a moment before the next attempt; false where somebody interrupts. */
    static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // it is gone either way, and nothing uncommitted is meant to stay
                connection = null;
            }
        }
    }

    /** Connects and brings the schema forward; what stands in the way is answered. */
    Optional<Finding> prepare() {
        try {
            return Schema.prepare(connection(), connector, address);
        } catch (SQLException e) {
            return Optional.of(Failures.finding(address, e));
        } catch (NoClassDefFoundError e) {
            return Optional.of(Failures.missing(address, e));
        }
    }

    /** The portfolio that the address names, or the only one. */
    Reading<DatabaseAddress> named() throws SQLException {
        if (!address.portfolio().isEmpty()) {
            return Reading.of(address);
        }
        List<String> names = reading(Rows::names);
        return names.size() == 1
                ? Reading.of(address.withPortfolio(names.get(0)))
                : Reading.refused(Finding.error(
                        address.place(), "STORE-DB-WHICH", address.shown(), names.size(), String.join(", ", names)));
    }
}
