package org.subsidia.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;
import org.subsidia.transfer.Presets;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.ScenarioSource;

/** A scenario that a verb names: a file, else one that comes with the program. */
final class ScenarioFile {
    private ScenarioFile() {}

    /** The scenario; what cannot be used ends the verb. */
    static Scenario use(Console console, String name, Map<String, String> settings) {
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            Optional<Scenario> preset = Presets.find(name);
            return set(
                    preset.orElseThrow(() -> new UnusableInput(List.of(Finding.error(
                            Place.file(name), "CLI-NO-SCENARIO", name, String.join(", ", Presets.ids()))))),
                    settings);
        }
        try (InputStream in = Files.newInputStream(file)) {
            Reading<Scenario> reading = Scenario.read(name, in, ScenarioSource.beside(file));
            Scenario scenario = reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
            reading.findings().forEach(finding -> FindingLines.print(console, finding));
            return set(scenario, settings);
        } catch (IOException e) {
            throw new UnusableInput(List.of(Finding.error(
                    Place.file(name), "DOC-FILE-UNREADABLE", e.getClass().getSimpleName())));
        }
    }

    private static Scenario set(Scenario scenario, Map<String, String> settings) {
        Scenario changed = scenario;
        for (Map.Entry<String, String> each : settings.entrySet()) {
            try {
                changed = changed.with(each.getKey(), Fraction.parse(each.getValue()));
            } catch (IllegalArgumentException e) {
                throw new UnusableInput(List.of(Finding.error(
                        Place.NOWHERE,
                        "CLI-BAD-SETTING",
                        each.getKey() + "=" + each.getValue(),
                        String.join(", ", changed.numbers()))));
            }
        }
        return changed;
    }
}
