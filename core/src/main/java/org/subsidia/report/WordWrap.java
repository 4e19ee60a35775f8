package org.subsidia.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces; no-break spaces hold, and a word longer than a line stays whole. */
final class WordWrap {
    private static final String BREAKS = " -/:;,.|_";

    private WordWrap() {}

    /** The lines; spaces at the beginning stay, all lines but the first begin with the indent. */
    static List<String> lines(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        StringBuilder line = new StringBuilder(text.substring(0, start));
        boolean empty = true;
        for (String word : words(text.substring(start))) {
            if (!empty && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    /** The lines, none wider than the width: a word longer than a line is broken behind a hyphen or the like, else anywhere. */
    static List<String> within(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : lines(text, width, "")) {
            String rest = line;
            while (length(rest) > width) {
                int end = rest.offsetByCodePoints(0, width);
                int cut = end;
                while (cut > end / 2 && BREAKS.indexOf(rest.charAt(cut - 1)) < 0) {
                    cut--;
                }
                cut = cut > end / 2 ? cut : end;
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }

    static int longestWord(String text) {
        return words(text).stream().mapToInt(WordWrap::length).max().orElse(0);
    }

    static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String held = Spaces.held(text);
        int from = 0;
        for (int space = held.indexOf(' '); space >= 0; space = held.indexOf(' ', from)) {
            words.add(text.substring(from, space));
            from = space + 1;
        }
        words.add(text.substring(from));
        return words;
    }
}
