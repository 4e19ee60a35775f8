/**
 * The command line: {@code java -jar subsidia.jar VERB …}.
 *
 * <p>Thin: each verb reads its options, calls the library and renders the report that it gets. {@link org.subsidia.cli.Main}
 * is the program; {@link org.subsidia.cli.CommandLineTool} runs one command against any {@link org.subsidia.cli.Console}, and
 * so can be tested and embedded.
 */
@NullMarked
package org.subsidia.cli;

import org.jspecify.annotations.NullMarked;
