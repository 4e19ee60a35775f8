package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.subsidia.finding.Message;
import org.subsidia.territory.Region;

/**
 * Money that goes from one place to another in a year. The stages follow each other: what arrives at a place leaves it.
 *
 * @param year the year
 * @param from where it comes from
 * @param to where it goes
 * @param amount how much; negative where the place receives more than the line held, as by an index
 */
public record Flow(int year, Node from, Node to, Money amount) {

    /**
     * A place that money passes.
     *
     * @param kind what it is
     * @param region the code of the Region, for those that have one; empty: none or not known
     */
    public record Node(Kind kind, String region) {
        /** {@return its name, as tables write it} */
        public Message label() {
            String name = Region.find(region).map(Region::name).orElse(region);
            return Message.of("XFER-NODE-" + kind.name().replace('_', '-'), name);
        }
    }

    /** What a place is. */
    public enum Kind {
        /** The line as it was: source. */
        LINE,
        /** The Region's own budget: source. */
        OWN_BUDGET,
        /** All Regions together: passage. */
        TRANSFER,
        /** A Region's envelope: passage. */
        REGION,
        /** What the former payer saves: end. */
        SAVED,
        /** What a Region does not pay out: end. */
        UNSPENT,
        /** The structures: end. */
        STRUCTURES
    }

    static List<Flow> of(Simulation simulation, int year) {
        YearResult result = simulation.result(year);
        RegionShares regions = result.regions();
        List<Flow> flows = new ArrayList<>();
        if (regions == null) {
            return flows;
        }
        Frame frame = simulation.frame();
        Node line = new Node(Kind.LINE, "");
        Node transfer = new Node(Kind.TRANSFER, "");
        Node structures = new Node(Kind.STRUCTURES, "");
        long kept = Cents.sum(result.kept());
        add(flows, year, line, structures, kept);
        add(flows, year, line, transfer, regions.total());
        add(flows, year, line, new Node(Kind.SAVED, ""), frame.referenceTotal() - kept - regions.total());
        for (int r = 0; r < frame.regions.size(); r++) {
            String code = frame.regions.get(r);
            Envelope envelope = result.envelopes()[r];
            StructureShares shares = result.shares()[r];
            Node region = new Node(Kind.REGION, code);
            add(flows, year, transfer, region, envelope.received());
            add(flows, year, new Node(Kind.OWN_BUDGET, code), region, envelope.topUp());
            add(flows, year, region, structures, Cents.sum(shares.paid()));
            add(flows, year, region, new Node(Kind.UNSPENT, code), Math.addExact(envelope.cut(), shares.unspent()));
        }
        return flows;
    }

    private static void add(List<Flow> flows, int year, Node from, Node to, long cents) {
        if (cents != 0) {
            flows.add(new Flow(year, from, to, Cents.money(cents)));
        }
    }
}
