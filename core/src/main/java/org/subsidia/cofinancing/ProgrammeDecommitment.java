package org.subsidia.cofinancing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.law.Law;
import org.subsidia.money.Fraction;
import org.subsidia.territory.EuPeriod;

/**
 * Decommitment of a programme, tranche by tranche: what must be covered, what is, what is lost.
 *
 * @param tranches by year
 */
public record ProgrammeDecommitment(List<Row> tranches) {

    /**
     * A tranche of the programme.
     *
     * @param tranche the tranche and its last day
     * @param target commitments up to the year, less the pre-financing received
     * @param covered payment applications sent to the Commission by the last day, the Union's part
     * @param loss the target less what is covered and what is excepted, never below nothing; before the last day: what would be lost
     *     if nothing more were sent
     */
    public record Row(Tranche tranche, Explanation target, Explanation covered, Explanation loss) {}

    /**
     * What a programme is known for; amounts are the Union's part, in one currency.
     *
     * @param commitments by budget year
     * @param prefinancing received in all
     * @param applications sent to the Commission, by day
     * @param exceptions by year of the tranche, such as force majeure
     */
    public record Facts(
            Map<Integer, Money> commitments,
            Money prefinancing,
            Map<LocalDate, Money> applications,
            Map<Integer, Money> exceptions) {

        /** Copies the maps. */
        public Facts {
            commitments = Map.copyOf(commitments);
            applications = Map.copyOf(applications);
            exceptions = Map.copyOf(exceptions);
        }
    }

    /** Copies the list. */
    public ProgrammeDecommitment {
        tranches = List.copyOf(tranches);
    }

    /**
     * The tranches of a programme.
     *
     * @param period its programming period
     * @param facts its money
     * @param law the law of the day of looking; applications after it do not count
     * @return the tranches
     */
    public static ProgrammeDecommitment of(EuPeriod period, Facts facts, Law law) {
        List<Row> rows = new ArrayList<>();
        List<Explanation> committed = new ArrayList<>();
        CurrencyUnit currency = facts.prefinancing().getCurrencyUnit();
        for (Map.Entry<Integer, Money> year : new TreeMap<>(facts.commitments()).entrySet()) {
            String name = Integer.toString(year.getKey());
            committed.add(Amounts.given(Message.of("COFI-COVER-YEAR", name), year.getValue()));
            Optional<Tranche> tranche = Tranche.of(period, year.getKey(), law);
            if (tranche.isPresent()) {
                Explanation target = Amounts.difference(
                        Message.of("COFI-PROG-TARGET", name),
                        Amounts.sum(Message.of("COFI-COVER-TARGET", name), currency, committed),
                        Amounts.given(Message.of("COFI-PROG-PREFINANCING"), facts.prefinancing()));
                Explanation covered = covered(tranche.get().date(), facts, law.date());
                Money excepted = facts.exceptions().getOrDefault(year.getKey(), Money.zero(currency));
                Explanation left = Amounts.difference(
                        Message.of("COFI-PROG-LEFT"),
                        target,
                        covered,
                        Amounts.given(Message.of("COFI-PROG-EXCEPTED"), excepted));
                rows.add(new Row(
                        tranche.get(),
                        target,
                        covered,
                        DecommitmentRisk.nothingBelow(Message.of("COFI-PROG-LOSS", name), left)));
            }
        }
        return new ProgrammeDecommitment(rows);
    }

    /**
     * The part of the programme's next loss that falls on money not yet paid to a structure, if the loss hits all alike.
     *
     * @param unpaid what the programme still owes the structure
     * @param day the day of looking
     * @return the loss over the target, times what is unpaid; unknown where no tranche is still to come
     */
    public Explanation shareOf(Explanation unpaid, LocalDate day) {
        Message label = Message.of("COFI-PROG-SHARE");
        Optional<Row> next = tranches.stream()
                .filter(row -> !row.tranche().date().isBefore(day))
                .min(Comparator.comparing(row -> row.tranche().date()));
        Optional<Money> target = next.flatMap(row -> Amounts.of(row.target())).filter(Money::isPositive);
        Optional<Money> loss = next.flatMap(row -> Amounts.of(row.loss()));
        if (target.isEmpty() || loss.isEmpty() || !loss.get().isSameCurrency(target.get())) {
            return Amounts.unknown(label, Message.of("COFI-PROG-NONEXT"));
        }
        Fraction share = Fraction.ratio(loss.get(), target.get());
        return Amounts.share(label, Message.of("COFI-PROG-RATIO"), share, unpaid);
    }

    private static Explanation covered(LocalDate last, Facts facts, LocalDate today) {
        List<Explanation> parts = new ArrayList<>();
        new TreeMap<>(facts.applications()).forEach((day, amount) -> {
            if (!day.isAfter(last) && !day.isAfter(today)) {
                parts.add(Amounts.given(Message.of("COFI-PROG-APPLICATION", day), amount));
            }
        });
        return Amounts.sum(Message.of("COFI-PROG-COVERED"), facts.prefinancing().getCurrencyUnit(), parts);
    }
}
