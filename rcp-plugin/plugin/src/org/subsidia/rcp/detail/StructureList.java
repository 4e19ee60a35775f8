package org.subsidia.rcp.detail;

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
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.Succession;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** A list within a structure. */
enum StructureList implements ItemList<Structure> {
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
            case CASH -> Texts.listCash;
            case RHYTHMS -> Texts.listRhythms;
            case SUCCESSIONS -> Texts.listSuccessions;
        };
    }

    @Override
    public List<Entry> entries(Portfolio portfolio) {
        return switch (this) {
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
                        new Entry(Texts.listFrom, FieldKind.CHOICE, true, StructureNames.all(portfolio)),
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

    @Override
    public List<List<String>> lines(Structure structure, Portfolio portfolio) {
        return switch (this) {
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
                                StructureNames.of(one.from(), portfolio),
                                Words.date(one.day()),
                                ShareText.of(one.share()),
                                one.grants().stream().map(GrantId::value).collect(Collectors.joining(" "))))
                        .toList();
        };
    }

    @Override
    public Structure with(Structure structure, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        Structure.Builder to = structure.toBuilder();
        switch (this) {
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
                                StructureNames.find(texts.get(0), portfolio).orElseThrow(),
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
            case CASH -> to.cashBalances(GrantList.without(structure.cashBalances(), line));
            case RHYTHMS -> to.cashRhythms(GrantList.without(structure.cashRhythms(), line));
            case SUCCESSIONS -> to.successions(GrantList.without(structure.successions(), line));
        }
        return to.build();
    }
}
