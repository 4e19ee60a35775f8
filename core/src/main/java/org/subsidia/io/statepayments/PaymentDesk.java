package org.subsidia.io.statepayments;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.io.exchange.FunderFinder;
import org.subsidia.io.exchange.IntakeDesk;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.exchange.StructureMatch;
import org.subsidia.io.exchange.StructureMatcher;
import org.subsidia.io.exchange.Taken;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;

/** Brings payments to the grants of their commitment. */
final class PaymentDesk {
    private static final String STATE = "État";

    private final IntakeDesk desk;
    private final Portfolio into;
    private final StructureMatcher matcher;
    private final FunderFinder funders;
    private final Map<GrantId, Grant> grants = new LinkedHashMap<>();
    private final Map<GrantId, PaidHistory> paid = new LinkedHashMap<>();
    private int withoutCommitment;

    PaymentDesk(IntakeDesk desk, Portfolio into, MatchOptions options, LocalDate day) {
        this.desk = desk;
        this.into = into;
        this.matcher = new StructureMatcher(desk, into.structures(), options, day);
        this.funders = new FunderFinder(desk, into);
    }

    void add(Payment payment) {
        StructureMatch match = matcher.match(payment.beneficiary());
        StructureId structure = match.structure();
        if (match.verdict() == StructureMatch.Verdict.NONE) {
            desk.skip(payment.beneficiary(), Optional.of(payment.amount()));
        } else if (match.verdict() == StructureMatch.Verdict.REVIEW || structure == null) {
            note(payment, Taken.Kind.REVIEW, match, null);
        } else {
            put(payment, structure, match);
        }
    }

    private void put(Payment payment, StructureId structure, StructureMatch match) {
        GrantId id = id(payment, structure);
        if (desk.knows(id, payment.hash())) {
            note(payment, Taken.Kind.UNCHANGED, match, id);
            return;
        }
        withoutCommitment += payment.ej().isEmpty() ? 1 : 0;
        Optional<Grant> known = into.grant(id);
        Grant grant = grants.computeIfAbsent(id, key -> known.orElseGet(() -> made(key, payment, structure)));
        paid.computeIfAbsent(id, key -> PaidHistory.of(grant)).put(payment.key(), payment.day(), payment.amount());
        grants.put(
                id,
                grant.toBuilder()
                        .addProvenance(desk.provenance(payment.row().line(), payment.hash(), payment.amount()))
                        .build());
        note(payment, known.isPresent() ? Taken.Kind.UPDATED : Taken.Kind.NEW, match, id);
    }

    /** The grant that a person entered under the commitment, else the one that imports make. */
    private GrantId id(Payment payment, StructureId structure) {
        return payment.ej()
                .flatMap(ej -> desk.numbered(structure, ej))
                .orElseGet(() -> IntakeDesk.id(
                        "etat",
                        List.of(
                                structure.value(),
                                payment.ej().map(IntakeDesk::bare).orElse(payment.budgetLine()))));
    }

    private Grant made(GrantId id, Payment payment, StructureId structure) {
        FunderId state = funders.of(STATE, Optional.empty(), FunderLevel.STATE);
        return Grant.builder(id, structure)
                .purpose(payment.purpose())
                .reference(payment.ej().orElse(null))
                .scheme(payment.scheme())
                .payer(state)
                .decisionMaker(state)
                .state(GrantState.UNDER_CONVENTION)
                .build();
    }

    private void note(Payment payment, Taken.Kind kind, StructureMatch match, @Nullable GrantId id) {
        Taken taken = new Taken(
                payment.row().line(),
                kind,
                payment.purpose(),
                payment.beneficiary().name(),
                "",
                match.structure(),
                match.score(),
                payment.amount(),
                null,
                id,
                payment.row().findings());
        desk.note(taken.onSheet(payment.sheet()));
    }

    /** Writes the grants that payments were brought to. */
    void done() {
        if (withoutCommitment > 0) {
            desk.add(Finding.info(desk.file(), "PAY-NO-EJ", withoutCommitment));
        }
        grants.forEach((id, grant) -> {
            PaidHistory history = paid.get(id);
            desk.put(
                    history == null
                            ? grant
                            : grant.toBuilder().amounts(history.amounts()).build());
        });
    }
}
