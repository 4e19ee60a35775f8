package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.AmountFormat;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** A field of the form of a call. */
enum CallField implements Field<Call> {
    NAME(FieldKind.TEXT),
    STATE(FieldKind.CHOICE),
    PROGRAMME(FieldKind.CHOICE),
    FUNDER(FieldKind.CHOICE),
    ADDRESS(FieldKind.TEXT),
    OPENS(FieldKind.DAY),
    PRE_DEPOSIT(FieldKind.DAY),
    CLOSES(FieldKind.DAY),
    DECISION(FieldKind.DAY),
    RECURRENCE(FieldKind.CHOICE),
    RATE(FieldKind.SHARE),
    MINIMUM(FieldKind.AMOUNT),
    MAXIMUM(FieldKind.AMOUNT),
    SOURCE(FieldKind.TEXT),
    CONFIDENCE(FieldKind.CHOICE),
    NOTE(FieldKind.TEXT);

    /** What it is, and whose. */
    static final List<CallField> IDENTITY = List.of(NAME, STATE, PROGRAMME, FUNDER, ADDRESS);

    /** The days in the order in which they come. */
    static final List<CallField> DAYS = List.of(OPENS, PRE_DEPOSIT, CLOSES, DECISION, RECURRENCE);

    /** How much it pays, and who says so. */
    static final List<CallField> FACTS = List.of(RATE, MINIMUM, MAXIMUM, SOURCE, CONFIDENCE, NOTE);

    private final FieldKind kind;

    CallField(FieldKind kind) {
        this.kind = kind;
    }

    @Override
    public FieldKind kind() {
        return kind;
    }

    @Override
    public String label() {
        return switch (this) {
            case NAME -> Texts.structureName;
            case STATE -> Texts.columnState;
            case PROGRAMME -> Texts.fieldProgramme;
            case FUNDER -> Texts.columnFunder;
            case ADDRESS -> Texts.fieldAddress;
            case OPENS -> Texts.detailOpens;
            case PRE_DEPOSIT -> Texts.fieldPreDeposit;
            case CLOSES -> Texts.detailCloses;
            case DECISION -> Texts.detailDecision;
            case RECURRENCE -> Texts.fieldRecurrence;
            case RATE -> Texts.fieldRate;
            case MINIMUM -> Texts.detailMinimum;
            case MAXIMUM -> Texts.fieldMaximum;
            case SOURCE -> Texts.lawSource;
            case CONFIDENCE -> Texts.lawConfidence;
            case NOTE -> Texts.detailNote;
        };
    }

    @Override
    public String text(Call call, Portfolio portfolio, Locale locale) {
        String text =
                switch (this) {
                    case NAME -> call.name();
                    case STATE -> call.state().label().in(locale);
                    case PROGRAMME -> RecordNames.of(call.programme(), portfolio);
                    case FUNDER -> call.funder() == null ? "" : FunderNames.of(call.funder(), portfolio, locale);
                    case ADDRESS -> call.address();
                    case OPENS, PRE_DEPOSIT, CLOSES, DECISION -> Words.date(day(call));
                    case RECURRENCE -> Recurrence.words(call.recurrence());
                    case RATE -> call.rate() == null ? "" : ShareText.of(call.rate(), locale);
                    case MINIMUM -> Words.amount(Optional.ofNullable(call.minimum()));
                    case MAXIMUM -> Words.amount(Optional.ofNullable(call.maximum()));
                    case SOURCE -> SourceText.text(call.source());
                    case CONFIDENCE -> SourceText.confidence(call.source(), locale);
                    case NOTE -> call.note();
                };
        return Objects.requireNonNullElse(text, "");
    }

    private LocalDate day(Call call) {
        return switch (this) {
            case OPENS -> call.opens();
            case PRE_DEPOSIT -> call.preDeposit();
            case CLOSES -> call.closes();
            default -> call.decision();
        };
    }

