package org.subsidia.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.subsidia.finding.Message;
import org.subsidia.money.AmountFormat;

/** Cells as people read them in one language. */
public final class CellText {
    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.0005");

    /** Places that people are shown of a number; CSV and JSON have all. */
    private static final int PLACES = 4;

    private final Locale locale;

    /**
     * Cells in a language.
     *
     * @param locale its language chooses the words: French, else English
     */
    public CellText(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /**
     * A cell by itself.
     *
     * @param cell any cell
     * @return amounts with their currency, shares as percentages; why it is unknown; nothing for an empty cell
     */
    public String full(Cell cell) {
        return cell instanceof Cell.Amount amount ? AmountFormat.format(amount.money(), locale) : plain(cell);
    }

    /** The cell under a header that names the currency, if all amounts of the column have the same. */
    String in(Cell cell, Optional<CurrencyUnit> currency) {
        return cell instanceof Cell.Amount amount && currency.isPresent()
                ? AmountFormat.number(amount.money(), locale)
                : full(cell);
    }

    private String plain(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        } else if (cell instanceof Cell.Words words) {
            return words.message().in(locale);
        } else if (cell instanceof Cell.Legal legal) {
            return legal.version().words().in(locale);
        } else if (cell instanceof Cell.Share share) {
            return percent(share.share());
        } else if (cell instanceof Cell.Count count) {
            return Message.of("REPORT-VERBATIM", count.count()).in(locale);
        } else if (cell instanceof Cell.Decimal decimal) {
            return Message.of("REPORT-VERBATIM", rounded(decimal.number())).in(locale);
        } else if (cell instanceof Cell.Day day) {
            return Message.of("REPORT-VERBATIM", day.date()).in(locale);
        } else if (cell instanceof Cell.Month month) {
            return Message.of("REPORT-VERBATIM", month.month()).in(locale);
        } else if (cell instanceof Cell.Moment moment) {
            return Message.of("REPORT-VERBATIM", moment.time().toLocalDateTime())
                    .in(locale);
        } else if (cell instanceof Cell.Unknown unknown) {
            return Message.of("REPORT-UNKNOWN", unknown.reason()).in(locale);
        }
        return "";
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.scale() > PLACES ? number.setScale(PLACES, RoundingMode.HALF_UP) : number;
    }

    private String percent(BigDecimal share) {
        boolean tiny = share.signum() > 0 && share.compareTo(LEAST_SHARE) < 0;
        BigDecimal shown =
                tiny ? new BigDecimal("0.1") : share.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
        return Message.of(tiny ? "REPORT-PERCENT-TINY" : "REPORT-PERCENT", shown)
                .in(locale);
    }

    /** The currency of all amounts of a column, if it is the same. */
    static Optional<CurrencyUnit> currency(Table table, int column) {
        CurrencyUnit found = null;
        for (int row = 0; row <= table.rows().size(); row++) {
            boolean last = row == table.rows().size();
            if (last && table.totals().isEmpty()) {
                break;
            }
            Cell cell = (last ? table.totals().get() : table.rows().get(row)).get(column);
            if (cell instanceof Cell.Amount amount) {
                CurrencyUnit unit = amount.money().getCurrencyUnit();
                if (found != null && !found.equals(unit)) {
                    return Optional.empty();
                }
                found = unit;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The unit to write beside a column's header, or nothing. */
    Optional<String> unit(Table table, int column) {
        Optional<Message> unit = table.columns().get(column).unit();
        return unit.isPresent()
                ? unit.map(message -> message.in(locale))
                : currency(table, column).map(c -> c.equals(CurrencyUnit.EUR) ? "€" : c.getCode());
    }
}
