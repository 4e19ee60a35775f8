package org.subsidia.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;

class PortfolioTest {
    private static final StructureId POLE = new StructureId("pole");
    private static final FunderId REGION = new FunderId("region");
    private static final FunderId UNION = new FunderId("union");
    private static final ProjectId PROJECT = new ProjectId("projet");
    private static final Portfolio SMALL = Portfolio.of(List.of(
            Structure.builder(POLE, "Pôle").build(),
            Funder.builder(REGION, FunderLevel.REGION, "Région").build(),
            Funder.builder(UNION, FunderLevel.EU_SHARED, "FEDER").build(),
            Project.builder(PROJECT, "Projet").lead(POLE).build(),
            Grant.builder(new GrantId("b"), POLE)
                    .payer(REGION)
                    .origin(UNION)
                    .project(PROJECT)
                    .build(),
            Grant.builder(new GrantId("a"), POLE)
                    .payer(REGION)
                    .decisionMaker(REGION)
                    .build(),
            BudgetLine.builder(new BudgetLineId("74"), POLE, 2026, BudgetKind.SUBSIDY, Money.of(CurrencyUnit.EUR, 10))
                    .funder(REGION)
                    .build()));

    @Test
    void apply_put_addsAndReplaces_andLeavesTheOldPortfolioAlone() {
        Structure renamed = Structure.builder(POLE, "Pôle Mer").build();
        Portfolio next = SMALL.apply(Edit.put(renamed));

        assertThat(next.structure(POLE)).contains(renamed);
        assertThat(SMALL.structure(POLE).orElseThrow().name()).isEqualTo("Pôle");
        assertThat(next.grants()).isEqualTo(SMALL.grants());
        assertThat(next).isNotEqualTo(SMALL);
    }

    @Test
    void apply_nothing_isTheSamePortfolio() {
        assertThat(SMALL.apply(Edit.nothing())).isSameAs(SMALL);
        assertThat(SMALL.apply(Edit.remove(new CallId("none")))).isEqualTo(SMALL);
    }

    @Test
    void lookups_findByIdInTheOrderOfIds() {
        assertThat(SMALL.grants()).extracting(grant -> grant.id().value()).containsExactly("a", "b");
        assertThat(SMALL.grantsOf(POLE)).hasSize(2);
        assertThat(SMALL.grantsOf(REGION)).hasSize(2);
        assertThat(SMALL.grantsOf(UNION)).extracting(Grant::id).containsExactly(new GrantId("b"));
        assertThat(SMALL.grantsOf(new FunderId("nobody"))).isEmpty();
        assertThat(SMALL.grantsOf(PROJECT)).hasSize(1);
        assertThat(SMALL.budgetOf(POLE, 2026)).hasSize(1);
        assertThat(SMALL.budgetOf(POLE, 2025)).isEmpty();
        assertThat(SMALL.budgetOf(POLE)).isEqualTo(SMALL.budgetOf(POLE, 2026));
        assertThat(SMALL.budgetOf(new StructureId("nobody"))).isEmpty();
        assertThat(SMALL.funder(REGION)).isPresent();
        assertThat(SMALL.project(PROJECT)).isPresent();
        assertThat(SMALL.grant(new GrantId("a"))).isPresent();
        assertThat(SMALL.budgetLine(new BudgetLineId("74"))).isPresent();
        assertThat(SMALL.programme(new ProgrammeId("x"))).isEmpty();
        assertThat(SMALL.call(new CallId("x"))).isEmpty();
        assertThat(SMALL.calls()).isEmpty();
        assertThat(SMALL.programmes()).isEmpty();
        assertThat(SMALL.funders()).hasSize(2);
        assertThat(SMALL.projects()).hasSize(1);
        assertThat(SMALL.structures()).hasSize(1);
        assertThat(SMALL.count(RecordKind.GRANT)).isEqualTo(2);
        assertThat(SMALL.isEmpty()).isFalse();
        assertThat(Portfolio.empty().isEmpty()).isTrue();
        assertThat(SMALL)
                .hasToString("Portfolio STRUCTURE=1 FUNDER=2 PROGRAMME=0 CALL=0 PROJECT=1 GRANT=2 BUDGET_LINE=1");
    }

