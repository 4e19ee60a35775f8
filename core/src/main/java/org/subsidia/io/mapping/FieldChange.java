package org.subsidia.io.mapping;

import java.util.Optional;
import org.subsidia.finding.Message;

/**
 * What an update does to one field.
 *
 * @param field the field
 * @param before what stood there, if anything did
 * @param after what stands there afterwards
 */
public record FieldChange(TableField field, Optional<Message> before, Message after) {}
