package org.subsidia.catalogue;

import java.util.List;
import java.util.Optional;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.Source;

/**
 * A programme, a call or a funder of the catalogue, with the figures known about it.
 *
 * @param record a {@link Programme}, a {@link Call} or a {@link Funder}, as a portfolio receives it
 * @param figures in the order of the source
 */
public record CatalogueEntry(PortfolioRecord record, List<CatalogueFigure> figures) {

    /**
     * Copies the figures.
     *
     * @throws IllegalArgumentException if the record is of another kind
     */
    public CatalogueEntry {
        if (!(record instanceof Programme || record instanceof Call || record instanceof Funder)) {
            throw new IllegalArgumentException("a catalogue holds programmes, calls and funders, not " + record.id());
        }
        figures = List.copyOf(figures);
    }

    /**
     * An entry without figures.
     *
     * @param record a programme, a call or a funder
     * @return the entry
     */
    public static CatalogueEntry of(PortfolioRecord record) {
        return new CatalogueEntry(record, List.of());
    }

    /** {@return its id, also that of the record in a portfolio} */
    public RecordId id() {
        return record.id();
    }

    /** {@return what it is} */
    public CatalogueKind kind() {
        return CatalogueKind.of(record);
    }

    /** {@return its name} */
    public String name() {
        if (record instanceof Programme programme) {
            return programme.name();
        }
        return record instanceof Call call ? call.name() : ((Funder) record).name();
    }

    /** {@return the programme, if it is one} */
    public Optional<Programme> programme() {
        return record instanceof Programme programme ? Optional.of(programme) : Optional.empty();
    }

    /** {@return the call, if it is one} */
    public Optional<Call> call() {
        return record instanceof Call call ? Optional.of(call) : Optional.empty();
    }

    /** {@return the funder, if it is one} */
    public Optional<Funder> funder() {
        return record instanceof Funder funder ? Optional.of(funder) : Optional.empty();
    }

    /** {@return where it was read and how sure it is; empty for funders and for entries that do not say} */
    public Optional<Source> source() {
        return programme()
                .map(programme -> Optional.ofNullable(programme.source()))
                .orElseGet(() -> call().map(Call::source));
    }

    /**
     * One figure.
     *
     * @param name its name
     * @return the figure, if it is known
     */
    public Optional<CatalogueFigure> figure(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }
}
