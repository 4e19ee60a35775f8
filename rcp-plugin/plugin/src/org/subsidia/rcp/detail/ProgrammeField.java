package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.subsidia.identity.Cci;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** A field of the form of a programme. */
enum ProgrammeField implements Field<Programme> {
    NAME(FieldKind.TEXT),
    KIND(FieldKind.CHOICE),
    CODE(FieldKind.TEXT),
    FUND(FieldKind.TEXT),
    PARENT(FieldKind.CHOICE),
    FUNDER(FieldKind.CHOICE),
    FIRST(FieldKind.DAY),
    LAST(FieldKind.DAY),
    RATE(FieldKind.SHARE),
    SOURCE(FieldKind.TEXT),
    CONFIDENCE(FieldKind.CHOICE),
    NOTE(FieldKind.TEXT);

    /** What it is, and whose. */
    static final List<ProgrammeField> IDENTITY = List.of(NAME, KIND, CODE, FUND, PARENT, FUNDER);

    /** When it runs, how much it pays, and who says so. */
    static final List<ProgrammeField> FACTS = List.of(FIRST, LAST, RATE, SOURCE, CONFIDENCE, NOTE);

    private final FieldKind kind;

    ProgrammeField(FieldKind kind) {
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
            case KIND -> Texts.detailKind;
            case CODE -> Texts.detailCode;
            case FUND -> Texts.detailFund;
            case PARENT -> Texts.fieldParent;
            case FUNDER -> Texts.columnFunder;
            case FIRST -> Texts.columnStart;
            case LAST -> Texts.columnEnd;
            case RATE -> Texts.fieldRate;
            case SOURCE -> Texts.lawSource;
            case CONFIDENCE -> Texts.lawConfidence;
            case NOTE -> Texts.detailNote;
        };
    }

    @Override
    public String text(Programme programme, Portfolio portfolio, Locale locale) {
        String text =
                switch (this) {
                    case NAME -> programme.name();
                    case KIND -> programme.kind().label().in(locale);
                    case CODE -> programme.code();
                    case FUND -> programme.fund();
                    case PARENT -> RecordNames.of(programme.parent(), portfolio);
                    case FUNDER ->
                        programme.funder() == null ? "" : FunderNames.of(programme.funder(), portfolio, locale);
                    case FIRST -> Words.date(window(programme).first());
                    case LAST -> Words.date(window(programme).last());
                    case RATE -> programme.rate() == null ? "" : ShareText.of(programme.rate(), locale);
                    case SOURCE -> SourceText.text(programme.source());
                    case CONFIDENCE -> SourceText.confidence(programme.source(), locale);
                    case NOTE -> programme.note();
                };
        return Objects.requireNonNullElse(text, "");
    }

    private static DateWindow window(Programme programme) {
        return Objects.requireNonNullElse(programme.period(), new DateWindow(null, null));
    }

    @Override
    public List<String> choices(Portfolio portfolio, Locale locale) {
        return switch (this) {
            case KIND -> Worded.all(ProgrammeKind.values(), ProgrammeKind::label, locale);
            case PARENT -> RecordNames.orNothing(RecordKind.PROGRAMME, portfolio);
            case FUNDER -> FunderNames.orNothing(portfolio, locale);
            case CONFIDENCE -> SourceText.confidences(locale);
            default -> List.of();
        };
    }

    @Override
    public Optional<String> refusal(Programme programme, Portfolio portfolio, String text, Locale locale) {
        boolean required = this == NAME || this == KIND;
        Optional<String> refusal = kind.refusal(text, required, choices(portfolio, locale), CurrencyUnit.EUR, locale);
        if (refusal.isPresent() || text.isBlank()) {
            return refusal;
        }
        return switch (this) {
            case CODE ->
                programme.kind() == ProgrammeKind.EU_FUND ? FieldKind.why(Cci.read(text), locale) : Optional.empty();
            case PARENT ->
                above(parent(text, portfolio), portfolio).contains(programme.id())
                        ? Optional.of(Texts.programmeBelowItself)
                        : Optional.empty();
            case FIRST, LAST ->
                period(programme, DayText.read(text, locale).orElseThrow()).ordered()
                        ? Optional.empty()
                        : Optional.of(Texts.cellDayOrder);
            case CONFIDENCE -> SourceText.refusal(SourceText.text(programme.source()), text);
            default -> Optional.empty();
        };
    }

    /** A programme with those above it. */
    private static List<ProgrammeId> above(ProgrammeId id, Portfolio portfolio) {
        List<ProgrammeId> above = new ArrayList<>();
        ProgrammeId next = id;
        while (next != null && !above.contains(next)) {
            above.add(next);
            next = portfolio.programme(next).map(Programme::parent).orElse(null);
        }
        return above;
    }

    private static ProgrammeId parent(String text, Portfolio portfolio) {
        return (ProgrammeId)
                RecordNames.find(RecordKind.PROGRAMME, text, portfolio).orElse(null);
    }

    private DateWindow period(Programme programme, LocalDate day) {
        DateWindow now = window(programme);
        return this == FIRST ? new DateWindow(day, now.last()) : new DateWindow(now.first(), day);
    }

    @Override
    public Programme changed(Programme programme, Portfolio portfolio, String text, Locale locale) {
        String word = text.isBlank() ? null : text.strip();
        Programme.Builder to = programme.toBuilder();
        switch (this) {
            case NAME -> to.name(word);
            case KIND -> to.kind(Worded.find(ProgrammeKind.values(), ProgrammeKind::label, word, locale));
            case CODE ->
                to.code(
                        word != null && programme.kind() == ProgrammeKind.EU_FUND
                                ? Cci.read(word).get().value()
                                : word);
            case FUND -> to.fund(word);
            case PARENT -> to.parent(parent(text, portfolio));
            case FUNDER -> to.funder(FunderNames.find(text, portfolio, locale).orElse(null));
            case FIRST, LAST -> {
                DateWindow period = period(programme, DayText.read(text, locale).orElse(null));
                to.period(period.first() == null && period.last() == null ? null : period);
            }
            case RATE -> to.rate(word == null ? null : ShareText.read(word).orElseThrow());
            case SOURCE -> to.source(SourceText.of(word, SourceText.confidence(programme.source(), locale), locale));
            case CONFIDENCE -> to.source(SourceText.of(SourceText.text(programme.source()), text, locale));
            case NOTE -> to.note(word);
        }
        return to.build();
    }
}
