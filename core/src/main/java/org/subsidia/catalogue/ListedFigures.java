package org.subsidia.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Source;

/** Figures of an entry as text: {@code name = value CONFIDENCE source}. */
final class ListedFigures {
    private static final Pattern FORM =
            Pattern.compile("([^=]+?)\\s*=\\s*(.+?)(?:\\s+(CONFIRMED|PARTIAL|UNVERIFIED)(?:\\s+(.+))?)?");
    private static final Pattern EUROS = Pattern.compile("(\\d{1,13}(?:\\.\\d{1,2})?) EUR");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)(?: ([^\\d%].*))?");
    /** Shares of an entry are rates and weights: as many places as a table shows. */
    private static final int PLACES = 6;

    private ListedFigures() {}

    static List<CatalogueFigure> of(RowTexts texts, Source fallback) {
        List<CatalogueFigure> figures = new ArrayList<>();
        for (String text : texts.list("figures")) {
            Matcher form = FORM.matcher(text);
            Optional<Value> value = form.matches() ? value(form.group(2)) : Optional.empty();
            if (value.isPresent()) {
                Source source = ListedValues.source(form.group(3), form.group(4), fallback);
                figures.add(new CatalogueFigure(form.group(1), value.get(), source == null ? fallback : source));
            } else {
                texts.warn("figures", "CAT-FIGURE-BAD", RowTexts.shown(text));
            }
        }
        return figures;
    }

    private static Optional<Value> value(String text) {
        Matcher euros = EUROS.matcher(text);
        if (euros.matches()) {
            return Optional.of(new Value.Amount(Money.of(CurrencyUnit.EUR, new BigDecimal(euros.group(1)))));
        }
        if (DAY.matcher(text).matches()) {
            return day(text);
        }
        if (text.endsWith("%")) {
            return RowTexts.fraction(text).map(share -> new Value.Share(shown(share)));
        }
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            String unit = number.group(2) == null ? "" : number.group(2);
            return Optional.of(
                    new Value.Quantity(new BigDecimal(number.group(1)), Message.of("CAT-FIGURE-UNIT", unit)));
        }
        return Optional.empty();
    }

    private static BigDecimal shown(Fraction share) {
        BigDecimal value = share.value(PLACES).stripTrailingZeros();
        return value.scale() < 2 ? value.setScale(2) : value;
    }

    private static Optional<Value> day(String text) {
        try {
            return Optional.of(new Value.Day(LocalDate.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
