package org.subsidia.rcp.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.explorer.Node;

class NewRecordTest {
    private static final Locale FRENCH = Locale.FRANCE;
    private static final Structure WATER =
            Structure.builder(new StructureId("pole-eau"), "Pôle Eau").build();
    private static final Funder REGION =
            Funder.builder(new FunderId("r"), FunderLevel.REGION, "Région").build();
    private static final Programme CONTRACT = Programme.builder(new ProgrammeId("cper"), ProgrammeKind.CPER, "CPER")
            .funder(REGION.id())
            .build();
    private static final Call ROUND = Call.builder(new CallId("aap"), "Appel 2027")
            .programme(CONTRACT.id())
            .funder(REGION.id())
            .build();
    private static final Project BANKS =
            Project.builder(new ProjectId("berges"), "Berges").lead(WATER.id()).build();
    private static final Structure WOOD =
            Structure.builder(new StructureId("bois"), "Bois").build();
    private static final Portfolio PORTFOLIO = Portfolio.of(List.of(WOOD, WATER, REGION, CONTRACT, ROUND, BANKS));

    /** Fills in what must be, as far as the place has not done it. */
    private static List<String> filled(NewRecord kind, Node place) {
        List<String> texts = new ArrayList<>(kind.start(place, PORTFOLIO, FRENCH));
        List<ItemList.Entry> entries = kind.entries(PORTFOLIO, FRENCH);
        assertThat(texts).hasSameSizeAs(entries);
        for (int i = 0; i < texts.size(); i++) {
            ItemList.Entry entry = entries.get(i);
            if (texts.get(i).isEmpty() && entry.required()) {
                texts.set(
                        i,
                        switch (entry.kind()) {
                            case CHOICE -> entry.choices().get(0);
                            case YEAR -> "2026";
                            case AMOUNT -> "12 000";
                            default -> "Pôle Eau";
                        });
            }
            assertThat(entry.kind().refusal(texts.get(i), entry.required(), entry.choices(), CurrencyUnit.EUR, FRENCH))
                    .as(entry.label())
                    .isEmpty();
        }
        return texts;
    }

    @Test
    void of_everyKind_isAFreshRecordThatBreaksNothing() {
        for (NewRecord kind : NewRecord.values()) {
            PortfolioRecord record = kind.of(filled(kind, Node.Trunk.STRUCTURES), PORTFOLIO, FRENCH);
            assertThat(PORTFOLIO.contains(record.id())).as(kind.name()).isFalse();
            assertThat(PORTFOLIO.check(Edit.put(record))).as(kind.name()).isEmpty();
        }
    }

    @Test
    void start_takesWhatThePlaceSays() {
        Grant ofWater = (Grant)
                NewRecord.GRANT.of(filled(NewRecord.GRANT, new Node.OfStructure(WATER.id())), PORTFOLIO, FRENCH);
        assertThat(ofWater.structure()).isEqualTo(WATER.id());
        Grant ofContract = (Grant)
                NewRecord.GRANT.of(filled(NewRecord.GRANT, new Node.OfProgramme(CONTRACT.id())), PORTFOLIO, FRENCH);
        assertThat(ofContract.programme()).isEqualTo(CONTRACT.id());
        assertThat(ofContract.payer()).isEqualTo(REGION.id());
        Grant ofCall =
                (Grant) NewRecord.GRANT.of(filled(NewRecord.GRANT, new Node.OfCall(ROUND.id())), PORTFOLIO, FRENCH);
        assertThat(ofCall.call()).isEqualTo(ROUND.id());
        assertThat(ofCall.programme()).isEqualTo(CONTRACT.id());
        assertThat(ofCall.payer()).isEqualTo(REGION.id());
        Grant ofProject =
                (Grant) NewRecord.GRANT.of(filled(NewRecord.GRANT, new Node.OfProject(BANKS.id())), PORTFOLIO, FRENCH);
        assertThat(ofProject.project()).isEqualTo(BANKS.id());
        assertThat(ofProject.structure()).isEqualTo(WATER.id());
        Node grant = new Node.OfGrant(new Node.OfFunder(REGION.id()), new GrantId("g"));
        assertThat(((Grant) NewRecord.GRANT.of(filled(NewRecord.GRANT, grant), PORTFOLIO, FRENCH)).payer())
                .isEqualTo(REGION.id());
        Call call = (Call)
                NewRecord.CALL.of(filled(NewRecord.CALL, new Node.OfProgramme(CONTRACT.id())), PORTFOLIO, FRENCH);
        assertThat(call.programme()).isEqualTo(CONTRACT.id());
        assertThat(call.funder()).isEqualTo(REGION.id());
        Funder funder = (Funder)
                NewRecord.FUNDER.of(filled(NewRecord.FUNDER, new Node.OfLevel(FunderLevel.EPCI)), PORTFOLIO, FRENCH);
        assertThat(funder.level()).isEqualTo(FunderLevel.EPCI);
        Programme programme = (Programme)
                NewRecord.PROGRAMME.of(filled(NewRecord.PROGRAMME, new Node.OfFunder(REGION.id())), PORTFOLIO, FRENCH);
        assertThat(programme.funder()).isEqualTo(REGION.id());
    }

