package org.subsidia.io.population;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.transfer.OneOff;
import org.subsidia.transfer.PoleClass;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Recipient;
import org.subsidia.transfer.YearlyAmounts;

/**
 * Writes a population as the table that {@link PopulationFile} reads, CSV with semicolons and decimal commas.
 *
 * <p>The first row of a structure says who it is, the others its amounts. A made-up population says {@code fictif} in the first
 * row of each structure. The table has no place for labels other than a pôle's, nor for what a portfolio tells beside the
 * amounts (cash forecast, figures, State aid).
 */
public final class PopulationTable {
    private static final List<String> BEFORE_KEYS = List.of(
            "origine", "structure", "nom", "type", "classe", "region", "poids_region", "departement", "label_fin");
    private static final List<String> AFTER_KEYS = List.of("poste", "niveau", "annee", "montant");
    private static final int REGION = 5;
    private static final int WEIGHT = 6;
    private static final int DEPARTEMENT = 7;
    private static final String NEEDS_QUOTES = ";\"\r\n";

    private final Appendable out;
    private final List<String> keys;
    private final int width;

    private PopulationTable(Appendable out, Population population) {
        Set<String> names = new TreeSet<>();
        population.recipients().forEach(each -> names.addAll(each.keys().keySet()));
        this.out = out;
        this.keys = List.copyOf(names);
        this.width = BEFORE_KEYS.size() + keys.size() + AFTER_KEYS.size();
    }

    /**
     * Writes a population.
     *
     * @param population any population
     * @param out where to; it is neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public static void write(Population population, Appendable out) throws IOException {
        PopulationTable table = new PopulationTable(out, population);
        table.header();
        for (Recipient recipient : population.recipients()) {
            table.structure(recipient, population.synthetic());
        }
    }

    private void header() throws IOException {
        List<String> names = new ArrayList<>(BEFORE_KEYS);
        keys.forEach(key -> names.add("cle_" + inFrench(key)));
        names.addAll(AFTER_KEYS);
        line(names);
    }

    private static String inFrench(String key) {
        return switch (key) {
            case "members" -> "adherents";
            case "fte" -> "etp";
            case "projects" -> "projets";
            default -> key;
        };
    }

    private void structure(Recipient recipient, boolean synthetic) throws IOException {
        List<String> regions = List.copyOf(recipient.regions().keySet());
        List<String> departements = List.copyOf(recipient.departements());
        for (int i = 0; i < Math.max(1, Math.max(regions.size(), departements.size())); i++) {
            String[] cells = i == 0 ? first(recipient, synthetic) : row(recipient);
            if (i < regions.size()) {
                cells[REGION] = regions.get(i);
                cells[WEIGHT] = number(recipient.regions().getOrDefault(regions.get(i), Fraction.ONE));
            }
            if (i < departements.size()) {
                cells[DEPARTEMENT] = departements.get(i);
            }
            line(Arrays.asList(cells));
        }
        for (var level : recipient.history().entrySet()) {
            String name = level.getKey().label().in(Locale.FRENCH);
            amounts(recipient, "subvention", name, recipient.recurring(level.getKey()));
        }
        for (OneOff each : recipient.oneOff()) {
            String name = each.level().label().in(Locale.FRENCH);
            line(Arrays.asList(
                    amount(recipient, "subvention_ponctuelle", name, String.valueOf(each.year()), each.amount())));
        }
        amounts(recipient, "produits_prives", "", recipient.privateIncome());
        amounts(recipient, "charges_fixes", "", recipient.fixedCosts());
        amounts(recipient, "charges_variables", "", recipient.variableCosts());
        Money cash = recipient.openingCash();
        if (cash != null) {
            line(Arrays.asList(amount(recipient, "tresorerie", "", "", cash)));
        }
    }

    private String[] row(Recipient recipient) {
        String[] cells = new String[width];
        Arrays.fill(cells, "");
        cells[1] = recipient.id();
        return cells;
    }

    private String[] first(Recipient recipient, boolean synthetic) {
        String[] cells = row(recipient);
        cells[0] = synthetic ? "fictif" : "";
        cells[2] = recipient.name();
        cells[3] = recipient.kind().name();
        PoleClass poleClass = recipient.poleClass();
        cells[4] = poleClass == null ? "" : word(poleClass);
        cells[DEPARTEMENT + 1] = recipient.labels().stream()
                .filter(label -> label.kind() == LabelKind.POLE)
                .flatMap(label -> Optional.ofNullable(label.decidedEnd()).stream())
                .findFirst()
                .map(LocalDate::toString)
                .orElse("");
        for (int i = 0; i < keys.size(); i++) {
            cells[BEFORE_KEYS.size() + i] =
                    recipient.key(keys.get(i)).map(PopulationTable::number).orElse("");
        }
        return cells;
    }

    private static String word(PoleClass poleClass) {
        return switch (poleClass) {
            case WORLD -> "mondial";
            case NATIONAL -> "national";
            case REGIONAL -> "regional";
        };
    }

    private void amounts(Recipient recipient, String item, String level, YearlyAmounts amounts) throws IOException {
        for (Map.Entry<Integer, Money> entry : amounts.byYear().entrySet()) {
            line(Arrays.asList(amount(recipient, item, level, String.valueOf(entry.getKey()), entry.getValue())));
        }
    }

    private String[] amount(Recipient recipient, String item, String level, String year, Money amount) {
        String[] cells = row(recipient);
        cells[width - 4] = item;
        cells[width - 3] = level;
        cells[width - 2] = year;
        cells[width - 1] = amount.getAmount().toPlainString().replace('.', ',');
        return cells;
    }

    /** A decimal where it ends after few digits, else the fraction. */
    private static String number(Fraction number) {
        Fraction rounded = Fraction.of(number.value(6));
        return rounded.compareTo(number) == 0
                ? number.value(6).stripTrailingZeros().toPlainString().replace('.', ',')
                : number.toString();
    }

    private void line(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(';');
            }
            String cell = cells.get(i);
            boolean quoted = cell.chars().anyMatch(each -> NEEDS_QUOTES.indexOf(each) >= 0);
            out.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        out.append('\n');
    }
}
