package org.subsidia.store.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.subsidia.finding.Finding;

/** What a failure of a database means, by its SQL state, which H2 and PostgreSQL mostly share. */
final class Failures {
    /** The state of an address that no driver takes. */
    static final String NO_SUCH_ADDRESS = "90046";

    /** The state of H2 for what only an administrator may do. */
    static final String ADMIN_ONLY = "90040";

    private static final Set<String> UNREACHABLE =
            Set.of("57P01", "57P02", "57P03", "53300", "90067", "90098", "90121", "25P03", "57014");
    private static final Set<String> PASSWORD = Set.of("28P01", "28000", "90068");
    private static final Set<String> ABSENT = Set.of("3D000", "90013", "90146", "90149");
    private static final Set<String> RIGHT = Set.of("42501", "25006", "90096", "90097", ADMIN_ONLY);
    private static final Set<String> FULL = Set.of("53100", "53400", "54000");
    /** A number or name that somebody else took in the same instant: the next attempt sees what they made. */
    private static final String TAKEN = "23505";

    private static final Set<String> BUSY = Set.of("55P03", "50200", "HYT00", "90131", "40001", "40P01", TAKEN);
    private static final Set<String> TABLE_ABSENT = Set.of("42P01", "42S02", "42S03", "42S04", "3F000", "90079");
    private static final Set<String> URL = Set.of(NO_SUCH_ADDRESS, "90011", "90113", "90066");

    private Failures() {}

    static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** Whether the connection is gone, so that another one may do better. */
    static boolean isLost(SQLException e) {
        return state(e).startsWith("08") || UNREACHABLE.contains(state(e));
    }

    /** Whether the same transaction may succeed a moment later. */
    static boolean isBusy(SQLException e) {
        return BUSY.contains(state(e));
    }

    static boolean isTableAbsent(SQLException e) {
        return TABLE_ABSENT.contains(state(e));
    }

    static boolean isRight(SQLException e) {
        return RIGHT.contains(state(e));
    }

    /** The sentence for a failure; the address is shown without its credentials. */
    static Finding finding(DatabaseAddress address, SQLException e) {
        String state = state(e);
        String code = "STORE-DB-FAILED";
        if (isLost(e)) {
            code = "STORE-DB-UNREACHABLE";
        } else if (PASSWORD.contains(state)) {
            code = "STORE-DB-PASSWORD";
        } else if (ABSENT.contains(state)) {
            code = "STORE-DB-ABSENT";
        } else if (isRight(e)) {
            code = "STORE-DB-RIGHT";
        } else if (FULL.contains(state)) {
            code = "STORE-DB-FULL";
        } else if (isBusy(e)) {
            code = "STORE-DB-BUSY";
        } else if (state.equals("90020")) {
            code = "STORE-DB-FILE-HELD";
        } else if (URL.contains(state)) {
            code = "STORE-DB-URL";
        } else if (isTableAbsent(e)) {
            code = "STORE-DB-EMPTY";
        }
        return Finding.error(address.place(), code, address.shown(), words(e));
    }

    /** A connection that was lost while the database was asked to commit. */
    static Finding unsure(DatabaseAddress address) {
        return Finding.error(address.place(), "STORE-DB-UNSURE", address.shown());
    }

    /** A driver or library that is not on the class path. */
    static Finding missing(DatabaseAddress address, LinkageError e) {
        String library = address.isH2() ? "com.h2database:h2" : "org.postgresql:postgresql";
        String missing = String.valueOf(e.getMessage());
        if (missing.contains("flyway")) {
            library = "org.flywaydb:flyway-core";
        }
        return Finding.error(address.place(), "STORE-DB-DRIVER", address.shown(), library);
    }

    /** The first line of the database’s own words. */
    private static String words(SQLException e) {
        String words = e.getMessage();
        if (words == null || words.isBlank()) {
            return e.getClass().getSimpleName() + ' ' + state(e);
        }
        return words.strip().lines().findFirst().orElse("");
    }
}
