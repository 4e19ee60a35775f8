package org.subsidia.io.mapping;

import org.subsidia.identity.Spelling;
import org.subsidia.portfolio.FunderLevel;

/**
 * The level of a funder that a table names without it. INSEE numbers communes from 21, départements from 22 and Régions from
 * 23 on; otherwise a name tells if it is one of the level's words, or begins with one that only such bodies bear.
 */
public final class FunderLevels {
    private FunderLevels() {}

    static FunderLevel of(PartyName party) {
        String siren = party.siren().orElse("");
        if (siren.startsWith("21")) {
            return FunderLevel.COMMUNE;
        }
        if (siren.startsWith("22")) {
            return FunderLevel.DEPARTEMENT;
        }
        if (siren.startsWith("23")) {
            return FunderLevel.REGION;
        }
        return ofName(party.name().orElse(""));
    }

    /**
     * The level that a name tells.
     *
     * @param name of a funder, or of a level
     * @return the level, {@link FunderLevel#UNKNOWN} where the name tells none
     */
    public static FunderLevel ofName(String name) {
        return Vocabulary.standard()
                .levelOfName(Spelling.key(name))
                .map(FunderLevel::valueOf)
                .orElse(FunderLevel.UNKNOWN);
    }
}
