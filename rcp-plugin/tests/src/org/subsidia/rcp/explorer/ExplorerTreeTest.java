package org.subsidia.rcp.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.explorer.Node.OfBudget;
import org.subsidia.rcp.explorer.Node.OfBudgetLine;
import org.subsidia.rcp.explorer.Node.OfFunder;
import org.subsidia.rcp.explorer.Node.OfGrant;
import org.subsidia.rcp.explorer.Node.OfLevel;
import org.subsidia.rcp.explorer.Node.OfProject;
import org.subsidia.rcp.explorer.Node.OfStructure;
import org.subsidia.rcp.explorer.Node.Trunk;
import org.subsidia.rcp.ui.Folding;

class ExplorerTreeTest {
    private static final Structure WATER =
            Structure.builder(new StructureId("1"), "Eau").build();
    private static final Structure ELAN =
            Structure.builder(new StructureId("2"), "Élan").build();
    private static final Funder STATE =
            Funder.builder(new FunderId("s"), FunderLevel.STATE, "DREETS").build();
    private static final Funder REGION =
            Funder.builder(new FunderId("r"), FunderLevel.REGION, "Région").build();
    private static final Grant GRANT = Grant.builder(new GrantId("g"), WATER.id())
            .purpose("Salon")
            .payer(REGION.id())
            .decisionMaker(STATE.id())
            .build();

    private final ExplorerTree tree =
            new ExplorerTree(Portfolio.of(List.of(ELAN, WATER, STATE, REGION, GRANT)), Locale.FRENCH);

    @Test
    void equals_isOfOnePortfolioNotOfOneLikeIt() {
        assertThat(new ExplorerTree(tree.portfolio(), Locale.FRENCH))
                .isEqualTo(tree)
                .hasSameHashCodeAs(tree);
        assertThat(new ExplorerTree(tree.portfolio(), Locale.ENGLISH)).isNotEqualTo(tree);
        Portfolio alike = Portfolio.of(List.of(ELAN, WATER, STATE, REGION, GRANT));
        assertThat(alike).isEqualTo(tree.portfolio());
        assertThat(new ExplorerTree(alike, Locale.FRENCH)).isNotEqualTo(tree);
    }

    @Test
    void found_isWhereAllWordsOccurAndAllAboveIt() {
        assertThat(tree.found(Folding.words("sal")))
                .containsExactlyInAnyOrder(
                        Trunk.STRUCTURES,
                        new OfStructure(WATER.id()),
                        new OfGrant(new OfStructure(WATER.id()), GRANT.id()),
                        Trunk.FUNDERS,
                        new OfLevel(FunderLevel.REGION),
                        new OfFunder(REGION.id()),
                        new OfGrant(new OfFunder(REGION.id()), GRANT.id()),
                        new OfLevel(FunderLevel.STATE),
                        new OfFunder(STATE.id()),
                        new OfGrant(new OfFunder(STATE.id()), GRANT.id()));
        assertThat(tree.found(Folding.words("elan")))
                .containsExactlyInAnyOrder(Trunk.STRUCTURES, new OfStructure(ELAN.id()));
        assertThat(tree.found(Folding.words("salon elan"))).isEmpty();
    }

    @Test
    void children_ofTheTrunks_areStructuresByNameAndTheLevelsThatAreThere() {
        assertThat(tree.children(Trunk.STRUCTURES))
                .containsExactly(new OfStructure(WATER.id()), new OfStructure(ELAN.id()));
        assertThat(tree.children(Trunk.FUNDERS))
                .containsExactly(new OfLevel(FunderLevel.STATE), new OfLevel(FunderLevel.REGION));
    }

    @Test
    void children_ofStructuresAndFunders_areTheirGrants() {
        Node structure = new OfStructure(WATER.id());
        assertThat(tree.children(structure)).containsExactly(new OfGrant(structure, GRANT.id()));
        assertThat(tree.children(new OfFunder(STATE.id()))).hasSize(1);
        assertThat(tree.children(new OfStructure(ELAN.id()))).isEmpty();
    }

    @Test
    void parent_ofEveryChild_isWhereItWasFound() {
        assertAllBelow(tree, Trunk.STRUCTURES);
        assertAllBelow(tree, Trunk.FUNDERS);
        assertThat(tree.parent(Trunk.FUNDERS)).isNull();
    }

    private static void assertAllBelow(ExplorerTree tree, Node node) {
        for (Node child : tree.children(node)) {
            assertThat(tree.parent(child)).isEqualTo(node);
            assertThat(tree.label(child)).isNotBlank();
            assertAllBelow(tree, child);
        }
    }

