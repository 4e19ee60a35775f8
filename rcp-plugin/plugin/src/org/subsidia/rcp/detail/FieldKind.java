package org.subsidia.rcp.detail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Reading;
import org.subsidia.money.AmountFormat;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;

/** What a field of a form takes, and why not. Knows no window. */
enum FieldKind {
    TEXT,
    AMOUNT,
    DAY,
    YEAR,
    SHARE,
    DAY_OF_MONTH,
    DAY_OF_YEAR,
    WEIGHTS,
    IDS,
    CHOICE;

    private static final Pattern DAYS = Pattern.compile("[1-9]|[12]\\d|3[01]");
    private static final Pattern WEIGHTS_OF_A_YEAR = Pattern.compile("\\d{1,6}([\\s,;]+\\d{1,6}){11}");
    private static final Pattern YEARS = Pattern.compile("(19|20|21)\\d\\d");

    /**
     * Why a text cannot be taken; empty: it can.
     *
     * @param choices of a choice; any text where there are none
     */
    Optional<String> refusal(
            String text, boolean required, List<String> choices, CurrencyUnit currency, Locale locale) {
        if (text.isBlank()) {
            return required ? Optional.of(Texts.fieldRequired) : Optional.empty();
        }
        return switch (this) {
            case TEXT -> Optional.empty();
            case AMOUNT -> {
                Reading<Money> reading = AmountFormat.read(text, locale, currency);
                yield reading.isRead()
                        ? Optional.empty()
                        : Optional.of(reading.findings().get(0).message().in(locale));
            }
            case DAY ->
                DayText.read(text, locale).isPresent()
                        ? Optional.empty()
                        : Optional.of(Texts.bind(Texts.cellNoDay, text));
            case YEAR ->
                YEARS.matcher(text.strip()).matches()
                        ? Optional.empty()
                        : Optional.of(Texts.bind(Texts.cellNoYear, text));
            case SHARE ->
                ShareText.read(text).isPresent() ? Optional.empty() : Optional.of(Texts.bind(Texts.fieldNoShare, text));
            case DAY_OF_MONTH ->
                DAYS.matcher(text.strip()).matches()
                        ? Optional.empty()
                        : Optional.of(Texts.bind(Texts.fieldNoDayOfMonth, text));
            case DAY_OF_YEAR ->
                DayText.readWithoutYear(text, locale).isPresent()
                        ? Optional.empty()
                        : Optional.of(Texts.bind(Texts.fieldNoDayOfYear, text));
            case WEIGHTS ->
                WEIGHTS_OF_A_YEAR.matcher(text.strip()).matches()
                        ? Optional.empty()
                        : Optional.of(Texts.fieldNoWeights);
            case IDS ->
                Arrays.stream(text.strip().split("[\\s,;]+"))
                        .filter(id -> !choices.contains(id))
                        .findFirst()
                        .map(id -> Texts.bind(Texts.fieldNoGrant, id));
            case CHOICE ->
                choices.contains(text) ? Optional.empty() : Optional.of(Texts.bind(Texts.fieldNoChoice, text));
        };
    }
}
