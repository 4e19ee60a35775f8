package org.subsidia;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rooms of the library, ground floor first, and which of them use neighbours of their own floor. */
final class Rooms {
    private static final String ROOT = "org.subsidia.";

    private static final List<List<String>> FLOORS = List.of(
            List.of("money", "finding", "explain"),
            List.of("time", "identity", "territory", "law", "document"),
            List.of("portfolio", "ledger"),
            List.of(
                    "calendar",
                    "catalogue",
                    "eligibility",
                    "cofinancing",
                    "stateaid",
                    "cashflow",
                    "dependence",
                    "accounts",
                    "consumption",
                    "transfer",
                    "check"),
            List.of(
                    "io.tabular",
                    "io.mapping",
                    "io.xml",
                    "io.scdl",
                    "io.fec",
                    "io.bank",
                    "io.exchange",
                    "io.cordis",
                    "io.datasubvention",
                    "io.statepayments",
                    "io.euoperations",
                    "io.threesixtygiving",
                    "io.ical",
                    "io.catalogue",
                    "io.population",
                    "store"),
            List.of("report"),
            List.of("cli"));

    private static final Map<String, Set<String>> NEIGHBOURS = Map.ofEntries(
            Map.entry("money", Set.of("finding")),
            Map.entry("explain", Set.of("finding", "money")),
            Map.entry("territory", Set.of("time", "identity")),
            Map.entry("law", Set.of("time", "identity", "territory")),
            Map.entry("cashflow", Set.of("calendar", "cofinancing")),
            Map.entry("dependence", Set.of("cashflow")),
            Map.entry("accounts", Set.of("dependence")),
            Map.entry("consumption", Set.of("cofinancing")),
            Map.entry("transfer", Set.of("catalogue", "cashflow", "dependence", "stateaid")),
            Map.entry(
                    "check",
                    Set.of(
                            "calendar",
                            "catalogue",
                            "eligibility",
                            "stateaid",
                            "cofinancing",
                            "cashflow",
                            "dependence",
                            "transfer")),
            Map.entry("calendar", Set.of("cofinancing")),
            Map.entry("eligibility", Set.of("catalogue", "stateaid")),
            Map.entry("io.mapping", Set.of("io.tabular")),
            Map.entry("io.population", Set.of("io.tabular", "io.mapping")),
            Map.entry("io.scdl", Set.of("io.tabular", "io.mapping")),
            Map.entry("io.catalogue", Set.of("io.tabular", "io.exchange", "store")),
            Map.entry("io.fec", Set.of("io.tabular", "io.xml")),
            Map.entry("io.bank", Set.of("io.tabular", "io.mapping", "io.xml")),
            Map.entry("io.exchange", Set.of("io.tabular")),
            Map.entry("io.datasubvention", Set.of("io.tabular", "io.exchange", "io.mapping")),
            Map.entry("io.cordis", Set.of("io.tabular", "io.exchange")),
            Map.entry("io.statepayments", Set.of("io.tabular", "io.exchange")),
            Map.entry("io.euoperations", Set.of("io.tabular", "io.exchange")),
            Map.entry("io.threesixtygiving", Set.of("io.tabular", "io.exchange")));

    /** A store keeps portfolios; it knows no analysis. */
    private static final int STORE_USES_FLOORS = 3;

    static final Set<String> ALL = all();

    private Rooms() {}

    private static Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        FLOORS.forEach(all::addAll);
        return all;
    }

    static Set<String> usableBy(String room) {
        Set<String> usable = new LinkedHashSet<>(NEIGHBOURS.getOrDefault(room, Set.of()));
        for (int floor = 0; !FLOORS.get(floor).contains(room); floor++) {
            if (!room.equals("store") || floor < STORE_USES_FLOORS) {
                usable.addAll(FLOORS.get(floor));
            }
        }
        return usable;
    }

    static String packages(String room) {
        return ROOT + room + "..";
    }

    /** The room of a package; empty for the package above them all and for those of others. */
    static String of(String name) {
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String[] parts = name.substring(ROOT.length()).split("\\.", 3);
        return parts[0].equals("io") && parts.length > 1 ? parts[0] + '.' + parts[1] : parts[0];
    }
}
