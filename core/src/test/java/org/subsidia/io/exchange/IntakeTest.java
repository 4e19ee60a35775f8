package org.subsidia.io.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.subsidia.io.bank.BankFile;
import org.subsidia.io.catalogue.CatalogueFile;
import org.subsidia.io.euoperations.EuOperations;
import org.subsidia.io.fec.FecFile;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.store.file.FileStore;

class IntakeTest {
    private static final Path DATA = Path.of("../examples/data");
    private static final Path LIST = DATA.resolve("exchange/operations-ue-2021-2027.xlsx");

    private static Portfolio portfolio() {
        return FileStore.at(DATA.resolve("rives-arvenne.subsidia")).open().get();
    }

    private static Intake intake(Portfolio into) {
        return EuOperations.prepare(
                        LIST, into, MatchOptions.standard(), LawBase.standard().at(LocalDate.of(2026, 11, 27)))
                .get();
    }

    private static List<RecordId> records(Intake intake) {
        return intake.taken().stream()
                .map(Taken::record)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void editOf_oneRecord_makesItAndWhatItNamesAndNoOther() {
        Portfolio into = portfolio();
        Intake intake = intake(into);
        RecordId first = records(intake).get(0);
        Portfolio after = into.apply(intake.editOf(Set.of(first)));
        assertThat(after.contains(first)).isTrue();
        assertThat(after.grants()).hasSize(into.grants().size() + 1);
        assertThat(after.find(first).orElseThrow().references()).allMatch(after::contains);
    }

    @Test
    void editOf_allRecords_isTheWholeEdit() {
        Portfolio into = portfolio();
        Intake intake = intake(into);
        assertThat(into.apply(intake.editOf(records(intake)))).isEqualTo(into.apply(intake.edit()));
        assertThat(intake.editOf(Set.of()))
                .isEqualTo(new Edit.Batch(intake.edit().label(), List.of()));
    }

    @Test
    void recognises_tellsTheFormatsApart() {
        Path catalogue = DATA.resolve("catalogue/appels.csv");
        Path aids = DATA.resolve("exchange/aides-territoires.json");
        List<Path> banks = List.of(
                DATA.resolve("bank/materiaux-2026-06.xml"),
                DATA.resolve("bank/materiaux-2026-07.cfonb"),
                DATA.resolve("bank/materiaux-2026-11.ofx"));
        Path published = DATA.resolve("rives-arvenne-2021.csv");
        assertThat(EuOperations.recognises(LIST)).isTrue();
        assertThat(EuOperations.recognises(DATA.resolve("exchange/operations-ue-2014-2020.csv")))
                .isTrue();
        assertThat(EuOperations.recognises(published)).isFalse();
        assertThat(FecFile.recognises(DATA.resolve("999900335FEC20251231.txt"))).isTrue();
        assertThat(FecFile.recognises(DATA.resolve("exchange/operations-ue-2014-2020.csv")))
                .isFalse();
        assertThat(CatalogueFile.recognises(catalogue)).isTrue();
        assertThat(CatalogueFile.recognises(aids)).isTrue();
        assertThat(CatalogueFile.recognises(LIST)).isFalse();
        assertThat(CatalogueFile.recognises(published)).isFalse();
        assertThat(banks).allMatch(BankFile::recognises).noneMatch(EuOperations::recognises);
        assertThat(BankFile.recognises(LIST)).isFalse();
        assertThat(BankFile.recognises(published)).isFalse();
        assertThat(BankFile.recognises(Path.of("none"))).isFalse();
    }
}
