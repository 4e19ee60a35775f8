package org.subsidia.document;

import java.util.Locale;

/** Texts as a YAML document writes them. */
public final class YamlText {
    private YamlText() {}

    /**
     * A text that YAML reads as the same text.
     *
     * @param text any text
     * @return plain where YAML can mean nothing else by it; else in double quotes, all that is not plain text escaped
     */
    public static String of(String text) {
        if (text.matches("[a-z][A-Za-z]*(\\.[a-z]+)?") && !text.matches("(?i)true|false|yes|no|on|off|null|y|n")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= ' ' && c <= '~') || (c > '\u00a0' && c < '\u2000') || (c > '\u2029' && c < '\ud800');
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (plain || c == '’' || c == '–' || c == '…') {
                quoted.append(c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            }
        }
        return quoted.append('"').toString();
    }
}
