package org.subsidia.io.datasubvention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.Exchanged;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.exchange.Taken;
import org.subsidia.io.statepayments.StatePayments;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;

class DataSubventionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final String FLAT =
            "idSubvention,idEtablissementBeneficiaire,statutLabel,montantDemande,montantAccorde,"
                    + "exerciceBudgetaire,nomAttribuant,nomServiceInstructeur,dateDecision,dateConvention,dispositif,objet,ej\n";
    private static final String EXTRACT =
            "\ufeffSiret;Service instructeur;Dispositif;Intitulé de l'action;Montant demandé;"
                    + "Montant accordé;Statut de la demande;Montant versé;Centre financier du dernier paiement;"
                    + "Date du dernier paiement;Programme des paiements\n";
    private static final String POLE = "99990011100017";

    @TempDir
    private Path folder;

    private static Intake take(Path file, Portfolio into) {
        Reading<Intake> reading = DataSubvention.prepare(file, into, MatchOptions.standard(), DAY);
        assertThat(reading.isRead()).as("%s", reading.findings()).isTrue();
        return reading.get();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("demandes.csv"), text, StandardCharsets.UTF_8);
    }

    private static String row(String number, String status, String asked, String awarded, String year, String ej) {
        return String.join(
                        ",",
                        number,
                        POLE,
                        status,
                        asked,
                        awarded,
                        year,
                        "Ministère chargé du Travail",
                        "DREETS",
                        "2025-03-04T00:00:00.000Z",
                        "2025-03-20",
                        "FDVA",
                        "Formation",
                        ej)
                + "\n";
    }

    private Grant only(String rows) throws IOException {
        Portfolio after = Exchanged.portfolio()
                .apply(take(write(FLAT + rows), Exchanged.portfolio()).edit());
        assertThat(after.check()).isEmpty();
        assertThat(after.grants()).hasSize(1);
        return after.grants().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "Accordé, UNDER_CONVENTION",
        "ACCORDEE, UNDER_CONVENTION",
        "Refusé, REFUSED",
        "Inéligible, REFUSED",
        "En instruction, REQUESTED",
        "Déposé, REQUESTED",
        "'', REQUESTED"
    })
    void status_becomesTheStateOfTheGrant(String status, GrantState state) throws IOException {
        Grant grant =
                only(row("osiris-1", status, "9000", state == GrantState.UNDER_CONVENTION ? "8000" : "", "2025", ""));
        assertThat(grant.state()).isEqualTo(state);
        assertThat(grant.amount(AmountStage.REQUESTED)).contains(Money.parse("EUR 9000.00"));
        assertThat(grant.amount(AmountStage.AWARDED).isPresent()).isEqualTo(state == GrantState.UNDER_CONVENTION);
        assertThat(grant.fiscalYear()).isEqualTo(2025);
        assertThat(grant.dates().convention() != null).isEqualTo(state == GrantState.UNDER_CONVENTION);
        assertThat(grant.dates().decision()).hasToString("2025-03-04");
        assertThat(grant.scheme()).isEqualTo("FDVA");
    }

    @Test
    void funder_isWhoAwards_withItsLevel() throws IOException {
        Path file = write(FLAT + row("osiris-1", "Accordé", "9000", "8000.50", "2025", ""));
        Portfolio after =
                Exchanged.portfolio().apply(take(file, Exchanged.portfolio()).edit());
        assertThat(after.funders()).singleElement().satisfies(funder -> {
            assertThat(funder.name()).isEqualTo("Ministère chargé du Travail");
            assertThat(funder.level()).isEqualTo(FunderLevel.STATE);
        });
        assertThat(after.grants().get(0).amount(AmountStage.AWARDED)).contains(Money.parse("EUR 8000.50"));
    }

    @Test
    void severalYears_areOneGrantWithItsYears() throws IOException {
        Grant grant = only(row("osiris-1", "Accordé", "10000", "9000", "2025", "")
                + row("osiris-1", "Accordé", "10000", "8000", "2026", "")
                + row("osiris-1", "En instruction", "10000", "", "2027", ""));
        assertThat(grant.amount(AmountStage.REQUESTED)).contains(Money.parse("EUR 30000.00"));
        assertThat(grant.amount(AmountStage.AWARDED)).contains(Money.parse("EUR 17000.00"));
        assertThat(grant.yearLines())
                .extracting(line -> line.year() + " " + line.amount())
                .containsExactly("2025 EUR 9000.00", "2026 EUR 8000.00");
        assertThat(grant.fiscalYear()).isNull();
    }

    @Test
    void sameFileTwice_changesNothing_andAPersonsStateStays() throws IOException {
        Path file = write(FLAT + row("osiris-1", "En instruction", "9000", "", "2025", ""));
        Portfolio first =
                Exchanged.portfolio().apply(take(file, Exchanged.portfolio()).edit());
        assertThat(take(file, first).changesNothing()).isTrue();
        assertThat(Exchanged.codes(take(file, first))).contains("XCH-NOTHING-NEW");

        Path decided = write(FLAT + row("osiris-1", "Accordé", "9000", "7000", "2025", ""));
        Portfolio second = first.apply(take(decided, first).edit());
        assertThat(second.grants()).singleElement().satisfies(grant -> assertThat(grant.state())
                .isEqualTo(GrantState.UNDER_CONVENTION));

        Grant closed =
                second.grants().get(0).toBuilder().state(GrantState.CLOSED).build();
        Portfolio third = second.apply(Edit.put(closed));
        Path lowered = write(FLAT + row("osiris-1", "Accordé", "9000", "6500", "2025", ""));
        assertThat(third.apply(take(lowered, third).edit()).grants())
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.state()).isEqualTo(GrantState.CLOSED);
                    assertThat(grant.amount(AmountStage.AWARDED)).contains(Money.parse("EUR 6500.00"));
                });
    }

    @Test
    void commitment_bringsRequestAndPaymentsTogether_inEitherOrder() throws IOException {
        Path request = write(FLAT + row("osiris-1", "Accordé", "9000", "8000", "2025", "2100000001"));
        Path payment = Files.writeString(
                folder.resolve("versements.csv"),
                "idVersement,exerciceBudgetaire,siret,montant,dateOperation,ej,programme\n" + "v-1,2025," + POLE
                        + ",3000,2025-06-01,2100000001,Recherche\n");
        Portfolio start = Exchanged.portfolio();
        Portfolio requested = start.apply(take(request, start).edit());
        Portfolio both = requested.apply(StatePayments.prepare(payment, requested, MatchOptions.standard(), DAY)
                .get()
                .edit());
        Portfolio paid = start.apply(StatePayments.prepare(payment, start, MatchOptions.standard(), DAY)
                .get()
                .edit());
        Portfolio other = paid.apply(take(request, paid).edit());
        for (Portfolio after : List.of(both, other)) {
            assertThat(after.grants()).singleElement().satisfies(grant -> {
                assertThat(grant.amount(AmountStage.AWARDED)).contains(Money.parse("EUR 8000.00"));
                assertThat(grant.amount(AmountStage.PAID)).contains(Money.parse("EUR 3000.00"));
            });
        }
    }

    @Test
    void commitmentOfTwoRequests_isNobodys() throws IOException {
        Grant mine = Grant.builder(new GrantId("mine"), Exchanged.POLE)
                .reference("2100000001")
                .build();
        Portfolio start = Exchanged.portfolio().apply(Edit.put(mine));
        Path file = write(FLAT
                + row("osiris-1", "Accordé", "9000", "8000", "2025", "2100000001")
                + row("osiris-2", "Accordé", "9000", "8000", "2025", "2100000001"));
        Portfolio after = start.apply(take(file, start).edit());
        assertThat(after.grants()).hasSize(3).contains(mine);
    }

    @Test
    void contradictions_areSaid() throws IOException {
        Intake intake = take(
                write(FLAT
                        + row("osiris-1", "Refusé", "9000", "8000", "2025", "")
                        + row("osiris-2", "Accordé", "9000", "", "2025", "")
                        + row("osiris-3", "Accordé", "9000", "1", "2025", "")
                        + row("osiris-3", "Accordé", "9000", "1", "2025", "")
                        + row("osiris-3", "Accordé", "9000", "2", "2025", "")
                        + row("osiris-4", "Peut-être", "9000", "2", "2025", "")
                        + row("osiris-5", "Accordé", "9000", "2", "25", "")
                        + row("osiris-6", "Accordé", "9000", "2x", "2025", "")
                        + row("", "Accordé", "9000", "2", "2025", "")
                        + row("osiris-7", "Accordé", "9000", "2", "2025", "").replace(POLE, "99990011100018")),
                Exchanged.portfolio());
        assertThat(Exchanged.codes(intake))
                .contains(
                        "DSUB-AWARD-DENIED",
                        "DSUB-AWARD-MISSING",
                        "DSUB-SAME",
                        "DSUB-TWICE",
                        "DSUB-STATUS",
                        "PAY-YEAR",
                        "XCH-CELL-EMPTY",
                        "DSUB-NUMBER");
        assertThat(intake.count(Taken.Kind.REFUSED)).isEqualTo(6);
        assertThat(intake.count(Taken.Kind.NEW)).isEqualTo(3);
        Portfolio after = Exchanged.portfolio().apply(intake.edit());
        assertThat(after.grants())
                .filteredOn(grant -> grant.state() == GrantState.REFUSED)
                .singleElement()
                .satisfies(
                        grant -> assertThat(grant.amount(AmountStage.AWARDED)).isEmpty());
    }

    @Test
    void downloadedTable_isReadWithItsPayments() throws IOException {
        Path file = write(EXTRACT
                + POLE
                + ";DREETS Arvenne;FDVA;Formation des bénévoles;9000,5;8000,25;Accordé;4000;DRFIP;12/05/2025;0163\n"
                + POLE + ";DREETS Arvenne;FDVA;Salon;3000;;Refusé;;;;\n"
                + POLE + ";;;;;;;1200;DRFIP;12/06/2025;0163\n");
        Intake intake = take(file, Exchanged.portfolio());
        Portfolio after = Exchanged.portfolio().apply(intake.edit());
        assertThat(after.grants()).hasSize(2);
        assertThat(after.grants()).anySatisfy(grant -> {
            assertThat(grant.purpose()).isEqualTo("Formation des bénévoles");
            assertThat(grant.amount(AmountStage.REQUESTED)).contains(Money.parse("EUR 9000.50"));
            assertThat(grant.amount(AmountStage.AWARDED)).contains(Money.parse("EUR 8000.25"));
            assertThat(grant.amount(AmountStage.PAID)).contains(Money.parse("EUR 4000.00"));
            assertThat(grant.state()).isEqualTo(GrantState.AWARDED);
        });
        assertThat(Exchanged.codes(intake)).contains("DSUB-PAID", "DSUB-PAID-ONLY");
        assertThat(take(file, after).changesNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a;b\n1;2\n",
                "PK\u0003\u0004broken",
                "{\"subventions\": []}",
                "idSubvention,statutLabel\n1,2\n",
                "idVersement,siret,montant,dateOperation\nv,99990011100017,1,2025-01-01\n"
            })
    void prepare_otherFiles_areRefusedWithASentence(String content) throws IOException {
        Reading<Intake> reading =
                DataSubvention.prepare(write(content), Exchanged.portfolio(), MatchOptions.standard(), DAY);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(Finding::code).isNotEmpty();
        if (content.startsWith("idVersement")) {
            assertThat(reading.findings()).extracting(Finding::code).containsExactly("DSUB-PAYMENTS");
        }
    }

    @Test
    void anyCells_endInOutcomes() throws IOException {
        long seed = 20_261_127L;
        Random random = new Random(seed);
        String[] cells = {
            "",
            "N/A",
            "null",
            "#",
            "-1",
            "1e9",
            "99/99/9999",
            "2025",
            "2025.0",
            "Accordé",
            "Refusé",
            POLE,
            "185057800608491",
            "9".repeat(40),
            "\u202e",
            "Mme X",
            "=1+1",
            "x".repeat(5_000),
            "2025-03-04",
            "1 000,50"
        };
        for (int round = 0; round < 60; round++) {
            StringBuilder text = new StringBuilder(round % 2 == 0 ? FLAT : EXTRACT);
            int width = round % 2 == 0 ? 13 : 11;
            for (int r = 0; r < 20; r++) {
                for (int c = 0; c < width; c++) {
                    text.append(c == 0 ? "" : round % 2 == 0 ? "," : ";");
                    boolean who = round % 2 == 0 ? c == 1 : c == 0;
                    text.append(who && random.nextBoolean() ? POLE : '"' + cells[random.nextInt(cells.length)] + '"');
                }
                text.append('\n');
            }
            Intake intake = take(write(text.toString()), Exchanged.portfolio());
            assertThat(Exchanged.portfolio().apply(intake.edit()).check())
                    .as("seed %d, round %d", seed, round)
                    .isEmpty();
            assertThat(intake.counts().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as("seed %d, round %d", seed, round)
                    .isBetween(1L, 20L);
        }
    }
}
