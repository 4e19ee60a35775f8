package org.subsidia.io.euoperations;

import java.util.ArrayList;
import java.util.List;
import org.subsidia.io.exchange.HeadedTable.Field;
import org.subsidia.territory.EuPeriod;

/** The columns of a list of operations, of either period. */
final class OperationColumns {
    static final String NUMBER = "number";
    static final String CCI = "cci";
    static final String PROGRAMME = "programme";
    static final String TITLE = "title";
    static final String BENEFICIARY = "beneficiary";
    static final String POSTCODE = "postcode";
    static final String START = "start";
    static final String END = "end";
    static final String PLACE = "place";
    static final String DEPARTEMENT = "departement";
    static final String REGION = "region";
    static final String FUND = "fund";
    static final String OBJECTIVE = "objective";
    static final String TOTAL = "total";
    static final String RATE = "rate";
    static final String UNION = "union";
    static final String CONVENTION = "convention";
    static final String PROGRAMMED = "programmed";

    /** What identifies and makes a grant; a change in any of these is another record. */
    static final List<String> USED = List.of(
            NUMBER,
            CCI,
            PROGRAMME,
            TITLE,
            BENEFICIARY,
            POSTCODE,
            START,
            END,
            PLACE,
            DEPARTEMENT,
            REGION,
            FUND,
            OBJECTIVE,
            TOTAL,
            RATE,
            UNION,
            CONVENTION,
            PROGRAMMED);

    private static final List<Field> BOTH = List.of(
            Field.needed(NUMBER, "Numéro Opération", "Numéro de l’opération", "N° opération", "Numéro dossier*"),
            Field.optional(CCI, "NUMCCI", "CCI", "Code CCI"),
            Field.optional(PROGRAMME, "Libellé Programme", "Programme"),
            Field.needed(TITLE, "Intitulé du projet", "Intitulé de l’opération", "Nom de l’opération"),
            Field.needed(BENEFICIARY, "Nom du bénéficiaire", "Bénéficiaire"),
            Field.optional(POSTCODE, "Code postal du bénéficiaire"),
            Field.optional(START, "Date de début*"),
            Field.optional(END, "Date de fin*"),
            Field.optional(PLACE, "Code postal de l’opération"),
            Field.optional(DEPARTEMENT, "Département"),
            Field.optional(REGION, "Région"),
            Field.needed(FUND, "Fonds"),
            Field.optional(OBJECTIVE, "Objectif spécifique (code et libellé)", "Objectif spécifique"),
            Field.optional(RATE, "Taux de cofinancement*"));

    /** The 23 columns of the list of 2021–2027, as far as a grant needs them. */
    static final List<Field> OF_2021 = plus(
            Field.needed(TOTAL, "Total des dépenses éligibles"),
            Field.needed(UNION, "Montant UE"),
            Field.needed(CONVENTION, "Date première convention"));

    /** The list of 2014–2020. */
    static final List<Field> OF_2014 = plus(
            Field.needed(TOTAL, "Total dépenses éligibles"),
            Field.needed(UNION, "Montant UE programmé"),
            Field.needed(PROGRAMMED, "Date de programmation"));

    private OperationColumns() {}

    private static List<Field> plus(Field... own) {
        List<Field> all = new ArrayList<>(BOTH);
        all.addAll(List.of(own));
        return List.copyOf(all);
    }

    static List<Field> of(EuPeriod period) {
        return period == EuPeriod.P2014_2020 ? OF_2014 : OF_2021;
    }
}
