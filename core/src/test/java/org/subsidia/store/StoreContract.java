package org.subsidia.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Extras;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RandomPortfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/** What every store of portfolios holds to. */
public abstract class StoreContract {
    private static final Portfolio SMALL = Portfolio.of(
            List.of(Structure.builder(new StructureId("s"), "Pôle Mer").build()));

    /** A store in a place where nothing is yet; the same name is the same place. */
    protected abstract PortfolioStore store(String name) throws Exception;

    /** A portfolio that is open for edits, made in a place where nothing is yet. */
    protected abstract Editing editing(String name) throws Exception;

    /** A portfolio that is open for edits. */
    protected interface Editing extends AutoCloseable {
        Portfolio apply(Edit edit);

        /** What somebody reads who opens the place now, or would read after a crash. */
        Portfolio kept() throws Exception;

        @Override
        void close();
    }

    @Test
    void open_whereNothingIs_isAFinding() throws Exception {
        var read = store("none").open();

        assertThat(read.isRead()).isFalse();
        assertThat(read.findings()).isNotEmpty();
    }

    @Test
    void open_afterSave_givesTheSamePortfolio() throws Exception {
        long seed = System.nanoTime();
        Portfolio portfolio = new RandomPortfolio(seed).portfolio(10, 40);

        assertThat(store("a").save(portfolio).isRead()).as("seed %d", seed).isTrue();
        assertThat(store("a").open().get()).as("seed %d", seed).isEqualTo(portfolio);
    }

    @Test
    void save_equalPortfolios_haveOneVersion() throws Exception {
        Portfolio again = Portfolio.of(List.copyOf(SMALL.structures()));

        Saved first = store("a").save(SMALL).get();
        Saved other = store("a").save(Portfolio.empty()).get();
        assertThat(store("a").save(again).get()).isEqualTo(first);
        assertThat(store("b").save(SMALL).get().version()).isEqualTo(first.version());
        assertThat(other.version()).isNotEqualTo(first.version());
    }

    @Test
    void save_replacesAllThatWasThere() throws Exception {
        store("a").save(new RandomPortfolio(3).portfolio(5, 20)).get();
        store("a").save(SMALL).get();

        assertThat(store("a").open().get()).isEqualTo(SMALL);
    }

    @Test
    void save_unknownFieldsOfTheWhole_survive() throws Exception {
        SortedMap<String, String> fields = new TreeMap<>(Map.of("later", "{\"a\":[1,2]}"));
        Portfolio portfolio = SMALL.withExtras(new Extras(fields));
        store("a").save(portfolio).get();

        assertThat(store("a").open().get()).isEqualTo(portfolio);
    }

    @Test
    void places_doNotTouchEachOther() throws Exception {
        store("a").save(SMALL).get();
        store("b").save(new RandomPortfolio(3).portfolio(5, 20)).get();
        store("b").save(Portfolio.empty()).get();

        assertThat(store("a").open().get()).isEqualTo(SMALL);
        assertThat(store("a").name()).isNotEqualTo(store("b").name());
    }

    @Test
    void edits_byChance_leaveWhatAPlainMapHolds() throws Exception {
        long seed = System.nanoTime();
        RandomPortfolio random = new RandomPortfolio(seed);
        Map<RecordId, PortfolioRecord> plain = new TreeMap<>();
        try (Editing editing = editing("edited")) {
            for (int i = 0; i < 60; i++) {
                Edit edit = random.edit(3);
                apply(edit, plain);
                assertThat(editing.apply(edit)).as("seed %d, edit %d", seed, i).isEqualTo(Portfolio.of(plain.values()));
                if (i % 20 == 0) {
                    assertThat(editing.kept()).as("seed %d, edit %d", seed, i).isEqualTo(Portfolio.of(plain.values()));
                }
            }
            assertThat(editing.kept()).as("seed %d", seed).isEqualTo(Portfolio.of(plain.values()));
        }
    }

    private static void apply(Edit edit, Map<RecordId, PortfolioRecord> plain) {
        if (edit instanceof Edit.Put put) {
            plain.put(put.record().id(), put.record());
        } else if (edit instanceof Edit.Remove remove) {
            plain.remove(remove.id());
        } else if (edit instanceof Edit.Batch batch) {
            batch.edits().forEach(part -> apply(part, plain));
        }
    }
}
