package org.subsidia.io.mapping;

import org.subsidia.finding.Message;

/**
 * One of the values that a field of type {@link FieldType#CHOICE} can take.
 *
 * @param code stable name, such as {@code REGION}; cells may hold it
 * @param label what people call it; cells may hold it in French or English
 */
public record Choice(String code, Message label) {}
