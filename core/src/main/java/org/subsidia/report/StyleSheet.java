package org.subsidia.report;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.subsidia.report.chart.ChartTheme;

/**
 * The styles of a page: a file for the page, and the colours of the charts in both themes.
 *
 * @param text style rules; without the characters that HTML or XML would read as markup
 */
record StyleSheet(String text) {

    static StyleSheet standard() {
        String page = read("report.css");
        return new StyleSheet(
                "\n" + page + "@media screen and (prefers-color-scheme: dark) {\n" + chart(ChartTheme.DARK) + "}\n");
    }

    /** For pages of paper: plain rules that a PDF library knows. */
    static StyleSheet paper() {
        return new StyleSheet("\n" + read("paper.css"));
    }

    /** Allows these very styles and nothing else: no script, no picture, no font, no request. */
    String policy() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "'; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Rules by which a page's theme overrides the colours that a chart brings. */
    private static String chart(ChartTheme theme) {
        StringBuilder rules = new StringBuilder();
        theme.tokens().forEach((token, colour) -> rules.append(rule("f", token, "fill", colour))
                .append(rule("s", token, "stroke", colour)));
        return rules.toString();
    }

    private static String rule(String prefix, String token, String property, Color colour) {
        return "." + prefix + "-" + token + " { " + property + ": " + ChartTheme.hex(colour) + "; }\n";
    }

    private static String read(String file) {
        try (InputStream in = StyleSheet.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing in the library: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
