package org.subsidia.io.statepayments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.subsidia.finding.Finding;
import org.subsidia.io.exchange.CellRow;
import org.subsidia.io.exchange.HeadedTable;
import org.subsidia.io.exchange.HeadedTable.Field;
import org.subsidia.io.tabular.TabularFile;

/** A FONJEP workbook: its sheets by their headers. Contacts are not read. */
record FonjepBook(
        List<CellRow> parties,
        List<CellRow> posts,
        List<CellRow> payments,
        List<CellRow> schemes,
        List<Finding> findings) {
    private static final List<Field> PARTIES = List.of(
            Field.needed("code", "Code"),
            Field.needed("name", "RaisonSociale"),
            Field.needed("number", "SiretOuRidet"),
            Field.optional("postcode", "CodePostal"));
    private static final List<Field> POSTS = List.of(
            Field.needed("code", "Code"),
            Field.optional("scheme", "DispositifId"),
            Field.needed("status", "PstStatutPosteLibelle"),
            Field.optional("origin", "FinanceurPrincipalCode"),
            Field.optional("decider", "FinanceurAttributeurCode"),
            Field.needed("beneficiary", "AssociationBeneficiaireCode"),
            Field.needed("year", "Annee"),
            Field.needed("amount", "MontantSubvention"),
            Field.optional("end", "DateFinTriennalite"));
    private static final List<Field> PAYMENTS = List.of(
            Field.needed("post", "PosteCode"),
            Field.needed("from", "PeriodeDebut"),
            Field.needed("to", "PeriodeFin"),
            Field.needed("day", "DateVersement"),
            Field.needed("due", "MontantAPayer"),
            Field.needed("paid", "MontantPaye"));
    private static final List<Field> SCHEMES = List.of(
            Field.needed("id", "ID"), Field.needed("label", "Libelle"), Field.needed("funder", "FinanceurCode"));

    /** Whether a file has the sheets of such a workbook; only their heads are read. */
    static boolean isIn(TabularFile file) {
        return Stream.of(POSTS, PAYMENTS)
                .allMatch(fields -> IntStream.range(0, file.sheets().size())
                        .anyMatch(sheet -> HeadedTable.find(file, sheet, fields).isPresent()));
    }

    static Optional<FonjepBook> find(TabularFile file) {
        List<Finding> findings = new ArrayList<>();
        Optional<List<CellRow>> posts = rows(file, POSTS, findings);
        Optional<List<CellRow>> payments = rows(file, PAYMENTS, findings);
        if (posts.isEmpty() || payments.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FonjepBook(
                rows(file, PARTIES, findings).orElse(List.of()),
                posts.get(),
                payments.get(),
                rows(file, SCHEMES, findings).orElse(List.of()),
                findings));
    }

    private static Optional<List<CellRow>> rows(TabularFile file, List<Field> fields, List<Finding> findings) {
        for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
            Optional<HeadedTable> table = HeadedTable.find(file, sheet, fields);
            if (table.isPresent()) {
                List<CellRow> rows = new ArrayList<>();
                table.get().read(rows::add, findings::add);
                return Optional.of(rows);
            }
        }
        return Optional.empty();
    }
}
