package org.subsidia.io.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Recipient;
import org.subsidia.transfer.population.PopulationPlan;
import org.subsidia.transfer.population.SyntheticPopulation;

class PopulationTableTest {
    private static final Path SAMPLE = Path.of("../examples/data/population/exemple.csv");

    @TempDir
    private Path folder;

    @Test
    void generated_isReadBack_asItWas() {
        sameAfterwards(SyntheticPopulation.generate(new PopulationPlan(55, 400, 140, 3, 2019, 2025))
                .get());
    }

    @Test
    void sample_isReadBack_asItWas() {
        sameAfterwards(PopulationFile.read(SAMPLE).get());
    }

    @Test
    void oddNames_thirds_andAllLevels_areReadBack() {
        Recipient.Builder builder = Recipient.builder("x;\"1\"", "Pôle \"A\"; B")
                .kind(StructureKind.SCIC)
                .region("84", Fraction.of(1, 3))
                .region("11", Fraction.of(2, 3))
                .departement("69")
                .departement("75")
                .departement("2A")
                .key("fte", Fraction.of(1, 3))
                .key("own", Fraction.of(5, 2))
                .openingCash(Money.parse("EUR -12.34"));
        for (FunderLevel level : FunderLevel.values()) {
            if (level != FunderLevel.PRIVATE) {
                builder.received(level, 2020, Money.parse("EUR 1234567.89"));
            }
        }
        sameAfterwards(new Population("", false, List.of(builder.build())));
    }

    private void sameAfterwards(Population before) {
        Path file = folder.resolve("population.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            PopulationTable.write(before, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Reading<Population> reading = PopulationFile.read(file);
        assertThat(reading.findings())
                .allSatisfy(each -> assertThat(each.severity()).isEqualTo(Severity.INFO));
        assertThat(reading.get().synthetic()).isEqualTo(before.synthetic());
        assertThat(reading.get().recipients()).isEqualTo(before.recipients());
    }
}
