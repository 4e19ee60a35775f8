package org.subsidia.io.scdl;

import java.util.Set;
import java.util.stream.Collectors;

/** Writes the standard. */
public final class ScdlWriter {
    private ScdlWriter() {}

    static String nature(Set<ScdlNature> nature) {
        return nature.stream().sorted().map(ScdlNature::label).collect(Collectors.joining(";"));
    }
}
