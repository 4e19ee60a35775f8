package org.subsidia.territory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/** How a code or a name becomes a territory of a level. */
final class Lookup {
    private static final int LONGEST = 200;
    private static final Pattern DECIMALS = Pattern.compile("([0-9]+)[.,]0");

    /** A territory found by a name; {@code official} if it is the official one, spelling apart. */
    record Named<T>(T territory, boolean official) {}

    private Lookup() {}

    static <T> Reading<T> read(
            String text,
            TerritoryLevel level,
            Function<String, Optional<T>> byCode,
            Function<String, Optional<Named<T>>> byName,
            String unknown) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return Reading.refused(Finding.error(Place.NOWHERE, "TER-EMPTY"));
        }
        if (bare.length() > LONGEST) {
            return Reading.refused(Finding.error(Place.NOWHERE, unknown, Shown.of(text)));
        }
        Reading<TerritoryCode> prefixed = TerritoryCode.read(bare);
        if (prefixed.isRead() && prefixed.get().level() != level) {
            return Reading.refused(Finding.error(Place.NOWHERE, "TER-LEVEL", Shown.of(text), level.prefix()));
        }
        String code = prefixed.value().map(TerritoryCode::code).orElseGet(() -> bare.toUpperCase(Locale.ROOT));
        Optional<T> found = byCode.apply(code);
        if (found.isPresent()) {
            return Reading.of(found.get(), prefixed.isRead() ? prefixed.findings() : List.of());
        }
        String padded = padded(code, level);
        Optional<T> restored = byCode.apply(padded);
        if (restored.isPresent()) {
            return Reading.of(restored.get(), Finding.info(Place.NOWHERE, "TER-REPAIR-CODE", Shown.of(text), padded));
        }
        return byName.apply(bare)
                .map(named -> named.official()
                        ? Reading.of(named.territory())
                        : Reading.of(
                                named.territory(),
                                Finding.info(
                                        Place.NOWHERE,
                                        "TER-REPAIR-NAME",
                                        Shown.of(text),
                                        named.territory().toString())))
                .orElseGet(() -> Reading.refused(Finding.error(Place.NOWHERE, unknown, Shown.of(text))));
    }

    private static String padded(String code, TerritoryLevel level) {
        var decimals = DECIMALS.matcher(code);
        String whole = decimals.matches() ? decimals.group(1) : code;
        return whole.length() == 1 && level != TerritoryLevel.NUTS ? "0" + whole : whole;
    }
}
