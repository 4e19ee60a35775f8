package org.subsidia.io.fec;

import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;

/**
 * How often one thing was found in a FEC.
 *
 * @param kind what it means for the verdict
 * @param code of the findings
 * @param severity of the findings
 * @param count how many there are
 * @param examples the first few, in the order of the lines
 */
public record FecCount(Kind kind, String code, Severity severity, long count, List<Finding> examples) {

    /** What a finding means for the verdict. */
    public enum Kind {
        /** The administration's test refuses the file (its marks E and O). */
        BLOCKING,
        /** Absent data, which make the file non-conform (its mark V). */
        ABSENT,
        /** The administration's test warns and goes on. */
        ALERT,
        /** A check of ours; the administration's test does not make it. */
        OWN
    }

    /** Copies the examples. */
    public FecCount {
        examples = List.copyOf(examples);
    }
}