    @Test
    void budgetsStandBelowTheirStructure_projectsInATrunkOfTheirOwn() {
        Project project = Project.builder(new ProjectId("p"), "Berges").build();
        Grant grant = GRANT.toBuilder().project(project.id()).build();
        BudgetLine staff = line("b1", 2025, BudgetKind.STAFF);
        BudgetLine fees = line("b2", 2025, BudgetKind.FEE_PRIVATE);
        BudgetLine next = line("b3", 2026, BudgetKind.STAFF);
        ExplorerTree more =
                new ExplorerTree(Portfolio.of(List.of(ELAN, WATER, grant, project, staff, fees, next)), Locale.FRENCH);
        assertThat(more.roots()).containsExactly(Trunk.STRUCTURES, Trunk.FUNDERS, Trunk.PROJECTS);
        Node elan = new OfStructure(ELAN.id());
        OfBudget budget = new OfBudget(ELAN.id(), 2025);
        assertThat(more.hasChildren(elan)).isTrue();
        assertThat(more.children(elan)).containsExactly(new OfBudget(ELAN.id(), 2026), budget);
        assertThat(more.children(budget))
                .containsExactly(new OfBudgetLine(budget, fees.id()), new OfBudgetLine(budget, staff.id()));
        assertThat(more.label(budget)).isEqualTo("Budget 2025");
        assertThat(more.detail(budget)).isEqualTo("2");
        assertThat(more.label(new OfBudgetLine(budget, staff.id()))).isEqualTo("Charges de personnel 2025");
        assertThat(more.detail(new OfBudgetLine(budget, staff.id()))).isEqualTo("1\u202f000,00\u00a0€");
        assertThat(new OfBudgetLine(budget, staff.id()).scope()).isEqualTo(elan);
        Node berges = new OfProject(project.id());
        assertThat(more.children(Trunk.PROJECTS)).containsExactly(berges);
        assertThat(more.children(berges)).containsExactly(new OfGrant(berges, grant.id()));
        assertThat(more.grants(berges)).containsExactly(grant);
        for (Node root : more.roots()) {
            assertAllBelow(more, root);
        }
    }

    private static BudgetLine line(String id, int year, BudgetKind kind) {
        Money amount = Money.of(CurrencyUnit.EUR, new BigDecimal("1000.00"));
        return BudgetLine.builder(new BudgetLineId(id), ELAN.id(), year, kind, amount)
                .build();
    }

    @Test
    void grants_ofALevel_areThoseOfItsFundersOnce() {
        assertThat(tree.grants(new OfLevel(FunderLevel.STATE))).containsExactly(GRANT);
        assertThat(tree.grants(Trunk.FUNDERS)).containsExactly(GRANT);
    }

    @Test
    void label_ofARecordThatIsGone_isItsId() {
        assertThat(tree.label(new OfStructure(new StructureId("gone")))).isEqualTo("gone");
        assertThat(tree.label(new OfLevel(FunderLevel.STATE))).isEqualTo("État");
        assertThat(tree.label(new OfGrant(Trunk.STRUCTURES, GRANT.id()))).isEqualTo("Salon");
    }

    @Test
    void programmesAndCalls_standBelowTheirFunderElseInATrunkOfTheirOwn() {
        Programme cper = Programme.builder(new ProgrammeId("p"), ProgrammeKind.values()[0], "CPER")
                .funder(REGION.id())
                .build();
        Call call =
                Call.builder(new CallId("c"), "Appel 2026").programme(cper.id()).build();
        Call alone = Call.builder(new CallId("d"), "Autre appel").build();
        Grant answer = GRANT.toBuilder().id(new GrantId("h")).call(call.id()).build();
        ExplorerTree more = new ExplorerTree(
                Portfolio.of(List.of(WATER, STATE, REGION, GRANT, cper, call, alone, answer)), Locale.FRENCH);
        assertThat(tree.roots()).containsExactly(Trunk.STRUCTURES, Trunk.FUNDERS);
        assertThat(more.roots()).containsExactly(Trunk.STRUCTURES, Trunk.FUNDERS, Trunk.PROGRAMMES);
        assertThat(more.children(new OfFunder(REGION.id()))).first().isEqualTo(new Node.OfProgramme(cper.id()));
        assertThat(more.children(new Node.OfProgramme(cper.id()))).containsExactly(new Node.OfCall(call.id()));
        assertThat(more.children(Trunk.PROGRAMMES)).containsExactly(new Node.OfCall(alone.id()));
        assertThat(more.parent(new Node.OfCall(call.id()))).isEqualTo(new Node.OfProgramme(cper.id()));
        assertThat(more.parent(new Node.OfProgramme(cper.id()))).isEqualTo(new OfFunder(REGION.id()));
        assertThat(more.grants(new Node.OfProgramme(cper.id()))).containsExactly(answer);
        assertThat(more.label(new Node.OfCall(alone.id()))).isEqualTo("Autre appel");
    }
}
