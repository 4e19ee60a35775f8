package org.subsidia.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --at DATE}: the day at which a verb looks; today in metropolitan France where none is given. */
final class AtOption {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    @Option(names = "--at", paramLabel = "DATE", descriptionKey = "at")
    private @Nullable LocalDate at;

    LocalDate day() {
        return at != null ? at : LocalDate.now(FRANCE);
    }

    /** The moment of looking: now, or the beginning of the day that was given, so that a run can be repeated. */
    Instant moment() {
        return at != null ? at.atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.now();
    }
}
