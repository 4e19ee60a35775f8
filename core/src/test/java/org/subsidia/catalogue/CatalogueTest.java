package org.subsidia.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.Value;
import org.subsidia.identity.Cci;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.BudgetStage;
import org.subsidia.portfolio.BudgetValue;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.territory.Region;

class CatalogueTest {
    private static final Catalogue STANDARD = Catalogue.standard();

    private static Programme programme(String id) {
        return STANDARD.find(new ProgrammeId(id))
                .flatMap(CatalogueEntry::programme)
                .orElseThrow();
    }

    private static CatalogueEntry entry(String id) {
        return STANDARD.find(new ProgrammeId(id)).orElseThrow();
    }

    private static Money million(String euros) {
        return Money.parse("EUR " + euros + "00000");
    }

    private static Optional<Money> payment(int year, BudgetStage stage) {
        return programme("etat-134-23-poles").value(year, stage).map(BudgetValue::payment);
    }

    @Test
    void standard_everyEntry_saysItsSource() {
        assertThat(STANDARD.entries()).hasSizeGreaterThan(90);
        assertThat(STANDARD.entries())
                .filteredOn(entry -> entry.kind() != CatalogueKind.FUNDER)
                .allSatisfy(entry -> assertThat(entry.source()).isPresent());
        assertThat(STANDARD.entries()).allSatisfy(entry -> {
            assertThat(entry.figures())
                    .allSatisfy(f -> assertThat(f.source().text()).isNotBlank());
            assertThat(entry.name()).doesNotContain("'");
        });
    }

    @Test
    void standard_inAPortfolio_everyReferenceLeadsSomewhere() {
        Edit edit = STANDARD.toEdits(
                STANDARD.entries().stream().map(CatalogueEntry::id).toList(), Portfolio.empty());
        Portfolio portfolio = Portfolio.empty().apply(edit);
        assertThat(portfolio.check()).isEmpty();
        assertThat(portfolio.stream()).hasSameSizeAs(STANDARD.entries());
    }

    @Test
    void standard_linePoles_isWhatTheDocumentsSayYearByYear() {
        assertThat(payment(2014, BudgetStage.INITIAL_LAW)).contains(Money.parse("EUR 16000000"));
        assertThat(payment(2015, BudgetStage.BILL)).contains(Money.parse("EUR 11500000"));
        assertThat(payment(2018, BudgetStage.BILL)).contains(Money.parse("EUR 14000000"));
        assertThat(List.of(2019, 2020, 2021, 2022, 2023, 2024, 2025))
                .extracting(year -> payment(year, BudgetStage.INITIAL_LAW).orElseThrow())
                .containsExactly(
                        Money.parse("EUR 18000000"),
                        Money.parse("EUR 15000000"),
                        Money.parse("EUR 12000000"),
                        Money.parse("EUR 9000000"),
                        Money.parse("EUR 9000000"),
                        Money.parse("EUR 9000000"),
                        Money.parse("EUR 9000000"));
        assertThat(payment(2025, BudgetStage.BILL)).contains(Money.parse("EUR 0"));
        assertThat(payment(2026, BudgetStage.BILL)).contains(Money.parse("EUR 0"));
    }

    @Test
    void standard_linePoles_whatWasNotFoundIsUnknownAndNotZero() {
        assertThat(payment(2025, BudgetStage.YEAR_END_LAW)).isEmpty();
        assertThat(payment(2026, BudgetStage.INITIAL_LAW)).isEmpty();
        assertThat(payment(2016, BudgetStage.INITIAL_LAW)).isEmpty();
        assertThat(payment(2017, BudgetStage.INITIAL_LAW)).isEmpty();
        assertThat(programme("etat-134-23-poles").values())
                .noneMatch(value -> value.stage() == BudgetStage.PAID)
                .filteredOn(value -> value.source() != null && value.source().confidence() == Confidence.PARTIAL)
                .extracting(BudgetValue::year)
                .containsExactly(2015, 2021);
        BudgetValue law2024 = programme("etat-134-23-poles")
                .value(2024, BudgetStage.INITIAL_LAW)
                .orElseThrow();
        assertThat(law2024.commitment()).isEqualTo(law2024.payment());
    }

    @Test
    void standard_regionalProgrammes_haveCciRateAndRegion() {
        List<Programme> numbered = STANDARD.programmes().stream()
                .filter(p -> p.code() != null && p.code().startsWith("2021FR"))
                .toList();
        assertThat(numbered).allSatisfy(p -> assertThat(Cci.isValid(String.valueOf(p.code())))
                .isTrue());
        assertThat(numbered.stream().map(Programme::code).distinct()).hasSize(19);
        assertThat(programme("eu-2021FR16FFPR003-feder").rate()).isEqualTo(Fraction.of(3, 5));
        assertThat(programme("eu-2021FR16FFPR016-feder").rate()).isEqualTo(Fraction.parse("0.314"));
        assertThat(programme("eu-2021FR16FFPR018-feder-plus-developpee").rate()).isEqualTo(Fraction.of(2, 5));
        assertThat(entry("eu-2021FR16FFPR002-feder-rup").figure("Part de l’Union"))
                .map(CatalogueFigure::value)
                .contains(new Value.Amount(Money.parse("EUR 202900000")));
        assertThat(STANDARD.funders())
                .filteredOn(f -> f.level() == FunderLevel.REGION)
                .hasSize(17)
                .allSatisfy(f ->
                        assertThat(Region.find(String.valueOf(f.territory()))).isPresent());
    }

