package org.subsidia.rcp.analysis;

import java.util.Optional;
import org.subsidia.explain.Explanation;

/** A part of the workbench whose figures can be explained: the command on F2 asks the active one. */
@FunctionalInterface
public interface Explained {
    /** {@return where the figure comes from that the user looks at, if there is one} */
    Optional<Explanation> explanation();
}
