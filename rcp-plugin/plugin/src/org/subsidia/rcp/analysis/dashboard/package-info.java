/** The dashboard: tiles that a user composes, each the beginning of a view. */
package org.subsidia.rcp.analysis.dashboard;
