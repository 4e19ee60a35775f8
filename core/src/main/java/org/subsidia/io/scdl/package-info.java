/**
 * Subsidies published after the French standard SCDL "subventions", read as dirty as they are published, written strictly.
 *
 * <p>Start from {@link org.subsidia.io.scdl.ScdlFile}: it finds the header, whatever its spelling, and streams {@link
 * org.subsidia.io.scdl.ScdlRow}s; each record goes through {@link org.subsidia.io.scdl.ScdlInterpreter}, a pure function that
 * repairs, names each repair, and refuses what it would have to guess. Every repair is an information, every doubt a warning;
 * an error at a line means that the line was kept out. {@link org.subsidia.io.scdl.ScdlSummary} counts.
 *
 * <p>The duty to publish comes from article 10 of the loi 2000-321 du 12 avril 2000 and the décret 2017-779 du 5 mai 2017.
 */
@NullMarked
package org.subsidia.io.scdl;

import org.jspecify.annotations.NullMarked;
