package org.subsidia.territory;

import org.subsidia.explain.RuleReference;

/**
 * The category of a unit in a period, and the text that says so.
 *
 * @param category the category
 * @param reference the legal text, where it was read, how sure it is
 */
public record CategoryRule(RegionCategory category, RuleReference reference) {}
