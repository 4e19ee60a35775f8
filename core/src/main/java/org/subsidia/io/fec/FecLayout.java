package org.subsidia.io.fec;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.subsidia.law.Law;

/** How the lines of a FEC are laid out, told by its header. */
final class FecLayout {
    /** A header has at least so many separators, by the administration's test. */
    private static final int LEAST_SEPARATORS = 8;

    private static final List<Character> CANDIDATES = List.of('\t', '|', ';', ',');

    private final char separator;
    private final List<String> cells;
    private final EnumMap<FecField, Integer> positions = new EnumMap<>(FecField.class);

    private FecLayout(char separator, List<String> cells) {
        this.separator = separator;
        this.cells = cells;
        for (int i = 0; i < cells.size(); i++) {
            int at = i;
            FecField.of(cells.get(i)).ifPresent(field -> positions.putIfAbsent(field, at));
        }
    }

    /** The layout of a header line; none where no separator stands in it often enough. */
    static Optional<FecLayout> of(String header) {
        return CANDIDATES.stream()
                .filter(separator -> header.chars().filter(c -> c == separator).count() >= LEAST_SEPARATORS)
                .findFirst()
                .map(separator -> new FecLayout(separator, List.of(split(header, separator))));
    }

    char separator() {
        return separator;
    }

    /** The header as it stands. */
    List<String> cells() {
        return cells;
    }

    /** The position of a field, from 0; −1 where it is missing. */
    int position(FecField field) {
        Integer position = positions.get(field);
        return position == null ? -1 : position;
    }

    static String[] split(String text, char separator) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            cells.add(text.substring(from, to));
            from = to + 1;
        }
        cells.add(text.substring(from));
        return cells.toArray(String[]::new);
    }

    boolean has(FecField field) {
        return positions.containsKey(field);
    }

    boolean hasAmountAndSign() {
        return !has(FecField.DEBIT) && !has(FecField.CREDIT) && has(FecField.MONTANT) && has(FecField.SENS);
    }

    FecRegime regime() {
        if (has(FecField.ID_CLIENT)) {
            return FecRegime.CASH_PROFESSIONAL;
        }
        return has(FecField.DATE_RGLT) || has(FecField.MODE_RGLT) || has(FecField.NAT_OP)
                ? FecRegime.CASH_AGRICULTURAL
                : FecRegime.COMMERCIAL;
    }

    /** The fields that the law wants and the header lacks, in the law's order. */
    List<String> missing(Law law) {
        List<String> wanted = new ArrayList<>(law.list("accounting.fec.columns").value());
        if (hasAmountAndSign()) {
            wanted.removeAll(List.of(FecField.DEBIT.header(), FecField.CREDIT.header()));
            wanted.addAll(law.list("accounting.fec.columns-amount-sign").value());
        }
        if (regime() == FecRegime.CASH_AGRICULTURAL) {
            wanted.addAll(law.list("accounting.fec.columns-cash-agricultural").value());
        } else if (regime() == FecRegime.CASH_PROFESSIONAL) {
            wanted.addAll(law.list("accounting.fec.columns-cash-professional").value());
        }
        return wanted.stream()
                .filter(name -> FecField.of(name).map(field -> !has(field)).orElse(true))
                .toList();
    }

    /** The fields without which there are no accounts. */
    List<String> missingForBooks() {
        List<String> missing = new ArrayList<>();
        for (FecField field :
                List.of(FecField.JOURNAL_CODE, FecField.ECRITURE_NUM, FecField.ECRITURE_DATE, FecField.COMPTE_NUM)) {
            if (!has(field)) {
                missing.add(field.header());
            }
        }
        if (!hasAmountAndSign() && !(has(FecField.DEBIT) && has(FecField.CREDIT))) {
            missing.addAll(List.of(FecField.DEBIT.header(), FecField.CREDIT.header()));
        }
        return missing;
    }

    /** The columns that are no field of any form. */
    List<String> extra() {
        return cells.stream()
                .filter(cell -> !cell.isBlank() && FecField.of(cell).isEmpty())
                .toList();
    }
}
