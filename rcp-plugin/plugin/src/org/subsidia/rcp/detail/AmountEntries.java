package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Words;

/** All amounts that were noted of a grant, by stage and day: an amendment is one more entry of its stage. */
final class AmountEntries {
    private static final Comparator<StagedAmount> ORDER = Comparator.comparing(StagedAmount::stage)
            .thenComparing(StagedAmount::date, Comparator.nullsFirst(Comparator.naturalOrder()));

    private AmountEntries() {}

    static List<StagedAmount> of(Grant grant) {
        return sorted(grant.amounts());
    }

    /** In order; of two of one day the one noted last stays last, so that the same one stands. */
    static List<StagedAmount> sorted(List<StagedAmount> amounts) {
        return amounts.stream().sorted(ORDER).toList();
    }

    /** An entry that stands beside one of the same stage and day would hide it. */
    static Optional<String> refusal(Grant grant, int line, AmountStage stage, LocalDate day) {
        boolean taken = GrantList.without(of(grant), line).stream()
                .anyMatch(entry -> entry.stage() == stage && Objects.equals(entry.date(), day));
        return taken ? Optional.of(Texts.amountSameDay) : Optional.empty();
    }

    /** What is to be known before the amount of a stage is typed over: that it has a history. */
    static String remark(Grant grant, AmountStage stage) {
        List<StagedAmount> entries =
                of(grant).stream().filter(entry -> entry.stage() == stage).toList();
        if (entries.size() < 2) {
            return "";
        }
        StagedAmount last = entries.get(entries.size() - 1);
        String since = last.date() == null ? "" : Texts.bind(Texts.amountSince, Words.date(last.date()));
        String reason = last.reason() == null ? "" : " (" + last.reason() + ")";
        return Texts.bind(Texts.amountAmended, entries.size(), since + reason);
    }
}
