package org.subsidia.rcp.reconcile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subsidia.cashflow.reconcile.PayerTable;
import org.subsidia.cashflow.reconcile.PayerTable.Payer;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.rcp.Texts;

/** The user's own payers while they are typed. Knows no window. */
final class OwnPayers {
    /**
     * A payer as it is typed.
     *
     * @param name its name
     * @param spellings as banks write it, one a line
     * @param levels of the funders whose money it may be
     */
    record Draft(String name, String spellings, Set<FunderLevel> levels) {
        Draft {
            levels = levels.isEmpty() ? EnumSet.noneOf(FunderLevel.class) : EnumSet.copyOf(levels);
        }

        static Draft of(Payer payer) {
            List<String> words = payer.spellings().stream().map(String::strip).toList();
            return new Draft(payer.name(), String.join("\n", words), payer.levels());
        }

        Payer payer() {
            return Payer.named(
                    name.strip(), spellings.lines().map(String::strip).toList(), levels);
        }
    }

    private final List<Draft> drafts = new ArrayList<>();

    OwnPayers(PayerTable table) {
        add(table);
    }

    /** Adds those of a table at the end. */
    void add(PayerTable table) {
        table.payers().forEach(payer -> drafts.add(Draft.of(payer)));
    }

    /** Adds a payer of which nothing is known, and says where it stands. */
    int addEmpty() {
        drafts.add(new Draft("", "", Set.of()));
        return drafts.size() - 1;
    }

    void remove(int index) {
        drafts.remove(index);
    }

    void set(int index, Draft draft) {
        drafts.set(index, draft);
    }

    Draft get(int index) {
        return drafts.get(index);
    }

    int count() {
        return drafts.size();
    }

    /** What each is called in a list. */
    List<String> names() {
        return drafts.stream()
                .map(draft -> draft.name().isBlank() ? Texts.payersNew : draft.name())
                .toList();
    }

    /** What is still missing, and of which payer. */
    Optional<String> missing() {
        for (Draft draft : drafts) {
            if (draft.name().isBlank()) {
                return Optional.of(Texts.payersNoName);
            }
            if (draft.payer().spellings().isEmpty()) {
                return Optional.of(Texts.bind(Texts.payersNoSpelling, draft.name()));
            }
        }
        return Optional.empty();
    }

    PayerTable table() {
        return new PayerTable(drafts.stream().map(Draft::payer).toList());
    }
}
