package org.subsidia.eligibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subsidia.document.Suggestion;

/** The facts that conditions may ask about, each with a position. Immutable. */
public final class FactCatalogue {
    private final List<Fact> facts;
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    private FactCatalogue(List<Fact> facts) {
        this.facts = List.copyOf(facts);
        for (int i = 0; i < facts.size(); i++) {
            if (positions.put(facts.get(i).id(), i) != null) {
                throw new IllegalArgumentException("twice: " + facts.get(i));
            }
        }
    }

    /** {@return the facts of the structure, the project, the request and the call that every rule set may use} */
    public static FactCatalogue standard() {
        return Standard.CATALOGUE;
    }

    static FactCatalogue of(Collection<Fact> facts) {
        return new FactCatalogue(new ArrayList<>(facts));
    }

    /**
     * This catalogue with more facts behind its own.
     *
     * @param more questions that only one rule set asks
     * @return the catalogue; the positions of the facts of this one stay
     * @throws IllegalArgumentException if one is already there
     */
    public FactCatalogue with(List<Fact> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(more);
        return new FactCatalogue(all);
    }

    /** {@return all facts by position} */
    public List<Fact> facts() {
        return facts;
    }

    /**
     * A fact that may not exist.
     *
     * @param id any text
     * @return the fact
     */
    public Optional<Fact> find(String id) {
        return Optional.ofNullable(positions.get(id)).map(facts::get);
    }

    /**
     * The position of a fact.
     *
     * @param id its id
     * @return from 0
     * @throws IllegalArgumentException if there is no such fact
     */
    public int position(String id) {
        Integer position = positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException("no fact " + id);
        }
        return position;
    }

    /**
     * The fact that someone may have meant.
     *
     * @param written a name that is not known
     * @return the id that needs the fewest letters changed
     */
    public String nearest(String written) {
        return Suggestion.nearest(written, ids());
    }

    /** {@return all ids by position} */
    public Collection<String> ids() {
        return Collections.unmodifiableSet(positions.keySet());
    }

    private static final class Standard {
        static final FactCatalogue CATALOGUE = FactCatalogueReader.standard();
    }
}
