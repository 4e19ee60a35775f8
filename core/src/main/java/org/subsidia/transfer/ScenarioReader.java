package org.subsidia.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.subsidia.document.YamlDocument;
import org.subsidia.document.YamlFields;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;

/** From documents to a scenario: the outermost ancestor first, then each that extends it. */
final class ScenarioReader {
    static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_CHAIN = 20;

    private final ScenarioSource parents;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> chain = new ArrayList<>();

    private ScenarioReader(ScenarioSource parents) {
        this.parents = parents;
    }

    static Reading<Scenario> read(String file, InputStream in, ScenarioSource parents) {
        ScenarioReader reader = new ScenarioReader(parents);
        ScenarioDraft draft = new ScenarioDraft(reader.findings);
        Place place = Place.file(file);
        reader.stack(file, in, draft);
        if (reader.isRefused()) {
            return Reading.refused(reader.findings);
        }
        Optional<Scenario> scenario = draft.build(place, reader.chain.subList(1, reader.chain.size()));
        return scenario.isEmpty() || reader.isRefused()
                ? Reading.refused(reader.findings)
                : Reading.of(scenario.get(), reader.findings);
    }

    private boolean isRefused() {
        return findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    }

    /** Lays the document over what it extends. */
    private void stack(String file, InputStream in, ScenarioDraft draft) {
        Reading<YamlDocument> document = YamlDocument.read(file, in);
        findings.addAll(document.findings());
        Optional<YamlFields> fields = document.value()
                .flatMap(read -> YamlFields.of(read.root(), Place.file(file), findings, ScenarioDraft.KEYS));
        if (fields.isEmpty()) {
            return;
        }
        Optional<String> id = fields.get().need("id");
        if (id.isEmpty() || !isId(id.get())) {
            id.ifPresent(bad -> fields.get().error("id", "XFER-ID-BAD", shown(bad)));
            return;
        }
        chain.add(id.get());
        fields.get().find("extends").ifPresent(parent -> extend(parent, fields.get(), draft));
        if (!isRefused()) {
            draft.lay(file, fields.get());
        }
    }

    private void extend(String parent, YamlFields fields, ScenarioDraft draft) {
        if (!isId(parent)) {
            fields.error("extends", "XFER-ID-BAD", shown(parent));
            return;
        }
        if (chain.contains(parent)) {
            fields.error("extends", "XFER-EXTENDS-CYCLE", String.join(" → ", chain) + " → " + parent);
            return;
        }
        if (chain.size() >= LONGEST_CHAIN) {
            fields.error("extends", "XFER-EXTENDS-LONG", LONGEST_CHAIN);
            return;
        }
        try (InputStream in = parents.open(parent)) {
            if (in == null) {
                fields.error("extends", "XFER-EXTENDS-UNKNOWN", parent, String.join(", ", Presets.ids()));
            } else {
                stack(parent + ".yaml", in, draft);
            }
        } catch (IOException e) {
            fields.error(
                    "extends", "XFER-EXTENDS-UNREADABLE", parent, e.getClass().getSimpleName());
        }
    }

    private static boolean isId(String text) {
        return text.length() <= LONGEST_ID && ID.matcher(text).matches();
    }

    static String shown(String text) {
        return text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID) + "…";
    }
}
