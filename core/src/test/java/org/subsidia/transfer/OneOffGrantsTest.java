package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

/** What goes on if nothing is decided: not what was given once, unless the scenario says so. */
class OneOffGrantsTest {
    private static final LawBase LAWS = LawBase.standard();
    private static final String RATE = "- {id: rate, model: rate, rate: 1}\n";

    @Test
    void end_isWhatCountsUnlessSaid_andBeforeFallsByWhatWasGivenOnce() {
        Simulation ended = run("").get();
        assertThat(ended.scenario().oneOffGrants()).isEqualTo(OneOffGrants.END);
        // the year itself is a fact: all of it was received
        assertThat(ended.before("A", FunderLevel.STATE, 2019)).isEqualTo(euros(1_000));
        assertThat(ended.before("A", FunderLevel.STATE, 2021)).isEqualTo(euros(700));
        assertThat(ended.before("A", FunderLevel.REGION, 2021)).isEqualTo(euros(50));
        assertThat(ended.before("B", FunderLevel.REGION, 2021).isZero()).isTrue();
        assertThat(ended.base().flatMap(Amounts::of)).contains(euros(900));
        // rate 1: what goes on is what went on
        assertThat(ended.publicAfter("A", 2021)).isEqualTo(ended.publicBefore("A", 2021));
        assertThat(ended.transferred(2020)).isEqualTo(euros(900));
    }

    @Test
    void carryForward_goesOnWithAll() {
        Simulation carried = run("assumptions: {oneOffGrants: carry-forward}\n").get();
        assertThat(carried.before("A", FunderLevel.STATE, 2021)).isEqualTo(euros(1_000));
        assertThat(carried.before("A", FunderLevel.REGION, 2021)).isEqualTo(euros(90));
        assertThat(carried.before("B", FunderLevel.REGION, 2021)).isEqualTo(euros(33));
        assertThat(carried.base().flatMap(Amounts::of)).contains(euros(1_200));
    }

    @Test
    void warning_namesWhatEndedOrIsCarried_withItsSum() {
        Finding ended = one(run(""), "XFER-ONE-OFF-ENDED");
        assertThat(ended.message().in(Locale.FRENCH)).contains("3 subventions", "373,00", "aide-exceptionnelle");
        Finding carried = one(run("assumptions: {oneOffGrants: carry-forward}\n"), "XFER-ONE-OFF-CARRIED");
        assertThat(carried.message().in(Locale.ENGLISH)).contains("3 grants", "A 2018");
        assertThat(run("").get().oneOff())
                .extracting(each -> each.recipient().id())
                .containsExactly("A", "A", "B");
    }

    @Test
    void explanation_takesOffWhatEnded_andAddsUp() {
        for (String assumption : List.of("", "assumptions: {oneOffGrants: carry-forward}\n")) {
            Simulation run = run(assumption).get();
            for (String id : List.of("A", "B")) {
                for (int year = 2019; year <= 2021; year++) {
                    Explanation why = run.explain(id, year);
                    assertThat(why.check()).isEmpty();
                    assertThat(Amounts.of(why)).contains(run.publicAfter(id, year));
                }
            }
            boolean named = run.explain("A", 2021).nodes().anyMatch(node -> node.label()
                    .in(Locale.FRENCH)
                    .contains("subvention ponctuelle : investissement"));
            assertThat(named).isEqualTo(assumption.isEmpty());
        }
    }

    @Test
    void word_unknown_isRefusedAtItsLine() {
        Reading<Scenario> reading = Scenarios.read(head("assumptions: {oneOffGrants: stop}\n") + RATE);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings())
                .extracting(Finding::code, each -> each.place().line())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("DOC-WORD-UNKNOWN", 7L));
    }

    private static Finding one(Reading<?> reading, String code) {
        return reading.findings().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String head(String assumptions) {
        return Scenarios.HEAD.replace("measures:", assumptions + "measures:").replace("last: 2023", "last: 2021");
    }

    private static Reading<Simulation> run(String assumptions) {
        Recipient a = Recipient.builder("A", "Un")
                .region("84", Fraction.ONE)
                .received(FunderLevel.STATE, 2018, euros(650))
                .received(FunderLevel.STATE, 2019, euros(700))
                .receivedOnce(new OneOff(FunderLevel.STATE, 2019, euros(300), OneOff.Why.ONCE, "aide-exceptionnelle"))
                .received(FunderLevel.REGION, 2018, euros(50))
                .receivedOnce(new OneOff(FunderLevel.REGION, 2018, euros(40), OneOff.Why.INVESTMENT, null))
                .build();
        Recipient b = Recipient.builder("B", "Deux")
                .region("11", Fraction.ONE)
                .received(FunderLevel.STATE, 2019, euros(200))
                .receivedOnce(new OneOff(FunderLevel.REGION, 2019, euros(33), OneOff.Why.PROJECT, "projet"))
                .build();
        Population population = new Population("", true, List.of(a, b));
        return Simulation.run(Scenarios.read(head(assumptions) + RATE).get(), population, LAWS);
    }

    private static Money euros(long amount) {
        return Populations.euros(amount);
    }
}
