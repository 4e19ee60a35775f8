/** What a user can set: colours, language and time zone, who works, own rules, thresholds and delays. */
package org.subsidia.rcp.preference;
