package org.subsidia.io.scdl;

import java.util.List;
import org.subsidia.identity.Siren;
import org.subsidia.identity.Spelling;
import org.subsidia.portfolio.FunderLevel;

/**
 * The level of a funder, as far as its number or name tells. INSEE numbers communes from 21, départements from 22 and Régions
 * from 23 on; other public bodies share the rest, so that there the name decides, and where it says nothing the level is
 * unknown.
 */
final class FunderLevels {
    private record Word(String start, FunderLevel level) {}

    private static final List<Word> WORDS = List.of(
            new Word("conseilregional", FunderLevel.REGION),
            new Word("region", FunderLevel.REGION),
            new Word("conseildepartemental", FunderLevel.DEPARTEMENT),
            new Word("conseilgeneral", FunderLevel.DEPARTEMENT),
            new Word("departement", FunderLevel.DEPARTEMENT),
            new Word("ville", FunderLevel.COMMUNE),
            new Word("commune", FunderLevel.COMMUNE),
            new Word("mairie", FunderLevel.COMMUNE),
            new Word("communaute", FunderLevel.EPCI),
            new Word("metropole", FunderLevel.EPCI),
            new Word("syndicat", FunderLevel.MIXED_SYNDICATE),
            new Word("chambre", FunderLevel.CHAMBER),
            new Word("ministere", FunderLevel.STATE),
            new Word("prefecture", FunderLevel.STATE),
            new Word("dreets", FunderLevel.STATE),
            new Word("etat", FunderLevel.STATE));

    private FunderLevels() {}

    static FunderLevel of(ScdlParty party) {
        String siren = party.siren().map(Siren::value).orElse("");
        if (siren.startsWith("21")) {
            return FunderLevel.COMMUNE;
        }
        if (siren.startsWith("22")) {
            return FunderLevel.DEPARTEMENT;
        }
        if (siren.startsWith("23")) {
            return FunderLevel.REGION;
        }
        String name = party.name().map(Spelling::key).orElse("");
        return WORDS.stream()
                .filter(word -> name.startsWith(word.start))
                .map(Word::level)
                .findFirst()
                .orElse(name.endsWith("metropole") ? FunderLevel.EPCI : FunderLevel.UNKNOWN);
    }
}
