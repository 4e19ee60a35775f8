/**
 * Help on F1, from the guide itself and without a network.
 *
 * <p>{@link org.subsidia.rcp.help.Guide} reads the document into sections; {@link org.subsidia.rcp.help.GuideView} shows them.
 */
package org.subsidia.rcp.help;
