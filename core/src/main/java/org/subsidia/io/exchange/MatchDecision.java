package org.subsidia.io.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.identity.OrganisationName;
import org.subsidia.io.exchange.HeadedTable.Field;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/**
 * What a person decided: whose a name is.
 *
 * @param name the beneficiary as a file writes it
 * @param postcode its postcode; empty: any
 * @param structure the structure that it is; null: none of the portfolio
 */
public record MatchDecision(
        String name, String postcode, @Nullable StructureId structure) {
    /** What stands in the column of structures for a name that is none of the portfolio’s. */
    public static final String NONE = "-";

    private static final Limits LIMITS =
            Limits.standard().withMaxBytes(16L << 20).withMaxRows(100_000);

    private static final List<Field> FIELDS = List.of(
            Field.needed("beneficiary", "beneficiary", "bénéficiaire"),
            Field.optional("postcode", "postcode", "code postal"),
            Field.needed("structure", "structure"));

    /** {@return whether the decision is about a beneficiary} */
    boolean concerns(Beneficiary one) {
        return OrganisationName.of(name)
                        .key()
                        .equals(OrganisationName.of(one.name()).key())
                && (postcode.isEmpty() || postcode.equals(one.postcode()));
    }

    /**
     * Reads decisions: a table with the columns beneficiary, postcode and structure, such as the review list of an import
     * after a person has corrected its structures. A row without a structure is not decided; a hyphen says that the
     * beneficiary is none of the portfolio’s.
     *
     * @param file CSV or XLSX
     * @param portfolio has the structures, by id, SIREN or SIRET
     * @return the decisions, with an error for each structure that the portfolio does not have
     */
    public static Reading<List<MatchDecision>> read(Path file, Portfolio portfolio) {
        Reading<TabularFile> opened = TabularFile.open(file, LIMITS);
        TabularFile table = opened.value().orElse(null);
        if (table == null) {
            return Reading.refused(opened.findings());
        }
        Optional<HeadedTable> found = HeadedTable.find(table, 0, FIELDS);
        if (found.isEmpty()) {
            return Reading.refused(Finding.error(
                    table.place(), "XCH-COLUMNS", String.join(", ", HeadedTable.missing(table, 0, FIELDS))));
        }
        List<MatchDecision> decisions = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        found.get()
                .read(
                        row -> {
                            // a hyphen is a word here, not an empty cell
                            String wanted = row.raw("structure");
                            Optional<String> name = row.find("beneficiary");
                            if (name.isEmpty() || wanted.isEmpty()) {
                                return;
                            }
                            Optional<StructureId> structure = structure(wanted, portfolio);
                            if (structure.isEmpty() && !wanted.equals(NONE)) {
                                findings.add(Finding.error(row.place("structure"), "XCH-NO-STRUCTURE", wanted));
                                return;
                            }
                            decisions.add(new MatchDecision(name.get(), row.text("postcode"), structure.orElse(null)));
                        },
                        findings::add);
        return findings.stream().anyMatch(one -> one.severity() == Severity.ERROR)
                ? Reading.refused(findings)
                : Reading.of(List.copyOf(decisions), findings);
    }

    private static Optional<StructureId> structure(String wanted, Portfolio portfolio) {
        return portfolio.structures().stream()
                .filter(one ->
                        wanted.equals(one.id().value()) || wanted.equals(one.siren()) || wanted.equals(one.siret()))
                .findFirst()
                .map(Structure::id);
    }
}
