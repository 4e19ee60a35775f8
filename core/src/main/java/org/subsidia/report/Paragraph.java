package org.subsidia.report;

import org.subsidia.finding.Message;

/**
 * Running text.
 *
 * @param text one or a few sentences
 */
public record Paragraph(Message text) implements Block {}
