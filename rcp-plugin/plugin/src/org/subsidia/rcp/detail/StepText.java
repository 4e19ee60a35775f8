package org.subsidia.rcp.detail;

import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.subsidia.money.AmountFormat;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.ReportKind;
import org.subsidia.portfolio.Trigger;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Folding;
import org.subsidia.rcp.ui.Words;

/** When a step of a payment schedule is due and how much it pays, as people write it. */
final class StepText {
    private static final Pattern DELAYED = Pattern.compile("(.+?)\\s*([+-])\\s*(\\d.*)");
    private static final Pattern STRETCH = Pattern.compile("(\\d{1,4})\\s*(\\p{L}+)\\.?\\s*");
    private static final String SHARE = "[%/]";

    private StepText() {}

    /** What can be chosen: events and reports; a day, a delay or a share that is spent is typed. */
    static List<String> triggers(Locale locale) {
        return Stream.concat(
                        Arrays.stream(GrantEvent.values()).map(event -> event.label()),
                        Arrays.stream(ReportKind.values()).map(report -> report.label()))
                .map(label -> label.in(locale))
                .toList();
    }

    /** A day, an event or a report with the time after it, or the share that is spent. */
    static String of(Trigger trigger, Locale locale) {
        if (trigger instanceof Trigger.OnDate on) {
            return Words.date(on.date());
        }
        if (trigger instanceof Trigger.OnShareSpent on) {
            return Texts.bind(Texts.stepSpent, ShareText.of(on.share(), locale));
        }
        return trigger instanceof Trigger.OnEvent on
                ? on.event().label().in(locale) + delay(on.delay())
                : ((Trigger.OnReport) trigger).report().label().in(locale)
                        + delay(((Trigger.OnReport) trigger).delay());
    }

    private static String delay(Period delay) {
        if (delay.isZero()) {
            return "";
        }
        boolean before = delay.getYears() <= 0 && delay.getMonths() <= 0 && delay.getDays() <= 0;
        Period time = before ? delay.negated() : delay;
        if (time.getYears() < 0 || time.getMonths() < 0 || time.getDays() < 0) {
            return " + " + delay; // some of it before, some after: nobody writes that
        }
        List<String> parts = new ArrayList<>();
        part(parts, time.getYears(), Texts.stepYears);
        part(parts, time.getMonths(), Texts.stepMonths);
        part(parts, time.getDays(), Texts.stepDays);
        return (before ? " - " : " + ") + String.join(" ", parts);
    }

    private static void part(List<String> parts, int number, String unit) {
        if (number > 0) {
            parts.add(Texts.bind(unit, number));
        }
    }

    /** The trigger of a text, if it is one. */
    static Optional<Trigger> trigger(String text, Locale locale) {
        String typed = text.strip();
        Optional<Trigger> day = DayText.read(typed, locale).map(Trigger.OnDate::new);
        if (day.isPresent()) {
            return day;
        }
        Optional<Trigger> spent = within(typed, Texts.stepSpent)
                .flatMap(share -> ShareText.read(share))
                .map(Trigger.OnShareSpent::new);
        if (spent.isPresent()) {
            return spent;
        }
        Matcher delayed = DELAYED.matcher(typed);
        boolean later = delayed.matches();
        Optional<Period> delay = later
                ? stretch(delayed.group(3)).map(time -> delayed.group(2).equals("-") ? time.negated() : time)
                : Optional.of(Period.ZERO);
        String name = Folding.fold(later ? delayed.group(1) : typed);
        return delay.flatMap(time -> Stream.concat(
                        Arrays.stream(GrantEvent.values())
                                .filter(event ->
                                        Folding.fold(event.label().in(locale)).equals(name))
                                .map(event -> (Trigger) new Trigger.OnEvent(event, time)),
                        Arrays.stream(ReportKind.values())
                                .filter(report ->
                                        Folding.fold(report.label().in(locale)).equals(name))
                                .map(report -> new Trigger.OnReport(report, time)))
                .findFirst());
    }

    /** Years, months and days, each with its word in French or English. */
    private static Optional<Period> stretch(String text) {
        Period time = Period.ZERO;
        Matcher part = STRETCH.matcher(text);
        int at = 0;
        while (part.find() && part.start() == at) {
            int number = Integer.parseInt(part.group(1));
            switch (part.group(2).toLowerCase(Locale.ROOT)) {
                case "j", "jour", "jours", "d", "day", "days" -> time = time.plusDays(number);
                case "m", "mois", "month", "months" -> time = time.plusMonths(number);
                case "an", "ans", "année", "années", "year", "years" -> time = time.plusYears(number);
                default -> {
                    return Optional.empty();
                }
            }
            at = part.end();
        }
        return at == text.length() ? Optional.of(time) : Optional.empty();
    }

    /** What can be chosen: the rest, and what is certified; an amount or a share is typed. */
    static List<String> portions() {
        return List.of(Texts.listRemainder, Texts.listOfCertified);
    }

    /** An amount, a share of the award, the rest, or what is certified. */
    static String of(Portion portion, Locale locale) {
        if (portion instanceof Portion.Amount fixed) {
            return Words.amount(Optional.of(fixed.amount()));
        }
        return portion instanceof Portion.OfAward share
                ? Texts.bind(Texts.listShare, ShareText.of(share.share(), locale))
                : portion instanceof Portion.Remainder ? Texts.listRemainder : Texts.listOfCertified;
    }

    /** The portion of a text, if it is one. */
    static Optional<Portion> portion(String text, Locale locale, CurrencyUnit currency) {
        String typed = text.strip();
        String folded = Folding.fold(typed);
        if (folded.equals(Folding.fold(Texts.listRemainder))) {
            return Optional.of(new Portion.Remainder());
        }
        if (folded.equals(Folding.fold(Texts.listOfCertified))) {
            return Optional.of(new Portion.OfCertified());
        }
        if (Pattern.compile(SHARE).matcher(typed).find()) {
            Optional<Fraction> share =
                    ShareText.read(within(typed, Texts.listShare).orElse(typed));
            return share.map(Portion.OfAward::new);
        }
        return AmountFormat.read(typed, locale, currency)
                .value()
                .filter(amount -> !amount.isNegative())
                .map(Portion.Amount::new);
    }

    /** What stands in a text at the place of a sentence that changes. */
    private static Optional<String> within(String text, String sentence) {
        String[] around = Texts.bind(sentence, "\n").split("\n", -1);
        return text.startsWith(around[0])
                        && text.endsWith(around[1])
                        && text.length() > around[0].length() + around[1].length()
                ? Optional.of(text.substring(around[0].length(), text.length() - around[1].length()))
                : Optional.empty();
    }
}
