package org.subsidia.store.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to the database of an address.
 *
 * <p>The drivers are named here, and asked for only when one is needed: each is an optional dependency.
 */
final class Connector implements DataSource {
    /** A server that does not answer for so long, in seconds, is gone; a transaction that waits for a lock for so long ends. */
    private static final String PATIENCE = "20";

    private final DatabaseAddress address;
    private final boolean creates;

    /** With {@code creates}, a file of H2 that is not there is made. */
    Connector(DatabaseAddress address, boolean creates) {
        this.address = address;
        this.creates = creates;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties settings = new Properties();
        if (address.user() != null) {
            settings.setProperty("user", address.user());
        }
        if (address.password() != null) {
            settings.setProperty("password", address.password());
        }
        Connection connection = address.isH2() ? h2(settings) : postgresql(settings);
        if (connection == null) {
            throw new SQLException(address.shown(), Failures.NO_SUCH_ADDRESS);
        }
        return connection;
    }

    private @Nullable Connection h2(Properties settings) throws SQLException {
        StringBuilder url = new StringBuilder(address.url());
        String given = address.url().toUpperCase(Locale.ROOT);
        if (!creates && !given.contains(";IFEXISTS=") && !given.startsWith("JDBC:H2:MEM:")) {
            url.append(";IFEXISTS=TRUE");
        }
        if (!given.contains(";LOCK_TIMEOUT=")) {
            url.append(";LOCK_TIMEOUT=").append(PATIENCE).append("000");
        }
        if (address.user() == null && !given.contains(";USER=")) {
            settings.setProperty("user", "sa");
        }
        Driver driver = new org.h2.Driver();
        if (given.contains(";WRITE_DELAY=")) {
            return driver.connect(url.toString(), settings);
        }
        try {
            return driver.connect(url + ";WRITE_DELAY=0", settings);
        } catch (SQLException e) {
            if (!Failures.state(e).equals(Failures.ADMIN_ONLY)) {
                throw e;
            }
            // a setting of the whole database, which only its owner makes
            return driver.connect(url.toString(), settings);
        }
    }

    /** What the address itself says goes before these settings. */
    private @Nullable Connection postgresql(Properties settings) throws SQLException {
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("socketTimeout", "30");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("ApplicationName", "Subsidia");
        settings.setProperty(
                "options",
                "-c lock_timeout=" + PATIENCE + "s -c idle_in_transaction_session_timeout=" + PATIENCE
                        + "s -c synchronous_commit=on");
        Driver driver = new org.postgresql.Driver();
        return driver.connect(address.url(), settings);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.subsidia.store.jdbc");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
