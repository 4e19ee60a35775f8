package org.subsidia.io.population;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.mapping.FunderLevels;
import org.subsidia.io.tabular.RowSink;
import org.subsidia.io.tabular.TabularRow;
import org.subsidia.money.AmountReader;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Region;
import org.subsidia.transfer.OneOff;
import org.subsidia.transfer.PoleClass;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Recipient;

/** The rows of a population's table, gathered by structure. */
final class PopulationRows implements RowSink {
    private static final Map<String, String> NAMES = names();
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final int MOST_STRUCTURES = 200_000;
    private static final int LONGEST_ID = 200;
    private static final int MOST_WORDS = 10_000;
    private static final Map<String, FunderLevel> LEVELS = levels();
    /** A day on which the regions of today still are. */
    private static final LocalDate TODAY_REGIONS = LocalDate.MAX.minusYears(1);

    private final Place file;
    private final List<Finding> findings;
    private final Map<String, Integer> columns = new TreeMap<>();
    private final Map<String, Integer> keys = new TreeMap<>();
    private final Map<String, Gathered> structures = new LinkedHashMap<>();
    /** Words as they were written, and without case and accents: a table repeats few of them many times. */
    private final Map<String, String> plain = new HashMap<>();

    private final @Nullable Consumer<Recipient> sink;
    private String last = "";
    private long passed;
    private boolean header;
    private boolean synthetic;

    PopulationRows(Place file, List<Finding> findings) {
        this(file, findings, null);
    }

    /** With a sink each structure is passed on after its last row, and forgotten; they stand in the order of their ids. */
    PopulationRows(Place file, List<Finding> findings, @Nullable Consumer<Recipient> sink) {
        this.file = file;
        this.findings = findings;
        this.sink = sink;
    }

    /** What the rows have said of a structure so far; what was said first stays. */
    private static final class Gathered {
        private final Recipient.Builder builder;
        private final Map<String, Fraction> regions = new TreeMap<>();
        private final Map<String, Fraction> keys = new TreeMap<>();
        private boolean labelled;

