package org.subsidia.io.datasubvention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.identity.Nir;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.OrganisationName;
import org.subsidia.io.exchange.Beneficiary;
import org.subsidia.io.exchange.CellRow;
import org.subsidia.io.exchange.HeadedTable;
import org.subsidia.io.exchange.HeadedTable.Field;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.io.exchange.Taken;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.money.DecimalMark;

/** The rows of a table of requests, in one of its two layouts. */
record RequestTable(HeadedTable table, boolean flat) {
    static final String NUMBER = "number";
    static final String YEAR = "year";
    static final String STATUS = "status";
    static final String SCHEME = "scheme";
    static final String PART = "part";
    static final String PURPOSE = "purpose";
    static final String DECISION = "decision";
    static final String CONVENTION = "convention";
    static final String FILED = "filed";
    static final String REFERENCE = "reference";
    static final String TERMS = "terms";
    static final String TERMS_WORDS = "termsWords";
    static final String NATURE = "nature";
    private static final String OWN_NUMBER = "ownNumber";
    private static final String ASKED_YEAR = "askedYear";
    private static final String WHO = "who";
    private static final String COMPANY = "company";
    private static final String ASKED = "asked";
    private static final String AWARDED = "awarded";
    private static final String PAID = "paid";
    private static final String PAID_ON = "paidOn";
    private static final String DECIDES = "decides";
    private static final String DECIDES_ID = "decidesId";
    private static final String MANAGES = "manages";
    private static final String MANAGES_ID = "managesId";
    private static final String INSTRUCTS = "instructs";
    private static final String INSTRUCTS_ID = "instructsId";
    private static final String EJ = "ej";
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    /** The flat format; columns of natural persons and contacts do not exist in it. */
    static final List<Field> FLAT = List.of(
            Field.needed(NUMBER, "idSubvention"),
            Field.optional(OWN_NUMBER, "idSubventionProvider"),
            Field.needed(WHO, "idEtablissementBeneficiaire", "idBeneficiaire", "siret"),
            Field.optional(COMPANY, "idEntrepriseBeneficiaire", "siren"),
            Field.needed(STATUS, "statutLabel", "statut"),
            Field.needed(ASKED, "montantDemande"),
            Field.needed(AWARDED, "montantAccorde"),
            Field.needed(YEAR, "exerciceBudgetaire"),
            Field.optional(ASKED_YEAR, "anneeDemande"),
            Field.optional(DECIDES, "nomAttribuant", "attribuant"),
            Field.optional(DECIDES_ID, "idAttribuant"),
            Field.optional(MANAGES, "nomAutoriteGestion", "autoriteGestion"),
            Field.optional(MANAGES_ID, "idAutoriteGestion"),
            Field.optional(INSTRUCTS, "nomServiceInstructeur", "serviceInstructeur"),
            Field.optional(INSTRUCTS_ID, "idServiceInstructeur"),
            Field.optional(DECISION, "dateDecision"),
            Field.optional(CONVENTION, "dateConvention"),
            Field.optional(FILED, "dateDepotDemande"),
            Field.optional(REFERENCE, "referenceDecision"),
            Field.optional(SCHEME, "dispositif"),
            Field.optional(PART, "sousDispositif"),
            Field.optional(PURPOSE, "objet"),
            Field.optional(NATURE, "nature"),
            Field.optional(EJ, "ej"),
            Field.optional(TERMS, "conditionsVersements", "conditionsVersement"),
            Field.optional(TERMS_WORDS, "descriptionConditionsVersements", "descriptionConditionsVersement"));

    /** What an association downloads of itself. */
    static final List<Field> EXTRACT = List.of(
            Field.needed(WHO, "Siret"),
            Field.needed(INSTRUCTS, "Service instructeur"),
            Field.needed(SCHEME, "Dispositif"),
            Field.needed(PURPOSE, "Intitulé de l’action"),
            Field.needed(ASKED, "Montant demandé"),
            Field.needed(AWARDED, "Montant accordé"),
            Field.needed(STATUS, "Statut de la demande"),
            Field.optional(PAID, "Montant versé"),
            Field.optional(PAID_ON, "Date du dernier paiement"));

    /** What tells a file of payments of the same source. */
    static final List<Field> PAYMENTS =
            List.of(Field.needed("payment", "idVersement"), Field.needed("day", "dateOperation"));

    static Optional<RequestTable> find(TabularFile file) {
        return HeadedTable.find(file, 0, FLAT)
                .map(table -> new RequestTable(table, true))
                .or(() -> HeadedTable.find(file, 0, EXTRACT).map(table -> new RequestTable(table, false)));
    }

