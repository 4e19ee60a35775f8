package org.subsidia.stateaid;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/** A small portfolio of aid built by a test. */
final class AidCase {
    static final StructureId S = new StructureId("s");

    private final List<PortfolioRecord> records = new ArrayList<>();
    private Structure structure =
            Structure.builder(S, "Cluster").fiscalYearEnd(MonthDay.of(12, 31)).build();
    private int count;

    static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Grant.Builder grant(String id, StructureId to, String day, String amount) {
        return Grant.builder(new GrantId(id), to)
                .purpose("action " + id)
                .state(GrantState.AWARDED)
                .dates(GrantDates.builder().decision(day(day)).build())
                .addAmount(new StagedAmount(AmountStage.AWARDED, eur(amount), null, null));
    }

    static Regime regime(RegimeKind kind) {
        return new Regime(kind, null, null, null);
    }

    AidCase structure(UnaryOperator<Structure.Builder> change) {
        structure = change.apply(structure.toBuilder()).build();
        return this;
    }

    AidCase add(PortfolioRecord record) {
        records.add(record);
        return this;
    }

    AidCase aid(String day, String amount) {
        return aid(RegimeKind.DE_MINIMIS, day, amount);
    }

    AidCase aid(RegimeKind kind, String day, String amount) {
        return add(grant("g" + ++count, S, day, amount)
                .regimes(List.of(regime(kind)))
                .build());
    }

    AidCase unknownRegime(String day, String amount) {
        return add(grant("g" + ++count, S, day, amount).build());
    }

    Portfolio portfolio() {
        List<PortfolioRecord> all = new ArrayList<>(records);
        all.add(structure);
        return Portfolio.of(all);
    }

    Structure structure() {
        return structure;
    }

    DeMinimis deMinimis() {
        return DeMinimis.of(portfolio(), structure, LawBase.standard());
    }

    ClusterAid cluster() {
        return ClusterAid.of(portfolio(), structure, LawBase.standard());
    }
}
