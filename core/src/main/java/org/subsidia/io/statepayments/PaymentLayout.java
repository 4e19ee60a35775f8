package org.subsidia.io.statepayments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.identity.Nir;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.OrganisationName;
import org.subsidia.io.exchange.Beneficiary;
import org.subsidia.io.exchange.CellRow;
import org.subsidia.io.exchange.HeadedTable;
import org.subsidia.io.exchange.HeadedTable.Field;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.io.exchange.Taken;
import org.subsidia.money.DecimalMark;

/** A sheet of payments: of Chorus, where words stand beside codes, or of data.subvention. */
record PaymentLayout(HeadedTable table, String sheet, boolean chorus) {
    private static final String EJ = "ej";
    private static final String NAME = "name";
    private static final String NUMBER = "number";
    private static final String REGISTER = "register";
    private static final String YEAR = "year";
    private static final String REQUEST = "request";
    private static final String ITEM = "item";
    private static final String DAY = "day";
    private static final String AMOUNT = "amount";
    private static final String DOMAIN = "domain";
    private static final String ACTIVITY = "activity";

    static final List<Field> CHORUS = List.of(
            Field.needed(EJ, "N° EJ"),
            Field.needed(NAME, "Fournisseur payé (DP)"),
            Field.needed(NUMBER, "Code taxe 1"),
            Field.optional(REGISTER, "No TVA 3*"),
            Field.optional(ACTIVITY, "Référentiel de programmation"),
            Field.optional(YEAR, "Exercice comptable"),
            Field.needed(REQUEST, "N° DP"),
            Field.optional(ITEM, "N° poste DP"),
            Field.needed(DAY, "Date de dernière opération sur la DP"),
            Field.optional(DOMAIN, "Domaine fonctionnel"),
            Field.needed(AMOUNT, "Montant payé"));

    static final List<Field> FLAT = List.of(
            Field.optional(EJ, "ej"),
            Field.optional(NAME, "nomBeneficiaire", "raisonSociale"),
            Field.needed(
                    NUMBER,
                    "siret",
                    "idBeneficiaire",
                    "idEtablissementBeneficiaire",
                    "idEntrepriseBeneficiaire",
                    "siren"),
            Field.optional(YEAR, "exerciceBudgetaire"),
            Field.needed(REQUEST, "idVersement"),
            Field.needed(DAY, "dateOperation"),
            Field.optional(DOMAIN, "programme"),
            Field.optional(ACTIVITY, "activite", "activité", "action"),
            Field.needed(AMOUNT, "montant"));

    private static final List<String> USED =
            List.of(EJ, NAME, NUMBER, REGISTER, YEAR, REQUEST, ITEM, DAY, AMOUNT, DOMAIN, ACTIVITY);

    void read(PaymentDesk payments, IntakeDesk desk) {
        table.read(row -> take(row, payments, desk), desk::add);
    }

    private void take(CellRow row, PaymentDesk payments, IntakeDesk desk) {
        String name = chorus ? row.beside(NAME) : row.text(NAME);
        List<OrganisationId> numbers = numbers(row);
        if (OrganisationName.isPerson(name) || Nir.looksLike(row.text(NUMBER))) {
            desk.skip();
            return;
        }
        Optional<String> request = row.need(REQUEST);
        Optional<LocalDate> day = row.day(DAY);
        Optional<Money> amount = row.money(AMOUNT, DecimalMark.POINT);
        row.need(AMOUNT);
        row.need(DAY);
        if (row.isShifted() && !chorus) {
            row.add(Finding.error(row.place(), "XCH-ROW-SHIFTED", row.line()));
        }
        if (row.isRefused() || request.isEmpty() || day.isEmpty() || amount.isEmpty()) {
            desk.note(Taken.refused(row.line(), row.findings()).onSheet(sheet));
            return;
        }
        String activity = chorus ? row.beside(ACTIVITY) : row.text(ACTIVITY);
        String domain = chorus ? row.beside(DOMAIN) : row.text(DOMAIN);
        List<String> cells = new ArrayList<>(row.cells(USED));
        cells.add(name);
        payments.add(new Payment(
                row,
                sheet,
                new Beneficiary(name, "", numbers),
                row.find(EJ),
                // what tells payments without a commitment apart
                row.text(DOMAIN) + '\u001f' + row.text(YEAR),
                row.find(ITEM).map(item -> request.get() + '/' + item).orElse(request.get()),
                purpose(activity, domain),
                domain,
                amount.get(),
                day.get(),
                IntakeDesk.hash(cells)));
    }

    private static String purpose(String activity, String domain) {
        return activity.isBlank() || activity.equalsIgnoreCase("N/A") ? domain : activity;
    }

    private static List<OrganisationId> numbers(CellRow row) {
        String text = row.text(NUMBER);
        if (text.isEmpty()) {
            return List.of();
        }
        Reading<OrganisationId> reading = OrganisationId.read(text);
        if (!reading.isRead()) {
            // it is matched by its name instead; what is wrong with the number must not keep the payment out
            row.add(Finding.warning(row.place(NUMBER), "PAY-NUMBER", row.line()));
        }
        return reading.value().stream().toList();
    }
}
