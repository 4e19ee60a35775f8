package org.subsidia.io.euoperations;

import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.cofinancing.EuFund;
import org.subsidia.cofinancing.EuProgrammes;
import org.subsidia.cofinancing.RateCeiling;
import org.subsidia.cofinancing.Site;
import org.subsidia.finding.Finding;
import org.subsidia.io.exchange.CellRow;
import org.subsidia.law.Law;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Region;

/** Holds the published rate against the amounts, and the amounts against the highest rate of the place. */
final class OperationRates {
    private static final int PERCENT_PLACES = 2;
    private static final int SHOWN = 4;

    private OperationRates() {}

    /** The published rate, with how far it may be from the exact one for being rounded; both as shares. */
    private record Published(Fraction share, Fraction tolerance) {}

    /** What contradicts within the row. */
    static void check(CellRow row, Operation operation) {
        Money union = operation.union().orElse(null);
        Money total = operation.total().orElse(null);
        if (union != null && total != null && union.isGreaterThan(total)) {
            row.add(Finding.warning(row.place(OperationColumns.UNION), "EUOP-AMOUNT-ABOVE", union, total));
            return;
        }
        Optional<String> text = row.find(OperationColumns.RATE);
        if (text.isEmpty()) {
            return;
        }
        Optional<Published> published = read(text.get());
        if (published.isEmpty()) {
            row.add(Finding.warning(row.place(OperationColumns.RATE), "EUOP-RATE-UNREADABLE", text.get()));
        } else if (operation.rate().isPresent()
                && !agrees(published.get(), operation.rate().get())) {
            row.add(Finding.warning(
                    row.place(OperationColumns.RATE),
                    "EUOP-RATE-DIFFERS",
                    text.get(),
                    percent(operation.rate().get())));
        }
    }

    /** {@code 0.6}, {@code 60}, {@code 60 %} and {@code 59,99 %}: above one it can only be a percentage. */
    private static Optional<Published> read(String text) {
        String number = text.replace("%", "").replace(',', '.').strip();
        boolean percent = text.indexOf('%') >= 0;
        if (!number.matches("\\d{1,3}(\\.\\d{1,15})?")) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number);
        if (percent || value.compareTo(BigDecimal.ONE) > 0) {
            value = value.movePointLeft(PERCENT_PLACES);
        }
        Fraction share = Fraction.of(value);
        // half a unit of the last place that is written
        Fraction half = Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(-Math.max(PERCENT_PLACES, value.scale())))
                .dividedBy(Fraction.of(2));
        return Optional.of(new Published(share, half)).filter(one -> one.share().isShare());
    }

    private static boolean agrees(Published published, Fraction exact) {
        Fraction distance = published.share().minus(exact);
        Fraction far = distance.signum() < 0 ? distance.negated() : distance;
        return far.compareTo(published.tolerance()) <= 0;
    }

    private static String percent(Fraction share) {
        return share.value(SHOWN)
                .movePointRight(PERCENT_PLACES)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Whether the Union pays more than the highest rate of the place at the level of a programme. */
    static void ceiling(CellRow row, Grant grant, Programme programme, Portfolio portfolio, Law law) {
        Fraction rate = grant.rate();
        Optional<EuFund> fund = EuFund.of(programme);
        if (rate == null || fund.isEmpty()) {
            return;
        }
        Site site = site(row);
        EuProgrammes.period(programme)
                .map(period -> RateCeiling.of(period, fund.get(), site, law))
                .flatMap(ceiling -> ceiling.highest().share())
                .filter(highest -> rate.compareTo(highest) > 0)
                .ifPresent(highest -> row.add(Finding.warning(
                        row.place(OperationColumns.RATE),
                        "EUOP-RATE-ABOVE",
                        percent(rate),
                        percent(highest),
                        site.name())));
    }

    private static Site site(CellRow row) {
        Optional<Site> departement = Departement.ofPostcode(row.text(OperationColumns.PLACE))
                .value()
                .or(() ->
                        Departement.read(row.text(OperationColumns.DEPARTEMENT)).value())
                .flatMap(one -> Site.read("DEP-" + one.code()).value());
        return departement
                .or(() -> Region.read(row.text(OperationColumns.REGION)).value().map(Site::somewhereIn))
                .orElse(Site.UNKNOWN);
    }
}
