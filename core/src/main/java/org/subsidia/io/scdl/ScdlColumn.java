package org.subsidia.io.scdl;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of all versions of the standard and of its extended profile "data.subvention", each in the order of its schema.
 */
public enum ScdlColumn {
    /** Name of the authority that grants. */
    NOM_ATTRIBUANT("nomAttribuant", ColumnKind.TEXT),
    /** SIRET of the authority that grants. */
    ID_ATTRIBUANT("idAttribuant", ColumnKind.ORGANISATION),
    /** Day on which the convention was signed. */
    DATE_CONVENTION("dateConvention", ColumnKind.DATE),
    /** The authority's own reference of the decision. */
    REFERENCE_DECISION("referenceDecision", ColumnKind.TEXT),
    /** Name of the beneficiary. */
    NOM_BENEFICIAIRE("nomBeneficiaire", ColumnKind.TEXT),
    /** SIRET of the beneficiary. */
    ID_BENEFICIAIRE("idBeneficiaire", ColumnKind.ORGANISATION),
    /** RNA number of the beneficiary, an association; since 2.1.0. */
    RNA_BENEFICIAIRE("rnaBeneficiaire", ColumnKind.ORGANISATION),
    /** What the subsidy is for, at most 256 characters. */
    OBJET("objet", ColumnKind.TEXT),
    /** The whole subsidy in euros, before it is shared between several beneficiaries: the published amount. */
    MONTANT("montant", ColumnKind.AMOUNT),
    /** In cash, in kind or both. */
    NATURE("nature", ColumnKind.NATURE),
    /** How it is paid, at most 256 characters. */
    CONDITIONS_VERSEMENT("conditionsVersement", ColumnKind.TEXT),
    /** Day or period of payment. */
    DATES_PERIODE_VERSEMENT("datesPeriodeVersement", ColumnKind.PERIOD),
    /** Number of the scheme in the register of aids to enterprises, at most 5 characters since 2.0.0. */
    ID_RAE("idRAE", ColumnKind.TEXT),
    /** Whether the aid was notified to the European Commission. */
    NOTIFICATION_UE("notificationUE", ColumnKind.FLAG),
    /** The share of this beneficiary in the published amount; 1 is the whole. */
    POURCENTAGE_SUBVENTION("pourcentageSubvention", ColumnKind.SHARE),
    /** Identifier of the scheme of aid; since 2.1.0. */
    DISPOSITIF_AIDE("dispositifAide", ColumnKind.TEXT),

    /** Extended: identifier of the subsidy, the same in all its budget years. */
    ID_SUBVENTION("idSubvention", ColumnKind.TEXT),
    /** Extended: service that examines the request. */
    NOM_SERVICE_INSTRUCTEUR("nomServiceInstructeur", ColumnKind.TEXT),
    /** Extended: SIRET of the service that examines the request. */
    ID_SERVICE_INSTRUCTEUR("idServiceInstructeur", ColumnKind.ORGANISATION),
    /** Extended: budget year. */
    EXERCICE_BUDGETAIRE("exerciceBudgetaire", ColumnKind.YEAR),
    /** Extended: whether the subsidy runs over several years. */
    PLURIANNUALITE("pluriannualite", ColumnKind.FLAG),
    /** Extended: the years of payment foreseen. */
    ANNEES_PLURIANNUALITE("anneesPluriannualite", ColumnKind.TEXT),
    /** Extended: day of the decision. */
    DATE_DECISION("dateDecision", ColumnKind.DATE),
    /** Extended: day on which the request was filed. */
    DATE_CREATION("dateCreation", ColumnKind.DATE),
    /** Extended: the project starts. */
    DATE_DEBUT("dateDebut", ColumnKind.DATE),
    /** Extended: the project ends. */
    DATE_FIN("dateFin", ColumnKind.DATE),
    /** Extended: name of the scheme. */
    DISPOSITIF("dispositif", ColumnKind.TEXT),
    /** Extended: name of the part of the scheme. */
    SOUS_DISPOSITIF("sousDispositif", ColumnKind.TEXT),
    /** Extended: being examined, granted, ineligible or refused. */
    STATUT_LABEL("statutLabel", ColumnKind.TEXT),
    /** Extended: amount requested, in euros. */
    MONTANT_DEMANDE("montantDemande", ColumnKind.AMOUNT),
    /** Extended: program with which the request was examined. */
    NOM_OUTIL_INSTRUCTION("nomOutilInstruction", ColumnKind.TEXT),
    /** Extended: program with which the subsidy is paid. */
    NOM_OUTIL_VERSEMENT("nomOutilVersement", ColumnKind.TEXT),
    /** Extended: legal commitment in the State's accounts (engagement juridique). */
    EJ("ej", ColumnKind.TEXT),
    /** Extended: key that links the subsidy to its payments where there is no legal commitment number. */
    CLE_VERSEMENT("cléVersement", ColumnKind.TEXT),
    /** Extended: how it is paid, where that is neither at once nor in instalments. */
    DESCRIPTION_CONDITIONS_VERSEMENT("descriptionConditionsVersement", ColumnKind.TEXT),
    /** Extended: whether others fund the project too. */
    COFINANCEMENT("cofinancement", ColumnKind.FLAG),
    /** Extended: who else funds the project. */
    ATTRIBUANTS_COFINANCEURS("attribuantsCofinanceurs", ColumnKind.TEXT),
    /** Extended: identifier of the project, common to all who fund it. */
    ID_COFINANCEMENT("idCofinancement", ColumnKind.TEXT),
    /** Extended: cost of the project found at its end, in euros. */
    EVALUATION_COUT("evaluationCout", ColumnKind.AMOUNT),
    /** Extended: result of the evaluation. */
    EVALUATION("evaluation", ColumnKind.TEXT),
    /** Extended: end of the period that the file covers. */
    DATE_MISE_A_JOUR("dateMiseAJour", ColumnKind.DATE);

    private static final Map<String, ScdlColumn> BY_HEADER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ScdlColumn::header, Function.identity()));

    private final String header;
    private final ColumnKind kind;

    ScdlColumn(String header, ColumnKind kind) {
        this.header = header;
        this.kind = kind;
    }

    /** {@return the header as the schema spells it} */
    public String header() {
        return header;
    }

    /** {@return whether only the extended profile has this column} */
    public boolean isExtended() {
        return compareTo(ID_SUBVENTION) >= 0;
    }

    /**
     * The column that the schemas call so.
     *
     * @param header the exact spelling
     * @return the column, if there is one
     */
    public static Optional<ScdlColumn> ofHeader(String header) {
        return Optional.ofNullable(BY_HEADER.get(header));
    }

    /** {@return the columns of the standard itself in the order of schema 2.1.1} */
    public static List<ScdlColumn> standard() {
        return Arrays.stream(values()).filter(column -> !column.isExtended()).toList();
    }

    ColumnKind kind() {
        return kind;
    }
}
