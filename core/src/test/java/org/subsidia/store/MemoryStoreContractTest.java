package org.subsidia.store;

import java.util.HashMap;
import java.util.Map;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;

/** The contract holds for the simplest store there can be: it asks for nothing that only files or databases do. */
class MemoryStoreContractTest extends StoreContract {
    private final Map<String, Portfolio> places = new HashMap<>();

    @Override
    protected PortfolioStore store(String name) {
        return new PortfolioStore() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Reading<Portfolio> open() {
                Portfolio kept = places.get(name);
                return kept == null
                        ? Reading.refused(Finding.error(Place.file(name), "STORE-FILE-ABSENT", name))
                        : Reading.of(kept);
            }

            @Override
            public Reading<Saved> save(Portfolio portfolio) {
                places.put(name, portfolio);
                byte[] json = PortfolioJson.write(portfolio);
                return Reading.of(new Saved(Sha256.of(json), json.length));
            }
        };
    }

    @Override
    protected Editing editing(String name) {
        places.put(name, Portfolio.empty());
        return new Editing() {
            @Override
            public Portfolio apply(Edit edit) {
                return places.computeIfPresent(name, (same, portfolio) -> portfolio.apply(edit));
            }

            @Override
            public Portfolio kept() {
                return places.get(name);
            }

            @Override
            public void close() {}
        };
    }
}
