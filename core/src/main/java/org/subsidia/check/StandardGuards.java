package org.subsidia.check;

import java.util.List;

/** The guards that come with the library, in the order in which they run. */
final class StandardGuards {
    private StandardGuards() {}

    static List<Guard> all() {
        return List.of(
                new ReferenceGuard(),
                new IdentifierGuard(),
                new CurrencyGuard(),
                new DateOrderGuard(),
                new GrowthGuard(),
                new ClaimGuard(),
                new CertifiedGuard(),
                new OverpaymentGuard(),
                new EligibilityWindowGuard(),
                new YearLinesGuard(),
                new FundingPlanGuard(),
                new CofundingGuard(),
                new PublicMoneyGuard(),
                new ConventionGuard(),
                new ReportGuard(),
                new PaymentDelayGuard(),
                new AuditorGuard(),
                new CertifiedAccountsGuard(),
                new ContractingAuthorityGuard(),
                new DeMinimisGuard(),
                ClusterGuard.intensity(),
                ClusterGuard.years(),
                ClusterGuard.ceiling(),
                new CumulationGuard(),
                new IncentiveGuard(),
                new CostOptionGuard(),
                new DecommitmentGuard(),
                new PublicationGuard(),
                new LabelGuard(),
                new AccountsGuard(),
                new FunderLevelGuard(),
                new UnverifiedGuard());
    }
}
