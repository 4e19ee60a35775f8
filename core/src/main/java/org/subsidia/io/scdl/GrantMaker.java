package org.subsidia.io.scdl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.identity.Spelling;
import org.subsidia.money.AmountReader;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Provenance;
import org.subsidia.portfolio.StagedAmount;

/** Makes grants of rows. */
final class GrantMaker {
    private static final int ID_DIGITS = 20;

    private GrantMaker() {}

    /** What stays the same when a grant is published again with another amount, condition or spelling of its status. */
    static String key(ScdlRow row) {
        String parties = row.funder().key() + '\u001f' + row.beneficiary().key() + '\u001f';
        String own = row.extended().getOrDefault(ScdlColumn.ID_SUBVENTION, "");
        String year = row.extended().getOrDefault(ScdlColumn.EXERCICE_BUDGETAIRE, "");
        if (!own.isEmpty()) {
            return parties + own + '\u001f' + year;
        }
        return parties
                + row.conventionDate().map(ScdlDate::toString).orElse("")
                + '\u001f'
                + row.decisionDate().map(ScdlDate::toString).orElse("")
                + '\u001f'
                + row.reference().map(Spelling::key).orElse("")
                + '\u001f'
                + row.purpose().map(Spelling::key).orElse("")
                + '\u001f'
                + year;
    }

    /** Of several rows with one key each has its rank. */
    static GrantId id(String key, int rank) {
        String id = "scdl-" + hash(List.of(key)).substring(0, ID_DIGITS);
        return new GrantId(rank == 1 ? id : id + '-' + rank);
    }

    /** SHA-256 of a record's cells, separated by U+001F, in UTF-8. */
    static String hash(List<String> cells) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(String.join("\u001f", cells).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The grant with what the row says; what a published file cannot say stays as it was. */
    static Grant grant(Grant before, ScdlRow row, Optional<FunderId> funder, Provenance provenance) {
        Grant.Builder grant = before.toBuilder()
                .purpose(row.purpose().orElse(before.purpose()))
                .payer(funder.orElse(before.payer()))
                .decisionMaker(funder.orElse(before.decisionMaker()))
                .reference(row.reference().orElse(before.reference()))
                .scheme(scheme(row).orElse(before.scheme()))
                .nature(GrantNature.SUBSIDY)
                .form(form(row))
                .notifiedToUnion(row.notified().orElse(before.notifiedToUnion()))
                .amounts(amounts(before, row))
                .dates(dates(before.dates(), row))
                .paymentTerms(row.conditions().orElse(before.paymentTerms()))
                .paymentWindow(window(row).orElse(before.paymentWindow()))
                .addProvenance(provenance);
        if (before.provenance().isEmpty()) {
            boolean signed = row.conventionDate().flatMap(ScdlDate::day).isPresent();
            grant.state(signed ? GrantState.UNDER_CONVENTION : GrantState.AWARDED);
        }
        if (before.fiscalYear() == null) {
            grant.fiscalYear(fiscalYear(row));
        }
        return grant.build();
    }

    private static @Nullable Integer fiscalYear(ScdlRow row) {
        OptionalInt budget = ScdlDates.year(row.extended().getOrDefault(ScdlColumn.EXERCICE_BUDGETAIRE, ""));
        if (budget.isPresent()) {
            return budget.getAsInt();
        }
        boolean dayKnown = row.conventionDate()
                .or(row::decisionDate)
                .flatMap(ScdlDate::day)
                .isPresent();
        OptionalInt year = row.year();
        return dayKnown || year.isEmpty() ? null : Integer.valueOf(year.getAsInt());
    }

    private static Optional<String> scheme(ScdlRow row) {
        return row.scheme().or(() -> Optional.ofNullable(row.extended().get(ScdlColumn.DISPOSITIF)));
    }

    private static AidForm form(ScdlRow row) {
        boolean kind = row.nature().contains(ScdlNature.IN_KIND);
        boolean cash = row.nature().contains(ScdlNature.CASH);
        return kind ? (cash ? AidForm.CASH_AND_IN_KIND : AidForm.IN_KIND) : AidForm.CASH;
    }

    /** The award is what the file says now; later stages, which no file knows, stay. */
    private static List<StagedAmount> amounts(Grant before, ScdlRow row) {
        List<StagedAmount> amounts = new ArrayList<>();
        Optional<Money> requested = Optional.ofNullable(row.extended().get(ScdlColumn.MONTANT_DEMANDE))
                .flatMap(text -> AmountReader.read(text).value());
        LocalDate filed = day(row, ScdlColumn.DATE_CREATION).orElse(null);
        requested.ifPresent(money -> amounts.add(new StagedAmount(AmountStage.REQUESTED, money, filed, null)));
        LocalDate awarded = row.decisionDate()
                .or(row::conventionDate)
                .flatMap(ScdlDate::day)
                .orElse(null);
        amounts.add(new StagedAmount(AmountStage.AWARDED, row.attributedAmount(), awarded, null));
        before.amounts().stream()
                .filter(amount -> amount.stage() != AmountStage.AWARDED
                        && (amount.stage() != AmountStage.REQUESTED || requested.isEmpty()))
                .forEach(amounts::add);
        return amounts;
    }

    private static GrantDates dates(GrantDates before, ScdlRow row) {
        return before.toBuilder()
                .convention(row.conventionDate().flatMap(ScdlDate::day).orElse(before.convention()))
                .decision(row.decisionDate().flatMap(ScdlDate::day).orElse(before.decision()))
                .request(day(row, ScdlColumn.DATE_CREATION).orElse(before.request()))
                .start(day(row, ScdlColumn.DATE_DEBUT).orElse(before.start()))
                .end(day(row, ScdlColumn.DATE_FIN).orElse(before.end()))
                .build();
    }

    private static Optional<LocalDate> day(ScdlRow row, ScdlColumn column) {
        return Optional.ofNullable(row.extended().get(column))
                .flatMap(text -> ScdlDates.read(text).value())
                .flatMap(ScdlDate::day);
    }

    private static Optional<DateWindow> window(ScdlRow row) {
        return row.paymentPeriod()
                .map(period ->
                        new DateWindow(period.start().orElse(null), period.end().orElse(null)));
    }
}
