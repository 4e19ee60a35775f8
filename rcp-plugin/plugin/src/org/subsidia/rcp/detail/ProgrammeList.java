package org.subsidia.rcp.detail;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.AmountFormat;
import org.subsidia.portfolio.BudgetStage;
import org.subsidia.portfolio.BudgetValue;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Words;

/** A list within a programme. */
enum ProgrammeList implements ItemList<Programme> {
    /** What it is worth, by year and document. */
    VALUES;

    @Override
    public String title() {
        return Texts.listValues;
    }

    @Override
    public List<Entry> entries(Portfolio portfolio) {
        return List.of(
                Entry.of(Texts.listYear, FieldKind.YEAR, true),
                new Entry(
                        Texts.listBudgetDocument,
                        FieldKind.CHOICE,
                        true,
                        Worded.all(BudgetStage.values(), BudgetStage::label, Texts.locale())),
                Entry.of(Texts.listCommitment, FieldKind.AMOUNT, false),
                Entry.of(Texts.listPayment, FieldKind.AMOUNT, false),
                Entry.of(Texts.lawSource, FieldKind.TEXT, false),
                new Entry(Texts.lawConfidence, FieldKind.CHOICE, false, SourceText.confidences(Texts.locale())));
    }

    @Override
    public List<List<String>> lines(Programme programme, Portfolio portfolio) {
        return programme.values().stream()
                .map(value -> List.of(
                        String.valueOf(value.year()),
                        value.stage().label().in(Texts.locale()),
                        Words.amount(Optional.ofNullable(value.commitment())),
                        Words.amount(Optional.ofNullable(value.payment())),
                        SourceText.text(value.source()),
                        SourceText.confidence(value.source(), Texts.locale())))
                .toList();
    }

    @Override
    public Optional<String> refusal(
            Programme programme, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        return texts.get(2).isBlank() && texts.get(3).isBlank()
                ? Optional.of(Texts.valueMissing)
                : SourceText.refusal(texts.get(4), texts.get(5));
    }

    @Override
    public Programme with(Programme programme, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        BudgetValue value = new BudgetValue(
                Integer.parseInt(texts.get(0).strip()),
                Worded.find(BudgetStage.values(), BudgetStage::label, texts.get(1), locale),
                money(texts.get(2), locale),
                money(texts.get(3), locale),
                SourceText.of(texts.get(4), texts.get(5), locale));
        return programme.toBuilder()
                .values(GrantList.put(programme.values(), line, value).stream()
                        .sorted(Comparator.comparingInt(BudgetValue::year).thenComparing(BudgetValue::stage))
                        .toList())
                .build();
    }

    private static Money money(String text, Locale locale) {
        return text.isBlank()
                ? null
                : AmountFormat.read(text, locale, CurrencyUnit.EUR).get();
    }

    @Override
    public Programme without(Programme programme, int line) {
        return programme.toBuilder()
                .values(GrantList.without(programme.values(), line))
                .build();
    }
}
