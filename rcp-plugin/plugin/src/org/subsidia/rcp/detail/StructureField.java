package org.subsidia.rcp.detail;

import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.subsidia.finding.DayFormat;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** A field of the form of a structure. */
enum StructureField implements Field<Structure> {
    NAME(FieldKind.TEXT),
    KIND(FieldKind.CHOICE),
    SIREN(FieldKind.SIREN),
    SIRET(FieldKind.SIRET),
    RNA(FieldKind.RNA),
    POSTCODE(FieldKind.TEXT),
    LEGAL_FORM(FieldKind.TEXT),
    ACTIVITY(FieldKind.TEXT),
    CREATED(FieldKind.DAY),
    YEAR_END(FieldKind.DAY_OF_YEAR),
    NOTE(FieldKind.TEXT);

    /** Who it is. */
    static final List<StructureField> IDENTITY = List.of(NAME, KIND, SIREN, SIRET, RNA);

    /** What else is known of it. */
    static final List<StructureField> FACTS = List.of(POSTCODE, LEGAL_FORM, ACTIVITY, CREATED, YEAR_END, NOTE);

    private final FieldKind kind;

    StructureField(FieldKind kind) {
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
            case SIREN -> Texts.detailSiren;
            case SIRET -> Texts.detailSiret;
            case RNA -> Texts.detailRna;
            case POSTCODE -> Texts.detailPostcode;
            case LEGAL_FORM -> Texts.detailLegalForm;
            case ACTIVITY -> Texts.fieldActivity;
            case CREATED -> Texts.detailCreated;
            case YEAR_END -> Texts.fieldYearEnd;
            case NOTE -> Texts.detailNote;
        };
    }

    @Override
    public String text(Structure structure, Portfolio portfolio, Locale locale) {
        String text =
                switch (this) {
                    case NAME -> structure.name();
                    case KIND -> structure.kind().label().in(locale);
                    case SIREN -> structure.siren();
                    case SIRET -> structure.siret();
                    case RNA -> structure.rna();
                    case POSTCODE -> structure.postcode();
                    case LEGAL_FORM -> structure.legalForm();
                    case ACTIVITY -> structure.activity();
                    case CREATED -> Words.date(structure.created());
                    case YEAR_END -> day(structure.fiscalYearEnd(), locale);
                    case NOTE -> structure.note();
                };
        return Objects.requireNonNullElse(text, "");
    }

    private static String day(MonthDay day, Locale locale) {
        return day == null ? "" : DayFormat.format(day, locale);
    }

    @Override
    public List<String> choices(Portfolio portfolio, Locale locale) {
        return this == KIND ? Worded.all(StructureKind.values(), StructureKind::label, locale) : List.of();
    }

    @Override
    public Optional<String> refusal(Structure structure, Portfolio portfolio, String text, Locale locale) {
        boolean required = this == NAME || this == KIND;
        return kind.refusal(text, required, choices(portfolio, locale), CurrencyUnit.EUR, locale);
    }

    @Override
    public Structure changed(Structure structure, Portfolio portfolio, String text, Locale locale) {
        String word = text.isBlank() ? null : kind.kept(text);
        Structure.Builder to = structure.toBuilder();
        switch (this) {
            case NAME -> to.name(word);
            case KIND -> to.kind(Worded.find(StructureKind.values(), StructureKind::label, word, locale));
            case SIREN -> to.siren(word);
            case SIRET -> to.siret(word);
            case RNA -> to.rna(word);
            case POSTCODE -> to.postcode(word);
            case LEGAL_FORM -> to.legalForm(word);
            case ACTIVITY -> to.activity(word);
            case CREATED -> to.created(DayText.read(text, locale).orElse(null));
            case YEAR_END ->
                to.fiscalYearEnd(
                        word == null
                                ? null
                                : DayText.readWithoutYear(word, locale).orElseThrow());
            case NOTE -> to.note(word);
        }
        return to.build();
    }
}
