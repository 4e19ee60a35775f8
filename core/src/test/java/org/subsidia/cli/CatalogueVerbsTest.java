package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;

class CatalogueVerbsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Usual blanks for those that keep a number together. */
    private static String plain(ToolRun run) {
        return run.out().replaceAll("[\u00a0\u202f]", " ");
    }

    @Test
    void catalogue_regionByName_showsItsProgrammesAndFigures() {
        ToolRun run = ToolRun.french("catalogue", "--region", "Bretagne", "--at", "2026-06-15");
        assertThat(run.code()).isZero();
        assertThat(plain(run)).contains("FEDER Bretagne 2021-2027", "31,4 %", "332 900 000,00", "confirmé");
        assertThat(ToolRun.french("catalogue", "--region", "Atlantide").code()).isEqualTo(2);
    }

    @Test
    void catalogue_search_showsWhatEachDocumentSays() {
        ToolRun run =
                ToolRun.english("catalogue", "--search", "poles gouvernance", "--format", "csv", "--table", "values");
        assertThat(run.out())
                .contains(
                        "2025,bill,0.00,0.00", "2025,initial law,,9000000.00", "2024,initial law,9000000.00,9000000.00")
                .doesNotContain("2026,initial law");
    }

    @Test
    void catalogue_kindAndDay_leavesOutWhatIsOver() {
        ToolRun run = ToolRun.french("catalogue", "--kind", "call,cper", "--at", "2026-06-15", "--format", "json");
        assertThat(run.out())
                .contains("\"poles-phase-6-candidatures\"", "\"cper-2021-2027\"")
                .doesNotContain("\"poles-phase-5-candidatures\"", "\"cper-2015-2020\"", "\"etat-134\"");
        assertThat(ToolRun.french("catalogue", "--kind", "licorne").code()).isEqualTo(2);
        assertThat(ToolRun.french("catalogue", "--search", "licorne").out()).contains("Rien ne correspond");
        assertThat(ToolRun.french("catalogue", "--kind", "funder").out()).contains("Région Normandie");
    }

    @Test
    void catalogue_ownFile_isLaidOverThatOfTheProgram() throws IOException {
        Path own = Files.writeString(folder.resolve("appels.csv"), """
                type;id;name;state;opens;preDeposit;cutOffs;closes;decision;recurrence;maximum;source;confidence
                call;aap-27;Clusters régionaux 2027;announced;2027-02-01;2027-02-15;2027-03-01;2027-05-01;2027-07-01;P1Y;80000;site de la Région;CONFIRMED
                """);
        ToolRun run =
                ToolRun.french("catalogue", "--with", own, "--search", "clusters", "regionaux", "--format", "csv");
        assertThat(run.out())
                .contains(
                        "aap-27,Clusters régionaux 2027,annoncé,2027-02-01,2027-05-01,,2027-02-15,2027-03-01,2027-07-01,P1Y,80000.00");
    }

    @Test
    void importCatalogue_twice_changesNothingTheSecondTime() {
        Path file = folder.resolve("mine.subsidia");
        ToolRun first = ToolRun.french("import", "catalogue", "--into", file, "--search", "grappes");
        assertThat(first.code()).isZero();
        assertThat(first.err()).contains("5 enregistrements ajoutés ou mis à jour, pour 3 entrées choisies");
        Portfolio portfolio = FileStore.at(file).open().get();
        assertThat(portfolio.programme(new ProgrammeId("etat-112"))).isPresent();
        assertThat(portfolio.call(new CallId("grappes-2010"))).isPresent();
        ToolRun second = ToolRun.french("import", "catalogue", "--into", file, "--search", "grappes");
        assertThat(second.err()).contains("Rien à changer");
        assertThat(FileStore.at(file).open().get()).isEqualTo(portfolio);
    }

    @Test
    void importCatalogue_fileWithAMistake_bringsTheRestAndEndsWith1() throws IOException {
        Path file = folder.resolve("mine.subsidia");
        Path own = Files.writeString(folder.resolve("appels.csv"), """
                type;id;name;programme;funder
                funder;region;Région;;
                programme;p;Dispositif clusters;;region
                call;a;Appel;p;
                call;;Sans identifiant;p;
                """);
        ToolRun dry = ToolRun.french("import", "catalogue", own, "--into", file, "--dry-run");
        assertThat(dry.err()).contains("seraient ajoutés", "appels.csv:5", "« id » est vide");
        assertThat(file).doesNotExist();
        ToolRun run = ToolRun.french("import", "catalogue", own, "--into", file);
        assertThat(run.code()).isEqualTo(1);
        Portfolio portfolio = FileStore.at(file).open().get();
        assertThat(portfolio.calls()).hasSize(1);
        assertThat(portfolio.funders()).hasSize(1);
        assertThat(portfolio.check()).isEmpty();
        assertThat(ToolRun.french("import", "catalogue", folder.resolve("absent.csv"), "--into", file)
                        .code())
                .isEqualTo(2);
    }

    @Test
    void law_oneRule_isToldWithHistoryAndSource() {
        ToolRun today = ToolRun.french("law", "deminimis.ceiling.general", "--at", "2026-06-15");
        assertThat(spaces(today.out()))
                .contains("300 000 € (du 01/01/2024 au 31/12/2030)", "2023/2831", "wallonie.be", "(confirmé)")
                .doesNotContain("200 000 €");
        assertThat(spaces(ToolRun.english("law", "deminimis.ceiling.general", "--history")
                        .out()))
                .contains("200,000 € (from 1 Jan 2014 to 31 Dec 2023)", "300,000 €");
        assertThat(ToolRun.english("law", "deminimis.ceiling.road-freight", "--at", "2026-06-15")
                        .out())
                .contains("no value on 15 Jun 2026");
    }

    private static String spaces(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @Test
    void law_prefixAndWords_findRules() {
        ToolRun prefix = ToolRun.english("law", "gber.27", "--at", "2026-06-15", "--format", "csv");
        assertThat(prefix.out().lines().skip(1)).hasSize(8).allMatch(line -> line.startsWith("gber.27."));
        assertThat(prefix.out()).contains("gber.27.ceiling,10000000 EUR,unverified,2023-07-01,2026-12-31");
        assertThat(ToolRun.french("law", "pôle", "innovation", "plafond").out()).contains("gber.27.ceiling");
        ToolRun none = ToolRun.french("law", "licorne");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("Aucune règle ne s’appelle « licorne »");
    }

    @Test
    void law_unverified_showsOnlyThose() {
        ToolRun run = ToolRun.english("law", "--unverified", "--format", "csv");
        assertThat(run.out().lines().skip(1)).hasSizeGreaterThan(80).allMatch(line -> line.contains("unverified"));
        assertThat(ToolRun.english("law", "--unverified").out()).contains("counting.european");
        assertThat(ToolRun.english("law", "subsidy.payment.delay", "--unverified")
                        .out())
                .contains("No rule");
        assertThat(ToolRun.english("law", "own-share", "--format", "html").out())
                .contains("own-share.minimum");
    }

    private Path portfolio() {
        StructureId alpha = new StructureId("alpha");
        StructureId beta = new StructureId("beta");
        FunderId region = new FunderId("region");
        FunderId state = new FunderId("etat");
        Grant running = Grant.builder(new GrantId("g1"), alpha)
                .purpose("Animation")
                .payer(region)
                .state(GrantState.UNDER_CONVENTION)
                .dates(GrantDates.builder()
                        .decision(LocalDate.of(2025, 3, 1))
                        .convention(LocalDate.of(2025, 5, 1))
                        .build())
                .addAmount(
                        new StagedAmount(AmountStage.AWARDED, Money.parse("EUR 50000"), LocalDate.of(2025, 3, 1), null))
                .addReceipt(new Receipt("r1", LocalDate.of(2025, 6, 1), Money.parse("EUR 25000"), null, null))
                .build();
        Grant asked = Grant.builder(new GrantId("g2"), beta)
                .purpose("Projet")
                .payer(state)
                .state(GrantState.REQUESTED)
                .dates(GrantDates.builder().request(LocalDate.of(2026, 1, 15)).build())
                .addAmount(new StagedAmount(
                        AmountStage.REQUESTED, Money.parse("EUR 80000"), LocalDate.of(2026, 1, 15), null))
                .build();
        Grant closed = Grant.builder(new GrantId("g3"), alpha)
                .purpose("Ancien")
                .payer(state)
                .state(GrantState.CLOSED)
                .fiscalYear(2023)
                .addAmount(new StagedAmount(AmountStage.AWARDED, Money.parse("EUR 10000"), null, null))
                .addReceipt(new Receipt("r1", LocalDate.of(2024, 2, 1), Money.parse("EUR 9000"), null, null))
                .build();
        Path file = folder.resolve("grants.subsidia");
        FileStore.at(file)
                .save(Portfolio.of(List.of(
                        Structure.builder(alpha, "Pôle Alpha")
                                .siren("732829320")
                                .build(),
                        Structure.builder(beta, "Cluster Bêta").build(),
                        Funder.builder(region, FunderLevel.REGION, "Région Loin")
                                .build(),
                        Funder.builder(state, FunderLevel.STATE, "État").build(),
                        running,
                        asked,
                        closed)));
        return file;
    }

    @Test
    void grants_all_showAmountsAndWhatIsStillToCome() {
        ToolRun run = ToolRun.french("grants", portfolio(), "--at", "2026-06-15");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("3 subventions", "Reste", "Conventionnée", "Demandée", "Soldée");
        assertThat(plain(run).lines().filter(line -> line.startsWith("Pôle Alpha") && line.contains("2025")))
                .singleElement()
                .asString()
                .contains("50 000,00", "25 000,00");
        ToolRun csv =
                ToolRun.english("grants", portfolio(), "--at", "2026-06-15", "--format", "csv", "--sort", "remaining");
        assertThat(csv.out().lines().skip(1))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Pôle Alpha,Région Loin,2025,Under convention,50000.00,25000.00,25000.00"))
                .anySatisfy(line -> assertThat(line).startsWith("Pôle Alpha,État,2023,Closed,10000.00,9000.00,,"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("Cluster Bêta,État,2026,Requested,,0.00,,80000.00,2026-01-15"));
    }

    @Test
    void grants_onADayBeforeThePayment_allIsStillToCome() {
        assertThat(ToolRun.english(
                                "grants",
                                portfolio(),
                                "--at",
                                "2025-05-31",
                                "--structure",
                                "732829320",
                                "--year",
                                "2025",
                                "--format",
                                "csv")
                        .out())
                .contains("50000.00,0.00,50000.00");
    }

    @Test
    void grants_filters_chooseAndRefuse() {
        Path file = portfolio();
        assertThat(ToolRun.french("grants", file, "--structure", "beta").out())
                .contains("Une subvention")
                .doesNotContain("Alpha");
        assertThat(ToolRun.french("grants", file, "--funder", "region").out())
                .contains("Une subvention", "Région Loin");
        assertThat(ToolRun.french("grants", file, "--state", "closed").out()).contains("Une subvention", "2023");
        assertThat(ToolRun.french("grants", file, "--year", "2024").out()).contains("Aucune subvention");
        assertThat(ToolRun.french("grants", file, "--structure", "gamma").code())
                .isEqualTo(2);
        assertThat(ToolRun.french("grants", file, "--funder", "gamma").code()).isEqualTo(2);
        assertThat(ToolRun.french("grants", file, "--year", "an").code()).isEqualTo(2);
        for (String order : new String[] {"id", "year", "awarded", "remaining", "structure", "funder", "state"}) {
            assertThat(ToolRun.french("grants", file, "--sort", order).code()).isZero();
        }
        assertThat(ToolRun.french("grants", file, "--sort", "structure")
                        .out()
                        .lines()
                        .filter(l -> l.contains("20")))
                .element(1)
                .asString()
                .startsWith("Cluster");
    }
}
