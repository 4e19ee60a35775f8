package org.subsidia.rcp.session;

import java.time.Instant;

/**
 * A step of the history.
 *
 * @param label what it does
 * @param instant when it was first made
 * @param done whether it stands; else it was taken back and can be made again
 */
public record EditStep(String label, Instant instant, boolean done) {}
