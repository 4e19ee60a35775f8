package org.subsidia.io.population;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Recipient;

/**
 * Reads a table with one row a structure, funder and year, CSV or XLSX.
 *
 * <p>Columns, in any order, in French or English: {@code structure}, {@code nom}, {@code type}, {@code classe}, {@code region},
 * {@code poids_region}, {@code departement}, {@code label_fin}, {@code poste}, {@code financeur}, {@code niveau}, {@code annee},
 * {@code montant}; every column {@code cle_…} is a key. {@code poste} says what the amount is: {@code subvention} (when it is
 * empty), {@code subvention_ponctuelle}, {@code charges_fixes}, {@code charges_variables}, {@code produits_prives} or
 * {@code tresorerie}. What is said once of a structure need not be repeated. A first cell {@code fictif} in a column {@code origine} marks the population as made up.
 */
public final class PopulationFile {
    private static final long MOST_BYTES = 512L * 1024 * 1024;

    private PopulationFile() {}

    /**
     * Reads a population.
     *
     * @param file CSV or XLSX of at most 512 MiB
     * @return the population with a finding for each row left out, or why the file is not accepted
     */
    public static Reading<Population> read(Path file) {
        Place place = Place.file(file.toString());
        Reading<TabularFile> opened = TabularFile.open(file, Limits.standard().withMaxBytes(MOST_BYTES));
        Optional<TabularFile> table = opened.value();
        if (table.isEmpty()) {
            return Reading.refused(opened.findings());
        }
        List<Finding> findings = new ArrayList<>(opened.findings());
        PopulationRows rows = new PopulationRows(place, findings);
        boolean whole = table.get().read(0, rows, findings::add);
        if (!rows.hasHeader()) {
            return refused(findings, Finding.error(place, "POP-HEADER", String.join(", ", rows.missing())));
        }
        if (!whole) {
            return refused(findings, Finding.error(place, "POP-NOT-WHOLE"));
        }
        if (rows.isEmpty()) {
            return refused(findings, Finding.error(place, "POP-EMPTY"));
        }
        String name = String.valueOf(file.getFileName());
        return Reading.of(rows.population(name), findings);
    }

    /**
     * What was passed on of a table.
     *
     * @param structures how many
     * @param synthetic whether they are made up
     */
    public record Passed(long structures, boolean synthetic) {}

    /**
     * Reads a table of any size, structure by structure, in little memory: the rows of a structure stand together, and the
     * structures in the order of their ids.
     *
     * @param file CSV or XLSX
     * @param sink told each structure after its last row
     * @return how many there were, with a finding for each row left out, or why the file is not accepted; {@code POP-ORDER}: its
     *     rows stand in another order
     */
    public static Reading<Passed> each(Path file, Consumer<Recipient> sink) {
        Place place = Place.file(file.toString());
        Reading<TabularFile> opened = TabularFile.open(file, Limits.standard());
        Optional<TabularFile> table = opened.value();
        if (table.isEmpty()) {
            return Reading.refused(opened.findings());
        }
        List<Finding> findings = new ArrayList<>(opened.findings());
        PopulationRows rows = new PopulationRows(place, findings, sink);
        boolean whole = table.get().read(0, rows, findings::add);
        rows.pass();
        if (!rows.hasHeader()) {
            return refused(findings, Finding.error(place, "POP-HEADER", String.join(", ", rows.missing())));
        }
        boolean order = findings.stream().anyMatch(each -> each.code().equals("POP-ORDER"));
        if (!whole || order) {
            return refused(findings, Finding.error(place, "POP-NOT-WHOLE"));
        }
        return rows.passed().structures() == 0
                ? refused(findings, Finding.error(place, "POP-EMPTY"))
                : Reading.of(rows.passed(), findings);
    }

    private static <T> Reading<T> refused(List<Finding> findings, Finding reason) {
        boolean said = findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
        List<Finding> all = new ArrayList<>(findings);
        if (!said) {
            all.add(reason);
        }
        return Reading.refused(all);
    }
}
