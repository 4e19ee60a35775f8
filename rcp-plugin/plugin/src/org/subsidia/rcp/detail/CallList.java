package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Words;

/** A list within a call. */
enum CallList implements ItemList<Call> {
    /** Days on which filed requests are taken together. */
    CUT_OFFS;

    @Override
    public String title() {
        return Texts.listCutOffs;
    }

    @Override
    public List<Entry> entries(Portfolio portfolio) {
        return List.of(Entry.of(Texts.listDay, FieldKind.DAY, true));
    }

    @Override
    public List<List<String>> lines(Call call, Portfolio portfolio) {
        return call.cutOffs().stream().map(day -> List.of(Words.date(day))).toList();
    }

    @Override
    public Optional<String> refusal(Call call, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        LocalDate day = DayText.read(texts.get(0), locale).orElseThrow();
        boolean outside = call.opens() != null && day.isBefore(call.opens())
                || call.closes() != null && day.isAfter(call.closes());
        return outside ? Optional.of(Texts.cutOffOutside) : Optional.empty();
    }

    @Override
    public Call with(Call call, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        LocalDate day = DayText.read(texts.get(0), locale).orElseThrow();
        return call.toBuilder()
                .cutOffs(GrantList.put(call.cutOffs(), line, day).stream()
                        .distinct()
                        .sorted()
                        .toList())
                .build();
    }

    @Override
    public Call without(Call call, int line) {
        return call.toBuilder().cutOffs(GrantList.without(call.cutOffs(), line)).build();
    }
}
