package org.subsidia.io.threesixtygiving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.Exchanged;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.exchange.Taken;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.StagedAmount;

class GivingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final String BASE = "https://raw.githubusercontent.com/ThreeSixtyGiving/standard/";

    @TempDir
    private Path folder;

    private static Portfolio published() {
        FunderId region = new FunderId("region");
        return Exchanged.portfolio()
                .apply(Edit.batch(
                        "",
                        List.of(
                                Edit.put(Funder.builder(region, FunderLevel.REGION, "Région Ponant")
                                        .siret("23999901400016")
                                        .build()),
                                Edit.put(grant("g1", region, "=Animation & salon")
                                        .receipts(List.of(new Receipt(
                                                "r1", LocalDate.of(2024, 6, 1), Money.parse("EUR 12.50"), null, null)))
                                        .build()),
                                Edit.put(grant("g2", region, "").build()),
                                Edit.put(grant("g3", region, "Refusée")
                                        .state(GrantState.REFUSED)
                                        .build()),
                                Edit.put(grant("g4", region, "Sans date")
                                        .dates(GrantDates.NONE)
                                        .build()))));
    }

    private static Grant.Builder grant(String id, FunderId funder, String purpose) {
        return Grant.builder(new GrantId(id), Exchanged.POLE)
                .purpose(purpose)
                .payer(funder)
                .state(GrantState.AWARDED)
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, Money.parse("EUR 50000.05"), null, null)))
                .dates(GrantDates.builder()
                        .decision(LocalDate.of(2024, 3, 20))
                        .start(LocalDate.of(2024, 1, 1))
                        .build());
    }

    private Path json(GivingExport export) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.writeJson(out);
        return Files.write(folder.resolve("grants.json"), out.toByteArray());
    }

    private Path csv(GivingExport export) throws IOException {
        StringBuilder out = new StringBuilder();
        export.writeCsv(out);
        return Files.writeString(folder.resolve("grants.csv"), out, StandardCharsets.UTF_8);
    }

    private static Intake take(Path file, Portfolio into) {
        Reading<Intake> reading = GivingImport.prepare(file, into, MatchOptions.standard(), DAY);
        assertThat(reading.isRead()).as("%s", reading.findings()).isTrue();
        return reading.get();
    }

    @Test
    void writeJson_isValidByTheSchemaOfTheStandard() throws IOException {
        String grants = Files.readString(Exchanged.real("360giving/360-giving-schema.json"));
        String packages = Files.readString(Exchanged.real("360giving/360-giving-package-schema.json"));
        // the package of 1.4.3 names the grants of 1.4.2
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(
                        BASE + "1.4.2/schema/360-giving-schema.json", grants,
                        BASE + "1.4.3/schema/360-giving-package-schema.json", packages))));
        JsonSchema schema = factory.getSchema(
                SchemaLocation.of(BASE + "1.4.3/schema/360-giving-package-schema.json"),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        JsonNode written = new ObjectMapper()
                .readTree(json(GivingExport.of(published(), "rives")).toFile());
        assertThat(schema.validate(written)).isEmpty();
        ((ObjectNode) written.path("grants").path(0)).remove("currency");
        assertThat(schema.validate(written)).isNotEmpty();
    }

    @Test
    void of_whatCannotBePublished_isLeftOutWithAWord() {
        GivingExport export = GivingExport.of(published(), "rives");
        assertThat(export.size()).isEqualTo(2);
        assertThat(export.findings()).extracting(Finding::code).containsExactly("GIVE-NOT-AWARDED", "GIVE-LEFT-OUT");
    }

    @Test
    void roundTrip_jsonAndCsv_bringTheSameGrants() throws IOException {
        GivingExport export = GivingExport.of(published(), "rives");
        Portfolio fromJson = Exchanged.portfolio()
                .apply(take(json(export), Exchanged.portfolio()).edit());
        Portfolio fromCsv = Exchanged.portfolio()
                .apply(take(csv(export), Exchanged.portfolio()).edit());
        for (Portfolio read : List.of(fromJson, fromCsv)) {
            assertThat(read.grants()).hasSize(2);
            assertThat(read.grants()).allSatisfy(grant -> {
                assertThat(grant.structure()).isEqualTo(Exchanged.POLE);
                assertThat(grant.amount(AmountStage.AWARDED)).contains(Money.parse("EUR 50000.05"));
                assertThat(grant.dates().decision()).isEqualTo(LocalDate.of(2024, 3, 20));
            });
            assertThat(read.funders()).extracting(Funder::siren).containsExactly("239999014");
        }
        assertThat(Files.readString(folder.resolve("grants.csv"))).contains(",'=Animation & salon,");
        Intake again = take(folder.resolve("grants.json"), fromJson);
        assertThat(again.changesNothing()).isTrue();
        assertThat(Exchanged.codes(again)).containsExactly("XCH-NOTHING-NEW");
    }

    @Test
    void prepare_realJson_datesDayFirstIdsTwicePersonsDropped() {
        Path file = Exchanged.real("360giving/fundingproviders-grants_fixed_2_grants.json");
        Intake intake = GivingImport.prepare(
                        file, Portfolio.empty(), MatchOptions.standard().makingMissing(), DAY)
                .get();
        assertThat(intake.count(Taken.Kind.NEW)).isEqualTo(2);
        assertThat(intake.count(Taken.Kind.REFUSED)).isEqualTo(2);
        assertThat(Exchanged.codes(intake)).contains("GIVE-ID-TWICE", "GIVE-DATE-FORM");
        Portfolio after = Portfolio.empty().apply(intake.edit());
        assertThat(after.grants())
                .extracting(grant -> grant.amount(AmountStage.AWARDED).orElseThrow())
                .containsExactlyInAnyOrder(Money.parse("GBP 152505.00"), Money.parse("GBP 178990.00"));
        assertThat(intake.toString()).doesNotContain("Roe", "Doe", "Hypatia");
    }

    @Test
    void prepare_realCsv_isReadByItsTitles() {
        Path file = Exchanged.real("360giving/fundingproviders_grants_2_grants.csv");
        Intake intake = GivingImport.prepare(
                        file, Portfolio.empty(), MatchOptions.standard().makingMissing(), DAY)
                .get();
        assertThat(intake.count(Taken.Kind.NEW)).isEqualTo(2);
        assertThat(intake.toString()).doesNotContain("Roe", "Doe", "Hypatia");
    }

    @Test
    void prepare_individuals_areSkipped() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), """
                {"grants": [{"id": "360G-x-1", "title": "T", "description": "D", "currency": "EUR", "amountAwarded": 5,
                 "awardDate": "2024-01-01", "recipientIndividual": {"id": "p", "name": "Jean Petit"},
                 "fundingOrganization": [{"id": "x", "name": "Région Ponant"}]}]}
                """);
        Intake intake = take(file, Exchanged.portfolio());
        assertThat(intake.count(Taken.Kind.SKIPPED)).isOne();
        assertThat(intake.toString()).doesNotContain("Petit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1, {}",
                "{\"grants\": 5}",
                "{\"a\": 1, \"a\": 2}",
                "{\"grants\": []} trailing",
                "[[[[[[[[",
                "a,b\n1,2\n",
                "{\"grants\": {\"0\": {}}}"
            })
    void prepare_hostileDocuments_areRefusedWithASentence(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), content, StandardCharsets.UTF_8);
        Reading<Intake> reading = GivingImport.prepare(file, Exchanged.portfolio(), MatchOptions.standard(), DAY);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings())
                .allSatisfy(one -> assertThat(one.place().file()).isEqualTo("bad.json"));
    }

    @Test
    void prepare_deepDocument_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("deep.json"), "[".repeat(5_000));
        assertThat(GivingImport.prepare(file, Exchanged.portfolio(), MatchOptions.standard(), DAY)
                        .isRead())
                .isFalse();
    }

    @Test
    void prepare_badRows_areRefusedOneByOne() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.json"), """
                [{"id": "1", "title": "T", "currency": "EURO", "amountAwarded": 5, "awardDate": "2024-01-01",
                  "recipientOrganization": [{"id": "FR-RCS-999900111", "name": "X"}], "fundingOrganization": [{"name": "F"}]},
                 {"id": "2", "title": "T", "currency": "EUR", "amountAwarded": 1e99, "awardDate": "2024-13-01",
                  "recipientOrganization": [{"id": "FR-RCS-999900111", "name": "X"}], "fundingOrganization": [{"name": "F"}]},
                 "no object", null, 5]
                """);
        Intake intake = take(file, Exchanged.portfolio());
        assertThat(intake.count(Taken.Kind.REFUSED)).isEqualTo(2);
        assertThat(intake.count(Taken.Kind.SKIPPED)).isEqualTo(3);
        assertThat(Exchanged.codes(intake)).contains("GIVE-CURRENCY", "XCH-DATE");
        assertThat(intake.changesNothing()).isTrue();
    }
}
