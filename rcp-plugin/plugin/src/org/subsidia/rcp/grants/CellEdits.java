package org.subsidia.rcp.grants;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Reading;
import org.subsidia.money.AmountFormat;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantState;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.edit.RecordEdits;
import org.subsidia.rcp.ui.DayText;

/** What typing in a cell does to a grant. Knows no window. */
final class CellEdits {
    private CellEdits() {}

    /** Why a text cannot stand in a cell; empty: it can. */
    static Optional<String> refusal(GrantColumn column, Grant grant, String text, Locale locale) {
        return switch (column) {
            case PURPOSE -> text.isBlank() ? Optional.of(Texts.renameBlank) : Optional.empty();
            case STATE ->
                state(text, locale).isPresent() ? Optional.empty() : Optional.of(Texts.bind(Texts.cellNoState, text));
            case REQUESTED, AWARDED -> amountRefusal(text, currency(grant), locale);
            case START, END -> dayRefusal(column, grant, text, locale);
            case REFERENCE, SCHEME -> Optional.empty();
            default -> Optional.of(Texts.cellReadOnly);
        };
    }

    private static Optional<String> amountRefusal(String text, CurrencyUnit currency, Locale locale) {
        if (text.isBlank()) {
            return Optional.of(Texts.awardBlank);
        }
        Reading<Money> reading = AmountFormat.read(text, locale, currency);
        if (!reading.isRead()) {
            return Optional.of(reading.findings().get(0).message().in(locale));
        }
        return reading.get().isNegative() ? Optional.of(Texts.awardNegative) : Optional.empty();
    }

    private static Optional<String> dayRefusal(GrantColumn column, Grant grant, String text, Locale locale) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = DayText.read(text, locale);
        if (day.isEmpty()) {
            return Optional.of(Texts.bind(Texts.cellNoDay, text));
        }
        LocalDate start =
                column == GrantColumn.START ? day.get() : grant.dates().start();
        LocalDate end = column == GrantColumn.END ? day.get() : grant.dates().end();
        return start != null && end != null && end.isBefore(start) ? Optional.of(Texts.cellDayOrder) : Optional.empty();
    }

    /** The grant with a text that is not refused. */
    static Grant changed(GrantColumn column, Grant grant, String text, Locale locale) {
        String word = text.strip();
        return switch (column) {
            case PURPOSE -> grant.toBuilder().purpose(word).build();
            case STATE ->
                grant.toBuilder().state(state(word, locale).orElseThrow()).build();
            case REQUESTED -> amount(grant, AmountStage.REQUESTED, word, locale);
            case AWARDED -> amount(grant, AmountStage.AWARDED, word, locale);
            case START -> dates(grant, grant.dates().toBuilder().start(day(word, locale)));
            case END -> dates(grant, grant.dates().toBuilder().end(day(word, locale)));
            case REFERENCE -> grant.toBuilder().reference(orNull(word)).build();
            case SCHEME -> grant.toBuilder().scheme(orNull(word)).build();
            default -> throw new IllegalArgumentException("not to be edited: " + column);
        };
    }

    private static Grant amount(Grant grant, AmountStage stage, String word, Locale locale) {
        Money amount = AmountFormat.read(word, locale, currency(grant)).get();
        return RecordEdits.withAmount(grant, stage, amount);
    }

    private static Grant dates(Grant grant, GrantDates.Builder dates) {
        return grant.toBuilder().dates(dates.build()).build();
    }

    private static LocalDate day(String word, Locale locale) {
        return word.isEmpty() ? null : DayText.read(word, locale).orElseThrow();
    }

    private static String orNull(String word) {
        return word.isEmpty() ? null : word;
    }

    private static Optional<GrantState> state(String text, Locale locale) {
        return Arrays.stream(GrantState.values())
                .filter(state -> state.label().in(locale).equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    /** The currency of the grant's amounts; euros where it has none. */
    private static CurrencyUnit currency(Grant grant) {
        return grant.amounts().stream()
                .findFirst()
                .map(entry -> entry.amount().getCurrencyUnit())
                .orElse(CurrencyUnit.EUR);
    }
}
