package org.subsidia.stateaid;

import org.subsidia.finding.Message;

/**
 * A fact that would decide, and is not written down.
 *
 * @param record the id of the record that lacks it
 * @param what which fact, in words
 */
public record MissingFact(String record, Message what) {}
