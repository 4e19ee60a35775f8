package org.subsidia.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Writes elements that are well-formed HTML and XML at once; every text is escaped. */
final class HtmlWriter {
    /** Elements within a line: a line break behind them would be seen as a space. */
    private static final Set<String> INLINE = Set.of("span", "sup", "strong", "code", "a", "small");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are name and value in turn. */
    HtmlWriter start(String element, String... attributes) {
        tag(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** An element that has no content in HTML, such as {@code meta}. */
    HtmlWriter empty(String element, String... attributes) {
        tag(element, attributes);
        out.append("/>\n");
        return this;
    }

    private void tag(String element, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("an attribute without value");
        }
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escaped(attributes[i + 1]);
            out.append('"');
        }
    }

    HtmlWriter text(String text) {
        return escaped(Spaces.held(text));
    }

    /** The text as it stands in an attribute. */
    static String escape(String text) {
        return new HtmlWriter().escaped(text).out.toString();
    }

    private HtmlWriter escaped(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append(' ');
                default -> out.appendCodePoint(Printable.isShown(c) ? c : 0xfffd);
            }
        });
        return this;
    }

    /** Markup that was written by this project and is escaped already. */
    HtmlWriter raw(String markup) {
        out.append(markup);
        return this;
    }

    HtmlWriter end() {
        String element = open.pop();
        out.append("</").append(element).append(INLINE.contains(element) ? ">" : ">\n");
        return this;
    }

    /** An element with nothing but text. */
    HtmlWriter element(String element, String text, String... attributes) {
        return start(element, attributes).text(text).end();
    }

    String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
