package org.subsidia.io.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.io.bank.BankFile;
import org.subsidia.io.catalogue.CatalogueFile;
import org.subsidia.io.euoperations.EuOperations;
import org.subsidia.io.fec.FecFile;
import org.subsidia.io.statepayments.StatePayments;
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

    private static List<Intake> payments(Portfolio into, Path... files) {
        Portfolio now = into;
        List<Intake> intakes = new ArrayList<>();
        for (Path file : files) {
            Intake one = StatePayments.prepare(file, now, MatchOptions.standard(), LocalDate.of(2026, 11, 27))
                    .get();
            intakes.add(one);
            now = now.apply(one.edit());
        }
        return intakes;
    }

    @Test
    void together_twoFiles_areTheEditsOneAfterTheOther() {
        Path chorus = DATA.resolve("exchange/chorus-2025.xlsx");
        Path fonjep = DATA.resolve("exchange/fonjep-2025.xlsx");
        List<Intake> each = payments(portfolio(), chorus, fonjep);
        Intake both = Intake.together(each);
        assertThat(portfolio().apply(both.edit()))
                .isEqualTo(
                        portfolio().apply(each.get(0).edit()).apply(each.get(1).edit()));
        assertThat(both.taken())
                .hasSize(each.get(0).taken().size() + each.get(1).taken().size());
        for (Taken.Kind kind : Taken.Kind.values()) {
            assertThat(both.count(kind))
                    .isEqualTo(each.get(0).count(kind) + each.get(1).count(kind));
        }
        assertThat(portfolio().apply(both.editOf(records(both))))
                .isEqualTo(portfolio().apply(both.edit()));
        assertThat(Intake.together(List.of(both))).isSameAs(both);
    }

    @Test
    void together_theSameFileTwice_changesWhatItChangesOnce() {
        Path chorus = DATA.resolve("exchange/chorus-2025.xlsx");
        List<Intake> each = payments(portfolio(), chorus, chorus);
        assertThat(portfolio().apply(Intake.together(each).edit()))
                .isEqualTo(portfolio().apply(each.get(0).edit()));
    }

    @Test
    void together_strangersOfBoth_areCountedOnceWithTheSumOfAllRows() {
        Beneficiary fair = Beneficiary.named("Comité des fêtes", "");
        Beneficiary home = Beneficiary.named("Foyer rural", "");
        Intake one = strangers(new Stranger(fair, 2, euros(10), 1), new Stranger(home, 1, euros(15), 0));
        Intake two = strangers(
                new Stranger(fair, 1, euros(7), 0),
                new Stranger(home, 3, Money.of(CurrencyUnit.CHF, 9), 0),
                new Stranger(Beneficiary.named("Régie", ""), 1, null, 1));
        assertThat(Intake.together(List.of(one, two)).strangers())
                .containsExactly(
                        new Stranger(fair, 3, euros(17), 1),
                        new Stranger(home, 4, euros(15), 3),
                        new Stranger(Beneficiary.named("Régie", ""), 1, null, 1));
    }

    private static Money euros(long amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    private static Intake strangers(Stranger... all) {
        return new Intake(new Edit.Batch("", List.of()), List.of(), Map.of(), List.of(all), List.of());
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
