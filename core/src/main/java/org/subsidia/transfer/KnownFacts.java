package org.subsidia.transfer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.stateaid.AidHistory;
import org.subsidia.stateaid.DeMinimis;

/**
 * What a portfolio tells of a structure beyond its amounts: the figures of its year from which ratios are made, and its State
 * aid.
 *
 * @param figures of the year of the portfolio's day, which the scenario then changes
 * @param aidOperating operating aid under article 27 by day; empty: an award lacks its regime, day or amount
 * @param lastAidYear the last year for which such aid may be given; null: none is known
 * @param deMinimis its de minimis aid
 */
public record KnownFacts(
        OperatingFigures figures,
        Optional<AidHistory> aidOperating,
        @Nullable Integer lastAidYear,
        DeMinimis deMinimis) {}
