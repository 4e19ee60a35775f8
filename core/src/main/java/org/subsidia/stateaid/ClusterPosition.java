package org.subsidia.stateaid;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;

/**
 * Where an innovation cluster stands under article 27 of regulation 651/2014.
 *
 * @param day as of this day
 * @param intensity operating aid over eligible costs, over the whole aid period
 * @param years how many years operating aid was given
 * @param lastYear the last accounting year for which operating aid may be given if every year since the first counts; null:
 *     no operating aid yet
 * @param ceiling all aid of the cluster against the ceiling above which the Commission is notified
 * @param room operating aid that the intensity still allows; below zero: exceeded; unknown with its reason
 * @param investments one verdict for each investment grant
 */
public record ClusterPosition(
        LocalDate day,
        AidVerdict intensity,
        AidVerdict years,
        @Nullable Integer lastYear,
        AidVerdict ceiling,
        Explanation room,
        List<AidVerdict> investments) {

    /** Copies the list. */
    public ClusterPosition {
        investments = List.copyOf(investments);
    }

    /** {@return all verdicts, in the order of the article} */
    public List<AidVerdict> verdicts() {
        return Stream.concat(Stream.of(intensity, years, ceiling), investments.stream())
                .toList();
    }
}
