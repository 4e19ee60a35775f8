package org.subsidia.rcp.analysis;

import java.time.LocalDate;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.explorer.Node;

/**
 * What an analysis is a function of.
 *
 * @param portfolio the value at the time of asking
 * @param scope what the explorer has selected; a trunk: everything
 * @param law the law, with the user's own rules
 * @param at the day of looking
 */
public record Question(Portfolio portfolio, Node scope, LawBase law, LocalDate at) {}
