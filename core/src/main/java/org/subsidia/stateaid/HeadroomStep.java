package org.subsidia.stateaid;

import java.time.LocalDate;

/**
 * Days in a row on which the headroom stays the same.
 *
 * @param first the first of them
 * @param last the last of them
 * @param headroom the headroom of the first
 */
public record HeadroomStep(LocalDate first, LocalDate last, Headroom headroom) {}
