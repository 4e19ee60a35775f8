package org.subsidia.cashflow;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subsidia.calendar.Funding;
import org.subsidia.cofinancing.EuProgrammes;
import org.subsidia.law.Kind;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.territory.EuPeriod;
import org.subsidia.time.Deadline;
import org.subsidia.time.Span;

/** The delay of a payer as long as nobody has observed it: what a text sets, else what the law base assumes. */
final class LagDefaults {
    private static final String SUBSIDY = "subsidy.payment.delay";
    private static final String PURCHASE = "public-purchase.payment.delay";
    private static final String OTHER = "cashflow.lag.other";
    private static final String ESF = "eu-funds.payment.lag-esf";

    private final Portfolio portfolio;
    private final LawBase laws;
    private final LocalDate asAt;

    LagDefaults(Portfolio portfolio, LawBase laws, LocalDate asAt) {
        this.portfolio = portfolio;
        this.laws = laws;
        this.asAt = asAt;
    }

    Lag of(Grant grant, LocalDate release, boolean agreed) {
        if (agreed) {
            return Lag.constant(Lag.Source.AGREED, 0, List.of());
        }
        if (Funding.isEuShared(grant, portfolio)) {
            return union(grant);
        }
        if (grant.nature() == GrantNature.PUBLIC_CONTRACT) {
            return text(PURCHASE, release).orElseGet(this::other);
        }
        boolean bound = Funding.isCashSubsidy(grant)
                && Funding.isFrenchAuthority(Funding.level(Funding.payer(grant), portfolio));
        return bound ? text(SUBSIDY, release).orElseGet(this::other) : other();
    }

    private Lag union(Grant grant) {
        Optional<Programme> programme = EuProgrammes.of(grant, portfolio);
        String fund = programme.map(Programme::fund).orElse("");
        if (fund.startsWith("FSE") || fund.startsWith("ESF")) {
            return assumed(ESF);
        }
        EuPeriod period = EuProgrammes.period(grant, portfolio)
                .or(() -> EuPeriod.containing(start(grant)))
                .orElse(null);
        return period == null ? other() : assumed(EuProgrammes.rule(period, "payment.lag-erdf"));
    }

    private LocalDate start(Grant grant) {
        LocalDate decided = grant.dates().decision();
        return decided == null ? asAt : decided;
    }

    private Lag other() {
        return assumed(OTHER);
    }

    private Lag assumed(String id) {
        Rule<Map<String, Long>> rule = laws.at(asAt).counts(id);
        Map<String, Long> months = rule.value();
        long min = months.getOrDefault("min", 0L);
        long max = Math.max(min, months.getOrDefault("max", min));
        long mode = Math.max(min, Math.min(max, months.getOrDefault("mode", min)));
        return Lag.triangular(min, mode, max, rule.reference());
    }

    /** Law that begins after the release still tells what is usual. */
    private Optional<Lag> text(String id, LocalDate release) {
        return laws.at(release)
                .find(Kind.PERIOD, id)
                .or(() -> laws.at(asAt).find(Kind.PERIOD, id))
                .map(rule -> constant(rule, release));
    }

    private static Lag constant(Rule<Span> rule, LocalDate release) {
        LocalDate due = Deadline.from(release).plus(rule.value()).due().date();
        int days = Math.toIntExact(ChronoUnit.DAYS.between(release, due));
        return Lag.constant(Lag.Source.LAW, days, List.of(rule.reference()));
    }
}
