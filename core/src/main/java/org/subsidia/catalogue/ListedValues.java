package org.subsidia.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Confidence;
import org.subsidia.portfolio.BudgetStage;
import org.subsidia.portfolio.BudgetValue;
import org.subsidia.portfolio.Source;

/** Values of a budget line as text: {@code 2024 INITIAL_LAW AE=9000000 CP=9000000 CONFIRMED source}. */
final class ListedValues {
    private static final String AMOUNT = "(\\d{1,13}(?:\\.\\d{1,2})?)";
    private static final Pattern FORM = Pattern.compile("(\\d{4}) (BILL|INITIAL_LAW|YEAR_END_LAW|PAID)(?: AE=" + AMOUNT
            + ")?(?: CP=" + AMOUNT + ")?(?: (CONFIRMED|PARTIAL|UNVERIFIED))?(?: (.+))?");

    private ListedValues() {}

    static List<BudgetValue> of(RowTexts texts, @Nullable Source fallback) {
        List<BudgetValue> values = new ArrayList<>();
        for (String text : texts.list("values")) {
            Matcher form = FORM.matcher(text);
            if (form.matches() && (form.group(3) != null || form.group(4) != null)) {
                values.add(new BudgetValue(
                        Integer.parseInt(form.group(1)),
                        BudgetStage.valueOf(form.group(2)),
                        euros(form.group(3)),
                        euros(form.group(4)),
                        source(form.group(5), form.group(6), fallback)));
            } else {
                texts.warn("values", "CAT-BUDGET-BAD", RowTexts.shown(text));
            }
        }
        return values;
    }

    private static @Nullable Money euros(@Nullable String amount) {
        return amount == null ? null : Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    /** What is not said here is said of the whole entry. */
    static @Nullable Source source(@Nullable String confidence, @Nullable String text, @Nullable Source fallback) {
        if (confidence == null && text == null) {
            return fallback;
        }
        Confidence sure = confidence == null ? Confidence.UNVERIFIED : Confidence.valueOf(confidence);
        String read = text != null ? text : fallback == null ? "" : fallback.text();
        return new Source(read, sure);
    }
}
