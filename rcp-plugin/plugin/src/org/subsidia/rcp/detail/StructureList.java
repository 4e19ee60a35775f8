package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.money.AmountFormat;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.CashRhythm;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GroupMembership;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordKind;
import org.subsidia.portfolio.RegionStay;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Succession;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** A list within a structure. */
enum StructureList implements ItemList<Structure> {
    /** Its labels, each for a time. */
    LABELS,
    /** Regions of its seat, each for a time. */
    REGIONS,
    /** Single undertakings to which it belongs, each for a time. */
    GROUPS,
    /** What it had in cash, and when that was known. */
    CASH,
    /** When in the year lines of its budget are paid or come in. */
    RHYTHMS,
    /** Structures whose State aid it took over. */
    SUCCESSIONS;

    private static final ChoiceWords BUDGET = ChoiceWords.of(TableKind.BUDGET, "budgetKind");
    private static final String APART = "[\\s,;]+";

    @Override
    public String title() {
        return switch (this) {
            case LABELS -> Texts.detailLabels;
            case REGIONS -> Texts.listRegions;
            case GROUPS -> Texts.listGroups;
            case CASH -> Texts.listCash;
            case RHYTHMS -> Texts.listRhythms;
            case SUCCESSIONS -> Texts.listSuccessions;
        };
    }

    @Override
    public List<Entry> entries(Portfolio portfolio) {
        return switch (this) {
            case LABELS ->
                List.of(
                        new Entry(
                                Texts.listLabel,
                                FieldKind.CHOICE,
                                true,
                                Worded.all(LabelKind.values(), LabelKind::label, Texts.locale())),
                        Entry.of(Texts.listPhase, FieldKind.TEXT, false),
                        Entry.of(Texts.lawFrom, FieldKind.DAY, false),
                        Entry.of(Texts.lawTo, FieldKind.DAY, false),
                        Entry.of(Texts.listExtendable, FieldKind.DAY, false),
                        new Entry(
                                Texts.listExtended,
                                FieldKind.CHOICE,
                                false,
                                List.of(Texts.eligibilityYes, Texts.eligibilityNo)));
            case REGIONS ->
                List.of(
                        new Entry(Texts.listRegion, FieldKind.CHOICE, true, RegionNames.all()),
                        Entry.of(Texts.lawFrom, FieldKind.DAY, false),
                        Entry.of(Texts.lawTo, FieldKind.DAY, false));
            case GROUPS ->
                List.of(
                        new Entry(Texts.listGroup, FieldKind.TEXT, true, groups(portfolio)),
                        Entry.of(Texts.lawFrom, FieldKind.DAY, false),
                        Entry.of(Texts.lawTo, FieldKind.DAY, false));
            case CASH ->
                List.of(
                        Entry.of(Texts.listDay, FieldKind.DAY, true),
                        Entry.of(Texts.listAmount, FieldKind.AMOUNT, true),
                        Entry.of(Texts.listReadWhere, FieldKind.TEXT, false));
            case RHYTHMS ->
                List.of(
                        new Entry(Texts.listBudgetKind, FieldKind.CHOICE, true, BUDGET.labels()),
                        Entry.of(Texts.listDayOfMonth, FieldKind.DAY_OF_MONTH, true),
                        Entry.of(Texts.listWeights, FieldKind.WEIGHTS, false));
            case SUCCESSIONS ->
                List.of(
                        new Entry(
                                Texts.listFrom,
                                FieldKind.CHOICE,
                                true,
                                RecordNames.all(RecordKind.STRUCTURE, portfolio)),
                        Entry.of(Texts.listDay, FieldKind.DAY, true),
                        Entry.of(Texts.listShareOf, FieldKind.SHARE, true),
                        new Entry(
                                Texts.listWholeGrants,
                                FieldKind.IDS,
                                false,
                                portfolio.grants().stream()
                                        .map(grant -> grant.id().value())
                                        .toList()));
        };
    }