        Gathered(String id, String name) {
            builder = Recipient.builder(id, name);
        }
    }

    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        String[][] spelled = {
            {"structure", "structure", "id", "identifiant", "beneficiaire", "siren", "siret"},
            {"name", "nom", "name", "denomination", "raison_sociale"},
            {"kind", "type", "kind", "nature"},
            {"class", "classe", "class", "rang"},
            {"region", "region", "code_region"},
            {"weight", "poids_region", "region_weight"},
            {"departement", "departement", "code_departement"},
            {"labelEnd", "label_fin", "label_end", "fin_label"},
            {"item", "poste", "item", "rubrique"},
            {"funder", "financeur", "funder", "attribuant"},
            {"level", "niveau", "level"},
            {"year", "annee", "year", "exercice"},
            {"amount", "montant", "amount"},
            {"origin", "origine", "origin"}
        };
        for (String[] one : spelled) {
            for (int i = 1; i < one.length; i++) {
                names.put(one[i], one[0]);
            }
        }
        return names;
    }

    /** Levels by the names under which programs and people write them; of two alike, the first. */
    private static Map<String, FunderLevel> levels() {
        Map<String, FunderLevel> levels = new HashMap<>();
        for (FunderLevel each : FunderLevel.values()) {
            levels.putIfAbsent(bare(each.name()), each);
            levels.putIfAbsent(bare(each.label().in(Locale.FRENCH)), each);
        }
        return levels;
    }

    @Override
    public boolean accept(TabularRow row) {
        if (row.isBlank()) {
            return true;
        }
        if (!header) {
            readHeader(row);
            return hasHeader();
        }
        if (structures.size() >= MOST_STRUCTURES) {
            findings.add(Finding.error(file.line(row.line()), "POP-TOO-MANY", MOST_STRUCTURES));
            return false;
        }
        String id = cell(row, "structure");
        if (sink != null && !id.isEmpty() && !structures.containsKey(id)) {
            pass();
            if (id.compareTo(last) <= 0) {
                findings.add(Finding.error(place(row, "structure"), "POP-ORDER", shown(id), shown(last)));
                return false;
            }
        }
        read(row);
        return true;
    }

    /** Passes on the structure whose rows are over. */
    void pass() {
        structures.forEach((id, gathered) -> {
            last = id;
            passed++;
            if (sink != null) {
                sink.accept(gathered.builder.build());
            }
        });
        structures.clear();
    }

    /** How many were passed on, and whether they are made up. */
    PopulationFile.Passed passed() {
        return new PopulationFile.Passed(passed, synthetic);
    }

    private void readHeader(TabularRow row) {
        header = true;
        for (int i = 0; i < row.cells().size(); i++) {
            String written = plain(row.cells().get(i));
            String name = NAMES.get(written);
            if (name != null) {
                columns.putIfAbsent(name, i);
            } else if (written.startsWith("cle_") || written.startsWith("key_")) {
                keys.putIfAbsent(keyName(written.substring(4)), i);
            } else if (!written.isEmpty()) {
                findings.add(Finding.warning(
                        file.line(row.line()).column(i + 1, shown(row.cells().get(i))),
                        "POP-COLUMN-UNKNOWN",
                        shown(row.cells().get(i))));
            }
        }
    }

    /** The names that scenarios use for keys that tables name in French. */
    private static String keyName(String written) {
        return switch (written) {
            case "adherents" -> "members";
            case "etp" -> "fte";
            case "projets" -> "projects";
            default -> written;
        };
    }

    private String plain(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return plain.size() < MOST_WORDS ? plain.computeIfAbsent(text, PopulationRows::bare) : bare(text);
    }

    private static String bare(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(shown(text).strip(), Normalizer.Form.NFD))
                .replaceAll("");
        String joined = OTHERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("_");
        return joined.startsWith("_") ? joined.substring(1) : joined;
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID);
    }

    boolean hasHeader() {
        return header && missing().isEmpty();
    }

    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (String[] needed : new String[][] {{"structure", "structure"}, {"year", "annee"}, {"amount", "montant"}}) {
            if (!columns.containsKey(needed[0])) {
                missing.add(needed[1]);
            }
        }
        return missing;
    }

    boolean isEmpty() {
        return structures.isEmpty();
    }

    private String cell(TabularRow row, String column) {
        return at(row, columns.get(column));
    }

    private static String at(TabularRow row, @Nullable Integer index) {
        return index == null || index >= row.cells().size()
                ? ""
                : row.cells().get(index).strip();
    }

    private Place place(TabularRow row, String column) {
        Integer index = columns.get(column);
        return index == null ? file.line(row.line()) : file.line(row.line()).column(index + 1, column);
    }

    private void read(TabularRow row) {
        String id = cell(row, "structure");
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            findings.add(Finding.error(place(row, "structure"), "POP-NO-ID"));
            return;
        }
        String name = cell(row, "name");
        Gathered gathered =
                structures.computeIfAbsent(id, key -> new Gathered(key, name.isEmpty() ? key : shown(name)));
        synthetic |= plain(cell(row, "origin")).equals("fictif")
                || plain(cell(row, "origin")).equals("synthetic");
        describe(row, gathered);
        amount(row, gathered);
    }

    private void describe(TabularRow row, Gathered gathered) {
        String kind = plain(cell(row, "kind"));
        if (!kind.isEmpty()) {
            StructureKind found = kind(kind);
            gathered.builder.kind(found);
        }
        switch (plain(cell(row, "class"))) {
            case "" -> {}
            case "mondial", "world" -> gathered.builder.poleClass(PoleClass.WORLD);
            case "national" -> gathered.builder.poleClass(PoleClass.NATIONAL);
            case "regional" -> gathered.builder.poleClass(PoleClass.REGIONAL);
            default -> findings.add(Finding.warning(place(row, "class"), "POP-CLASS", shown(cell(row, "class"))));
        }
        region(row, gathered);
        String departement = cell(row, "departement");
        if (!departement.isEmpty()) {
            Reading<Departement> reading = Departement.read(departement);
            reading.value().ifPresent(each -> gathered.builder.departement(each.code()));
            reading.findings().forEach(each -> findings.add(each.at(place(row, "departement"))));
        }
        label(row, gathered);
        keys.forEach((key, column) -> key(row, gathered, key, column));
    }

    private StructureKind kind(String text) {
        for (StructureKind each : StructureKind.values()) {
            if (plain(each.name()).equals(text)) {
                return each;
            }
        }
        return text.startsWith("pole")
                ? StructureKind.POLE_COMPETITIVITE
                : text.startsWith("asso") ? StructureKind.ASSOCIATION : StructureKind.OTHER;
    }

    private void region(TabularRow row, Gathered gathered) {
        String text = cell(row, "region");
        if (text.isEmpty()) {
            return;
        }
        Reading<Region> reading = Region.read(text.length() == 1 ? "0" + text : text);
        Optional<Region> region =
                reading.value().flatMap(found -> found.successor(TODAY_REGIONS).or(() -> Optional.of(found)));
        if (region.isEmpty()) {
            reading.findings().forEach(each -> findings.add(each.at(place(row, "region"))));
            return;
        }
        String code = region.get().code();
        if (!gathered.regions.containsKey(code)) {
            Fraction weight = number(row, "weight", cell(row, "weight")).orElse(Fraction.ONE);
            if (weight.signum() > 0) {
                gathered.regions.put(code, weight);
                gathered.builder.region(code, weight);
            }
        }
    }

    private void label(TabularRow row, Gathered gathered) {
        String text = cell(row, "labelEnd");
        if (text.isEmpty() || gathered.labelled) {
            return;
        }
        try {
            LocalDate end = LocalDate.parse(text);
            gathered.labelled = true;
            gathered.builder.labels(List.of(new Label(LabelKind.POLE, null, null, end, null, null)));
        } catch (DateTimeException e) {
            findings.add(Finding.warning(place(row, "labelEnd"), "POP-DATE", shown(text)));
        }
    }

    private void key(TabularRow row, Gathered gathered, String key, int column) {
        String text = at(row, column);
        if (text.isEmpty()) {
            return;
        }
        Place place = file.line(row.line()).column(column + 1, key);
        try {
            Fraction weight = Fraction.parse(text);
            Fraction before = gathered.keys.putIfAbsent(key, weight);
            if (weight.signum() < 0 || (before != null && !before.equals(weight))) {
                findings.add(Finding.warning(place, "POP-KEY", key, shown(text)));
            } else {
                gathered.builder.key(key, weight);
            }
        } catch (IllegalArgumentException e) {
            findings.add(Finding.warning(place, "POP-KEY", key, shown(text)));
        }
    }

    private Optional<Fraction> number(TabularRow row, String column, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Fraction.parse(text));
        } catch (IllegalArgumentException e) {
            findings.add(Finding.warning(place(row, column), "POP-KEY", column, shown(text)));
            return Optional.empty();
        }
    }

    private void amount(TabularRow row, Gathered gathered) {
        String text = cell(row, "amount");
        if (text.isEmpty()) {
            return;
        }
        Reading<Money> reading = AmountReader.read(text);
        reading.findings().forEach(each -> findings.add(each.at(place(row, "amount"))));
        Optional<Money> amount = reading.value();
        if (amount.isEmpty()) {
            return;
        }
        String item = plain(cell(row, "item"));
        boolean cash = item.equals("tresorerie") || item.equals("cash");
        String year = cell(row, "year");
        if (!cash && !YEAR.matcher(year).matches()) {
            findings.add(Finding.error(place(row, "year"), "POP-YEAR", shown(year)));
        } else if (!amount.get().getCurrencyUnit().equals(CurrencyUnit.EUR)
                || (amount.get().isNegative() && !cash)) {
            findings.add(Finding.error(place(row, "amount"), "POP-AMOUNT", shown(text)));
        } else if (cash) {
            gathered.builder.openingCash(amount.get());
        } else {
            add(row, gathered.builder, item, Integer.parseInt(year), amount.get());
        }
    }

    private void add(TabularRow row, Recipient.Builder builder, String item, int year, Money amount) {
        switch (item) {
            case "", "subvention", "subsidy" -> {
                FunderLevel level = level(row);
                if (level == FunderLevel.PRIVATE) {
                    builder.privateIncome(year, amount);
                } else {
                    builder.received(level, year, amount);
                }
            }
            case "subvention_ponctuelle", "one_off_subsidy" -> {
                FunderLevel level = level(row);
                if (level == FunderLevel.PRIVATE) {
                    builder.privateIncome(year, amount);
                } else {
                    builder.receivedOnce(new OneOff(level, year, amount, OneOff.Why.STATED, null));
                }
            }
            case "charges_fixes", "fixed_costs" -> builder.fixedCost(year, amount);
            case "charges_variables", "variable_costs" -> builder.variableCost(year, amount);
            case "produits_prives", "private_income" -> builder.privateIncome(year, amount);
            default -> findings.add(Finding.error(place(row, "item"), "POP-ITEM", shown(cell(row, "item"))));
        }
    }

    /** The level as the row states it, else as the funder's name tells. */
    private FunderLevel level(TabularRow row) {
        String stated = cell(row, "level");
        FunderLevel named = stated.isEmpty() ? null : LEVELS.get(plain(stated));
        if (named != null) {
            return named;
        }
        FunderLevel guessed = FunderLevels.ofName(stated.isEmpty() ? cell(row, "funder") : stated);
        if (guessed == FunderLevel.UNKNOWN) {
            findings.add(Finding.warning(
                    place(row, stated.isEmpty() ? "funder" : "level"),
                    "POP-LEVEL",
                    shown(stated.isEmpty() ? cell(row, "funder") : stated)));
        }
        return guessed;
    }

    Population population(String name) {
        return new Population(
                name,
                synthetic,
                structures.values().stream().map(each -> each.builder.build()).toList());
    }
}
