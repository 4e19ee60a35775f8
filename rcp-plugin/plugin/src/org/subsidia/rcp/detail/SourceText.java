package org.subsidia.rcp.detail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.subsidia.explain.Confidence;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Source;
import org.subsidia.rcp.Texts;

/** Where something was read and how sure it is, as two fields. What is read somewhere is not verified until a user says so. */
final class SourceText {
    private SourceText() {}

    private static Message label(Confidence confidence) {
        return Message.of("EXPLAIN-CONFIDENCE-" + confidence);
    }

    static List<String> confidences(Locale locale) {
        return Worded.orNothing(Confidence.values(), SourceText::label, locale);
    }

    static String text(Source source) {
        return source == null ? "" : source.text();
    }

    static String confidence(Source source, Locale locale) {
        return source == null ? "" : label(source.confidence()).in(locale);
    }

    /** Why a confidence cannot stand beside a text; empty: it can. */
    static Optional<String> refusal(String text, String confidence) {
        return text.isBlank() && !confidence.isEmpty() ? Optional.of(Texts.sourceMissing) : Optional.empty();
    }

    /** The source; null: no text. */
    static Source of(String text, String confidence, Locale locale) {
        return text == null || text.isBlank()
                ? null
                : new Source(
                        text.strip(),
                        Objects.requireNonNullElse(
                                Worded.find(Confidence.values(), SourceText::label, confidence, locale),
                                Confidence.UNVERIFIED));
    }
}
