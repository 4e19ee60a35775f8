package org.subsidia.rcp.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The runs of this start of the workbench, the last one first; used on the workbench's thread only. */
final class Outcomes {
    private static final Outcomes ALL = new Outcomes();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    static Outcomes get() {
        return ALL;
    }

    List<Outcome> list() {
        return List.copyOf(outcomes);
    }

    Optional<Outcome> last() {
        return outcomes.stream().findFirst();
    }

    /** Adds a run; one of the same scenario on the same structures gives way to it. */
    void add(Outcome outcome) {
        outcomes.removeIf(other -> other.scenario()
                        .id()
                        .equals(outcome.scenario().id())
                && other.structures().label().equals(outcome.structures().label()));
        outcomes.add(0, outcome);
        listeners.forEach(Runnable::run);
    }

    void remove(List<Outcome> gone) {
        outcomes.removeAll(gone);
        listeners.forEach(Runnable::run);
    }

    /** Calls a listener after every change; answers what ends the calls. */
    Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
