package org.subsidia.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.subsidia.finding.Message;

/**
 * What changed between two versions of a rule set, in words. Conditions are recognised by their ids; those without one by
 * their place in the tree.
 *
 * @param older the version before
 * @param newer the version after
 * @param changes the head of the document first, then conditions in the order of the newer document, then those taken out
 */
public record RuleSetDiff(RuleSet older, RuleSet newer, List<Change> changes) {

    /** Copies the list. */
    public RuleSetDiff {
        changes = List.copyOf(changes);
    }

    /** What happened. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It is no longer there. */
        REMOVED,
        /** It says something else. */
        CHANGED,
        /** It says the same in other words, or stands elsewhere. */
        REWORDED
    }

    /**
     * One difference.
     *
     * @param kind what happened
     * @param id of the condition, or the key of the document’s head
     * @param words the difference in words
     */
    public record Change(Kind kind, String id, Message words) {}

    /**
     * Compares two versions.
     *
     * @param older the version before
     * @param newer the version after
     * @return the differences; none: both ask the same
     */
    public static RuleSetDiff of(RuleSet older, RuleSet newer) {
        List<Change> changes = new ArrayList<>();
        head("id", older.id(), newer.id(), changes);
        head("version", older.version(), newer.version(), changes);
        head("title", older.title().in(Locale.FRENCH), newer.title().in(Locale.FRENCH), changes);
        head("validity", older.validity().toString(), newer.validity().toString(), changes);
        head("references", String.join(" ; ", older.references()), String.join(" ; ", newer.references()), changes);
        head("confidence", older.confidence().name(), newer.confidence().name(), changes);
        Map<String, Condition> before = byId(older);
        Map<String, Condition> after = byId(newer);
        after.forEach((id, condition) -> {
            Condition old = before.get(id);
            if (old == null) {
                changes.add(new Change(Kind.ADDED, id, Message.of("ELIG-DIFF-ADDED", id, said(condition))));
            } else {
                compare(id, old, condition, changes);
            }
        });
        before.forEach((id, condition) -> {
            if (!after.containsKey(id)) {
                changes.add(new Change(Kind.REMOVED, id, Message.of("ELIG-DIFF-REMOVED", id, said(condition))));
            }
        });
        return new RuleSetDiff(older, newer, changes);
    }

    private static void head(String key, String before, String after, List<Change> changes) {
        if (!before.equals(after)) {
            changes.add(new Change(Kind.CHANGED, key, Message.of("ELIG-DIFF-HEAD", key, before, after)));
        }
    }

    private static Map<String, Condition> byId(RuleSet rules) {
        Map<String, Condition> all = new LinkedHashMap<>();
        rules.root().all().forEach(condition -> all.put(condition.head().id(), condition));
        return all;
    }

    private static Message said(Condition condition) {
        return Sentences.content(condition);
    }

    private static void compare(String id, Condition old, Condition now, List<Change> changes) {
        if (!said(old).equals(said(now))) {
            changes.add(new Change(Kind.CHANGED, id, Message.of("ELIG-DIFF-CHANGED", id, said(old), said(now))));
        } else if (!old.words().equals(now.words())) {
            changes.add(new Change(Kind.REWORDED, id, Message.of("ELIG-DIFF-REWORDED", id, old.words(), now.words())));
        }
    }
}
