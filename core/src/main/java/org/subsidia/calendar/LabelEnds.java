package org.subsidia.calendar;

import java.time.LocalDate;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;

/** Ends of labels. While nobody knows whether the condition of an extension is met, both ends are expected. */
final class LabelEnds implements EventSource {

    @Override
    public Events events(Portfolio portfolio, LawBase law, LocalDate asOf) {
        Gathering into = new Gathering(portfolio, law, asOf);
        for (Structure structure : portfolio.structures()) {
            Names.Keys keys = new Names.Keys();
            for (Label label : structure.labels()) {
                String phase = label.phase();
                String key = keys.of(label.kind().name() + (phase == null ? "" : ' ' + phase));
                read(structure, label, key, into);
            }
        }
        return into.result();
    }

    private static void read(Structure structure, Label label, String key, Gathering into) {
        LocalDate end = label.decidedEnd();
        if (end == null) {
            into.missing(structure.id(), structure.name(), EventKind.LABEL_END, Fact.LABEL_END);
            return;
        }
        LocalDate extension = label.conditionMet() == null ? label.extendableTo() : null;
        CalendarEvent.Builder first = event(structure, label, key, end).because(Fact.LABEL_END.on(end));
        if (extension != null) {
            first.certainty(Certainty.EXPECTED).because(condition(extension));
        }
        into.add(first.build());
        if (extension != null) {
            into.add(event(structure, label, key + "/extension", extension)
                    .certainty(Certainty.EXPECTED)
                    .because(condition(extension))
                    .build());
        }
    }

    private static CalendarEvent.Builder event(Structure structure, Label label, String key, LocalDate day) {
        String phase = label.phase();
        Message name = phase == null
                ? label.kind().label()
                : Message.of("CAL-PART-LABEL", label.kind().label(), phase);
        return CalendarEvent.builder(EventKind.LABEL_END, day, structure.id(), structure.name())
                .part(key, name)
                .field(Fact.LABEL_END.field())
                .structure(structure.id());
    }

    private static Explanation condition(LocalDate extension) {
        return Explanation.leaf(
                Message.of("CAL-ASSUMPTION"), new Value.Statement(Message.of("CAL-ASSUMPTION-EXTENSION", extension)));
    }
}
