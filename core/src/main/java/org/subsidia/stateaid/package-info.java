/**
 * State aid that a structure has received, may still receive, and under which conditions.
 *
 * <p>Start from {@link org.subsidia.stateaid.DeMinimis}: the headroom of a single undertaking on a day, whether an amount fits,
 * and when it will. {@link org.subsidia.stateaid.ClusterAid} is the position of an innovation cluster under article 27 of
 * regulation 651/2014. {@link org.subsidia.stateaid.AidAwards} reads the awards of a portfolio; an award whose regime is not
 * written down may be any, so that answers are yes, no, or unknown with the facts that would decide. Every answer explains
 * itself and names the versions of the rules.
 */
@NullMarked
package org.subsidia.stateaid;

import org.jspecify.annotations.NullMarked;
