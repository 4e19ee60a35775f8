package org.subsidia.io.fec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.finding.Severity;
import org.subsidia.io.fec.FecCount.Kind;
import org.subsidia.law.LawBase;

/**
 * Whether a FEC is conform by the rules of the administration's own test (Test Compta Demat, LPF A.47 A-1), and what else is
 * wrong with its entries.
 *
 * <p>A file is conform when its name and header are right, no line has a blocking fault and no datum that may not be absent is
 * absent. The balance of the entries, duplicates, the dates and the letters are checks of ours: the administration's test does
 * not make them, and they do not change the verdict.
 *
 * @param file the file's name
 * @param closing the closing day of the financial year, or null where neither the name nor the user says it
 * @param regime which of the three forms
 * @param lines how many lines behind the header
 * @param entries how many entries (journal and number)
 * @param unbalanced how many entries whose debits are not their credits
 * @param debit the sum of debits
 * @param credit the sum of credits
 * @param first the first day of an entry, or null where there is none
 * @param last the last day of an entry, or null where there is none
 * @param missingColumns fields that the header lacks
 * @param extraColumns columns that are no field
 * @param journals by code
 * @param counts what was found
 * @param whole whether the file could be read to its end
 * @param rules the versions of the rules that were applied
 */
public record FecVerdict(
        String file,
        @Nullable LocalDate closing,
        FecRegime regime,
        long lines,
        long entries,
        long unbalanced,
        Money debit,
        Money credit,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        List<String> missingColumns,
        List<String> extraColumns,
        List<FecJournal> journals,
        List<FecCount> counts,
        boolean whole,
        List<RuleReference> rules) {

    /** Copies the lists. */
    public FecVerdict {
        missingColumns = List.copyOf(missingColumns);
        extraColumns = List.copyOf(extraColumns);
        journals = List.copyOf(journals);
        counts = List.copyOf(counts);
        rules = List.copyOf(rules);
    }

    /**
     * Judges a file, reading it once, and a second time up to the examples where entries do not balance.
     *
     * @param file the file
     * @param laws the rules: those of the test as at its day, those of the financial year as at its closing day
     * @param closing the closing day; null: as the file's name says
     * @param day on which the test is made
     * @return the verdict
     */
    public static FecVerdict of(FecFile file, LawBase laws, @Nullable LocalDate closing, LocalDate day) {
        return new FecCheck(file, laws, closing, day).run();
    }

    /** {@return whether the administration's test would call the file conform} */
    public boolean isConform() {
        return whole && missingColumns.isEmpty() && !has(Kind.BLOCKING) && !has(Kind.ABSENT);
    }

    /** {@return whether a check of ours found an error, such as an entry out of balance} */
    public boolean hasOwnErrors() {
        return counts.stream().anyMatch(count -> count.kind() == Kind.OWN && count.severity() == Severity.ERROR);
    }

    /** {@return the verdict in words: the sentence, then each reason that there is} */
    public List<Message> words() {
        List<Message> words = new ArrayList<>();
        words.add(Message.of(isConform() ? "FEC-CONFORM" : "FEC-NOT-CONFORM", file));
        if (!missingColumns.isEmpty()) {
            words.add(Message.of("FEC-BECAUSE-COLUMNS", missingColumns.size(), String.join(", ", missingColumns)));
        }
        if (has(Kind.BLOCKING)) {
            words.add(Message.of("FEC-BECAUSE-BLOCKING", sum(Kind.BLOCKING)));
        }
        if (has(Kind.ABSENT)) {
            words.add(Message.of("FEC-BECAUSE-ABSENT", sum(Kind.ABSENT)));
        }
        if (!whole) {
            words.add(Message.of("FEC-BECAUSE-STOPPED"));
        }
        return words;
    }

    private boolean has(Kind kind) {
        return counts.stream().anyMatch(count -> count.kind() == kind);
    }

    private long sum(Kind kind) {
        return counts.stream()
                .filter(count -> count.kind() == kind)
                .mapToLong(FecCount::count)
                .sum();
    }
}
