package org.subsidia.stateaid;

import java.time.LocalDate;
import java.util.List;
import org.subsidia.explain.Explanation;

/**
 * Days in a row on which the headroom stays the same.
 *
 * @param first the first of them
 * @param last the last of them
 * @param headroom the headroom of the first
 * @param passages the aids that enter or leave the period on the first day; of the first step none, since nothing is known before
 */
public record HeadroomStep(LocalDate first, LocalDate last, Headroom headroom, List<AidPassage> passages) {

    /** Copies the list. */
    public HeadroomStep {
        passages = List.copyOf(passages);
    }

    /** {@return the aids that count for certain on these days, each with its amount} */
    public List<Explanation> aids() {
        return List.copyOf(AidPassage.counted(headroom).values());
    }
}