    @Override
    public List<String> choices(Portfolio portfolio, Locale locale) {
        return switch (this) {
            case STATE -> Worded.all(CallState.values(), CallState::label, locale);
            case PROGRAMME -> RecordNames.orNothing(RecordKind.PROGRAMME, portfolio);
            case FUNDER -> FunderNames.orNothing(portfolio, locale);
            case RECURRENCE -> Recurrence.choices(portfolio);
            case CONFIDENCE -> SourceText.confidences(locale);
            default -> List.of();
        };
    }

    @Override
    public Optional<String> refusal(Call call, Portfolio portfolio, String text, Locale locale) {
        boolean required = this == NAME || this == STATE;
        Optional<String> refusal = kind.refusal(text, required, choices(portfolio, locale), currency(call), locale);
        if (refusal.isPresent() || text.isBlank()) {
            return refusal;
        }
        return switch (this) {
            case MINIMUM, MAXIMUM ->
                amountRefusal(
                        call, AmountFormat.read(text, locale, currency(call)).get());
            case OPENS, PRE_DEPOSIT, CLOSES, DECISION ->
                areOrdered(call, DayText.read(text, locale).orElseThrow())
                        ? Optional.empty()
                        : Optional.of(Texts.callDayOrder);
            case CONFIDENCE -> SourceText.refusal(SourceText.text(call.source()), text);
            default -> Optional.empty();
        };
    }

    private Optional<String> amountRefusal(Call call, Money typed) {
        if (typed.isNegative()) {
            return Optional.of(Texts.awardNegative);
        }
        Money least = this == MINIMUM ? typed : call.minimum();
        Money most = this == MAXIMUM ? typed : call.maximum();
        return least != null && most != null && least.isSameCurrency(most) && most.isLessThan(least)
                ? Optional.of(Texts.callAmountOrder)
                : Optional.empty();
    }

    /** Whether the days that are known come in their order once this one is another. */
    private boolean areOrdered(Call call, LocalDate typed) {
        List<LocalDate> days = Stream.of(OPENS, PRE_DEPOSIT, CLOSES, DECISION)
                .map(field -> field == this ? typed : field.day(call))
                .filter(Objects::nonNull)
                .toList();
        return days.stream().sorted().toList().equals(days);
    }

    @Override
    public Call changed(Call call, Portfolio portfolio, String text, Locale locale) {
        String word = text.isBlank() ? null : text.strip();
        LocalDate day = kind == FieldKind.DAY ? DayText.read(text, locale).orElse(null) : null;
        Call.Builder to = call.toBuilder();
        switch (this) {
            case NAME -> to.name(word);
            case STATE -> to.state(Worded.find(CallState.values(), CallState::label, word, locale));
            case PROGRAMME ->
                to.programme((ProgrammeId)
                        RecordNames.find(RecordKind.PROGRAMME, text, portfolio).orElse(null));
            case FUNDER -> to.funder(FunderNames.find(text, portfolio, locale).orElse(null));
            case ADDRESS -> to.address(word);
            case OPENS -> to.opens(day);
            case PRE_DEPOSIT -> to.preDeposit(day);
            case CLOSES -> to.closes(day);
            case DECISION -> to.decision(day);
            case RECURRENCE -> to.recurrence(Recurrence.find(text, portfolio));
            case RATE -> to.rate(word == null ? null : ShareText.read(word).orElseThrow());
            case MINIMUM -> to.minimum(money(word, call, locale));
            case MAXIMUM -> to.maximum(money(word, call, locale));
            case SOURCE -> to.source(SourceText.of(word, SourceText.confidence(call.source(), locale), locale));
            case CONFIDENCE -> to.source(SourceText.of(SourceText.text(call.source()), text, locale));
            case NOTE -> to.note(word);
        }
        return to.build();
    }

    private static Money money(String word, Call call, Locale locale) {
        return word == null
                ? null
                : AmountFormat.read(word, locale, currency(call)).get();
    }

    /** The currency of the call's amounts; euros where it has none. */
    static CurrencyUnit currency(Call call) {
        return Stream.of(Optional.ofNullable(call.maximum()), Optional.ofNullable(call.minimum()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Money::getCurrencyUnit)
                .orElse(CurrencyUnit.EUR);
    }
}
