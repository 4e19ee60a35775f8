package org.subsidia.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.cli.CommandLineTool;
import org.subsidia.cli.Console;
import org.subsidia.io.population.PopulationFile;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.transfer.sweep.Sweep;
import org.subsidia.transfer.sweep.SweepSpace;
import org.subsidia.transfer.sweep.SweepWorker;

class SparkSweepTest {
    private static final String SAMPLE = "../data/population/exemple.csv";

    @TempDir
    Path folder;

    @BeforeEach
    void twoThreads() {
        System.setProperty("spark.master", "local[2]");
    }

    @AfterEach
    void noMaster() {
        System.clearProperty("spark.master");
    }

    @Test
    void run_gridOnTheSample_writesTheBytesOfTheCommandLine() throws IOException {
        List<String> lines = same(
                SAMPLE,
                "--reference 2025 --base-years 1,3 --rate 0.5..1/0.1 --growth 0,1/3 --cap none,350000 --key historic,members");
        assertThat(lines).hasSize(1 + 2 * 6 * 2 * 2 * 2);
        assertThat(lines.get(0)).startsWith("point,baseYears,rate,");
    }

    @Test
    void run_moreDrawnPointsThanPartsOnThousandsOfStructures_writesTheBytesOfTheCommandLine() throws IOException {
        long seed = new Random().nextLong();
        String big = Files.writeString(folder.resolve("big.csv"), big(new Random(seed), 3_000))
                .toString();
        List<String> lines = same(
                big,
                "--level region --reference 2024 --years 6 --base-years 1,2 --rate 0..1.2 --growth 0..0.05"
                        + " --key historic,members,equal --region-key historic,count --sample 701 --seed " + seed);
        assertThat(lines).as("seed %d", seed).hasSize(702);
        assertThat(lines.stream().map(line -> line.substring(line.indexOf(','))).distinct())
                .as("seed %d", seed)
                .hasSizeGreaterThan(650);
    }

    /** Runs both with the same options; the lines, if both wrote the same bytes. */
    private List<String> same(String population, String options) throws IOException {
        Path spark = folder.resolve("spark.csv");
        Path single = folder.resolve("single.csv");
        Said said = said(words("--population", population, options, "--results", spark.toString()));
        assertThat(said.code).as(said.text).isZero();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        String[] alone = words(
                "sweep --threads 1 --at 2026-01-01 --population", population, options, "--results", single.toString());
        assertThat(CommandLineTool.run(new Console(nowhere, nowhere, false, Locale.FRENCH), alone))
                .isZero();
        assertThat(spark).hasSameBinaryContentAs(single);
        return Files.readAllLines(spark, StandardCharsets.UTF_8);
    }

    /** In the order of the ids, so that it is read structure by structure. */
    private static String big(Random random, int structures) {
        StringBuilder rows = new StringBuilder("structure;nom;region;cle_adherents;niveau;annee;montant\n");
        List<String> regions = List.of("11", "84", "93", "76", "53", "32", "");
        for (int s = 0; s < structures; s++) {
            int members = random.nextInt(200);
            String region = regions.get(random.nextInt(regions.size()));
            for (int year = 2023; year <= 2024; year++) {
                rows.append("S%05d;Structure %d;%s;%d;Région;%d;%d,%02d%n"
                        .formatted(s, s, region, members, year, random.nextInt(900_000), random.nextInt(100)));
            }
        }
        return rows.toString();
    }

    @Test
    void sweep_sentToAnotherMachine_computesTheSame() throws Exception {
        Sweep sweep = Sweep.of(PopulationFile.read(Path.of(SAMPLE)).get(), FunderLevel.STATE, 2025, 10)
                .get();
        Points points = new Points(new TreeMap<>(Map.of("rate", "0..1", "key", "historic,members")), 40L, 7);
        SweepWorker there = sent(sweep).worker();
        SweepSpace space = sent(points).space().get();
        List<Object> results = new ArrayList<>();
        sweep.run(points.space().get(), 1, results::add);
        assertThat(results).hasSize(40);
        for (int number = 0; number < 40; number++) {
            assertThat(there.run(space.point(number))).isEqualTo(results.get(number));
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T sent(T value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nothing.csv | --reference 2025 | nothing.csv",
                "pom.xml | --reference 2025 | XML",
                "SAMPLE | --reference 1999 | 1999",
                "SAMPLE | --reference 2025 --key moon | « moon »",
                "SAMPLE | --reference 2025 --rate 0..2 | « 0..2 »",
                "SAMPLE | --reference 2025 --sample 0 | « 0 »",
                "SAMPLE | --reference 2025 --base-years 29 | 29",
                "SAMPLE | --reference 2025 --years 61 | --years ne peut pas valoir « 61 »",
                "SAMPLE | --reference 2025 --level moon | moon",
                "SAMPLE | --reference x | --reference",
                "SAMPLE | --rate 1 | --reference=YEAR",
                "SAMPLE | --reference 2025 --years 60 --rate 10 --growth 1 | nombre exact de centimes",
                "SAMPLE | --reference 2025 --results no/folder.csv | no/folder.csv",
            })
    void run_whatCannotBeUsed_isASentenceAndTwo(String population, String options, String sentence) {
        List<String> words = new ArrayList<>(List.of(words("--population", population.replace("SAMPLE", SAMPLE))));
        words.addAll(List.of(words(options)));
        if (!options.contains("--results")) {
            words.addAll(List.of("--results", folder.resolve("points.csv").toString()));
        }
        Said said = said(words.toArray(String[]::new));
        assertThat(said.text).contains(sentence).doesNotContain("Exception", "\tat ");
        assertThat(said.code).as(said.text).isEqualTo(2);
    }

    @Test
    void run_masterThatIsNone_isASentenceAndTwo() {
        System.setProperty("spark.master", "moon");
        Said said = said(words(
                "--reference 2025 --population",
                SAMPLE,
                "--results",
                folder.resolve("points.csv").toString()));
        assertThat(said.text).contains("moon").doesNotContain("\tat ", "INFO", "WARN");
        assertThat(said.code).as(said.text).isEqualTo(2);
    }

    @Test
    void parts_coverAllPointsWithoutEmptyOnes() {
        assertThat(SpreadSweep.parts(1, 8)).isEqualTo(1);
        assertThat(SpreadSweep.parts(31, 8)).isEqualTo(31);
        assertThat(SpreadSweep.parts(5_000, 8)).isEqualTo(32);
        assertThat(SpreadSweep.parts(1_000_000, 8)).isEqualTo(100);
        assertThat(SpreadSweep.parts(Long.MAX_VALUE, 8)).isEqualTo(10_000);
    }

    private record Said(int code, String text) {}

    private static String[] words(String... texts) {
        return Stream.of(texts).flatMap(text -> Stream.of(text.split(" "))).toArray(String[]::new);
    }

    private static Said said(String... words) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            int code = SparkSweep.run(words);
            return new Said(code, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }
}
