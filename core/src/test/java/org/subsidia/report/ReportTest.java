package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;

class ReportTest {
    private static final List<Column> COLUMNS =
            List.of(Column.of("amount", Column.Type.MONEY, SampleReport.words("Montant")));

    @Test
    void table_cellOfOtherType_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Table("t", SampleReport.words("t"), COLUMNS, List.of(List.of(Cell.of("12,00"))), null))
                .withMessageContaining("cannot hold");
    }

    @Test
    void table_rowOfOtherLength_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("t", SampleReport.words("t"), COLUMNS, List.of(List.of()), null));
    }

    @Test
    void table_twoColumnsOfOneName_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table(
                        "t", SampleReport.words("t"), List.of(COLUMNS.get(0), COLUMNS.get(0)), List.of(), null));
    }

    @Test
    void report_twoSectionsOfOneName_areRefused() {
        Section section = Section.of("one", SampleReport.words("x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Report(
                        "r", SampleReport.words("r"), null, LocalDate.of(2026, 1, 1), List.of(section, section)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "with space", "é", "a-b", "\"><script>"})
    void id_thatIsNoName_isRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> Section.of(id, SampleReport.words("x")));
    }

    @Test
    void findings_manyOfOneCode_areCountedWithThreeExamples() {
        List<Finding> all = new ArrayList<>();
        for (int line = 1; line <= 5; line++) {
            all.add(Finding.info(Place.file("a.csv").line(line), "REPORT-VERBATIM", "x"));
        }
        all.add(Finding.error(Place.NOWHERE, "REPORT-VERBATIM", "y"));
        List<Findings.Group> groups = Findings.of(all).groups();
        assertThat(groups).extracting(Findings.Group::severity).containsExactly(Severity.ERROR, Severity.INFO);
        assertThat(groups.get(1).count()).isEqualTo(5);
        assertThat(groups.get(1).examples()).isEqualTo(all.subList(0, 3));
    }

    @Test
    void share_ofNothing_isUnknown() {
        assertThat(Cell.share(SampleReport.euros("1"), SampleReport.euros("0"))).isInstanceOf(Cell.Unknown.class);
        assertThat(Cell.share(SampleReport.euros("1"), SampleReport.euros("-3")))
                .isInstanceOf(Cell.Unknown.class);
    }

    @Test
    void findings_ofSeveralFiles_areTakenTogether() {
        Finding finding = Finding.info(Place.file("a.csv"), "REPORT-VERBATIM", "x");
        Findings.Group group = new Findings.Group(Severity.INFO, "REPORT-VERBATIM", 7, List.of(finding, finding));
        assertThat(Findings.sorted(List.of(group, group)).groups())
                .containsExactly(
                        new Findings.Group(Severity.INFO, "REPORT-VERBATIM", 14, List.of(finding, finding, finding)));
    }
}
