package org.subsidia.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.ChoiceFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** The sentences of all rooms in French and English. */
final class Messages {
    private static final Map<String, Map<String, String>> FILES = new ConcurrentHashMap<>();

    private Messages() {}

    static void checkCode(String code) {
        if (!isCode(code)) {
            throw new IllegalArgumentException("a message code looks like SCDL-AMT-COMMA, not \"" + code + '"');
        }
    }

    /** {@code [A-Z][A-Z0-9]*(-[A-Z0-9]+)+}, by hand: every message passes here. */
    private static boolean isCode(String code) {
        int hyphens = 0;
        char before = '-';
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z';
            boolean digit = c >= '0' && c <= '9' && i > 0;
            if (!letter && !digit && (c != '-' || before == '-')) {
                return false;
            }
            hyphens += c == '-' ? 1 : 0;
            before = c;
        }
        return hyphens > 0 && before != '-';
    }

    static void checkArgument(Object argument) {
        if (!(argument instanceof CharSequence
                || argument instanceof Number
                || argument instanceof TemporalAccessor
                || argument instanceof Money
                || argument instanceof Message)) {
            throw new IllegalArgumentException(
                    "a message names strings, numbers, dates, amounts and messages, not " + argument.getClass());
        }
    }

    static String sentence(Message message, Locale locale) {
        Locale language = language(locale);
        String pattern = find(message.code(), language)
                .orElseThrow(() -> new IllegalStateException("no sentence for " + message.code() + " in " + language));
        Object[] words = message.arguments().stream()
                .map(argument -> new Word(argument, word(argument, language)))
                .toArray();
        MessageFormat format = new MessageFormat(pattern, Locale.ROOT);
        Format[] formats = format.getFormats();
        for (int i = 0; i < formats.length; i++) {
            if (formats[i] instanceof ChoiceFormat choice) {
                format.setFormat(i, new Plural(choice.toPattern()));
            }
        }
        return format.format(words);
    }

    /** The raw pattern, if the room has this code. */
    static Optional<String> find(String code, Locale language) {
        String room = code.substring(0, code.indexOf('-')).toLowerCase(Locale.ROOT);
        Map<String, String> sentences =
                FILES.computeIfAbsent(room + '_' + language.getLanguage() + ".properties", Messages::load);
        return Optional.ofNullable(sentences.get(code));
    }

    static Locale language(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
    }

    private static Map<String, String> load(String file) {
        try (InputStream in = Messages.class.getResourceAsStream("/org/subsidia/messages/" + file)) {
            if (in == null) {
                return Map.of();
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(Object argument, Locale language) {
        if (argument instanceof Message message) {
            return sentence(message, language);
        }
        if (argument instanceof Money money) {
            String sign = money.getCurrencyUnit().getCode().equals("EUR")
                    ? "€"
                    : money.getCurrencyUnit().getCode();
            return decimal(money.getAmount(), language) + '\u00a0' + sign;
        }
        if (argument instanceof BigDecimal number) {
            return decimal(number, language);
        }
        if (argument instanceof Number number) {
            return decimal(BigDecimal.valueOf(number.longValue()), language);
        }
        if (argument instanceof LocalDate day) {
            return DayFormat.format(day, language);
        }
        if (argument instanceof YearMonth month) {
            return DayFormat.format(month, language);
        }
        if (argument instanceof MonthDay day) {
            return DayFormat.format(day, language);
        }
        if (argument instanceof LocalDateTime moment) {
            return DayFormat.format(moment, language);
        }
        return argument.toString();
    }

    private static String decimal(BigDecimal number, Locale language) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        boolean french = language.equals(Locale.FRENCH);
        symbols.setGroupingSeparator(french ? '\u202f' : ',');
        symbols.setDecimalSeparator(french ? ',' : '.');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(number);
    }

    /** An argument and how it is written: a choice between singular and plural needs the number, the sentence the text. */
    private record Word(Object argument, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A choice by the number behind a word. */
    private static final class Plural extends ChoiceFormat {
        private static final long serialVersionUID = 1;

        Plural(String pattern) {
            super(pattern);
        }

        @Override
        public StringBuffer format(Object word, StringBuffer to, FieldPosition position) {
            return super.format(((Word) word).argument(), to, position);
        }
    }
}
