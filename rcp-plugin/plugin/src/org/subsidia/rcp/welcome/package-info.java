/**
 * The first minutes: a welcome page, the sample portfolio, and guided tours whose steps do what they say.
 *
 * <p>{@link org.subsidia.rcp.welcome.Tour} names the steps; {@link org.subsidia.rcp.welcome.TourView} walks through them.
 */
package org.subsidia.rcp.welcome;
