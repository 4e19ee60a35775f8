package org.subsidia.law;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Confidence;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** From a YAML file of the law base to parameters. One file is read by one reader. */
final class LawReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
    private static final Set<String> PARAMETER_KEYS = Set.of("description", "unit", "versions");
    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final Set<String> VERSION_KEYS =
            Set.of("value", "validFrom", "validTo", "legalReference", "source", "confidence", "afterGap", "note");

    private final Place file;
    private final boolean fromUser;
    private final List<Finding> findings = new ArrayList<>();

    private LawReader(String name, boolean fromUser) {
        this.file = Place.file(name);
        this.fromUser = fromUser;
    }

    static LawReader standard(String name) {
        return new LawReader(name, false);
    }

    static LawReader user(String name) {
        return new LawReader(name, true);
    }

    Reading<List<Parameter>> read(InputStream in) {
        Reading<Node> root = YamlSource.read(String.valueOf(file.file()), in);
        findings.addAll(root.findings());
        List<Parameter> parameters = new ArrayList<>();
        root.value().flatMap(node -> Fields.of(node, file, findings)).ifPresent(fields -> {
            for (Map.Entry<String, Node> entry : fields.all().entrySet()) {
                checkId(entry.getKey(), fields.place(entry.getKey()));
                parameter(entry.getKey(), entry.getValue()).ifPresent(parameters::add);
            }
        });
        boolean refused = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        return refused ? Reading.refused(findings) : Reading.of(List.copyOf(parameters), findings);
    }

    private void checkId(String id, Place place) {
        if (!ID.matcher(id).matches()) {
            findings.add(Finding.error(place, "LAW-ID-BAD", id));
        }
        Holidays.unknownZone(id).ifPresent(zone -> findings.add(Finding.error(place, "LAW-HOLIDAY-ZONE", id, zone)));
    }

    private Optional<Parameter> parameter(String id, Node node) {
        Optional<Fields> found = Fields.of(node, file, findings, PARAMETER_KEYS);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = found.get();
        Optional<Message> description = description(fields);
        Optional<Unit> unit = unit(fields);
        Optional<Node> list = fields.need("versions");
        if (unit.isEmpty() || list.isEmpty()) {
            return Optional.empty();
        }
        if (!(list.get() instanceof SequenceNode sequence)
                || sequence.getValue().isEmpty()) {
            findings.add(Finding.error(fields.place("versions"), "LAW-SHAPE-LIST", "versions"));
            return Optional.empty();
        }
        if (id.startsWith("holiday.") && unit.get() != Unit.YEAR_DAY) {
            findings.add(Finding.error(fields.place("unit"), "LAW-HOLIDAY-UNIT", id, Unit.YEAR_DAY.text()));
        }
        List<Version> versions = new ArrayList<>();
        for (Node version : sequence.getValue()) {
            version(unit.get(), version).ifPresent(versions::add);
        }
        findings.addAll(Timeline.check(id, versions));
        return description.map(text -> new Parameter(id, text, unit.get(), versions));
    }

    private Optional<Message> description(Fields fields) {
        Optional<Fields> languages =
                fields.need("description").flatMap(node -> Fields.of(node, file, findings, LANGUAGES));
        Optional<String> french = languages.flatMap(f -> f.text("fr"));
        Optional<String> english = languages.flatMap(f -> f.text("en"));
        return french.flatMap(fr -> english.map(en -> Message.of("LAW-DESCRIPTION", fr, en)));
    }

    private Optional<Unit> unit(Fields fields) {
        Optional<String> text = fields.text("unit");
        Optional<Unit> unit = text.flatMap(Unit::find);
        if (text.isPresent() && unit.isEmpty()) {
            findings.add(Finding.error(fields.place("unit"), "LAW-UNIT-UNKNOWN", text.get(), Unit.all()));
        }
        return unit;
    }

    private Optional<Version> version(Unit unit, Node node) {
        Optional<Fields> found = Fields.of(node, file, findings, VERSION_KEYS);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = found.get();
        Optional<Node> written = fields.need("value");
        Optional<?> value = written.flatMap(v -> value(unit, v));
        Validity validity = validity(fields);
        Optional<String> legalReference = fields.text("legalReference");
        Optional<String> source = fields.text("source");
        Optional<Confidence> confidence = confidence(fields);
        @Nullable
        String note = fields.find("note").isPresent() ? fields.text("note").orElse(null) : null;
        boolean afterGap = fields.find("afterGap").isPresent() && afterGap(fields);
        if (written.isEmpty()
                || value.isEmpty()
                || legalReference.isEmpty()
                || source.isEmpty()
                || confidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Version(
                value.get(),
                NodeText.withUnit(unit, written.get()),
                validity,
                legalReference.get(),
                source.get(),
                confidence.get(),
                afterGap,
                fields.place(),
                fromUser,
                note));
    }

    private Optional<?> value(Unit unit, Node node) {
        Optional<?> value = ValueReader.read(unit, node);
        if (value.isEmpty()) {
            Place place = Fields.at(file, node).field("value");
            findings.add(Finding.error(place, "LAW-VALUE-BAD", shown(node), unit.text(), unit.example()));
        }
        return value;
    }

    private static String shown(Node node) {
        String text = NodeText.of(node);
        return text.length() > 80 ? text.substring(0, 80) + '…' : text;
    }

    private Validity validity(Fields fields) {
        Validity validity = new Validity(
                fields.find("validFrom")
                        .flatMap(n -> date(fields, "validFrom", n))
                        .orElse(null),
                fields.find("validTo").flatMap(n -> date(fields, "validTo", n)).orElse(null));
        if (validity.isReversed()) {
            findings.add(Finding.error(fields.place("validTo"), "LAW-DATE-REVERSED", validity.toString()));
        }
        return validity;
    }

    private Optional<LocalDate> date(Fields fields, String key, Node node) {
        Optional<LocalDate> date = Fields.scalar(node).flatMap(ValueReader::date);
        if (date.isEmpty()) {
            findings.add(Finding.error(fields.place(key), "LAW-DATE-BAD", shown(node)));
        }
        return date;
    }

    private Optional<Confidence> confidence(Fields fields) {
        Optional<String> text = fields.text("confidence");
        Optional<Confidence> confidence = text.flatMap(name -> Arrays.stream(Confidence.values())
                .filter(c -> c.name().equals(name))
                .findFirst());
        if (text.isPresent() && confidence.isEmpty()) {
            String all = Arrays.stream(Confidence.values()).map(Enum::name).collect(Collectors.joining(", "));
            findings.add(Finding.error(fields.place("confidence"), "LAW-CONFIDENCE-UNKNOWN", text.get(), all));
        }
        return confidence;
    }

    private boolean afterGap(Fields fields) {
        String text = fields.text("afterGap").orElse("");
        if (!text.equals("true") && !text.equals("false")) {
            findings.add(Finding.error(fields.place("afterGap"), "LAW-FLAG-BAD", "afterGap", text));
        }
        return text.equals("true");
    }
}
