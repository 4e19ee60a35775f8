package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;

/** Where a flow comes from: Region by Region, measure by measure, structure by structure. */
final class FlowWhy {
    private final Simulation simulation;
    private final Frame frame;
    private final YearResult result;

    FlowWhy(Simulation simulation, int year) {
        this.simulation = simulation;
        this.frame = simulation.frame();
        this.result = simulation.result(year);
    }

    Explanation of(Flow flow) {
        Explanation why =
                switch (flow.from().kind()) {
                    case LINE -> ofLine(flow);
                    case TRANSFER -> region(flow.to()).received();
                    case OWN_BUDGET -> region(flow.to()).topUp();
                    default -> ofRegion(flow);
                };
        return Amounts.same(
                Message.of("XFER-FLOW", flow.from().label(), flow.to().label(), String.valueOf(flow.year())), why);
    }

    private RegionWhy region(Flow.Node node) {
        return new RegionWhy(simulation, frame.regions.indexOf(node.region()), result.year());
    }

    private Explanation ofLine(Flow flow) {
        return switch (flow.to().kind()) {
            case STRUCTURES -> kept();
            case TRANSFER -> transferred();
            default ->
                Amounts.difference(
                        Message.of("XFER-SAVED"),
                        Amounts.given(
                                Message.of("XFER-LINE-OF", String.valueOf(frame.scenario.reference())),
                                Cents.money(frame.referenceTotal())),
                        kept(),
                        transferred());
        };
    }

    private Explanation ofRegion(Flow flow) {
        RegionWhy region = region(flow.from());
        return flow.to().kind() == Flow.Kind.STRUCTURES
                ? region.paid()
                : Amounts.sum(Message.of("XFER-UNSPENT"), CurrencyUnit.EUR, List.of(region.cut(), region.unspent()));
    }

    private Explanation kept() {
        List<Explanation> parts = new ArrayList<>();
        long[] kept = result.kept();
        for (int p = 0; p < kept.length; p++) {
            if (kept[p] != 0) {
                parts.add(Leaves.of(frame.recipients.get(p), kept[p]));
            }
        }
        return Amounts.sum(Message.of("XFER-KEPT", String.valueOf(result.year())), CurrencyUnit.EUR, parts);
    }

    /** What passes to all Regions, Region by Region; nothing before the transfer. */
    Explanation transferred() {
        List<Explanation> parts = new ArrayList<>();
        if (result.regions() != null) {
            for (int r = 0; r < frame.regions.size(); r++) {
                if (result.regions().cents()[r] != 0) {
                    parts.add(new RegionWhy(simulation, r, result.year()).received());
                }
            }
        }
        return Amounts.sum(Message.of("XFER-TRANSFERRED-ALL", String.valueOf(result.year())), CurrencyUnit.EUR, parts);
    }
}
