package org.subsidia.rcp.database;

import java.util.Map;
import org.subsidia.rcp.Texts;

/** What users call the fields of records. */
final class FieldNames {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("name", Texts.fieldName),
            Map.entry("purpose", Texts.columnPurpose),
            Map.entry("state", Texts.columnState),
            Map.entry("payer", Texts.detailPayer),
            Map.entry("decisionMaker", Texts.detailDecisionMaker),
            Map.entry("origin", Texts.detailOrigin),
            Map.entry("reference", Texts.detailReference),
            Map.entry("scheme", Texts.detailScheme),
            Map.entry("nature", Texts.detailNature),
            Map.entry("note", Texts.detailNote),
            Map.entry("amounts", Texts.detailAmounts),
            Map.entry("dates", Texts.detailDates),
            Map.entry("eligibleBase", Texts.fieldEligibleBase),
            Map.entry("maximum", Texts.fieldMaximum),
            Map.entry("minimum", Texts.detailMinimum),
            Map.entry("opens", Texts.detailOpens),
            Map.entry("closes", Texts.detailCloses),
            Map.entry("siren", Texts.detailSiren),
            Map.entry("siret", Texts.detailSiret),
            Map.entry("rna", Texts.detailRna),
            Map.entry("legalForm", Texts.detailLegalForm),
            Map.entry("labels", Texts.detailLabels),
            Map.entry("created", Texts.detailCreated),
            Map.entry("kind", Texts.detailKind),
            Map.entry("level", Texts.detailLevel),
            Map.entry("territory", Texts.detailTerritory),
            Map.entry("nuts", Texts.detailNuts),
            Map.entry("code", Texts.detailCode),
            Map.entry("fund", Texts.detailFund),
            Map.entry("receipts", Texts.fieldReceipts),
            Map.entry("claims", Texts.fieldClaims),
            Map.entry("schedule", Texts.fieldSchedule),
            Map.entry("evidence", Texts.fieldEvidence),
            Map.entry("amount", Texts.fieldAmount),
            Map.entry("cashBalances", Texts.fieldCash));

    private FieldNames() {}

    static String of(String field) {
        return NAMES.getOrDefault(field, Texts.fieldOther);
    }
}
