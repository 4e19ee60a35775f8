package org.subsidia.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.RecordId;

/** From chosen entries to the edits that a portfolio needs. */
final class Transfer {
    private final Catalogue catalogue;
    private final Portfolio portfolio;
    private final Set<RecordId> done = new LinkedHashSet<>();
    private final List<Edit> edits = new ArrayList<>();

    Transfer(Catalogue catalogue, Portfolio portfolio) {
        this.catalogue = catalogue;
        this.portfolio = portfolio;
    }

    Edit of(Collection<? extends RecordId> selection) {
        Set<RecordId> chosen = new LinkedHashSet<>(selection);
        chosen.forEach(id -> add(id, chosen));
        return edits.isEmpty() ? Edit.nothing() : Edit.batch("catalogue", edits);
    }

    private void add(RecordId id, Set<RecordId> chosen) {
        Optional<CatalogueEntry> entry = catalogue.find(id);
        if (entry.isEmpty() || !done.add(id)) {
            return;
        }
        PortfolioRecord record = withFunder(entry.get().record(), chosen);
        if (record instanceof Programme programme && programme.parent() != null) {
            add(programme.parent(), chosen);
        } else if (record instanceof Call call && call.programme() != null) {
            add(call.programme(), chosen);
        }
        Optional<PortfolioRecord> there = portfolio.find(id);
        PortfolioRecord next = there.map(old -> record.withExtras(old.extras())).orElse(record);
        boolean wanted = there.isEmpty() || (chosen.contains(id) && !there.get().equals(next));
        if (wanted) {
            edits.add(Edit.put(next));
        }
    }

    private PortfolioRecord withFunder(PortfolioRecord record, Set<RecordId> chosen) {
        if (record instanceof Programme programme) {
            return programme.toBuilder()
                    .funder(funder(programme.funder(), chosen))
                    .build();
        } else if (record instanceof Call call) {
            return call.toBuilder().funder(funder(call.funder(), chosen)).build();
        }
        return record;
    }

    private @Nullable FunderId funder(@Nullable FunderId id, Set<RecordId> chosen) {
        if (id == null || portfolio.contains(id)) {
            return id;
        }
        Optional<FunderId> same =
                catalogue.find(id).flatMap(CatalogueEntry::funder).flatMap(this::same);
        if (same.isEmpty()) {
            add(id, chosen);
        }
        return same.orElse(id);
    }

    private Optional<FunderId> same(Funder wanted) {
        return portfolio.funders().stream()
                .filter(funder -> isSame(wanted, funder))
                .map(Funder::id)
                .findFirst();
    }

    private static boolean isSame(Funder a, Funder b) {
        if (a.siren() != null && b.siren() != null) {
            return Objects.equals(a.siren(), b.siren());
        }
        return a.level() == FunderLevel.REGION
                && b.level() == FunderLevel.REGION
                && a.territory() != null
                && Objects.equals(a.territory(), b.territory());
    }
}
