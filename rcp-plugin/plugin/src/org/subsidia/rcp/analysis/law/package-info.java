/** The law base to be read: values on a day, their history, where they stand and how sure they are. */
package org.subsidia.rcp.analysis.law;
