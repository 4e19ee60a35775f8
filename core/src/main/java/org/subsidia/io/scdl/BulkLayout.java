package org.subsidia.io.scdl;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.subsidia.io.tabular.CsvDialect;
import org.subsidia.ledger.FundingDimension;

/**
 * Where the columns of a file stand, for the reader of rows that are written by the rules.
 *
 * @param dialect charset and separator
 * @param columns how many cells a row has
 * @param places index of each column of the standard that the file has
 * @param dimensions those of which the ledger may ask the text
 * @param texts the columns whose text the ledger may ask: names of beneficiary and funder, then those of the dimensions
 */
record BulkLayout(
        CsvDialect dialect,
        int columns,
        Map<ScdlColumn, Integer> places,
        List<FundingDimension> dimensions,
        List<Integer> texts) {
    private static final List<ScdlColumn> NEEDED = List.of(
            ScdlColumn.NOM_ATTRIBUANT,
            ScdlColumn.ID_ATTRIBUANT,
            ScdlColumn.DATE_CONVENTION,
            ScdlColumn.NOM_BENEFICIAIRE,
            ScdlColumn.ID_BENEFICIAIRE,
            ScdlColumn.MONTANT);
    static final int BENEFICIARY = 0;
    static final int FUNDER = 1;
    private static final int FIRST_DIMENSION = 2;

    /** The layout, if the file has all that a row by the rules needs and nothing that needs more than the rules. */
    static Optional<BulkLayout> of(CsvDialect dialect, ScdlHeader header, List<FundingDimension> dimensions) {
        Map<ScdlColumn, Integer> places = new EnumMap<>(ScdlColumn.class);
        for (ScdlColumn column : header.columns()) {
            OptionalInt position = header.position(column);
            position.ifPresent(place -> places.put(column, place));
        }
        return header.isSimple() ? of(dialect, header.width(), places, dimensions) : Optional.empty();
    }

    private static Optional<BulkLayout> of(
            CsvDialect dialect, int columns, Map<ScdlColumn, Integer> places, List<FundingDimension> dimensions) {
        if (!places.keySet().containsAll(NEEDED) || places.keySet().stream().anyMatch(ScdlColumn::isExtended)) {
            return Optional.empty();
        }
        List<FundingDimension> asked =
                dimensions.stream().filter(d -> columnOf(d).isPresent()).toList();
        List<Integer> texts = new ArrayList<>();
        texts.add(places.getOrDefault(ScdlColumn.NOM_BENEFICIAIRE, -1));
        texts.add(places.getOrDefault(ScdlColumn.NOM_ATTRIBUANT, -1));
        for (FundingDimension dimension : asked) {
            texts.add(columnOf(dimension).map(c -> places.getOrDefault(c, -1)).orElse(-1));
        }
        return Optional.of(new BulkLayout(dialect, columns, Map.copyOf(places), asked, texts));
    }

    private static Optional<ScdlColumn> columnOf(FundingDimension dimension) {
        return switch (dimension) {
            case PURPOSE -> Optional.of(ScdlColumn.OBJET);
            case NATURE -> Optional.of(ScdlColumn.NATURE);
            case SCHEME -> Optional.of(ScdlColumn.DISPOSITIF_AIDE);
            case PAYMENT_CONDITIONS -> Optional.of(ScdlColumn.CONDITIONS_VERSEMENT);
            case EU_NOTIFIED -> Optional.of(ScdlColumn.NOTIFICATION_UE);
            case BENEFICIARY, FUNDER, YEAR, REGION -> Optional.empty();
        };
    }

    static int text(int dimension) {
        return FIRST_DIMENSION + dimension;
    }

    int place(ScdlColumn column) {
        return places.getOrDefault(column, -1);
    }

    Charset encoding() {
        return dialect.charset();
    }
}
