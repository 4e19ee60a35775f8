package org.subsidia.catalogue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Programme;

/** Whether an entry is what a query looks for. */
final class Search {
    private static final int SHORTEST_BEGINNING = 3;

    private final Catalogue catalogue;
    private final CatalogueQuery query;
    private final List<String> words;

    Search(Catalogue catalogue, CatalogueQuery query) {
        this.catalogue = catalogue;
        this.query = query;
        this.words = words(query.words());
    }

    boolean finds(CatalogueEntry entry) {
        return isOfKind(entry) && isOfFund(entry) && isOfRegion(entry) && runs(entry) && hasWords(entry);
    }

    private boolean isOfKind(CatalogueEntry entry) {
        return query.kinds().isEmpty()
                ? entry.kind() != CatalogueKind.FUNDER
                : query.kinds().contains(entry.kind());
    }

    private boolean isOfFund(CatalogueEntry entry) {
        String fund = query.fund();
        return fund == null
                || catalogue.chain(entry).stream()
                        .flatMap(programme -> Optional.ofNullable(programme.fund()).stream())
                        .findFirst()
                        .filter(fund::equalsIgnoreCase)
                        .isPresent();
    }

    private boolean isOfRegion(CatalogueEntry entry) {
        return query.region() == null
                || catalogue
                        .funderOf(entry)
                        .filter(funder -> funder.level() == FunderLevel.REGION)
                        .map(Funder::territory)
                        .filter(query.region()::equals)
                        .isPresent();
    }

    private boolean runs(CatalogueEntry entry) {
        LocalDate day = query.at();
        if (day == null) {
            return true;
        }
        return entry.call().map(call -> isOpen(call, day)).orElseGet(() -> catalogue.chain(entry).stream()
                .flatMap(programme -> Optional.ofNullable(programme.period()).stream())
                .findFirst()
                .map((DateWindow period) -> period.contains(day))
                .orElse(true));
    }

    private static boolean isOpen(Call call, LocalDate day) {
        boolean over =
                call.state() == CallState.CANCELLED || (call.state() == CallState.CLOSED && call.closes() == null);
        return !over && new DateWindow(call.opens(), call.closes()).contains(day);
    }

    private boolean hasWords(CatalogueEntry entry) {
        if (words.isEmpty()) {
            return true;
        }
        List<String> present = words(text(entry));
        return words.stream().allMatch(word -> present.stream().anyMatch(other -> isMeant(word, other)));
    }

    private static String text(CatalogueEntry entry) {
        Stream<@Nullable String> texts = entry.programme()
                .map(programme -> texts(programme))
                .orElseGet(
                        () -> entry.call().map(call -> Stream.of(call.note())).orElseGet(Stream::of));
        return Stream.concat(Stream.of(entry.name(), entry.id().value()), texts)
                .filter(text -> text != null)
                .collect(Collectors.joining(" "));
    }

    private static Stream<@Nullable String> texts(Programme programme) {
        return Stream.of(programme.code(), programme.fund(), programme.note());
    }

    /** A word, or its beginning; numbers of one or two letters, such as those of phases, are whole words. */
    private static boolean isMeant(String word, String present) {
        return word.length() < SHORTEST_BEGINNING ? present.equals(word) : present.startsWith(word);
    }

    /** Small letters without accents. */
    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
