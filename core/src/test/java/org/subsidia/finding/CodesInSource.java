package org.subsidia.finding;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The message codes in a Java source: every literal that has the form of a code and begins with a room that has a bundle, and
 * every such literal, whatever its room, where a message or a finding takes its code. A literal to which
 * something is added is the beginning of codes that the program completes.
 */
final class CodesInSource {
    private static final Pattern COMMENT = Pattern.compile(
            "(\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+')|//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-?)\"(\\s*\\+)?");
    private static final Pattern CALL =
            Pattern.compile("(Message\\s*\\.\\s*of|new\\s+Message|Finding\\s*\\.\\s*(?:info|warning|error))\\s*\\(");

    /** Stands behind the beginning of a code. */
    private static final String STEM = "…";

    private CodesInSource() {}

    /** Codes that have no sentence. */
    static Set<String> without(String source, Bundles bundles) {
        String text = COMMENT.matcher(source)
                .replaceAll(match -> match.group(1) == null ? " " : Matcher.quoteReplacement(match.group(1)));
        Set<String> codes = literals(text).stream()
                .filter(code -> !bundles.codes(code).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        for (MatchResult call : CALL.matcher(text).results().toList()) {
            int argument = call.group(1).startsWith("Finding") ? 1 : 0;
            codes.addAll(literals(argument(text, call.end(), argument)));
        }
        codes.removeIf(code -> code.endsWith(STEM)
                ? bundles.codes(code).stream()
                        .anyMatch(known -> known.startsWith(code.substring(0, code.length() - STEM.length())))
                : bundles.codes(code).contains(code));
        return codes;
    }

    private static List<String> literals(String text) {
        return LITERAL.matcher(text)
                .results()
                .filter(literal -> literal.group(1).indexOf('-') > 0)
                .map(literal -> literal.group(1) + (literal.group(2) == null ? "" : STEM))
                .toList();
    }

    /** The text of one argument of a call whose arguments begin here; empty if there are fewer. */
    private static String argument(String text, int from, int wanted) {
        int depth = 0;
        int number = 0;
        int start = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                i = endOfLiteral(text, i);
            } else if (c == '(' || c == '{' || c == '[') {
                depth++;
            } else if (depth > 0 && (c == ')' || c == '}' || c == ']')) {
                depth--;
            } else if (depth == 0 && (c == ',' || c == ')')) {
                if (number == wanted) {
                    return text.substring(start, i);
                }
                if (c == ')') {
                    return "";
                }
                number++;
                start = i + 1;
            }
        }
        return "";
    }

    private static int endOfLiteral(String text, int quote) {
        int i = quote + 1;
        while (i < text.length() && text.charAt(i) != text.charAt(quote)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
