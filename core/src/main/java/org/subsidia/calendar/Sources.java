package org.subsidia.calendar;

import java.util.ArrayList;
import java.util.List;

/** The sources of this room, in the order of a grant’s life, and those that the user adds. */
final class Sources {
    private Sources() {}

    static List<EventSource> of(CalendarOptions options) {
        List<EventSource> sources = new ArrayList<>();
        sources.add(new CallDates(options));
        sources.add(new PerGrant(Milestones::read));
        sources.add(new PerGrant(new ExpectedNotification(options)));
        sources.add(new PerGrant(PaymentClock::read));
        sources.add(new PerGrant(ScheduleSteps::read));
        sources.add(new PerGrant(AgreedDates::read));
        sources.add(new PerGrant(FinancialReports::read));
        sources.add(new PerGrant(FinalClaim::read));
        sources.add(new PerGrant(StateInvestments::read));
        sources.add(new PerGrant(EuPayments::read));
        sources.add(new PerGrant(EuRetention::read));
        sources.add(new PerGrant(DeMinimisRegister::read));
        sources.add(new Decommitment());
        sources.add(new LabelEnds());
        sources.add(new Assemblies(options));
        if (options.budgetSeason()) {
            sources.add(new BudgetSeason(options));
        }
        sources.addAll(options.more());
        return List.copyOf(sources);
    }
}