    @Test
    void check_removalOfAUsedStructure_saysHowManyNameIt() {
        List<Finding> findings = SMALL.check(Edit.remove(POLE));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PORT-REF-USED");
            assertThat(finding.message().arguments()).endsWith(4L);
        });
    }

    @Test
    void check_putOfAGrantOfNobody_namesTheMissingRecord() {
        Edit edit = Edit.put(
                Grant.builder(new GrantId("c"), new StructureId("nobody")).build());

        assertThat(SMALL.check(edit)).extracting(Finding::code).containsExactly("PORT-REF-MISSING");
        assertThat(SMALL.check(edit).get(0).place().field()).isEqualTo("structure");
        assertThat(SMALL.apply(edit).check()).isEqualTo(SMALL.check(edit));
    }

    @Test
    void check_batchThatBringsWhatItNames_isClean() {
        StructureId other = new StructureId("other");
        Edit edit = Edit.batch(
                "import",
                List.of(
                        Edit.put(Grant.builder(new GrantId("c"), other).build()),
                        Edit.put(Structure.builder(other, "Autre").build())));

        assertThat(SMALL.check(edit)).isEmpty();
    }

    @Test
    void removal_ofAStructure_takesItsGrantsAndLeavesNoReference() {
        Edit edit = SMALL.removal("supprimer", POLE);
        Portfolio after = SMALL.apply(edit);

        assertThat(SMALL.check(edit)).isEmpty();
        assertThat(after.check()).isEmpty();
        assertThat(after.grants()).isEmpty();
        assertThat(after.budgetLines()).isEmpty();
        assertThat(after.project(PROJECT).orElseThrow().lead()).isNull();
        assertThat(after.apply(edit.inverse(SMALL))).isEqualTo(SMALL);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void removal_ofAnyRecord_leavesNoDanglingReference(long seed) {
        Portfolio portfolio = new RandomPortfolio(seed).portfolio(6, 20);
        assertThat(portfolio.check()).isEmpty();
        portfolio.stream().forEach(record -> {
            Edit edit = portfolio.removal("", record.id());
            Portfolio after = portfolio.apply(edit);
            assertThat(after.check())
                    .as("seed %s, removal of %s", seed, record.id())
                    .isEmpty();
            assertThat(after.contains(record.id())).isFalse();
            assertThat(after.apply(edit.inverse(portfolio))).isEqualTo(portfolio);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void apply_randomEdits_likeAPlainMap_andInverseTakesEachBack(long seed) {
        RandomPortfolio chance = new RandomPortfolio(seed);
        Portfolio portfolio = chance.portfolio(4, 12);
        Map<RecordId, PortfolioRecord> plain = new TreeMap<>();
        portfolio.stream().forEach(record -> plain.put(record.id(), record));
        List<Edit> inverses = new ArrayList<>();
        Portfolio start = portfolio;
        for (int i = 0; i < 150; i++) {
            Edit edit = chance.edit(3);
            Edit inverse = edit.inverse(portfolio);
            Portfolio next = portfolio.apply(edit);
            applyTo(plain, edit);

            assertThat(next.stream().toList()).as("seed %s, edit %s", seed, i).isEqualTo(List.copyOf(plain.values()));
            assertThat(next.apply(inverse)).isEqualTo(portfolio).hasSameHashCodeAs(portfolio);
            assertThat(next.apply(inverse).apply(inverse.inverse(next))).isEqualTo(next);
            inverses.add(inverse);
            portfolio = next;
        }
        for (int i = inverses.size() - 1; i >= 0; i--) {
            portfolio = portfolio.apply(inverses.get(i));
        }
        assertThat(portfolio).isEqualTo(start);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void check_randomEdits_findsWhatTheWholeCheckFinds(long seed) {
        RandomPortfolio chance = new RandomPortfolio(seed);
        Portfolio portfolio = chance.portfolio(4, 12);
        for (int i = 0; i < 100; i++) {
            Edit edit = chance.edit(2);
            boolean broken = !portfolio.apply(edit).check().isEmpty();
            assertThat(portfolio.check(edit).isEmpty())
                    .as("seed %s, edit %s: %s", seed, i, edit)
                    .isEqualTo(!broken);
        }
    }

    @Test
    void removal_ofAFunder_clearsItInGrantsOnly() {
        Portfolio after = SMALL.apply(SMALL.removal("", REGION));

        assertThat(after.grants()).hasSize(2);
        assertThat(after.grant(new GrantId("b")).orElseThrow().payer()).isNull();
        assertThat(after.grant(new GrantId("b")).orElseThrow().origin()).isEqualTo(UNION);
    }

    @Test
    void records_isAViewThatCannotBeChanged() {
        Iterator<PortfolioRecord> records = SMALL.records(RecordKind.GRANT).iterator();
        records.next();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(records::remove))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void withExtras_keepsTheRecords() {
        Extras extras = new Extras(new TreeMap<>(Map.of("tool", "\"x\"")));
        Portfolio portfolio = SMALL.withExtras(extras);

        assertThat(portfolio.extras()).isEqualTo(extras);
        assertThat(portfolio).isNotEqualTo(SMALL);
        assertThat(portfolio.apply(Edit.remove(POLE)).extras()).isEqualTo(extras);
        assertThat(portfolio.grants()).isEqualTo(SMALL.grants());
    }

    private static void applyTo(Map<RecordId, PortfolioRecord> plain, Edit edit) {
        if (edit instanceof Edit.Put put) {
            plain.put(put.record().id(), put.record());
        } else if (edit instanceof Edit.Remove remove) {
            plain.remove(remove.id());
        } else if (edit instanceof Edit.Batch batch) {
            batch.edits().forEach(part -> applyTo(plain, part));
        }
    }
}
