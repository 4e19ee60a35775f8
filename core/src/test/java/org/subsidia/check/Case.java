package org.subsidia.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.ExplanationText;
import org.subsidia.finding.Severity;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;

/** A small portfolio built by a test, and one guard run over it. Every result is checked: it adds up and is written. */
final class Case {
    static final StructureId S = new StructureId("s");

    private final List<PortfolioRecord> records = new ArrayList<>();
    private LocalDate today = LocalDate.of(2026, 6, 1);
    private GuardOptions options = GuardOptions.USUAL;
    private Structure structure =
            Structure.builder(S, "Grappe").kind(StructureKind.CLUSTER).build();

    Case() {
        for (FunderLevel level : FunderLevel.values()) {
            records.add(
                    Funder.builder(funder(level), level, "Financeur " + level).build());
        }
    }

    static FunderId funder(FunderLevel level) {
        return new FunderId(level.name());
    }

    static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** An award of 2026 by a Region, decided on 15 January and without a convention. */
    static Grant.Builder grant(String id, String amount) {
        return Grant.builder(new GrantId(id), S)
                .purpose("action " + id)
                .state(GrantState.AWARDED)
                .fiscalYear(2026)
                .payer(funder(FunderLevel.REGION))
                .decisionMaker(funder(FunderLevel.REGION))
                .dates(GrantDates.builder().decision(day("2026-01-15")).build())
                .addAmount(new StagedAmount(
                        AmountStage.AWARDED, Money.of(CurrencyUnit.EUR, new BigDecimal(amount)), null, null));
    }

    Case on(String date) {
        today = day(date);
        return this;
    }

    Case with(GuardOptions other) {
        options = other;
        return this;
    }

    Case structure(UnaryOperator<Structure.Builder> change) {
        structure = change.apply(structure.toBuilder()).build();
        return this;
    }

    Case add(Grant.Builder grant) {
        records.add(grant.build());
        return this;
    }

    Case add(PortfolioRecord record) {
        records.add(record);
        return this;
    }

    Portfolio portfolio() {
        List<PortfolioRecord> all = new ArrayList<>(records);
        all.add(structure);
        return Portfolio.of(all);
    }

    GuardContext context() {
        return GuardContext.of(portfolio(), LawBase.standard(), today).with(options);
    }

    List<Checked> run(Guard guard) {
        return run(guard, context());
    }

    static List<Checked> run(Guard guard, GuardContext context) {
        List<Checked> found = guard.check(context);
        found.forEach(Case::sound);
        return found;
    }

    /** The codes that a guard finds. */
    List<String> codes(Guard guard) {
        return run(guard).stream().map(checked -> checked.finding().code()).toList();
    }

    static Severity severity(List<Checked> found) {
        assertThat(found).hasSize(1);
        return found.get(0).severity();
    }

    private static void sound(Checked checked) {
        assertThat(checked.explanation().check()).isEmpty();
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(checked.finding().message().in(locale)).isNotBlank().doesNotContain("{");
            assertThat(checked.finding().advice(locale)).isPresent();
            assertThat(ExplanationText.indented(checked.explanation(), locale)).isNotBlank();
            checked.draft().ifPresent(letter -> assertThat(letter.in(locale)).doesNotContain("{"));
            checked.quickFix()
                    .ifPresent(fix -> assertThat(fix.label().in(locale)).isNotBlank());
        }
    }
}
