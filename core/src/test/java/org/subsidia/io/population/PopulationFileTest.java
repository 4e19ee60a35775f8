package org.subsidia.io.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.transfer.PoleClass;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Recipient;

class PopulationFileTest {
    private static final Path SAMPLE = Path.of("../examples/data/population/exemple.csv");

    @TempDir
    private Path folder;

    @Test
    void sample_isReadWhole_andSaysThatItIsMadeUp() {
        Reading<Population> reading = PopulationFile.read(SAMPLE);
        assertThat(reading.findings())
                .allSatisfy(each -> assertThat(each.severity()).isEqualTo(Severity.INFO));
        Population population = reading.get();
        assertThat(population.synthetic()).isTrue();
        assertThat(population.recipients()).hasSize(12);
        Recipient pole = population.find("P02").orElseThrow();
        assertThat(pole.regions()).containsEntry("84", Fraction.of(2)).containsEntry("27", Fraction.ONE);
        assertThat(pole.poleClass()).isEqualTo(PoleClass.REGIONAL);
        assertThat(pole.received(FunderLevel.STATE).in(2025)).contains(Money.parse("EUR 310000"));
        assertThat(pole.key("fte")).contains(Fraction.of(21, 10));
        assertThat(pole.openingCash()).isEqualTo(Money.parse("EUR 70000"));
    }

    @Test
    void rows_withFunderNamesOnly_getTheirLevel_badOnesAreNamed() throws IOException {
        Reading<Population> reading = read("""
                structure;region;financeur;annee;montant;poste;couleur
                A;82;Région Auvergne-Rhône-Alpes;2019;1 000,50;;x
                A;;Ministère de l’économie;2019;200;;
                A;;Confrérie;2019;5;;
                A;;État;l’an dernier;5;;
                A;;État;2019;-5;;
                A;;État;2019;5;charges;
                ;;État;2019;5;;
                """);
        Recipient recipient = reading.get().find("A").orElseThrow();
        assertThat(recipient.seat()).contains("84");
        assertThat(recipient.received(FunderLevel.REGION).in(2019)).contains(Money.parse("EUR 1000.50"));
        assertThat(recipient.received(FunderLevel.STATE).in(2019)).contains(Money.parse("EUR 200"));
        assertThat(reading.findings())
                .extracting(Finding::code)
                .contains("POP-COLUMN-UNKNOWN", "POP-LEVEL", "POP-YEAR", "POP-AMOUNT", "POP-ITEM", "POP-NO-ID");
        assertThat(reading.findings())
                .filteredOn(each -> each.severity() != Severity.INFO)
                .allSatisfy(each -> assertThat(each.place().line()).isPositive());
    }

    @Test
    void table_withoutItsColumns_isRefused() throws IOException {
        assertThat(read("a;b\n1;2\n").findings()).extracting(Finding::code).contains("POP-HEADER");
        assertThat(read("structure;annee;montant\n").findings())
                .extracting(Finding::code)
                .contains("POP-EMPTY");
    }

    @Test
    void bytes_atRandom_endInAPopulationOrFindings() throws IOException {
        Random random = new Random(3);
        byte[] good = Files.readAllBytes(SAMPLE);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = good.clone();
            for (int k = 0; k < 20; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("x" + i + ".csv"), bytes);
            Reading<Population> reading = PopulationFile.read(file);
            assertThat(reading.isRead() || !reading.findings().isEmpty()).isTrue();
        }
    }

    private Reading<Population> read(String text) throws IOException {
        return PopulationFile.read(Files.writeString(folder.resolve("t.csv"), text, StandardCharsets.UTF_8));
    }

    @Test
    void each_inTheOrderOfIds_passesOnWhatReadReads() throws IOException {
        String table = "origine;structure;region;niveau;annee;montant\nfictif;A;84;État;2024;5\n;A;;État;2025;6\n"
                + ";B;11;Région;2025;7\n;C;93;État;2025;8\n";
        Path file = Files.writeString(Files.createTempFile("ordered", ".csv"), table);
        List<Recipient> passed = new ArrayList<>();
        Reading<PopulationFile.Passed> reading = PopulationFile.each(file, passed::add);
        Population whole = PopulationFile.read(file).get();
        assertThat(passed).isEqualTo(whole.recipients());
        assertThat(reading.get()).isEqualTo(new PopulationFile.Passed(3, true));
        assertThat(reading.findings()).isEqualTo(PopulationFile.read(file).findings());
        for (String other : new String[] {";A;;État;2026;1\n", ";AB;;État;2026;1\n"}) {
            Files.writeString(file, table + other);
            Reading<PopulationFile.Passed> refused = PopulationFile.each(file, each -> {});
            assertThat(refused.isRead()).isFalse();
            assertThat(refused.findings()).extracting(Finding::code).contains("POP-ORDER");
        }
        Files.delete(file);
    }
}
