package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.RegionStay;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Words;
import org.subsidia.territory.Region;

/** Regions by name and code, those of today first, and in which of them a structure can have had its seat. */
final class RegionNames {
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private RegionNames() {}

    static List<String> all() {
        List<Region> today = Region.at(ALWAYS);
        Comparator<Region> byName = Comparator.comparing(Region::name);
        List<String> names = new ArrayList<>(
                today.stream().sorted(byName).map(RegionNames::name).toList());
        Region.all().stream()
                .filter(region -> !Region.at(ALWAYS).contains(Region.of(region.code())))
                .sorted(byName)
                .map(region -> of(region.code()))
                .distinct()
                .forEach(names::add);
        return names;
    }

    private static String name(Region region) {
        return region.name() + " (" + region.code() + ")";
    }

    /** The name of a code; the code alone where no region has it. */
    static String of(String code) {
        return Region.find(code).map(RegionNames::name).orElse(code);
    }

    /** The code in a name from {@link #all}. */
    static String code(String name) {
        return name.substring(name.lastIndexOf('(') + 1, name.length() - 1);
    }

    /** Why a seat cannot have been there beside others; empty: it can. */
    static Optional<String> refusal(RegionStay stay, List<RegionStay> others) {
        DateWindow window = stay.window();
        if (window.last() == null && !existed(stay.region(), ALWAYS)) {
            return Optional.of(Texts.bind(Texts.regionGone, of(stay.region())));
        }
        return Stream.of(Optional.ofNullable(window.first()), Optional.ofNullable(window.last()))
                .flatMap(Optional::stream)
                .filter(day -> !existed(stay.region(), day))
                .findFirst()
                .map(day -> Texts.bind(Texts.regionNotThen, of(stay.region()), Words.date(day)))
                .or(() -> others.stream()
                        .filter(other -> overlap(window, other.window()))
                        .findFirst()
                        .map(other -> Texts.bind(Texts.regionTwice, of(other.region()))));
    }

    private static boolean existed(String code, LocalDate day) {
        return Region.at(day).stream().anyMatch(region -> region.code().equals(code));
    }

    private static boolean overlap(DateWindow one, DateWindow other) {
        boolean before =
                one.last() != null && other.first() != null && one.last().isBefore(other.first());
        boolean after =
                other.last() != null && one.first() != null && other.last().isBefore(one.first());
        return !before && !after;
    }
}
