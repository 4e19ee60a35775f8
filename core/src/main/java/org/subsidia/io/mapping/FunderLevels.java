package org.subsidia.io.mapping;

import java.util.Optional;
import org.subsidia.portfolio.FunderLevel;

/**
 * The level of a funder that a file names without it. INSEE numbers communes from 21, départements from 22 and Régions from
 * 23 on; otherwise a name tells if it is one of the level's words, or begins or ends with one that only such bodies bear.
 */
public final class FunderLevels {
    private FunderLevels() {}

    /**
     * The level of a funder.
     *
     * @param number its SIREN, or nothing
     * @param name as it is written, or nothing
     * @return the level, {@link FunderLevel#UNKNOWN} where neither tells
     */
    public static FunderLevel of(Optional<String> number, Optional<String> name) {
        String siren = number.orElse("");
        if (siren.startsWith("21")) {
            return FunderLevel.COMMUNE;
        }
        if (siren.startsWith("22")) {
            return FunderLevel.DEPARTEMENT;
        }
        if (siren.startsWith("23")) {
            return FunderLevel.REGION;
        }
        return ofName(name.orElse(""));
    }

    /**
     * The level that a name tells.
     *
     * @param name of a funder, or of a level
     * @return the level, {@link FunderLevel#UNKNOWN} where the name tells none
     */
    public static FunderLevel ofName(String name) {
        return Vocabulary.standard().levelOfName(name).map(FunderLevel::valueOf).orElse(FunderLevel.UNKNOWN);
    }
}
