package org.subsidia.io.scdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.Rna;
import org.subsidia.identity.Siret;
import org.subsidia.money.Fraction;

class ScdlWriterTest {
    private static final String HEADER =
            "nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,rnaBeneficiaire,"
                    + "objet,montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,notificationUE,"
                    + "pourcentageSubvention,dispositifAide\r\n";

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void write_aRow_isAsTheSchemaAsks() throws IOException {
        assertThat(write(Samples.with(ScdlColumn.OBJET, "Dit \"oui\", et @plus").get()))
                .isEqualTo(
                        HEADER
                                + "Région Val-d’Argens,23510001300012,2023-02-01,D-12,Grappe Numérique,90210001500012,,"
                                + "\"Dit \"\"oui\"\", et @plus\",47800.20,aide en numéraire,unique,2023-03-14/2024-03-14,,non,0.45,\r\n");
        assertThat(findings).isEmpty();
    }

    @Test
    void write_textThatWouldBeComputed_isGuarded() throws IOException {
        assertThat(write(Samples.with(ScdlColumn.OBJET, "=HYPERLINK(\"x\")").get()))
                .contains("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(write(Samples.with(ScdlColumn.MONTANT, "-500").get())).contains(",-500.00,");
        assertThat(write(Samples.with(ScdlColumn.NOM_BENEFICIAIRE, "+ Vert").get()))
                .contains(",'+ Vert,");
    }

    @Test
    void write_whatTheSchemaRequires_isNotWrittenWithout() throws IOException {
        for (ScdlColumn column : List.of(
                ScdlColumn.NOM_ATTRIBUANT,
                ScdlColumn.ID_ATTRIBUANT,
                ScdlColumn.DATE_CONVENTION,
                ScdlColumn.NOM_BENEFICIAIRE,
                ScdlColumn.ID_BENEFICIAIRE,
                ScdlColumn.OBJET,
                ScdlColumn.NATURE,
                ScdlColumn.CONDITIONS_VERSEMENT,
                ScdlColumn.DATES_PERIODE_VERSEMENT,
                ScdlColumn.NOTIFICATION_UE)) {
            findings.clear();
            assertThat(write(Samples.with(column, "").get()))
                    .as(column.header())
                    .isEqualTo(HEADER);
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("SCDL-OUT-MISSING");
                assertThat(finding.place().field()).isEqualTo(column.header());
            });
        }
    }

    @Test
    void write_whatTheSchemaForbids_isAFinding() throws IOException {
        assertThat(codes(Samples.with(ScdlColumn.OBJET, "é".repeat(257)).get())).containsExactly("SCDL-OUT-LONG");
        assertThat(codes(Samples.with(ScdlColumn.DATE_CONVENTION, "2019").get()))
                .containsExactly("SCDL-OUT-MISSING");
        assertThat(codes(Samples.with(ScdlColumn.DATES_PERIODE_VERSEMENT, "2019-01-01/fin")
                        .get()))
                .containsExactly("SCDL-OUT-MISSING");
        assertThat(codes(
                        Samples.with(ScdlColumn.POURCENTAGE_SUBVENTION, "0.001").get()))
                .containsExactly("SCDL-OUT-SHARE");
        assertThat(codes(Samples.with(ScdlColumn.ID_RAE, "123456").get())).containsExactly("SCDL-OUT-RAE");
        assertThat(codes(Samples.with(ScdlColumn.RNA_BENEFICIAIRE, "W2A1234567").get()))
                .containsExactly("SCDL-OUT-RNA");
        assertThat(codes(Samples.with(ScdlColumn.ID_BENEFICIAIRE, "W2A1234567").get()))
                .containsExactly("SCDL-OUT-RNA", "SCDL-OUT-MISSING");
        assertThat(codes(withShare(Fraction.of(1, 3)))).containsExactly("SCDL-OUT-INEXACT");
    }

    @Test
    void write_thenRead_givesEqualRows() throws IOException {
        long seed = 20261122;
        Random random = new Random(seed);
        List<ScdlRow> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(random(random, 2 + i));
        }
        Path path = folder.resolve("export.csv");
        try (var out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            ScdlWriter writer = ScdlWriter.to(out, "export.csv", findings::add);
            for (ScdlRow row : rows) {
                assertThat(writer.write(row)).as("seed %d: %s", seed, row).isTrue();
            }
            assertThat(writer.written()).isEqualTo(500);
        }
        List<ScdlRow> back = new ArrayList<>();
        ScdlFile file = ScdlFile.open(path, ScdlOptions.standard()).get();
        assertThat(file.version()).isEqualTo(ScdlVersion.V2_1_1);
        ScdlSummary summary = file.rows(back::add, findings::add);
        assertThat(findings)
                .allMatch(f ->
                        f.code().startsWith("SCDL-ROW-DUPLICATE") || f.code().startsWith("SCDL-AMT-"));
        assertThat(summary.refused()).isZero();
        assertThat(back)
                .usingElementComparator((a, b) -> sameButLine(a, b) ? 0 : 1)
                .containsExactlyElementsOf(rows);
        assertThat(ScdlQuality.of(summary).points())
                .noneMatch(point -> point.importance() == ScdlQuality.Importance.MUST);
    }

    private static boolean sameButLine(ScdlRow a, ScdlRow b) {
        return withLine(a).equals(withLine(b));
    }

    private static ScdlRow withLine(ScdlRow row) {
        return copy(row, row.share(), 1);
    }

    private static ScdlRow withShare(Fraction share) {
        ScdlRow row = Samples.with(ScdlColumn.ID_RAE, "").get();
        return copy(row, share, row.line());
    }

    private static ScdlRow copy(ScdlRow row, Fraction share, long line) {
        return new ScdlRow(
                line,
                row.funder(),
                row.beneficiary(),
                row.conventionDate(),
                row.decisionDate(),
                row.reference(),
                row.purpose(),
                row.publishedAmount(),
                share,
                row.nature(),
                row.conditions(),
                row.paymentPeriod(),
                row.idRae(),
                row.notified(),
                row.scheme(),
                row.extended());
    }

    private static ScdlRow random(Random random, long line) {
        LocalDate day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4_000));
        Optional<OrganisationId> siret = Optional.of(Siret.of(random.nextBoolean() ? Samples.GRAPPE : Samples.POLE));
        Optional<Rna> rna =
                random.nextBoolean() ? Optional.of(Rna.of("W83123456" + random.nextInt(10))) : Optional.empty();
        boolean byRegister = rna.isPresent() && random.nextBoolean();
        ScdlParty beneficiary =
                new ScdlParty(Optional.of(text(random)), byRegister ? rna.map(number -> number) : siret, rna, false);
        Set<ScdlNature> nature = random.nextInt(4) == 0
                ? EnumSet.allOf(ScdlNature.class)
                : EnumSet.of(ScdlNature.values()[random.nextInt(2)]);
        return new ScdlRow(
                line,
                ScdlParty.of(text(random), Siret.of(Samples.FUNDER)),
                beneficiary,
                Optional.of(ScdlDate.of(day)),
                Optional.empty(),
                Optional.of(text(random)),
                Optional.of(text(random)),
                Money.ofMinor(CurrencyUnit.EUR, random.nextInt(100_000_000) - 1_000_000),
                Fraction.of(1 + random.nextInt(100), 100),
                nature,
                Optional.of(text(random)),
                Optional.of(
                        random.nextBoolean()
                                ? ScdlPeriod.of(day)
                                : ScdlPeriod.of(day, day.plusDays(random.nextInt(900)))),
                random.nextBoolean() ? Optional.of("R" + random.nextInt(9_999)) : Optional.empty(),
                Optional.of(random.nextBoolean()),
                random.nextBoolean() ? Optional.of("65d5b6c7-102c") : Optional.empty(),
                Map.of());
    }

    private static String text(Random random) {
        String[] starts = {"=1", "+33", "-", "@", "'", "É", "\"", "a", "’", "N°"};
        String[] parts = {",", ";", "\n", "\"\"", " ", "œuvre", "12", "|", "x", "'"};
        StringBuilder text = new StringBuilder(starts[random.nextInt(starts.length)]);
        for (int i = 0; i < 6; i++) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.append('z').toString();
    }

    private List<String> codes(ScdlRow row) throws IOException {
        findings.clear();
        write(row);
        return findings.stream().map(Finding::code).toList();
    }

    private String write(ScdlRow row) throws IOException {
        StringWriter out = new StringWriter();
        ScdlWriter.to(out, "export.csv", findings::add).write(row);
        return out.toString();
    }
}
