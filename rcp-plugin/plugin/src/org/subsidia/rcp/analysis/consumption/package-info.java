/** Budget against actual: how far the money of grants is used, and what will be lost if nothing changes. */
package org.subsidia.rcp.analysis.consumption;
