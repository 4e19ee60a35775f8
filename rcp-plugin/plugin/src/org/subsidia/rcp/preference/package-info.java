/** What a user can set: the colours of the workbench. */
package org.subsidia.rcp.preference;