    @Test
    void standard_regionalErdf_addsUpToTheTableOfTheAgreement() {
        Money sum = Money.total(STANDARD.programmes().stream()
                .filter(p -> "FEDER".equals(p.fund()) && p.code() != null)
                .map(p -> ((Value.Amount) entry(p.id().value())
                                .figure("Part de l’Union")
                                .orElseThrow()
                                .value())
                        .money())
                .toList());
        assertThat(sum).isEqualTo(Money.parse("EUR 9004500000"));
    }

    @Test
    void standard_callsOfThePoles_haveTheirDates() {
        var phase4 = STANDARD.find(new CallId("poles-phase-4-candidatures"))
                .flatMap(CatalogueEntry::call)
                .orElseThrow();
        assertThat(phase4.opens()).isEqualTo("2018-07-27");
        assertThat(phase4.closes()).isEqualTo("2018-10-19");
        assertThat(phase4.decision()).isEqualTo("2019-02-05");
        assertThat(STANDARD.calls())
                .filteredOn(call -> call.state() == CallState.EXPECTED)
                .allSatisfy(call -> assertThat(call.closes()).isNull());
    }

    @Test
    void standard_generationsOfPlanContracts_haveTheirFigures() {
        assertThat(entry("cper-2007-2013").figure("État").orElseThrow().value())
                .isEqualTo(new Value.Amount(million("127000")));
        assertThat(entry("cper-2015-2020")
                        .figure("CP de l’État à fin 2020")
                        .orElseThrow()
                        .value()
                        .number())
                .contains(new java.math.BigDecimal("0.45"));
        assertThat(STANDARD.search(
                        CatalogueQuery.everything().kinds(CatalogueKind.CPER).at(LocalDate.of(2024, 6, 1))))
                .extracting(e -> e.id().value())
                .containsExactly("cper-2021-2027", "cper-2021-2027-grand-est", "cper-2021-2027-pays-de-la-loire");
    }

    @Test
    void search_everything_leavesFundersOut() {
        assertThat(STANDARD.search(CatalogueQuery.everything()))
                .hasSize(STANDARD.entries().size() - 19);
        assertThat(STANDARD.search(CatalogueQuery.everything().kinds(CatalogueKind.FUNDER)))
                .hasSize(19);
    }

    @Test
    void search_byRegionAndFund_findsTheProgrammeOfTheRegion() {
        assertThat(STANDARD.search(CatalogueQuery.everything().region("53").fund("feder")))
                .extracting(CatalogueEntry::name)
                .containsExactly("FEDER Bretagne 2021-2027");
        assertThat(STANDARD.search(CatalogueQuery.everything().region("99"))).isEmpty();
    }

    @Test
    void search_words_setAccentsAndCapitalsAside() {
        assertThat(STANDARD.search(CatalogueQuery.everything().words("POLES phase v candidatures")))
                .extracting(e -> e.id().value())
                .contains("poles-phase-5-candidatures");
        assertThat(STANDARD.search(CatalogueQuery.everything().words("2021TC")))
                .extracting(e -> e.id().value())
                .containsExactly("eu-2021-2027-interreg");
        assertThat(STANDARD.search(CatalogueQuery.everything().words("nothing like it")))
                .isEmpty();
    }

    @Test
    void search_atADay_leavesOutClosedCallsAndOtherPeriods() {
        List<String> ids = STANDARD.search(CatalogueQuery.everything().at(LocalDate.of(2018, 9, 1))).stream()
                .map(e -> e.id().value())
                .toList();
        assertThat(ids)
                .contains("poles-phase-4-candidatures", "poles-phase-3", "cper-2015-2020-territorial", "etat-134")
                .doesNotContain("grappes-2009", "poles-phase-4", "cper-2021-2027-relance", "eu-horizon-europe");
        assertThat(STANDARD.search(
                        CatalogueQuery.everything().kinds(CatalogueKind.CALL).at(LocalDate.of(2018, 10, 20))))
                .extracting(e -> e.id().value())
                .doesNotContain("poles-phase-4-candidatures");
    }

