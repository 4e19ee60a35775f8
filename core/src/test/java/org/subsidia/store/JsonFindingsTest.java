package org.subsidia.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RandomPortfolio;

class JsonFindingsTest {
    /** A grant that is right but for the field that is put in. */
    private static String grant(String fields) {
        return "{\"grants\":[\n{\"id\":\"g\",\"structure\":\"s\",\"purpose\":\"x\",\"nature\":\"SUBSIDY\",\"form\":\"CASH\",\n"
                + "\"state\":\"PLANNED\",\"dates\":{}" + fields + "}]}";
    }

    private static List<Finding> refused(Reading<?> read) {
        assertThat(read.isRead()).isFalse();
        for (Finding finding : read.findings()) {
            for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(finding.message().in(language)).isNotEmpty();
                assertThat(finding.advice(language)).isPresent();
            }
            assertThat(finding.place().file()).isEqualTo("p.json");
        }
        return read.findings();
    }

    private static List<Finding> refused(String json) {
        return refused(PortfolioJson.read(json.getBytes(UTF_8), "p.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"maximum\":\"EUR 12,5\"              | STORE-JSON-VALUE   | /grants/0/maximum",
                "\"maximum\":\"EUR 0.001\"             | STORE-JSON-VALUE   | /grants/0/maximum",
                "\"maximum\":\"ZZZ 1\"                 | STORE-JSON-VALUE   | /grants/0/maximum",
                "\"maximum\":12.5                      | STORE-JSON-SHAPE   | /grants/0/maximum",
                "\"rate\":\"demi\"                     | STORE-JSON-VALUE   | /grants/0/rate",
                "\"rate\":\"1/0\"                      | STORE-JSON-VALUE   | /grants/0/rate",
                "\"fiscalYear\":\"2026\"               | STORE-JSON-SHAPE   | /grants/0/fiscalYear",
                "\"fiscalYear\":20.5                   | STORE-JSON-VALUE   | /grants/0/fiscalYear",
                "\"fiscalYear\":99999999999            | STORE-JSON-SHAPE   | /grants/0/fiscalYear",
                "\"notifiedToUnion\":\"oui\"           | STORE-JSON-SHAPE   | /grants/0/notifiedToUnion",
                "\"settlement\":\"HALF\"               | STORE-JSON-VALUE   | /grants/0/settlement",
                "\"settlement\":1                      | STORE-JSON-VALUE   | /grants/0/settlement",
                "\"eligibility\":{\"first\":\"31/01/2026\"} | STORE-JSON-VALUE | /grants/0/eligibility/first",
                "\"eligibility\":[]                    | STORE-JSON-SHAPE   | /grants/0/eligibility",
                "\"payer\":\" \"                       | STORE-JSON-VALUE   | /grants/0/payer",
                "\"payer\":{}                          | STORE-JSON-SHAPE   | /grants/0/payer",
                "\"amounts\":{}                        | STORE-JSON-SHAPE   | /grants/0/amounts",
                "\"amounts\":[null]                    | STORE-JSON-MISSING | /grants/0/amounts/0",
                "\"amounts\":[{\"stage\":\"PAID\"}]    | STORE-JSON-MISSING | /grants/0/amounts/0",
                "\"yearLines\":[{\"kind\":\"AE\",\"amount\":\"EUR 1.00\"}] | STORE-JSON-MISSING | /grants/0/yearLines/0/year",
                "\"schedule\":[{\"trigger\":{\"on\":\"MOON\"}}] | STORE-JSON-TYPE | /grants/0/schedule/0/trigger",
                "\"schedule\":[{\"trigger\":{\"event\":\"END\"}}] | STORE-JSON-TYPE | /grants/0/schedule/0/trigger",
                "\"schedule\":[{\"trigger\":{\"on\":\"EVENT\",\"event\":\"END\",\"delay\":\"3 mois\"}}] | STORE-JSON-VALUE | /grants/0/schedule/0/trigger/delay",
                "\"rate\":\"-1/2\"                     | STORE-JSON-REFUSED | /grants/0",
                "\"extras\":{}                         | STORE-JSON-SHAPE   | /grants/0/extras",
            })
    void wrongField_isAFindingWithItsPath(String field, String code, String path) {
        assertThat(refused(grant("," + field))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.place().field()).isEqualTo(path);
            assertThat(finding.place().line()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                      | STORE-JSON-END",
                "``                                     | STORE-JSON-SHAPE",
                "[]                                     | STORE-JSON-SHAPE",
                "{\"grants\":{}}                        | STORE-JSON-SHAPE",
                "{\"grants\":[1]}                       | STORE-JSON-SHAPE",
                "{\"grants\":[null]}                    | STORE-JSON-SHAPE",
                "{\"grants\":[]}{}                      | STORE-JSON-MORE",
                "{\"grants\":[],\"grants\":[]}          | STORE-JSON-TWICE",
                "{\"grants\":[{\"id\":\"g\",\"id\":\"g\"}]}  | STORE-JSON-TWICE",
                "{\"grants\":[}                         | STORE-JSON-SYNTAX",
                "{grants:[]}                            | STORE-JSON-SYNTAX",
                "<html>                                 | STORE-JSON-SYNTAX",
            })
    void wrongText_isAFinding(String json, String code) {
        assertThat(refused(json == null ? "" : json)).extracting(Finding::code).containsExactly(code);
    }

    @Test
    void severalWrongRecords_areAllNamed_andThoseBetweenAreNotLost() {
        String json = """
                {"structures":[
                {"id":"a","kind":"CLUSTER"},
                {"id":"b","kind":"CLUSTER","name":"B"},
                {"id":"c","kind":"GALAXY","name":"C","labels":[{"x":[1,{"y":2}]}]},
                {"id":"b","kind":"CLUSTER","name":"B"}
                ]}""";
        assertThat(refused(json))
                .extracting(Finding::code)
                .containsExactly("STORE-JSON-MISSING", "STORE-JSON-VALUE", "STORE-JSON-ID-TWICE");
        assertThat(refused(json)).extracting(finding -> finding.place().line()).containsExactly(2L, 4L, 5L);
    }

    @Test
    void veryManyWrongRecords_stopAtAHundred() {
        String json = "{\"calls\":[" + "1,".repeat(500) + "1],\"funders\":[1]}";
        assertThat(refused(json)).hasSize(100);
    }

    @Test
    void hostileSizes_areRefused() {
        assertThat(refused("{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")
                        .get(0)
                        .code())
                .isEqualTo("STORE-JSON-LIMIT");
        assertThat(refused(grant(",\"note\":\"" + "x".repeat(Json.LONGEST_TEXT + 1) + "\""))
                        .get(0)
                        .code())
                .isEqualTo("STORE-JSON-LIMIT");
        assertThat(refused(grant(",\"fiscalYear\":" + "1".repeat(5_000))).get(0).code())
                .isEqualTo("STORE-JSON-LIMIT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[1]",
                "{}",
                "{\"put\":1}",
                "{\"put\":{\"galaxy\":{}}}",
                "{\"put\":{}}",
                "{\"put\":{\"call\":{}}}",
                "{\"put\":{\"call\":{\"id\":\"c\",\"name\":\"c\",\"state\":\"OPEN\"},\"more\":1}}",
                "{\"remove\":{\"call\":1}}",
                "{\"remove\":{\"call\":\" \"}}",
                "{\"remove\":{\"galaxy\":\"c\"}}",
                "{\"remove\":{\"call\":\"c\"},\"more\":1}",
                "{\"remove\":{\"call\":\"c\"}} 1",
                "{\"batch\":[]}",
                "{\"batch\":{\"edits\":[1]}}",
                "{\"batch\":{\"edits\":1}}",
                "{\"batch\":{\"label\":1}}",
                "{\"batch\":{\"more\":1}}",
                "{\"change\":{}}",
                "{\"remove\":{\"call\":\"c\"}"
            })
    void wrongEdit_isAFinding(String json) {
        assertThat(refused(EditJson.read(json.getBytes(UTF_8), "p.json"))).hasSize(1);
        String record = "{\"author\":\"a\",\"instant\":\"2026-01-31T09:00:00Z\",\"edit\":" + json + "}";
        assertThat(refused(EditJson.readRecord(record.getBytes(UTF_8), "p.json")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"author\":\"a\",\"instant\":\"2026-01-31T09:00:00Z\"}",
                "{\"author\":1,\"instant\":\"2026-01-31T09:00:00Z\",\"edit\":{\"batch\":{}}}",
                "{\"author\":\"a\",\"instant\":\"hier\",\"edit\":{\"batch\":{}}}",
                "{\"author\":\"a\",\"instant\":\"2026-01-31T09:00:00Z\",\"edit\":{\"batch\":{}},\"more\":1}"
            })
    void wrongHistoryLine_isAFinding(String json) {
        assertThat(refused(EditJson.readRecord(json.getBytes(UTF_8), "p.json"))).hasSize(1);
    }

    @Test
    void listOfEdits_isABatch() {
        Edit edit = EditJson.read("[{\"remove\":{\"grant\":\"g\"}},[]]".getBytes(UTF_8), "p.json")
                .get();
        assertThat(edit).isInstanceOfSatisfying(Edit.Batch.class, batch -> assertThat(batch.edits())
                .hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void damagedJson_endsInAPortfolioOrInFindings_neverInAnException(long seed) {
        byte[] whole = PortfolioJson.write(new RandomPortfolio(seed).portfolio(2, 4));
        SplittableRandom random = new SplittableRandom(seed);
        byte[] alphabet = "{}[]\",:0-.eE\\u \n\u0000tfnaz".getBytes(UTF_8);
        for (int i = 0; i < 4_000; i++) {
            byte[] damaged = whole.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                damaged[random.nextInt(damaged.length)] =
                        random.nextBoolean() ? alphabet[random.nextInt(alphabet.length)] : (byte) random.nextInt(256);
            }
            Reading<Portfolio> read = PortfolioJson.read(damaged, "p.json");
            if (read.isRead()) {
                assertThat(PortfolioJson.read(PortfolioJson.write(read.get()), "p.json")
                                .get())
                        .as("seed %s, round %s", seed, i)
                        .isEqualTo(read.get());
            } else {
                refused(read);
            }
        }
    }
}
