/** Which calls fit a structure, condition by condition: what is missing is filled in on the spot. */
package org.subsidia.rcp.analysis.eligibility;
