package org.subsidia.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known under names of organisations, in the order in which it became known. For one thread.
 *
 * @param <K> what is known, such as an id
 */
public final class NameIndex<K> {
    private final Map<String, Set<K>> spelt = new HashMap<>();
    private final Map<String, Set<K>> named = new HashMap<>();

    /** An index of nothing. */
    public NameIndex() {}

    /**
     * Makes something known under a name; it stays known under earlier ones.
     *
     * @param name as written anywhere
     * @param what is called so
     */
    public void put(String name, K what) {
        spelt.computeIfAbsent(Spelling.key(name), key -> new LinkedHashSet<>()).add(what);
        named.computeIfAbsent(OrganisationName.of(name).key(), key -> new LinkedHashSet<>())
                .add(what);
    }

    /**
     * What a name can mean.
     *
     * @param name as written anywhere
     * @return what is known under this spelling; only where nothing is, what is known under the same {@link OrganisationName}: a
     *     legal form tells two bodies apart that both are known, and else does not count
     */
    public List<K> find(String name) {
        Set<K> same = spelt.get(Spelling.key(name));
        if (same == null) {
            same = named.getOrDefault(OrganisationName.of(name).key(), Set.of());
        }
        return new ArrayList<>(same);
    }
}