    @Test
    void toEdits_aCall_bringsProgrammesAndFunderInOneBatch() {
        Edit edit = STANDARD.toEdits(List.of(new CallId("grappes-2009")), Portfolio.empty());
        assertThat(edit).isInstanceOf(Edit.Batch.class);
        Portfolio after = Portfolio.empty().apply(edit);
        assertThat(after.stream().map(record -> record.id().value()))
                .containsExactly("etat", "etat-112", "grappes-entreprises", "grappes-2009");
        assertThat(STANDARD.toEdits(List.of(new CallId("grappes-2009")), after)).isEqualTo(Edit.nothing());
    }

    @Test
    void toEdits_chosenRecord_isUpdatedButWhatItRefersToIsLeftAlone() {
        Programme own = programme("etat-112").toBuilder().note("la nôtre").build();
        Programme old =
                programme("grappes-entreprises").toBuilder().name("ancien nom").build();
        Portfolio before = Portfolio.of(List.of(own, old));
        Portfolio after = before.apply(STANDARD.toEdits(List.of(new ProgrammeId("grappes-entreprises")), before));
        assertThat(after.programme(own.id())).contains(own);
        assertThat(after.programme(old.id())).contains(programme("grappes-entreprises"));
    }

    @Test
    void toEdits_regionUnderAnotherId_isNotAddedAgain() {
        Funder mine = Funder.builder(new FunderId("234400034"), FunderLevel.REGION, "Région des Pays de la Loire")
                .territory("52")
                .build();
        Portfolio before = Portfolio.of(List.of(mine));
        RecordId id = new ProgrammeId("eu-2021FR16FFPR003-feder");
        Portfolio after = before.apply(STANDARD.toEdits(List.of(id), before));
        assertThat(after.funders()).containsExactly(mine);
        assertThat(after.programme(new ProgrammeId("eu-2021FR16FFPR003-feder"))
                        .orElseThrow()
                        .funder())
                .isEqualTo(mine.id());
        assertThat(STANDARD.toEdits(List.of(id), after)).isEqualTo(Edit.nothing());
    }

    @Test
    void toEdits_sirenDecidesBetweenFunders() {
        Funder ours = Funder.builder(new FunderId("a"), FunderLevel.STATE_OPERATOR, "ADEME")
                .siren("385290309")
                .build();
        Programme scheme = Programme.builder(new ProgrammeId("p"), ProgrammeKind.OTHER, "Fonds chaleur")
                .funder(new FunderId("a"))
                .build();
        Catalogue catalogue = Catalogue.of(List.of(CatalogueEntry.of(ours), CatalogueEntry.of(scheme)));
        Funder theirs = ours.toBuilder().id(new FunderId("b")).build();
        Funder other = theirs.toBuilder().siren("732829320").build();
        assertThat(Stream.of(theirs, other)
                        .map(funder -> Portfolio.of(List.of(funder)))
                        .map(before -> before.apply(catalogue.toEdits(List.of(scheme.id()), before))
                                .programme(scheme.id())
                                .orElseThrow()
                                .funder()))
                .containsExactly(new FunderId("b"), new FunderId("a"));
    }

    @Test
    void toEdits_unknownId_isPassedOver() {
        assertThat(STANDARD.toEdits(List.of(new CallId("no-such")), Portfolio.empty()))
                .isEqualTo(Edit.nothing());
    }

    @Test
    void with_anotherCatalogue_replacesAndAdds() {
        CatalogueEntry mine = CatalogueEntry.of(programme("poles-phase-6").toBuilder()
                .name("Phase VI, annoncée")
                .build());
        Catalogue both = STANDARD.with(Catalogue.of(List.of(mine)));
        assertThat(both.entries()).hasSameSizeAs(STANDARD.entries());
        assertThat(both.find(mine.id())).contains(mine);
        assertThat(both)
                .isNotEqualTo(STANDARD)
                .hasToString("catalogue of " + STANDARD.entries().size() + " entries");
        assertThat(Catalogue.of(STANDARD.entries())).isEqualTo(STANDARD).hasSameHashCodeAs(STANDARD);
    }

    @Test
    void chain_parentsInACircle_ends() {
        Programme a = Programme.builder(new ProgrammeId("a"), ProgrammeKind.OTHER, "a")
                .parent(new ProgrammeId("b"))
                .build();
        Programme b = a.toBuilder()
                .id(new ProgrammeId("b"))
                .parent(new ProgrammeId("a"))
                .build();
        Catalogue circle = Catalogue.of(List.of(CatalogueEntry.of(a), CatalogueEntry.of(b)));
        assertThat(circle.chain(CatalogueEntry.of(a))).containsExactly(a, b);
        assertThat(circle.toEdits(List.of(a.id()), Portfolio.empty())).isInstanceOf(Edit.Batch.class);
        assertThat(circle.funderOf(CatalogueEntry.of(a))).isEmpty();
    }

    @Test
    void entry_ofAnotherKind_isRefused() {
        Structure structure = Structure.builder(new StructureId("s"), "s").build();
        assertThatThrownBy(() -> CatalogueEntry.of(structure)).isInstanceOf(IllegalArgumentException.class);
    }
}
