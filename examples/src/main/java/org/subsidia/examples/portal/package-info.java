/**
 * A small HTTP service for a regional portal: it answers the JSON of the command line’s reports, and changes nothing.
 *
 * <p>{@link org.subsidia.examples.portal.Portal} starts it; {@link org.subsidia.examples.portal.Routes} says what it answers, {@link
 * org.subsidia.examples.portal.PortalServer} holds its limits. What it promises stands in {@code openapi.json} beside it.
 */
package org.subsidia.examples.portal;
