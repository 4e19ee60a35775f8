package org.subsidia.io.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.OrganisationName;
import org.subsidia.io.exchange.HeadedTable.Field;
import org.subsidia.io.tabular.FormulaGuard;
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
 * @param number its SIRET, SIREN or RNA, which then tells it from others of its name; empty: its name and postcode do
 * @param structure the structure that it is; null: none of the portfolio
 * @param make whether a structure is made of it, where it is none of the portfolio
 */
public record MatchDecision(
        String name,
        String postcode,
        String number,
        @Nullable StructureId structure,
        boolean make) {
    /** What stands in the column of structures for a name that is none of the portfolio’s. */
    public static final String NONE = "-";

    /** What stands in the column of structures for a beneficiary of which a structure is to be made. */
    public static final String MAKE = "+";

    private static final String ENDING = ".matches.csv";

    private static final Limits LIMITS =
            Limits.standard().withMaxBytes(16L << 20).withMaxRows(100_000);

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setDelimiter(';')
            .setQuoteMode(QuoteMode.MINIMAL)
            .setRecordSeparator("\r\n")
            .get();

    private static final List<Field> FIELDS = List.of(
            Field.needed("beneficiary", "beneficiary", "bénéficiaire"),
            Field.optional("postcode", "postcode", "code postal"),
            Field.optional("number", "number", "siret", "siren", "numéro"),
            Field.needed("structure", "structure"));

    /** A decision about a name. */
    public MatchDecision(String name, String postcode, @Nullable StructureId structure) {
        this(name, postcode, "", structure, false);
    }

    /**
     * A beneficiary is a structure, or none.
     *
     * @param one whom a file names
     * @param structure the structure; null: none of the portfolio
     * @return the decision
     */
    public static MatchDecision of(Beneficiary one, @Nullable StructureId structure) {
        return new MatchDecision(one.name(), one.postcode(), numberOf(one), structure, false);
    }

    /**
     * A structure is to be made of a beneficiary.
     *
     * @param one whom a file names
     * @return the decision
     */
    public static MatchDecision making(Beneficiary one) {
        return new MatchDecision(one.name(), one.postcode(), numberOf(one), null, true);
    }

    private static String numberOf(Beneficiary one) {
        return one.number().map(OrganisationId::value).orElse("");
    }

    /**
     * Whether the decision is about a beneficiary.
     *
     * @param one whom a file names
     * @return whether its number agrees, where the decision has one, else its name and postcode
     */
    public boolean concerns(Beneficiary one) {
        if (!number.isEmpty()) {
            return one.numbers().stream().anyMatch(each -> each.value().equals(number));
        }
        return OrganisationName.of(name)
                        .key()
                        .equals(OrganisationName.of(one.name()).key())
                && (postcode.isEmpty() || postcode.equals(one.postcode()));
    }

    /**
     * Where the decisions of a portfolio are kept by custom.
     *
     * @param portfolio the file of the portfolio
     * @return the file beside it
     */
    public static Path beside(Path portfolio) {
        String name = String.valueOf(portfolio.getFileName());
        int point = name.lastIndexOf('.');
        return portfolio.resolveSibling((point > 0 ? name.substring(0, point) : name) + ENDING);
    }

    /**
     * Reads decisions: a table with the columns beneficiary, postcode and structure, such as the review list of an import
     * after a person has corrected its structures. A row without a structure is not decided; a hyphen says that the
     * beneficiary is none of the portfolio’s, a plus sign that a structure is to be made of it.
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
                            String name = row.text("beneficiary");
                            String number = row.text("number");
                            if ((name.isEmpty() && number.isEmpty()) || wanted.isEmpty()) {
                                return;
                            }
                            Optional<StructureId> structure = structure(wanted, portfolio);
                            boolean make = wanted.equals(MAKE);
                            if (structure.isEmpty() && !make && !wanted.equals(NONE)) {
                                findings.add(Finding.error(row.place("structure"), "XCH-NO-STRUCTURE", wanted));
                                return;
                            }
                            decisions.add(new MatchDecision(
                                    name, row.text("postcode"), number, structure.orElse(null), make));
                        },
                        findings::add);
        return findings.stream().anyMatch(one -> one.severity() == Severity.ERROR)
                ? Reading.refused(findings)
                : Reading.of(List.copyOf(decisions), findings);
    }

    /**
     * Decisions as a table that {@link #read} reads and a spreadsheet opens; of a beneficiary that several are about, the first
     * counts and is written.
     *
     * @param decisions what a person decided
     * @return the text of a CSV file, to be encoded as UTF-8
     */
    public static String text(List<MatchDecision> decisions) {
        StringBuilder text = new StringBuilder("\ufeff");
        Set<List<String>> written = new HashSet<>();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(FIELDS.stream().map(Field::id));
            for (MatchDecision one : decisions) {
                if (written.add(List.of(one.name, one.postcode, one.number))) {
                    printer.printRecord(
                            FormulaGuard.guarded(one.name),
                            FormulaGuard.guarded(one.postcode),
                            FormulaGuard.guarded(one.number),
                            one.word());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What stands in the column of structures. */
    private String word() {
        if (make) {
            return MAKE;
        }
        return structure == null ? NONE : structure.value();
    }

    private static Optional<StructureId> structure(String wanted, Portfolio portfolio) {
        return portfolio.structures().stream()
                .filter(one ->
                        wanted.equals(one.id().value()) || wanted.equals(one.siren()) || wanted.equals(one.siret()))
                .findFirst()
                .map(Structure::id);
    }
}
