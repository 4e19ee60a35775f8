package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;

/** What a run had to leave out or suppose, so that nothing is silent. */
final class Unknowns {
    private static final int MOST_NAMED = 8;

    private Unknowns() {}

    static List<Finding> of(Frame frame) {
        List<Finding> findings = new ArrayList<>();
        Keys keys = frame.keys;
        Set<String> stated = frame.scenario.regionKeys().keySet();
        for (Measure measure : frame.scenario.measures()) {
            if (measure.model() == Model.REGION_KEY || measure.model() == Model.STRUCTURE_KEY) {
                keys.missing(
                        measure,
                        measure.model() == Model.REGION_KEY ? stated : Set.of(),
                        (key, count) -> findings.add(
                                Finding.warning(Place.NOWHERE, "XFER-KEY-MISSING", measure.id(), key, count)));
            }
            Set<String> nobody = new TreeSet<>(measure.names("priority"));
            nobody.removeIf(name -> !Priority.isNobody(frame.recipients, name));
            if (!nobody.isEmpty()) {
                findings.add(Finding.warning(
                        Place.NOWHERE, "XFER-PRIORITY-UNKNOWN", measure.id(), String.join(", ", nobody)));
            }
            Set<String> gone = new TreeSet<>(measure.structures());
            frame.recipients.forEach(each -> gone.remove(each.id()));
            if (!gone.isEmpty()) {
                findings.add(Finding.warning(
                        Place.NOWHERE, "XFER-STRUCTURE-UNKNOWN", measure.id(), String.join(", ", gone)));
            }
        }
        findings.addAll(frame.neutrality.unknowns(frame));
        oneOff(frame).ifPresent(findings::add);
        int cash = 0;
        int beyond = 0;
        int without = 0;
        int last = frame.scenario.last();
        for (Recipient recipient : frame.recipients) {
            KnownCash known = recipient.knownCash();
            cash += recipient.openingCash() == null && known == null ? 1 : 0;
            beyond += known != null && !known.covers(last) ? 1 : 0;
            boolean nowhere = recipient.regions().isEmpty();
            without += nowhere ? 1 : 0;
        }
        if (cash > 0) {
            findings.add(Finding.warning(Place.NOWHERE, "XFER-CASH-UNKNOWN", cash, frame.recipients.size()));
        }
        if (beyond > 0) {
            findings.add(Finding.warning(Place.NOWHERE, "XFER-FORECAST-SHORT", beyond, String.valueOf(last)));
        }
        if (without > 0) {
            findings.add(Finding.warning(Place.NOWHERE, "XFER-REGIONS-UNKNOWN", without));
        }
        if (frame.population.synthetic()) {
            findings.add(Finding.warning(Place.NOWHERE, "XFER-SYNTHETIC", frame.population.name()));
        }
        return findings;
    }

    /** One-off grants in what was last known: they end with their year or go on, and who reads the results must know. */
    private static Optional<Finding> oneOff(Frame frame) {
        List<OneOffResult> all = OneOffResult.of(frame);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Money sum = all.stream().map(each -> each.grant().amount()).reduce(Population.zero(), Money::plus);
        List<String> named = new ArrayList<>();
        for (OneOffResult each : all.subList(0, Math.min(all.size(), MOST_NAMED))) {
            String record = each.grant().record();
            named.add(
                    record == null ? each.recipient().id() + ' ' + each.grant().year() : record);
        }
        String list = String.join(", ", named) + (all.size() > named.size() ? ", …" : "");
        String code = frame.scenario.oneOffGrants() == OneOffGrants.END ? "XFER-ONE-OFF-ENDED" : "XFER-ONE-OFF-CARRIED";
        return Optional.of(Finding.warning(Place.NOWHERE, code, all.size(), sum, list));
    }
}
