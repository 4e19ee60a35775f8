/**
 * XML out of files that somebody else made.
 *
 * <p>{@link org.subsidia.io.xml.SafeXml} is the only place where XML readers are made: they know no DTD, no external entity and
 * stay within limits.
 */
@NullMarked
package org.subsidia.io.xml;

import org.jspecify.annotations.NullMarked;
