package org.subsidia.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Reading;

/** The scenarios that come with the library; each marks what is fact and what is supposed. */
public final class Presets {
    private static final List<String> IDS = List.of(
            "announced-path",
            "half-transfer",
            "notre-legal",
            "cut-2025-2026",
            "departement-exit",
            "merger",
            "erdf-late",
            "private-majority",
            "replay-2024-2026",
            "line-deleted-2026");

    private Presets() {}

    /** {@return their ids} */
    public static List<String> ids() {
        return IDS;
    }

    /** {@return the source of their documents, for scenarios that extend them} */
    public static ScenarioSource source() {
        return id -> IDS.contains(id) ? Presets.class.getResourceAsStream("presets/" + id + ".yaml") : null;
    }

    /**
     * A preset.
     *
     * @param id its id
     * @return the scenario, if there is one of this id
     */
    public static Optional<Scenario> find(String id) {
        try (InputStream in = source().open(id)) {
            if (in == null) {
                return Optional.empty();
            }
            Reading<Scenario> reading = Scenario.read(id + ".yaml", in, source());
            return Optional.of(reading.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
