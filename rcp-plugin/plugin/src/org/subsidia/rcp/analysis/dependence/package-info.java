/** How much a structure depends on public money: ratios, norms, the bridge between two ratios, funders. */
package org.subsidia.rcp.analysis.dependence;
