package org.subsidia.store.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/**
 * How the portfolio of a document becomes that of the next version of the format: from JSON to JSON, so that no old record
 * type has to live on.
 *
 * @param from the version that it reads; it gives the next one
 * @param step the change; may change the object that it is given
 */
record Upgrade(int from, UnaryOperator<ObjectNode> step) {}
