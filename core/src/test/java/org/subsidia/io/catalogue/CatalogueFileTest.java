package org.subsidia.io.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.catalogue.CatalogueEntry;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.PortfolioJson;

class CatalogueFileTest {
    @TempDir
    Path folder;

    private Reading<Catalogue> read(String name, String text) throws IOException {
        return CatalogueFile.read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void read_frenchCsv_findsColumnsWhateverTheirSpelling() throws IOException {
        Reading<Catalogue> reading = read("appels.csv", """
                Type;Identifiant;Intitulé;Ouverture;Clôture;Taux;Montant maximum;Source;Confiance;Pré-dépôt
                appel;aap-27;Clusters régionaux 2027;01/02/2027;30/04/2027;50 %;80 000,00;site de la Région;CONFIRMED;2027-03-01
                """);
        assertThat(reading.findings()).allMatch(finding -> finding.severity() == Severity.INFO);
        CatalogueEntry entry = reading.get().find(new CallId("aap-27")).orElseThrow();
        assertThat(entry.call().orElseThrow().closes()).isEqualTo("2027-04-30");
        assertThat(entry.call().orElseThrow().preDeposit()).isEqualTo("2027-03-01");
    }

    @Test
    void read_rowsWithMistakes_keepsTheOthersAndNamesTheLines() throws IOException {
        Reading<Catalogue> reading = read("appels.csv", """
                type,id,name,closes,colour,id
                call,a,Un,2027-01-01,red,
                call,,Deux,2027-01-01,red,
                call,c,Trois,demain,red,
                call,a,Encore un,2027-02-01,red,
                call,d,Quatre
                """);
        assertThat(reading.get().calls())
                .extracting(call -> call.name())
                .containsExactly("Encore un", "Trois", "Quatre");
        assertThat(reading.findings())
                .filteredOn(finding -> finding.code().startsWith("CAT-"))
                .extracting(finding -> finding.place().line() + " " + finding.code())
                .containsExactly(
                        "1 CAT-COLUMN-UNKNOWN",
                        "1 CAT-COLUMN-TWICE",
                        "3 CAT-FIELD-MISSING",
                        "4 CAT-DATE-BAD",
                        "5 CAT-ID-TWICE");
    }

    @Test
    void read_tableWithoutIds_isRefusedWithTheMissingColumns() throws IOException {
        Reading<Catalogue> reading = read("autre.csv", "nom,montant\nx,1\n");
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(Finding::code).containsExactly("CAT-FILE-HEADER");
        assertThat(reading.findings().get(0).message().arguments().get(0)).isEqualTo("type, id");
    }

    @Test
    void read_storedRecords_takesProgrammesCallsAndFunders() throws IOException {
        List<PortfolioRecord> records = new ArrayList<>(Catalogue.standard().entries().stream()
                .map(CatalogueEntry::record)
                .toList());
        records.add(Structure.builder(new StructureId("s"), "Cluster").build());
        Path file = folder.resolve("catalogue.json");
        Files.write(file, PortfolioJson.write(Portfolio.of(records)));
        Reading<Catalogue> reading = CatalogueFile.read(file);
        assertThat(reading.get().programmes()).isEqualTo(Catalogue.standard().programmes());
        assertThat(reading.get().calls()).isEqualTo(Catalogue.standard().calls());
        assertThat(reading.get().funders()).isEqualTo(Catalogue.standard().funders());
        assertThat(reading.findings()).extracting(Finding::code).containsExactly("CAT-FILE-OTHERS");
    }

    @Test
    void read_jsonWithAMarkAndAMistake_namesTheLine() throws IOException {
        Path file = folder.resolve("catalogue.json");
        Files.write(
                file,
                ("\ufeff\n{\"calls\":[\n{\"id\":\"a\",\"name\":\"x\",\"state\":\"OPEN\",\"cutOffs\":[]}]}")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(CatalogueFile.read(file).get().calls()).hasSize(1);
        Reading<Catalogue> wrong =
                read("wrong.json", "{\"calls\":[\n{\"id\":\"a\",\"name\":\"x\",\"state\":\"SOON\"}]}");
        assertThat(wrong.isRead()).isFalse();
        assertThat(wrong.findings().get(0).place().line()).isEqualTo(2);
    }

    @Test
    void read_whatIsNoCatalogue_saysWhy() throws IOException {
        assertThat(read("empty.json", "{}").findings())
                .extracting(Finding::code)
                .containsExactly("CAT-FILE-NOTHING");
        assertThat(CatalogueFile.read(folder.resolve("absent.csv")).findings())
                .extracting(Finding::code)
                .containsExactly("TAB-FILE-MISSING");
        assertThat(CatalogueFile.read(folder).isRead()).isFalse();
        assertThat(read("empty.csv", "").findings()).anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
