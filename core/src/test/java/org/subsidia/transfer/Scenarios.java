package org.subsidia.transfer;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.subsidia.finding.Reading;

/** Scenarios for tests, always by way of their documents. */
public final class Scenarios {
    public static final String HEAD = """
            id: test
            title: {fr: Essai, en: Test}
            horizon: {first: 2019, last: 2023}
            reference: 2019
            indices: {prices: {2017: 98, 2018: 99.5, 2019: 101, 2020: 103, 2021: 104.5, 2022: 109, 2023: 113}}
            line: {level: STATE}
            measures:
            """;

    private Scenarios() {}

    public static Reading<Scenario> read(String text) {
        return Scenario.read(
                "test.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Presets.source());
    }

    public static Scenario of(String measures) {
        return read(HEAD + measures).get();
    }

    /** Measures of every model that the naive simulator knows, each with one chance in two. */
    public static String random(Random random) {
        StringBuilder text = new StringBuilder("- {id: legal, model: legal, tests: [T1]}\n");
        String[] methods = {"single", "mean", "max", "min", "median"};
        add(
                text,
                random,
                "base",
                "base",
                "method: %s, years: %d%s",
                methods[random.nextInt(5)],
                1 + random.nextInt(3),
                random.nextBoolean() ? ", index: prices" : "");
        add(
                text,
                random,
                "erosion",
                "erosion",
                "cut: {2018: %d %%, 2019: %d/7}",
                random.nextInt(40),
                random.nextInt(5));
        add(text, random, "rate", "rate", "rate: {2020: %d/9, 2022: %d %%}", random.nextInt(11), random.nextInt(121));
        add(text, random, "rate-2", "rate", "rate: 0.%d", random.nextInt(100));
        add(text, random, "indexation", "indexation", "index: prices");
        if (random.nextBoolean()) {
            add(text, random, "phase", "phase", "shape: linear");
        } else {
            add(text, random, "phase", "phase", "shape: step, stateShare: {2020: 2/3, 2021: %d/7}", random.nextInt(7));
        }
        add(
                text,
                random,
                "region-key",
                "region-key",
                "keys: {historic: %d, count: %d, members: 2}",
                random.nextInt(3),
                1 + random.nextInt(4));
        add(
                text,
                random,
                "structure-key",
                "structure-key",
                "keys: {historic: %d, fte: %d, count: 1}",
                random.nextInt(3),
                random.nextInt(4));
        add(
                text,
                random,
                "top-up",
                "top-up",
                "rate: %d %%, fill: %d/11%s",
                random.nextInt(30),
                random.nextInt(11),
                random.nextBoolean() ? ", cap: " + random.nextInt(90_000) : "");
        add(text, random, "cap", "cap", "amount: %d, regions: [\"84\", \"11\"]", random.nextInt(400_000));
        add(
                text,
                random,
                "withdrawal",
                "withdrawal",
                "level: DEPARTEMENT, kept: %d %%, recovery: %d/3, by: REGION",
                random.nextInt(100),
                random.nextInt(3));
        add(
                text,
                random,
                "eu",
                "eu-match",
                "rate: %d %%, link: %s",
                1 + random.nextInt(85),
                random.nextBoolean() ? "ceiling" : "proportional");
        return text.toString();
    }

    private static void add(
            StringBuilder text, Random random, String id, String model, String arguments, Object... values) {
        if (random.nextBoolean()) {
            text.append("- {id: ").append(id).append(", model: ").append(model).append(", ");
            text.append(String.format(Locale.ROOT, arguments, values)).append("}\n");
        }
    }
}
