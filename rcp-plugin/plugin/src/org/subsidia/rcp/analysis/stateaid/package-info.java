/** What may still be received as State aid, and from when more. */
package org.subsidia.rcp.analysis.stateaid;
