package org.subsidia.io.cordis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.identity.Siren;
import org.subsidia.identity.VatNumber;
import org.subsidia.io.exchange.Exchanged;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.exchange.Taken;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;

class CordisImportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final String HEADER =
            "projectID;projectAcronym;organisationID;vatNumber;name;shortName;SME;activityType;street;postCode;city;"
                    + "country;nutsCode;geolocation;organizationURL;contactForm;contentUpdateDate;rcn;order;role;"
                    + "ecContribution;netEcContribution;totalCost;endOfParticipation;active\n";
    private static final String VAT = VatNumber.of(new Siren("999900111")).value();

    @TempDir
    private Path folder;

    private static String row(String project, String vat, String name, String country, String amounts) {
        return project + ";\"ACRO\";999;" + vat + ";\"" + name + "\";;false;OTH;\"1, rue\";69007;Lyon;" + country
                + ";FRK26;;;;2024-01-01;1;2;participant;" + amounts + ";false;\n";
    }

    private Path organisations(String... rows) throws IOException {
        return Files.writeString(
                folder.resolve("organization.csv"), HEADER + String.join("", rows), StandardCharsets.UTF_8);
    }

    private Path projects() throws IOException {
        return Files.writeString(folder.resolve("project.csv"), """
                id;acronym;status;title;startDate;endDate;totalCost;ecMaxContribution;frameworkProgramme;fundingScheme;ecSignatureDate
                101000001;ACRO;SIGNED;"Clusters; together";2023-01-01;2025-12-31;1000000;900000;HORIZON;HORIZON-CSA;2022-11-30
                """, StandardCharsets.UTF_8);
    }

    private Intake take(Path organisations, Portfolio into) throws IOException {
        Reading<Intake> reading = CordisImport.prepare(organisations, projects(), into, MatchOptions.standard(), DAY);
        assertThat(reading.isRead()).as("%s", reading.findings()).isTrue();
        return reading.get();
    }

    @Test
    void pair_anyOrder_putsOrganisationsAndProjectsTogether() throws IOException {
        Path organisations = organisations();
        Path projects = projects();
        assertThat(CordisFiles.pair(List.of(projects, organisations)))
                .containsExactly(new CordisFiles(organisations, projects));
        Path older = Files.copy(organisations, folder.resolve("h2020-organization.csv"));
        Path olderProjects = Files.copy(projects, folder.resolve("h2020-project.csv"));
        assertThat(CordisFiles.pair(List.of(olderProjects, projects, organisations, older)))
                .containsExactly(new CordisFiles(organisations, projects), new CordisFiles(older, olderProjects));
        assertThat(CordisFiles.pair(List.of(older, projects, olderProjects)))
                .containsExactly(new CordisFiles(older, olderProjects), new CordisFiles(projects, null));
    }

    @Test
    void prepare_projectsInPlaceOfOrganisations_saysWhichFileIsMissing() throws IOException {
        Reading<Intake> reading =
                CordisImport.prepare(projects(), null, Exchanged.portfolio(), MatchOptions.standard(), DAY);
        assertThat(reading.findings())
                .extracting(Finding::code)
                .contains("CORDIS-PROJECTS-ALONE")
                .doesNotContain("CORDIS-NO-TABLE");
    }

    @Test
    void prepare_vatNumber_givesTheNetAmount() throws IOException {
        Path file = organisations(
                row("101000001", VAT, "A NAME NOBODY KNOWS", "FR", "210000,75;200000,5;250000"),
                HEADER,
                row("101000001", "DE123456789", "Pôle Matériaux d'Arvenne", "DE", "1;1;1"),
                row("101000002", "", "Mairie de Nivelle", "FR", "1;1;1"));
        Intake intake = take(file, Exchanged.portfolio());
        assertThat(intake.count(Taken.Kind.SKIPPED)).isEqualTo(2);
        assertThat(Exchanged.codes(intake)).contains("XCH-HEADER-AGAIN");
        Portfolio after = Exchanged.portfolio().apply(intake.edit());
        Grant grant = after.grants().get(0);
        assertThat(grant.amount(AmountStage.AWARDED)).contains(Money.parse("EUR 200000.50"));
        assertThat(grant.purpose()).isEqualTo("ACRO : Clusters; together");
        assertThat(grant.dates().convention()).isEqualTo(LocalDate.of(2022, 11, 30));
        assertThat(grant.scheme()).isEqualTo("HORIZON HORIZON-CSA");
        assertThat(after.funder(grant.payer()).orElseThrow().level()).isEqualTo(FunderLevel.EU_DIRECT);
        assertThat(take(file, after).changesNothing()).isTrue();
    }

    @Test
    void prepare_shiftedColumnsAndUnreadableAmounts_areRefused() throws IOException {
        Path file = organisations(
                row("101000001", VAT, "X", "FR", "1;1;1;1"),
                row("Part of a title", VAT, "X", "FR", "1;1;1"),
                row("101000001", VAT, "X", "69007", "1;1;1"),
                row("101000001", VAT, "X", "FR", "1;beaucoup;1"),
                row("101000001", VAT, "X", "FR", "1;;1"));
        Intake intake = take(file, Exchanged.portfolio());
        assertThat(intake.count(Taken.Kind.REFUSED)).isEqualTo(5);
        assertThat(intake.changesNothing()).isTrue();
        assertThat(Exchanged.codes(intake)).contains("XCH-ROW-SHIFTED", "XCH-CELL-EMPTY");
    }

    @Test
    void prepare_sameNameUnderAnotherNumber_isForReview() throws IOException {
        String other = VatNumber.of(new Siren("732829320")).value();
        Intake intake = take(
                organisations(row("101000001", other, "Pôle Matériaux d'Arvenne", "FR", "1;1;1")),
                Exchanged.portfolio());
        assertThat(intake.count(Taken.Kind.REVIEW)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;b\n1;2\n", "PK\u0003\u0004broken", "{}", "projectID;name\n1;2\n"})
    void prepare_otherFiles_areRefusedWithASentence(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("organization.csv"), content, StandardCharsets.UTF_8);
        Reading<Intake> reading = CordisImport.prepare(
                file, null, Exchanged.portfolio(), MatchOptions.standard(), LocalDate.of(2026, 9, 30));
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).isNotEmpty();
    }

    @Test
    void prepare_olderLayout_isRefusedWithASentence() throws IOException {
        Path file = Files.writeString(
                folder.resolve("old.csv"), "projectID;name;country;ecContribution\n1;X;FR;5\n", StandardCharsets.UTF_8);
        Reading<Intake> reading = CordisImport.prepare(file, null, Exchanged.portfolio(), MatchOptions.standard(), DAY);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(Finding::code).contains("CORDIS-NO-TABLE");
    }
}
