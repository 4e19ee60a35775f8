package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.joda.money.Money;
import org.subsidia.portfolio.FunderLevel;

/** What must hold of every run: nothing is made and nothing lost on the way. */
final class Conservation {
    private Conservation() {}

    static void check(Simulation simulation, int year, String where) {
        check(simulation, FunderLevel.STATE, year, where);
    }

    static void check(Simulation simulation, FunderLevel payer, int year, String where) {
        Map<Flow.Node, Money> balance = new HashMap<>();
        for (Flow flow : simulation.flows(year)) {
            balance.merge(flow.from(), flow.amount().negated(), Money::plus);
            balance.merge(flow.to(), flow.amount(), Money::plus);
        }
        Money line = Populations.euros(0);
        Money arrived = Populations.euros(0);
        for (Map.Entry<Flow.Node, Money> entry : balance.entrySet()) {
            switch (entry.getKey().kind()) {
                case TRANSFER, REGION ->
                    assertThat(entry.getValue().isZero())
                            .as("%s %s", entry, where)
                            .isTrue();
                case LINE -> line = line.minus(entry.getValue());
                case STRUCTURES -> arrived = arrived.plus(entry.getValue());
                default -> {}
            }
        }
        Money total = Money.total(balance.values().stream().toList());
        assertThat(total.isZero()).as(where).isTrue();
        Money before = simulation.population().recipients().stream()
                .map(each -> simulation.before(each.id(), payer, year))
                .reduce(Populations.euros(0), Money::plus);
        assertThat(line).as(where).isEqualTo(before);
        Money paid = simulation.regions().stream()
                .filter(each -> each.year() == year)
                .map(each -> each.paid().plus(each.kept()))
                .reduce(Populations.euros(0), Money::plus);
        assertThat(paid).as(where).isEqualTo(arrived);
    }
}
