package org.subsidia.report;

/** One thing that a section shows. */
public sealed interface Block permits Paragraph, KeyFigures, Table, Figure, Findings, Explanations {}
