/**
 * Documents that people write, in YAML or JSON, read so that every error names its line and column.
 *
 * <p>A {@link org.subsidia.document.YamlDocument} is the text as nodes, {@link org.subsidia.document.YamlFields} are the keys
 * of one mapping with the checks that every document needs, {@link org.subsidia.document.Suggestion} finds the name that
 * someone may have meant; {@link org.subsidia.document.YamlText} writes a text as a document has it. Rule sets and scenarios are read through them.
 */
@NullMarked
package org.subsidia.document;

import org.jspecify.annotations.NullMarked;
