package org.subsidia.io.mapping;

import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Receipt;

/** A receipt with the grant to which it belongs. */
record BookedReceipt(Grant grant, Receipt receipt) {}
