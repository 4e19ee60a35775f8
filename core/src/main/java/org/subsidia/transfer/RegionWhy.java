package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.territory.Region;

/**
 * Where the figures of a Region in a year come from: back to what passes to all Regions, and structure by structure.
 *
 * <pre>{@code
 * new RegionWhy(simulation, result).toVote().check();
 * }</pre>
 */
public final class RegionWhy {
    private final Frame frame;
    private final YearResult result;
    private final Envelope envelope;
    private final int r;

    /**
     * The origins of a Region's figures.
     *
     * @param simulation the run
     * @param region one of its results
     */
    public RegionWhy(Simulation simulation, RegionResult region) {
        this(simulation, simulation.frame().regions.indexOf(region.region()), region.year());
    }

    /** The same of a Region by its place, in a year in which the line has moved. */
    RegionWhy(Simulation simulation, int r, int year) {
        this.frame = simulation.frame();
        this.result = simulation.result(year);
        this.envelope = result.envelopes()[r];
        this.r = r;
    }

    String name() {
        return Region.find(frame.regions.get(r)).map(Region::name).orElse("?");
    }

    /** {@return what its structures would receive of the line, structure by structure} */
    public Explanation before() {
        return members("XFER-REGION-BEFORE", frame.ground.members[r], frame.ground.historic[r]);
    }

    /** {@return what the former payer still pays to its structures, structure by structure} */
    public Explanation kept() {
        int[] members = frame.ground.members[r];
        long[] cents = new long[members.length];
        for (int i = 0; i < members.length; i++) {
            cents[i] = frame.ground.byRegion(members[i], result.kept()[members[i]])[r];
        }
        return members("XFER-REGION-KEPT", members, cents);
    }

    /** {@return what its structures receive of its envelope, structure by structure} */
    public Explanation paid() {
        StructureShares shares = result.shares()[r];
        return members("XFER-REGION-PAID", shares.members(), shares.paid());
    }

    private Explanation members(String code, int[] members, long[] cents) {
        List<Explanation> parts = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            if (cents[i] != 0) {
                parts.add(Leaves.of(frame.recipients.get(members[i]), cents[i]));
            }
        }
        return Amounts.sum(label(code), CurrencyUnit.EUR, parts);
    }

    /** {@return what it receives of the transfer, back to the base of the compensation} */
    public Explanation received() {
        RegionShares regions = result.regions();
        Path path = result.path();
        if (regions == null || path == null) {
            throw new IllegalStateException("no transfer in " + result.year());
        }
        Message label = Message.of("XFER-RECEIVED", name());
        if (regions.neutral()[r]) {
            return Amounts.same(label, frame.neutrality.explain(frame.regions.get(r), result.year()));
        }
        List<Explanation> parts = new ArrayList<>();
        Explanation product = Amounts.share(
                Message.of("XFER-PART-REGION"),
                Message.of("XFER-SHARE-REGION", name()),
                regions.weights().share(r),
                path.transferredWhy());
        parts.add(product);
        Leaves.rest(
                parts,
                "XFER-REST-CENT",
                regions.cents()[r] - Cents.of(Amounts.of(product).orElseThrow()));
        return Amounts.sum(label, CurrencyUnit.EUR, parts);
    }

    /** {@return what it adds of its own, measure by measure} */
    public Explanation topUp() {
        List<Explanation> parts = new ArrayList<>();
        for (Measure measure : frame.of(Model.TOP_UP, result.year())) {
            if (measure.concernsRegion(frame.regions.get(r))) {
                parts.add(topUp(measure));
            }
        }
        return Amounts.sum(label("XFER-REGION-TOP-UP"), CurrencyUnit.EUR, parts);
    }

    private Explanation topUp(Measure measure) {
        int year = result.year();
        Message label = Message.of("XFER-MEASURE-OF", measure.id(), measure.description());
        List<Explanation> parts = new ArrayList<>();
        Fraction rate = measure.number("rate", year, Fraction.ZERO);
        if (rate.signum() > 0) {
            parts.add(Amounts.share(
                    Message.of("XFER-TOP-UP-RATE"), Message.of("XFER-TOP-UP-RATE-SHARE"), rate, received()));
        }
        Fraction fill = measure.number("fill", year, Fraction.ZERO);
        if (fill.signum() > 0) {
            Explanation loss = Amounts.greatest(
                    Message.of("XFER-TOP-UP-LOSS"),
                    List.of(
                            Amounts.difference(Message.of("XFER-TOP-UP-MISSING"), before(), received()),
                            Amounts.given(Message.of("XFER-NOTHING-LESS"), Population.zero())));
            parts.add(Amounts.share(Message.of("XFER-TOP-UP-FILL"), Message.of("XFER-TOP-UP-FILL-SHARE"), fill, loss));
        }
        Explanation sum = Amounts.sum(label, CurrencyUnit.EUR, parts);
        Optional<Long> cap = measure.cents("cap", year);
        return cap.isEmpty()
                ? sum
                : Amounts.least(
                        label, List.of(sum, Amounts.given(Message.of("XFER-TOP-UP-CAP"), Cents.money(cap.get()))));
    }

    /** {@return what it holds back by its cap} */
    public Explanation cut() {
        Explanation all = Amounts.sum(label("XFER-REGION-UNCUT"), CurrencyUnit.EUR, List.of(received(), topUp()));
        List<Explanation> least = new ArrayList<>(List.of(all));
        for (Measure measure : frame.of(Model.CAP, result.year())) {
            if (measure.concernsRegion(frame.regions.get(r))) {
                measure.cents("amount", result.year())
                        .ifPresent(cents -> least.add(Amounts.given(
                                Message.of("XFER-MEASURE-OF", measure.id(), measure.description()),
                                Cents.money(cents))));
            }
        }
        return Amounts.difference(
                label("XFER-REGION-CUT"), all, Amounts.least(Message.of("XFER-ENVELOPE", name()), least));
    }

    /** {@return what it has for its structures} */
    Explanation envelope() {
        List<Explanation> parts = new ArrayList<>();
        parts.add(received());
        Leaves.rest(parts, "XFER-TOP-UP", envelope.topUp());
        Leaves.rest(parts, "XFER-CUT", -envelope.cut());
        return Amounts.sum(Message.of("XFER-ENVELOPE", name()), CurrencyUnit.EUR, parts);
    }

    /** {@return what it does not pay out otherwise} */
    public Explanation unspent() {
        return Amounts.difference(label("XFER-REGION-UNSPENT"), envelope(), paid());
    }

    /** {@return what it would have to add so that its structures lose nothing} */
    public Explanation toVote() {
        Explanation missing = Amounts.difference(Message.of("XFER-REGION-MISSING"), before(), paid(), kept());
        Money nothing = Population.zero();
        return Amounts.greatest(
                label("XFER-REGION-TO-VOTE"),
                List.of(missing, Amounts.given(Message.of("XFER-NOTHING-LESS"), nothing)));
    }

    private Message label(String code) {
        return Message.of(code, name(), String.valueOf(result.year()));
    }
}