    void read(Consumer<Request> requests, IntakeDesk desk) {
        int[] paymentsOnly = new int[1];
        int[] paid = new int[1];
        Consumer<Request> counted = request -> {
            paid[0] += request.paid().isPresent() ? 1 : 0;
            requests.accept(request);
        };
        table.read(row -> take(row, counted, desk, paymentsOnly), desk::add);
        if (paymentsOnly[0] > 0) {
            desk.add(Finding.warning(desk.file(), "DSUB-PAID-ONLY", paymentsOnly[0]));
        }
        if (paid[0] > 0) {
            desk.add(Finding.info(desk.file(), "DSUB-PAID", paid[0]));
        }
    }

    private void take(CellRow row, Consumer<Request> requests, IntakeDesk desk, int[] paymentsOnly) {
        String who = row.text(WHO);
        if (row.isShifted()) {
            row.add(Finding.error(row.place(), "XCH-ROW-SHIFTED", row.line()));
            desk.note(Taken.refused(row.line(), row.findings()));
            return;
        }
        if (Nir.looksLike(who)) {
            desk.skip();
            return;
        }
        if (!flat && isPaymentOnly(row)) {
            paymentsOnly[0]++;
            desk.skip();
            return;
        }
        DecimalMark mark = flat ? DecimalMark.POINT : DecimalMark.COMMA;
        Optional<Money> asked = row.money(ASKED, mark);
        Optional<Money> awarded = row.money(AWARDED, mark);
        Optional<Money> paid = row.money(PAID, mark).filter(Money::isPositive);
        Optional<Status> status = Status.of(row.text(STATUS));
        if (status.isEmpty()) {
            row.add(Finding.error(row.place(STATUS), "DSUB-STATUS", row.text(STATUS)));
        }
        String number = flat ? row.need(NUMBER).orElse("") : extractNumber(row, asked);
        Optional<Integer> year = year(row);
        for (String day : List.of(DECISION, CONVENTION, FILED, PAID_ON)) {
            row.day(day);
        }
        List<OrganisationId> numbers = Stream.of(who, row.text(COMPANY))
                .flatMap(text -> OrganisationId.read(text).value().stream())
                .toList();
        if (numbers.isEmpty()) {
            row.add(Finding.error(row.place(WHO), "DSUB-NUMBER", row.line()));
        }
        if (row.isRefused()) {
            desk.note(Taken.refused(row.line(), row.findings()));
            return;
        }
        Optional<Request.Party> instructs = party(row, INSTRUCTS, INSTRUCTS_ID);
        Optional<Request.Party> decides = party(row, DECIDES, DECIDES_ID);
        List<String> cells =
                row.cells((flat ? FLAT : EXTRACT).stream().map(Field::id).toList());
        requests.accept(new Request(
                row,
                new Beneficiary("", "", numbers),
                number,
                year,
                status.orElseThrow(),
                asked,
                awarded,
                paid,
                row.day(PAID_ON),
                decides.or(() -> instructs),
                party(row, MANAGES, MANAGES_ID),
                row.find(EJ),
                cells));
    }

    /** The table that is downloaded shows payments without a request too: of which request they are nobody can tell. */
    private static boolean isPaymentOnly(CellRow row) {
        return row.find(PAID).isPresent()
                && Stream.of(ASKED, AWARDED, STATUS)
                        .allMatch(cell -> row.text(cell).isEmpty());
    }

    /** The downloaded table numbers nothing: what is asked of whom tells a request. */
    private static String extractNumber(CellRow row, Optional<Money> asked) {
        List<String> parts = new ArrayList<>(row.cells(List.of(INSTRUCTS, SCHEME, PURPOSE)));
        asked.map(Money::toString).ifPresent(parts::add);
        return String.join("\u001f", parts);
    }

    private static Optional<Integer> year(CellRow row) {
        Optional<String> text = row.find(YEAR).or(() -> row.find(ASKED_YEAR));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String digits = text.get().replaceFirst("\\.0$", "");
        int year = digits.matches("\\d{4}") ? Integer.parseInt(digits) : 0;
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            row.add(Finding.error(row.place(YEAR), "PAY-YEAR", text.get()));
            return Optional.empty();
        }
        return Optional.of(year);
    }

    private static Optional<Request.Party> party(CellRow row, String name, String number) {
        return row.find(name)
                .filter(text -> !OrganisationName.isPerson(text))
                .map(text -> new Request.Party(text, row.find(number).flatMap(id -> OrganisationId.read(id)
                        .value())));
    }
}
