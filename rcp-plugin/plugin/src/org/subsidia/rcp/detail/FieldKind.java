package org.subsidia.rcp.detail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.subsidia.finding.Reading;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Siret;
import org.subsidia.money.AmountFormat;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.territory.Nuts;

/** What a field of a form takes, and why not. Knows no window. */
enum FieldKind {
    TEXT,
    SIREN,
    SIRET,
    RNA,
    NUTS,
    AMOUNT,
    DAY,
    YEAR,
    SHARE,
    DAY_OF_MONTH,
    DAY_OF_YEAR,
    WEIGHTS,
    IDS,
    TRIGGER,
    PORTION,
    SHA256,
    CHOICE;

    private static final Pattern DAYS = Pattern.compile("[1-9]|[12]\\d|3[01]");
    private static final Pattern WEIGHTS_OF_A_YEAR = Pattern.compile("\\d{1,6}([\\s,;]+\\d{1,6}){11}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");
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
            case SIREN, SIRET, RNA, NUTS -> why(identifier(text), locale);
            case AMOUNT -> why(AmountFormat.read(text, locale, currency), locale);
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
            case TRIGGER ->
                StepText.trigger(text, locale).isPresent()
                        ? Optional.empty()
                        : Optional.of(Texts.bind(Texts.stepNoTrigger, text));
            case PORTION ->
                StepText.portion(text, locale, currency).isPresent()
                        ? Optional.empty()
                        : Optional.of(Texts.bind(Texts.stepNoPortion, text));
            case SHA256 -> DIGEST.matcher(text.strip()).matches() ? Optional.empty() : Optional.of(Texts.fieldNoDigest);
            case CHOICE ->
                choices.contains(text) ? Optional.empty() : Optional.of(Texts.bind(Texts.fieldNoChoice, text));
        };
    }

    /** Why a reading read nothing; empty: it did. */
    static Optional<String> why(Reading<?> reading, Locale locale) {
        return reading.isRead()
                ? Optional.empty()
                : Optional.of(reading.findings().get(0).message().in(locale));
    }

    /** A text that is not refused as it is kept: identifiers without the spaces and repairs with which they were typed. */
    String kept(String text) {
        return identifier(text).get();
    }

    private Reading<String> identifier(String text) {
        return switch (this) {
            case SIREN -> Siren.read(text).map(Siren::value);
            case SIRET -> Siret.read(text).map(Siret::value);
            case RNA -> Rna.read(text).map(Rna::value);
            case NUTS -> Nuts.read(text).map(Nuts::code);
            default -> Reading.of(text.strip());
        };
    }
}