    /** The names in use: a group is one only where its members write it alike. */
    private static List<String> groups(Portfolio portfolio) {
        return portfolio.structures().stream()
                .flatMap(structure -> structure.groups().stream())
                .map(GroupMembership::group)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<List<String>> lines(Structure structure, Portfolio portfolio) {
        return switch (this) {
            case LABELS ->
                structure.labels().stream()
                        .map(one -> List.of(
                                one.kind().label().in(Texts.locale()),
                                Objects.requireNonNullElse(one.phase(), ""),
                                Words.date(one.start()),
                                Words.date(one.end()),
                                Words.date(one.extendableTo()),
                                one.conditionMet() == null
                                        ? ""
                                        : one.conditionMet() ? Texts.eligibilityYes : Texts.eligibilityNo))
                        .toList();
            case REGIONS ->
                structure.regions().stream()
                        .map(one -> line(RegionNames.of(one.region()), one.window()))
                        .toList();
            case GROUPS ->
                structure.groups().stream()
                        .map(one -> line(one.group(), one.window()))
                        .toList();
            case CASH ->
                structure.cashBalances().stream()
                        .map(one -> List.of(
                                Words.date(one.date()),
                                Words.amount(Optional.of(one.amount())),
                                Objects.requireNonNullElse(one.note(), "")))
                        .toList();
            case RHYTHMS ->
                structure.cashRhythms().stream()
                        .map(one -> List.of(
                                BUDGET.label(one.kind().name()),
                                String.valueOf(one.day()),
                                one.weights().stream().map(String::valueOf).collect(Collectors.joining(" "))))
                        .toList();
            case SUCCESSIONS ->
                structure.successions().stream()
                        .map(one -> List.of(
                                RecordNames.of(one.from(), portfolio),
                                Words.date(one.day()),
                                ShareText.of(one.share(), Texts.locale()),
                                one.grants().stream().map(GrantId::value).collect(Collectors.joining(" "))))
                        .toList();
        };
    }

    private static List<String> line(String name, DateWindow window) {
        return List.of(name, Words.date(window.first()), Words.date(window.last()));
    }

    @Override
    public Optional<String> refusal(
            Structure structure, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        return switch (this) {
            case LABELS -> {
                Label label = label(texts, locale);
                yield isReversed(label.start(), label.end()) || isReversed(label.start(), label.extendableTo())
                        ? Optional.of(Texts.cellDayOrder)
                        : isReversed(label.end(), label.extendableTo())
                                ? Optional.of(Texts.labelExtendedEarlier)
                                : Optional.empty();
            }
            case REGIONS -> {
                RegionStay stay = new RegionStay(RegionNames.code(texts.get(0)), window(texts, locale));
                yield stay.window().ordered()
                        ? RegionNames.refusal(stay, GrantList.without(structure.regions(), line))
                        : Optional.of(Texts.cellDayOrder);
            }
            case GROUPS -> window(texts, locale).ordered() ? Optional.empty() : Optional.of(Texts.cellDayOrder);
            case CASH, RHYTHMS, SUCCESSIONS -> Optional.empty();
        };
    }

    private static boolean isReversed(LocalDate first, LocalDate last) {
        return !new DateWindow(first, last).ordered();
    }

    private static DateWindow window(List<String> texts, Locale locale) {
        return new DateWindow(
                DayText.read(texts.get(1), locale).orElse(null),
                DayText.read(texts.get(2), locale).orElse(null));
    }

    private static Label label(List<String> texts, Locale locale) {
        return new Label(
                Worded.find(LabelKind.values(), LabelKind::label, texts.get(0), locale),
                texts.get(1).strip(),
                DayText.read(texts.get(2), locale).orElse(null),
                DayText.read(texts.get(3), locale).orElse(null),
                DayText.read(texts.get(4), locale).orElse(null),
                texts.get(5).isEmpty() ? null : texts.get(5).equals(Texts.eligibilityYes));
    }

    @Override
    public Structure with(Structure structure, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        Structure.Builder to = structure.toBuilder();
        switch (this) {
            case LABELS -> to.labels(GrantList.put(structure.labels(), line, label(texts, locale)));
            case REGIONS ->
                to.regions(GrantList.put(
                        structure.regions(),
                        line,
                        new RegionStay(RegionNames.code(texts.get(0)), window(texts, locale))));
            case GROUPS ->
                to.groups(GrantList.put(
                        structure.groups(),
                        line,
                        new GroupMembership(texts.get(0).strip(), window(texts, locale))));
            case CASH ->
                to.cashBalances(
                        GrantList.put(structure.cashBalances(), line, cash(structure, line, texts, locale)).stream()
                                .sorted(Comparator.comparing(CashBalance::date))
                                .toList());
            case RHYTHMS ->
                to.cashRhythms(GrantList.put(
                        structure.cashRhythms(),
                        line,
                        new CashRhythm(
                                BudgetKind.valueOf(BUDGET.code(texts.get(0))),
                                Integer.parseInt(texts.get(1).strip()),
                                words(texts.get(2)).stream()
                                        .map(Integer::valueOf)
                                        .toList())));
            case SUCCESSIONS ->
                to.successions(GrantList.put(
                        structure.successions(),
                        line,
                        new Succession(
                                (StructureId) RecordNames.find(RecordKind.STRUCTURE, texts.get(0), portfolio)
                                        .orElseThrow(),
                                DayText.read(texts.get(1), locale).orElseThrow(),
                                ShareText.read(texts.get(2)).orElseThrow(),
                                words(texts.get(3)).stream().map(GrantId::new).toList())));
        }
        return to.build();
    }

    /** In the currency of the balance that it takes the place of. */
    private static CashBalance cash(Structure structure, int line, List<String> texts, Locale locale) {
        CashBalance before = GrantList.at(structure.cashBalances(), line);
        CurrencyUnit currency =
                before == null ? CurrencyUnit.EUR : before.amount().getCurrencyUnit();
        String note = texts.get(2).strip();
        return new CashBalance(
                DayText.read(texts.get(0), locale).orElseThrow(),
                AmountFormat.read(texts.get(1), locale, currency).get(),
                note.isEmpty() ? null : note);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split(APART))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @Override
    public Structure without(Structure structure, int line) {
        Structure.Builder to = structure.toBuilder();
        switch (this) {
            case LABELS -> to.labels(GrantList.without(structure.labels(), line));
            case REGIONS -> to.regions(GrantList.without(structure.regions(), line));
            case GROUPS -> to.groups(GrantList.without(structure.groups(), line));
            case CASH -> to.cashBalances(GrantList.without(structure.cashBalances(), line));
            case RHYTHMS -> to.cashRhythms(GrantList.without(structure.cashRhythms(), line));
            case SUCCESSIONS -> to.successions(GrantList.without(structure.successions(), line));
        }
        return to.build();
    }
}