    @Test
    void budgetLine_isOfTheYearSelectedAndOnlyDedicatedFundsMayBeNegative() {
        List<String> texts = filled(NewRecord.BUDGET_LINE, new Node.OfBudget(WATER.id(), 2025));
        BudgetLine line = (BudgetLine) NewRecord.BUDGET_LINE.of(texts, PORTFOLIO, FRENCH);
        assertThat(line.year()).isEqualTo(2025);
        assertThat(line.label()).isNull();
        Portfolio more = PORTFOLIO.apply(Edit.put(line));
        Node place = new Node.OfStructure(WATER.id());
        assertThat(NewRecord.BUDGET_LINE.start(place, more, FRENCH).get(1)).isEqualTo("2025");
        texts.set(5, "-1");
        assertThat(NewRecord.BUDGET_LINE.refusal(texts, FRENCH)).isPresent();
        texts.set(2, BudgetLineField.KINDS.label(BudgetKind.DEDICATED_FUNDS.name()));
        assertThat(NewRecord.BUDGET_LINE.refusal(texts, FRENCH)).isEmpty();
        assertThat(NewRecord.BUDGET_LINE.refusal(Portfolio.empty())).isPresent();
        Project project = (Project) NewRecord.PROJECT.of(filled(NewRecord.PROJECT, place), PORTFOLIO, FRENCH);
        assertThat(project.lead()).isEqualTo(WATER.id());
    }

    @Test
    void of_aNameThatIsTaken_hasAnIdOfItsOwn() {
        Structure second = (Structure) NewRecord.STRUCTURE.of(List.of("Pôle  Eau !", "Cluster"), PORTFOLIO, FRENCH);
        assertThat(second.id()).isEqualTo(new StructureId("pole-eau-2"));
        Structure nameless = (Structure) NewRecord.STRUCTURE.of(List.of("???", "Cluster"), PORTFOLIO, FRENCH);
        assertThat(nameless.id()).isEqualTo(new StructureId("structure"));
    }

    @Test
    void grant_needsAStructureAndAnAmountThatIsNotNegative() {
        assertThat(NewRecord.GRANT.refusal(Portfolio.empty())).isPresent();
        assertThat(NewRecord.CALL.refusal(Portfolio.empty())).isEmpty();
        assertThat(NewRecord.GRANT.refusal(PORTFOLIO)).isEmpty();
        assertThat(NewRecord.GRANT.refusal(List.of("Pôle Eau", "x", "", "", "", "", "Demandée", "-5"), FRENCH))
                .isPresent();
        assertThat(NewRecord.GRANT.refusal(List.of("Pôle Eau", "x", "", "", "", "", "Demandée", ""), FRENCH))
                .isEmpty();
    }
}
