package org.subsidia.rcp.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
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
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.explorer.Node.OfFunder;
import org.subsidia.rcp.explorer.Node.OfGrant;
import org.subsidia.rcp.explorer.Node.OfLevel;
import org.subsidia.rcp.explorer.Node.OfStructure;
import org.subsidia.rcp.explorer.Node.Trunk;

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
        assertAllBelow(Trunk.STRUCTURES);
        assertAllBelow(Trunk.FUNDERS);
        assertThat(tree.parent(Trunk.FUNDERS)).isNull();
    }

    private void assertAllBelow(Node node) {
        for (Node child : tree.children(node)) {
            assertThat(tree.parent(child)).isEqualTo(node);
            assertThat(tree.label(child)).isNotBlank();
            assertAllBelow(child);
        }
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
        assertThat(more.roots()).containsExactly(Trunk.values());
        assertThat(more.children(new OfFunder(REGION.id()))).first().isEqualTo(new Node.OfProgramme(cper.id()));
        assertThat(more.children(new Node.OfProgramme(cper.id()))).containsExactly(new Node.OfCall(call.id()));
        assertThat(more.children(Trunk.PROGRAMMES)).containsExactly(new Node.OfCall(alone.id()));
        assertThat(more.parent(new Node.OfCall(call.id()))).isEqualTo(new Node.OfProgramme(cper.id()));
        assertThat(more.parent(new Node.OfProgramme(cper.id()))).isEqualTo(new OfFunder(REGION.id()));
        assertThat(more.grants(new Node.OfProgramme(cper.id()))).containsExactly(answer);
        assertThat(more.label(new Node.OfCall(alone.id()))).isEqualTo("Autre appel");
    }
}
