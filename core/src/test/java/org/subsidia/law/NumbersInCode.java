package org.subsidia.law;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;

/**
 * Numbers in a Java source that look like law: amounts that are in the law base, in euros or cents; other round amounts; rates
 * and amounts made from literals; delays added to dates; days of the calendar.
 */
final class NumbersInCode {
    private static final Pattern COMMENT = Pattern.compile(
            "(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+')|//[^\n]*|/\\*.*?\\*/",
            Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+'");
    /** Sizes that a reader takes, by the names that they have everywhere. */
    private static final Pattern SIZE =
            Pattern.compile("static final int (?:MOST|LONGEST|LARGEST|DEEPEST)(?:_[A-Z_]+)? = [\\d_]+;");

    private static final Pattern WHOLE = Pattern.compile("(?<![\\w.])(\\d[\\d_]*)[lL]?(?![\\w.])");
    private static final Pattern DECIMAL = Pattern.compile("(?<![\\w.])\\d+\\.\\d+");
    private static final Pattern PARSED =
            Pattern.compile("(?:Fraction\\.parse|Money\\.parse)\\(\\s*\"[^\"]*[1-9][^\"]*\"\\s*\\)");
    private static final Pattern DECIMAL_TEXT = Pattern.compile("new BigDecimal\\(\\s*\"[^\"]*[1-9][^\"]*\"\\s*\\)");
    private static final Pattern MONEY =
            Pattern.compile("Money\\.of(?:Minor|Major)?\\([\\w.]+,\\s*[1-9][\\d_]*[lL]?\\s*\\)");
    private static final Pattern FRACTION =
            Pattern.compile("Fraction\\.of\\(\\s*([1-9][\\d_]*)\\s*,\\s*([\\d_]+)\\s*\\)");
    private static final Pattern DELAY = Pattern.compile("(?:(?:plus|minus|Period\\.of)(?:Days|Weeks|Months|Years)"
            + "|Span\\.(?:days|weeks|months|years|workingDays))\\(\\s*(\\d+)\\s*\\)");
    private static final Pattern DAY =
            Pattern.compile("LocalDate\\.of\\(\\s*\\d{4}\\s*,[^)]*\\)|LocalDate\\.parse\\(\\s*\"[^\"]*\"\\s*\\)");

    /** Round amounts from here on; smaller ones are sizes and lengths. */
    private static final BigInteger LARGE = BigInteger.valueOf(1_000);

    /** One, and the hundredth that a per cent sign means. */
    private static final Set<String> ARITHMETIC = Set.of("1/1", "1/100");

    private static final BigInteger ROUND = BigInteger.valueOf(500);

    private final Set<BigInteger> ofTheLaw = new HashSet<>();

    NumbersInCode(LawBase base) {
        for (String id : base.ids()) {
            base.parameter(id).orElseThrow().versions().forEach(version -> add(version.value()));
        }
    }

    private void add(Object value) {
        if (value instanceof Money money) {
            add(money.getAmount());
        } else if (value instanceof Long count) {
            add(BigDecimal.valueOf(count));
        } else if (value instanceof Map<?, ?> byKey) {
            byKey.values().forEach(this::add);
        } else if (value instanceof BigDecimal number && number.abs().compareTo(BigDecimal.valueOf(1_000)) >= 0) {
            ofTheLaw.add(number.toBigInteger());
            ofTheLaw.add(number.movePointRight(2).toBigInteger());
        }
    }

    /** What is suspicious where nothing but law and arithmetic stands. */
    List<String> in(String source) {
        String code = withoutComments(source);
        String plain = SIZE.matcher(TEXT.matcher(code).replaceAll("\"\"")).replaceAll("");
        List<String> found = new ArrayList<>(amountsIn(source));
        all(DECIMAL_TEXT, code).forEach(match -> found.add(shown(match)));
        all(DAY, code).forEach(match -> found.add(shown(match)));
        all(DECIMAL, plain).forEach(match -> found.add(shown(match)));
        all(DELAY, plain).stream()
                .filter(match -> Integer.parseInt(match.group(1)) > 1)
                .forEach(match -> found.add(shown(match)));
        all(WHOLE, plain).stream()
                .filter(match -> isAmount(new BigInteger(match.group(1).replace("_", ""))))
                .forEach(match -> found.add(match.group(1)));
        return found;
    }

    /** Amounts and shares made of literals. */
    List<String> amountsIn(String source) {
        String code = withoutComments(source);
        String plain = TEXT.matcher(code).replaceAll("\"\"");
        List<String> found = new ArrayList<>();
        all(PARSED, code).forEach(match -> found.add(shown(match)));
        all(MONEY, plain).forEach(match -> found.add(shown(match)));
        all(FRACTION, plain).stream()
                .filter(match -> !ARITHMETIC.contains(match.group(1) + '/' + match.group(2)))
                .forEach(match -> found.add(shown(match)));
        return found;
    }

    private boolean isAmount(BigInteger number) {
        return ofTheLaw.contains(number)
                || (number.compareTo(LARGE) >= 0 && number.mod(ROUND).signum() == 0);
    }

    private static String withoutComments(String source) {
        return COMMENT.matcher(source)
                .replaceAll(match -> match.group(1) == null ? " " : Matcher.quoteReplacement(match.group(1)));
    }

    private static String shown(MatchResult match) {
        return match.group().replaceAll("\\s+", "");
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }
}
