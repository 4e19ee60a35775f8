package org.subsidia.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The job of the funding benchmark, done by DuckDB in one statement, on as many threads as it is told. */
public final class DuckdbFunding {
    private static final String LUHN = """
            CREATE MACRO valid_siret(s) AS regexp_full_match(s, '[0-9]{14}') AND list_sum(list_transform(
                range(14), i -> CASE WHEN i % 2 = 1 THEN (ascii(s[i + 1]) - 48)
                    WHEN ascii(s[i + 1]) > 52 THEN (ascii(s[i + 1]) - 48) * 2 - 9
                    ELSE (ascii(s[i + 1]) - 48) * 2 END)) % 10 = 0""";
    private static final String JOB = """
            WITH published AS (
              SELECT idBeneficiaire AS b, idAttribuant AS f, try_cast(dateConvention AS DATE) AS day, montant, nature,
                notificationUE, try_cast(pourcentageSubvention AS DOUBLE) AS share, pourcentageSubvention AS written
              FROM read_csv('%s', header = true, delim = ',', quote = '"', escape = '"', all_varchar = true)),
            distinct_ids AS (SELECT DISTINCT id FROM (SELECT b AS id FROM published UNION ALL SELECT f FROM published)),
            valid_ids AS (SELECT id FROM distinct_ids WHERE valid_siret(id)),
            sums AS (
              SELECT CAST(b AS BIGINT) AS b, year(day) AS y, CAST(f AS BIGINT) AS f,
                sum(CAST(CAST(montant AS DECIMAL(18, 2)) * 100 AS BIGINT)) AS cents, count(*) AS n
              FROM published
              WHERE valid_siret(b) AND valid_siret(f)
                AND day IS NOT NULL AND regexp_full_match(montant, '-?[0-9]+([.][0-9]{1,2})?')
                AND nature IN ('aide en numéraire', 'aide en nature', 'aide en numéraire;aide en nature',
                  'aide en nature;aide en numéraire')
                AND notificationUE IN ('oui', 'non') AND (written IS NULL OR (share > 0 AND share <= 1))
              GROUP BY ALL)
            SELECT sum(n), count(*), sum(cents), sum((cents %% 1000003) * (b %% 1000003 + f %% 999983 + y)) FROM sums""";

    private DuckdbFunding() {}

    /**
     * Sums one file and prints the figures that all contenders print.
     *
     * @param args the file and the number of threads
     * @throws SQLException if the database refuses
     */
    public static void main(String[] args) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads = " + Integer.parseInt(args[1]));
            statement.execute("SET preserve_insertion_order = false");
            statement.execute(LUHN);
            try (ResultSet sums = statement.executeQuery(JOB.formatted(args[0].replace("'", "''")))) {
                sums.next();
                System.out.printf(
                        "rows=%s groups=%s cents=%s mixed=%s%n",
                        sums.getString(1), sums.getString(2), sums.getString(3), sums.getString(4));
            }
        }
    }
}
