package org.subsidia.time;

import java.time.LocalDate;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;

/**
 * A public holiday of a year.
 *
 * @param date the day
 * @param name its name in French and English
 * @param reference the legal rule that makes it one
 */
public record Holiday(LocalDate date, Message name, RuleReference reference) {}
