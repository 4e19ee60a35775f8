/** The cash to come of a structure, how sure it is, and what happens to it when something goes wrong. */
package org.subsidia.rcp.analysis.forecast;
