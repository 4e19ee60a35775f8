package org.subsidia.eligibility;

import org.jspecify.annotations.Nullable;

/**
 * A rule of the law base that a condition names: {@code law:deminimis.ceiling.general}, or one value of a rule that has
 * several: {@code law:eu-funds.2021-2027.rate[TRANSITION]}.
 *
 * @param id the rule’s id
 * @param key which of its values, or null
 */
public record LawRef(String id, @Nullable String key) implements Comparable<LawRef> {

    @Override
    public int compareTo(LawRef other) {
        return toString().compareTo(other.toString());
    }

    /** {@return as conditions write it} */
    @Override
    public String toString() {
        return "law:" + id + (key == null ? "" : "[" + key + "]");
    }
}
