package org.subsidia;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;

/** Who plays in the story: one cluster in Metz, its six funders, two programmes and a call. */
final class ClusterCast {
    static final StructureId CLUSTER = new StructureId("cluster");

    static final FunderId REGION = new FunderId("region");
    static final FunderId STATE = new FunderId("etat");
    static final FunderId ERDF = new FunderId("feder");
    static final FunderId METROPOLE = new FunderId("metropole");
    static final FunderId MOSELLE = new FunderId("moselle");
    static final FunderId COMMISSION = new FunderId("commission");

    static final ProgrammeId ERDF_PROGRAMME = new ProgrammeId("feder-2021-2027");
    static final ProgrammeId POLE_LINE = new ProgrammeId("ligne-poles");
    static final CallId CALL = new CallId("ami-animation");

    static final GrantId OPERATING = new GrantId("region-animation");
    static final GrantId POLE = new GrantId("pole-transfere");
    static final GrantId ERDF_PROJECT = new GrantId("feder-plateforme");
    static final GrantId YEARLY = new GrantId("metropole-annuelle");
    static final GrantId INVESTMENT = new GrantId("etat-equipement");
    static final GrantId FAIR = new GrantId("moselle-salon");
    static final GrantId HORIZON = new GrantId("horizon-csa");
    static final GrantId LAST_YEAR = new GrantId("region-2025");

    private ClusterCast() {}

    static Edit arrival() {
        return Edit.batch(
                "arrivée",
                List.of(
                        Edit.put(cluster()),
                        // the seat of the Region Grand Est is Strasbourg: Good Friday and 26 December are holidays
                        // there
                        Edit.put(Funder.builder(REGION, FunderLevel.REGION, "Région Grand Est")
                                .territory("44")
                                .build()),
                        Edit.put(Funder.builder(STATE, FunderLevel.STATE, "Préfecture de région Grand Est")
                                .territory("44")
                                .build()),
                        Edit.put(Funder.builder(ERDF, FunderLevel.EU_SHARED, "Autorité de gestion FEDER Grand Est")
                                .build()),
                        Edit.put(Funder.builder(METROPOLE, FunderLevel.EPCI, "Eurométropole de Metz")
                                .nuts("FRF33")
                                .build()),
                        Edit.put(Funder.builder(MOSELLE, FunderLevel.DEPARTEMENT, "Département de la Moselle")
                                .territory("57")
                                .build()),
                        Edit.put(Funder.builder(COMMISSION, FunderLevel.EU_DIRECT, "Commission européenne")
                                .build()),
                        Edit.put(Programme.builder(
                                        ERDF_PROGRAMME, ProgrammeKind.EU_FUND, "Programme FEDER Grand Est 2021-2027")
                                .funder(ERDF)
                                .period(DateWindow.of(LocalDate.of(2021, 1, 1), LocalDate.of(2027, 12, 31)))
                                .build()),
                        Edit.put(Programme.builder(POLE_LINE, ProgrammeKind.STATE_LINE, "Gouvernance des pôles")
                                .funder(STATE)
                                .build()),
                        Edit.put(Call.builder(CALL, "AMI Animation 2026")
                                .state(CallState.OPEN)
                                .funder(REGION)
                                .opens(LocalDate.of(2026, 1, 5))
                                .closes(LocalDate.of(2026, 1, 31))
                                .decision(LocalDate.of(2026, 3, 20))
                                .build())));
    }

    private static Structure cluster() {
        return Structure.builder(CLUSTER, "Pôle Moselle Énergies")
                .kind(StructureKind.POLE_COMPETITIVITE)
                .fiscalYearEnd(MonthDay.of(12, 31))
                .addLabel(new Label(
                        LabelKind.POLE,
                        "V",
                        LocalDate.of(2023, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2028, 12, 31),
                        true))
                .build();
    }
}
