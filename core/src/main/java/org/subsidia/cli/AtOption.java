package org.subsidia.cli;

import java.time.LocalDate;
import java.time.ZoneId;
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
}
