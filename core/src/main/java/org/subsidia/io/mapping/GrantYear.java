package org.subsidia.io.mapping;

import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.YearLine;

/** The part of a grant that falls in a year, with the grant. */
record GrantYear(Grant grant, YearLine line) {}
