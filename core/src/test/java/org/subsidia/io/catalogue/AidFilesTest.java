package org.subsidia.io.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.territory.TerritoryCode;

class AidFilesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final Path SAMPLES = Path.of("../examples/data/exchange");

    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("aides"), text, StandardCharsets.UTF_8);
    }

    @Test
    void aidesTerritoires_answer_makesCalls() {
        Catalogue catalogue =
                CatalogueFile.read(SAMPLES.resolve("aides-territoires.json")).get();
        assertThat(catalogue.calls()).hasSize(2);
        Call call = catalogue.calls().get(0);
        assertThat(call.name()).isEqualTo("Appel à projets Filières d’avenir");
        assertThat(call.state()).isEqualTo(CallState.OPEN);
        assertThat(call.opens()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(call.closes()).isEqualTo(LocalDate.of(2026, 12, 15));
        assertThat(call.rate()).isEqualTo(Fraction.of(1, 2));
        assertThat(call.address()).startsWith("https://aides-territoires.beta.gouv.fr/aides/");
        assertThat(call.note()).contains("Union européenne, FEDER").doesNotContain("<b>");
        assertThat(catalogue.calls().get(1).state()).isEqualTo(CallState.EXPECTED);
        assertThat(catalogue.funders())
                .extracting(Funder::name)
                .containsExactlyInAnyOrder("Région Rives-d'Arvenne", "Agence de la transition");
    }

    @Test
    void aidesTerritoires_badAids_areToldOneByOne() throws IOException {
        Reading<Catalogue> reading = CatalogueFile.read(write("""
                {"results": [
                 {"id": 1, "name": "A", "financers": [], "submission_deadline": "bientôt", "subvention_rate_upper_bound": 150},
                 {"id": 2, "name": "", "financers": []}, 5, null,
                 {"id": "../../etc", "name": "B", "financers": []},
                 {"id": 3, "name": "C", "financers": "x", "url": "javascript:alert(1)", "start_date": "2026-02-30"}]}
                """));
        assertThat(reading.get().calls()).extracting(Call::name).containsExactly("A", "C");
        assertThat(reading.get().calls()).extracting(Call::address).containsOnlyNulls();
        assertThat(reading.findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        "XCH-DATE",
                        "CAT-AID-RATE",
                        "CAT-AID-NAMELESS",
                        "CAT-AID-NAMELESS",
                        "CAT-AID-NAMELESS",
                        "CAT-AID-NAMELESS",
                        "XCH-DATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"results\": []}", "{\"results\": [1, 2]}", "[]", "[1]", "{\"results\": {}}", "{"})
    void aidesTerritoires_nothingInIt_isRefusedWithASentence(String content) throws IOException {
        Reading<Catalogue> reading = CatalogueFile.read(write(content));
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).isNotEmpty();
    }

    @Test
    void schemes_sample_makesProgrammes() {
        Catalogue catalogue =
                CatalogueFile.read(SAMPLES.resolve("dispositifs-aide.csv")).get();
        assertThat(catalogue.programmes()).hasSize(2);
        Programme first = catalogue.programmes().get(0);
        assertThat(first.kind()).isEqualTo(ProgrammeKind.REGIONAL_SCHEME);
        assertThat(first.period().last()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(first.note()).contains("REG-84 sauf DEP-01, COM-69123");
        assertThat(catalogue.funders())
                .extracting(Funder::name)
                .contains("Région Auvergne-Rhône-Alpes", "Banque des territoires fictive");
    }

    @ParameterizedTest
    @CsvSource({"DEP-69, 2", "DEP-01, 1", "COM-01053, 1", "COM-69123, 1", "COM-69266, 2", "REG-84, 2", "REG-11, 1"})
    void schemes_forAPlace_exclusionHasPrecedence(String place, int schemes) {
        Reading<Catalogue> reading =
                CatalogueFile.read(SAMPLES.resolve("dispositifs-aide.csv"), TerritoryCode.of(place), DAY);
        assertThat(reading.get().programmes()).hasSize(schemes);
        assertThat(reading.findings().stream().anyMatch(one -> one.code().equals("CAT-SCHEMES-ELSEWHERE")))
                .isEqualTo(schemes == 1);
    }

    @Test
    void schemes_badRows_areTold() throws IOException {
        Reading<Catalogue> reading = CatalogueFile.read(write("""
                id,titre,porteurs,cibles,eligibilite_geographique,date_ouverture
                a,Titre,"[{""nom"":",tous,REG-84,2026-01-01
                b,,X,tous,REG-84,2026-01-01
                c,Titre,X,tous,LUNE-1,2026-01-01
                d,Titre,X,tous,REG-84,demain
                """), null, DAY);
        assertThat(reading.get().programmes())
                .extracting(one -> one.id().value())
                .isEqualTo(List.of("dispositif-a", "dispositif-c"));
        assertThat(reading.findings())
                .filteredOn(one -> one.severity() != Severity.INFO)
                .extracting(Finding::code)
                .containsExactly("CAT-SCHEME-CARRIERS", "XCH-CELL-EMPTY", "CAT-SCHEME-AREA", "XCH-DATE");
    }
}
