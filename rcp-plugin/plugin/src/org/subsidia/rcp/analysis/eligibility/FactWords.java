package org.subsidia.rcp.analysis.eligibility;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subsidia.eligibility.FactType;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** Facts as people write them in their language, and as the library reads them. */
final class FactWords {
    private static final LocalDate EXAMPLE = LocalDate.of(2026, 6, 15);
    private static final Pattern SLASHES = Pattern.compile("\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}");
    private static final Pattern BETWEEN =
            Pattern.compile("(?<=\\d{4}-\\d{2}-\\d{2}|\\.\\.)\\s*(?:–|-|au|to|/)\\s*(?=\\d{4}-|\\.\\.)");
    private static final Pattern DAY_FIRST = Pattern.compile("^(\\S+)\\s+(.+)$");

    private FactWords() {}

    /** A short example of a value, where it would be typed. */
    static String example(FactType type) {
        return switch (type) {
            case MONEY -> Texts.factMoney;
            case COUNT -> Texts.factCount;
            case SHARE -> Texts.factShare;
            case DAY -> Words.date(EXAMPLE);
            case TERRITORY -> Texts.factTerritory;
            case LABELS -> Texts.bind(Texts.factLabels, among(2023, 1, 1), among(2026, 12, 31));
            case AIDS -> Texts.bind(Texts.factAids, among(2024, 5, 10));
            case FLAG, CODE -> "";
        };
    }

    /** A day among other words: in one piece. */
    private static String among(int year, int month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        return Texts.locale().getLanguage().equals(Locale.FRENCH.getLanguage()) ? Words.date(date) : date.toString();
    }

    /** What has to be typed, in a sentence. */
    static String form(FactType type) {
        String example = example(type);
        return switch (type) {
            case MONEY -> Texts.bind(Texts.factFormMoney, example);
            case COUNT -> Texts.bind(Texts.factFormCount, example);
            case SHARE -> Texts.bind(Texts.factFormShare, example);
            case DAY -> Texts.bind(Texts.factFormDay, example);
            case TERRITORY -> Texts.bind(Texts.factFormTerritory, example);
            case LABELS -> Texts.bind(Texts.factFormLabels, example);
            case AIDS -> Texts.bind(Texts.factFormAids, example);
            case FLAG, CODE -> type.words().in(Texts.locale());
        };
    }

    /** As the library writes facts: people write days, amounts, decimals and yes in their language. */
    static String written(FactType type, String text) {
        return switch (type) {
            case DAY -> day(text).orElse(text);
            case SHARE -> text.replace(',', '.').replace('\u00a0', ' ').replace('\u202f', ' ');
            case FLAG -> Boolean.toString(text.equals(Texts.eligibilityYes));
            case LABELS -> BETWEEN.matcher(days(text)).replaceAll("/");
            case AIDS ->
                Stream.of(text.split(";", -1)).map(part -> aid(part.strip())).collect(Collectors.joining(";"));
            default -> text;
        };
    }

    private static Optional<String> day(String text) {
        return DayText.read(text, Texts.locale()).map(DateTimeFormatter.ISO_LOCAL_DATE::format);
    }

    private static String days(String text) {
        return SLASHES.matcher(text).replaceAll(found -> day(found.group()).orElse(found.group()));
    }

    /** The day comes first, then the amount. */
    private static String aid(String text) {
        String plain = text.replace(":", " ").replace("€", "").strip();
        Matcher form = DAY_FIRST.matcher(plain);
        return form.matches()
                ? day(form.group(1))
                        .map(day -> day + ' ' + form.group(2).strip())
                        .orElse(plain)
                : plain;
    }
}
