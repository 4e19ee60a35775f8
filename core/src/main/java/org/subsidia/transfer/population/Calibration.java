package org.subsidia.transfer.population;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.catalogue.CatalogueEntry;
import org.subsidia.catalogue.CatalogueFigure;
import org.subsidia.document.YamlDocument;
import org.subsidia.document.YamlFields;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.BudgetStage;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Source;
import org.subsidia.transfer.Distribution;
import org.subsidia.transfer.Standing;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The orders of magnitude of {@code calibration.yaml}; figures that the catalogue has are read there. */
final class Calibration {
    private static final String FILE = "calibration.yaml";
    private static final String LINE = "etat-134-23-poles";
    private static final String PHASE = "poles-phase-5";
    private static final Set<String> KEYS =
            Set.of("what", "standing", "entry", "figure", "value", "quantiles", "weights", "source", "confidence");

    private final Map<String, CalibrationEntry> entries = new LinkedHashMap<>();
    private final Map<String, CatalogueEntry> catalogue = new TreeMap<>();
    private final Place file = Place.file(FILE);
    private final List<Finding> findings = new ArrayList<>();

    private Calibration() {
        Catalogue.standard()
                .entries()
                .forEach(each -> catalogue.put(each.record().id().value(), each));
    }

    static Calibration standard() {
        Calibration calibration = new Calibration();
        try (InputStream in = Calibration.class.getResourceAsStream(FILE)) {
            Node root =
                    YamlDocument.read(FILE, Objects.requireNonNull(in)).get().root();
            calibration
                    .fields(root, Set.of())
                    .all()
                    .forEach((id, node) -> calibration.entries.put(id, calibration.entry(id, node)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!calibration.findings.isEmpty()) {
            throw new IllegalStateException(calibration.findings.toString());
        }
        return calibration;
    }

    Collection<CalibrationEntry> entries() {
        return entries.values();
    }

    Fraction number(String id) {
        return Objects.requireNonNull(entry(id).value());
    }

    Distribution spread(String id) {
        return new Distribution.Quantiles(entry(id).quantiles());
    }

    SortedMap<String, Fraction> weights(String id) {
        return entry(id).weights();
    }

    private CalibrationEntry entry(String id) {
        return Objects.requireNonNull(entries.get(id), id);
    }

    /** The State's line for all pôles by year, after the initial laws. */
    NavigableMap<Integer, Money> line() {
        NavigableMap<Integer, Money> line = new TreeMap<>();
        ((Programme) known(LINE).record())
                .values().stream()
                        .filter(value -> value.stage() == BudgetStage.INITIAL_LAW)
                        .forEach(value -> Optional.ofNullable(value.payment())
                                .ifPresent(amount -> line.put(value.year(), amount)));
        return line;
    }

    /** The first day of the labels of phase V. */
    LocalDate phaseStart() {
        DateWindow period = Objects.requireNonNull(((Programme) known(PHASE).record()).period());
        return Objects.requireNonNull(period.first());
    }

    private CalibrationEntry entry(String id, Node node) {
        YamlFields fields = fields(node, KEYS);
        Standing standing = fields.one("standing", Standing.class).orElse(Standing.ASSUMPTION);
        Optional<CatalogueFigure> figure = fields.find("figure")
                .map(name -> known(fields.need("entry").orElseThrow())
                        .figure(name)
                        .orElseThrow(() -> new IllegalStateException(id + ": no figure " + name)));
        Confidence confidence = fields.one("confidence", Confidence.class).orElse(Confidence.UNVERIFIED);
        Source source = figure.map(CatalogueFigure::source)
                .or(() -> fields.find("source").map(text -> new Source(text, confidence)))
                .orElse(null);
        Fraction value = figure.map(each -> number(each.value()))
                .or(() -> fields.find("value").map(Fraction::parse))
                .orElse(null);
        NavigableMap<Fraction, Fraction> quantiles = new TreeMap<>();
        table(fields.node("quantiles")).forEach((share, number) -> quantiles.put(Fraction.parse(share), number));
        return new CalibrationEntry(
                id,
                fields.words("what").orElseThrow(() -> new IllegalStateException(id + ": not said what it is")),
                figure.isPresent() ? Standing.FACT : standing,
                source,
                value,
                quantiles,
                table(fields.node("weights")));
    }

    private YamlFields fields(Node node, Set<String> allowed) {
        return YamlFields.of(node, file, findings, allowed)
                .orElseThrow(() -> new IllegalStateException(findings.toString()));
    }

    private SortedMap<String, Fraction> table(@Nullable Node node) {
        SortedMap<String, Fraction> table = new TreeMap<>();
        if (node != null) {
            fields(node, Set.of())
                    .all()
                    .forEach((key, value) -> table.put(key, Fraction.parse(((ScalarNode) value).getValue())));
        }
        return table;
    }

    private CatalogueEntry known(String id) {
        return Objects.requireNonNull(catalogue.get(id), id);
    }

    private static Fraction number(Value value) {
        if (value instanceof Value.Amount amount) {
            return Fraction.of(amount.money().getAmount());
        } else if (value instanceof Value.Quantity quantity) {
            return Fraction.of(quantity.amount());
        }
        throw new IllegalStateException("no number: " + value);
    }
}
