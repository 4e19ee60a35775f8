package org.subsidia.rcp.detail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Region;

/** A field of the form of a funder. */
enum FunderField implements Field<Funder> {
    NAME(FieldKind.TEXT),
    LEVEL(FieldKind.CHOICE),
    SIREN(FieldKind.SIREN),
    SIRET(FieldKind.SIRET),
    TERRITORY(FieldKind.TEXT),
    NUTS(FieldKind.NUTS),
    NOTE(FieldKind.TEXT);

    private final FieldKind kind;

    FunderField(FieldKind kind) {
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
            case LEVEL -> Texts.detailLevel;
            case SIREN -> Texts.detailSiren;
            case SIRET -> Texts.detailSiret;
            case TERRITORY -> Texts.detailTerritory;
            case NUTS -> Texts.detailNuts;
            case NOTE -> Texts.detailNote;
        };
    }

    @Override
    public String text(Funder funder, Portfolio portfolio, Locale locale) {
        String text =
                switch (this) {
                    case NAME -> funder.name();
                    case LEVEL -> funder.level().label().in(locale);
                    case SIREN -> funder.siren();
                    case SIRET -> funder.siret();
                    case TERRITORY -> funder.territory();
                    case NUTS -> funder.nuts();
                    case NOTE -> funder.note();
                };
        return Objects.requireNonNullElse(text, "");
    }

    @Override
    public List<String> choices(Portfolio portfolio, Locale locale) {
        return this == LEVEL ? Worded.all(FunderLevel.values(), FunderLevel::label, locale) : List.of();
    }

    @Override
    public Optional<String> refusal(Funder funder, Portfolio portfolio, String text, Locale locale) {
        boolean required = this == NAME || this == LEVEL;
        Optional<String> refusal = kind.refusal(text, required, choices(portfolio, locale), CurrencyUnit.EUR, locale);
        if (refusal.isPresent() || this != TERRITORY || text.isBlank()) {
            return refusal;
        }
        return switch (funder.level()) {
            case REGION -> FieldKind.why(Region.read(text), locale);
            case DEPARTEMENT -> FieldKind.why(Departement.read(text), locale);
            default -> Optional.empty();
        };
    }

    @Override
    public Funder changed(Funder funder, Portfolio portfolio, String text, Locale locale) {
        String word = text.isBlank() ? null : kind.kept(text);
        Funder.Builder to = funder.toBuilder();
        switch (this) {
            case NAME -> to.name(word);
            case LEVEL -> to.level(Worded.find(FunderLevel.values(), FunderLevel::label, word, locale));
            case SIREN -> to.siren(word);
            case SIRET -> to.siret(word);
            case TERRITORY -> to.territory(territory(funder, word));
            case NUTS -> to.nuts(word);
            case NOTE -> to.note(word);
        }
        return to.build();
    }

    /** The code, where the name of a Region or a département was typed. */
    private static String territory(Funder funder, String word) {
        if (word == null) {
            return null;
        }
        return switch (funder.level()) {
            case REGION -> Region.read(word).get().code();
            case DEPARTEMENT -> Departement.read(word).get().code();
            default -> word;
        };
    }
}
