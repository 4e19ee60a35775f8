package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;

/**
 * A one-off grant that is in the amount last known: it ends with its year or goes on, as the scenario supposes.
 *
 * @param recipient the structure
 * @param grant the grant
 */
public record OneOffResult(Recipient recipient, OneOff grant) {

    static List<OneOffResult> of(Frame frame) {
        List<OneOffResult> results = new ArrayList<>();
        for (Recipient recipient : frame.recipients) {
            recipient.oneOff().stream()
                    .filter(each -> recipient.isLastKnown(each, frame.scenario.last()))
                    .forEach(each -> results.add(new OneOffResult(recipient, each)));
        }
        return results;
    }
}
