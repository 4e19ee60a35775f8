package org.subsidia.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RandomPortfolio;

class PortfolioJsonTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void readOfWritten_isEqual_andWritesTheSameBytes(long seed) {
        Portfolio portfolio = new RandomPortfolio(seed).portfolio(10, 60);
        byte[] json = PortfolioJson.write(portfolio);
        Reading<Portfolio> read = PortfolioJson.read(json, "p.subsidia");

        assertThat(read.findings()).as("seed %s", seed).isEmpty();
        assertThat(read.get()).isEqualTo(portfolio);
        assertThat(PortfolioJson.write(read.get())).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void editsOfWritten_areEqual(long seed) {
        RandomPortfolio chance = new RandomPortfolio(seed);
        for (int i = 0; i < 200; i++) {
            Edit edit = chance.edit(3);
            byte[] json = EditJson.write(edit);
            assertThat(new String(json, UTF_8)).doesNotContain("\n");
            assertThat(EditJson.read(json, "e.json").get()).as("seed %s", seed).isEqualTo(edit);

            EditRecord record =
                    new EditRecord(edit, "Anne", Instant.parse("2026-01-31T09:00:00Z"), i % 2 == 0 ? null : "reçu");
            assertThat(EditJson.readRecord(EditJson.write(record), "e.json").get())
                    .isEqualTo(record);
        }
    }

    @Test
    void write_emptyPortfolio_isAnEmptyObject() {
        assertThat(new String(PortfolioJson.write(Portfolio.empty()), UTF_8)).isEqualTo("{}");
        assertThat(PortfolioJson.read("{}".getBytes(UTF_8), "p").get()).isEqualTo(Portfolio.empty());
    }

    @Test
    void unknownFields_surviveARoundTrip_whereTheyWere() {
        String json = """
                {"grants":[{"id":"g","structure":"s","claims":[\
                {"id":"1","kind":"FINAL","mine":{"b":1.10,"a":[1,2]}},{"id":"2","kind":"FINAL"}],\
                "purpose":"x","nature":"SUBSIDY","form":"CASH","state":"PLANNED","dates":{"seen":true},"zzz":null}],\
                "tool":{"y":1,"x":2}}""";
        Portfolio portfolio = PortfolioJson.read(json.getBytes(UTF_8), "p").get();
        String written = new String(PortfolioJson.write(portfolio), UTF_8);

        assertThat(written).contains("\"mine\":{\"a\":[1,2],\"b\":1.10}", "\"seen\":true", "\"zzz\":null", "\"tool\":");
        assertThat(PortfolioJson.read(written.getBytes(UTF_8), "p").get()).isEqualTo(portfolio);

        Grant grant = portfolio.grant(new GrantId("g")).orElseThrow();
        Grant swapped = grant.toBuilder()
                .claims(List.of(grant.claims().get(1), grant.claims().get(0)))
                .build();
        String moved = new String(PortfolioJson.write(portfolio.apply(Edit.put(swapped))), UTF_8);
        assertThat(moved).contains("{\"id\":\"1\",\"kind\":\"FINAL\",\"mine\":");
        Grant dropped = grant.toBuilder().claims(List.of(grant.claims().get(1))).build();
        assertThat(new String(PortfolioJson.write(portfolio.apply(Edit.put(dropped))), UTF_8))
                .doesNotContain("mine")
                .contains("zzz");
    }
}
