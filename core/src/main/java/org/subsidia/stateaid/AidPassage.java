package org.subsidia.stateaid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;

/**
 * An aid that begins to count in the period of a de minimis regulation, or no longer does.
 *
 * @param enters whether it enters; else it leaves
 * @param aid the aid with its amount
 */
public record AidPassage(boolean enters, Explanation aid) {

    /** What changes from one headroom to a later one: first what leaves, then what enters. */
    static List<AidPassage> between(Headroom before, Headroom after) {
        Map<String, Explanation> counted = counted(before);
        Map<String, Explanation> now = counted(after);
        List<AidPassage> passages = new ArrayList<>();
        counted.forEach((id, aid) -> {
            if (!now.containsKey(id)) {
                passages.add(new AidPassage(false, aid));
            }
        });
        now.forEach((id, aid) -> {
            if (!counted.containsKey(id)) {
                passages.add(new AidPassage(true, aid));
            }
        });
        return passages;
    }

    /** The aid that counts for certain, by the id of its grant. */
    static Map<String, Explanation> counted(Headroom headroom) {
        Map<String, Explanation> aids = new LinkedHashMap<>();
        headroom.used()
                .nodes()
                .filter(node -> node.step() == Step.GIVEN && !node.records().isEmpty())
                .forEach(node -> aids.put(node.records().get(0), node));
        return aids;
    }
}
