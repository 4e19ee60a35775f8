package org.subsidia.io.fec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.subsidia.accounts.Books;
import org.subsidia.accounts.Carryover;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.law.LawBase;

/**
 * The years of one company, each compared with the next: closing balances against opening balances.
 *
 * @param siren whose files they are, as their names say; may be empty
 * @param carried one for each two years that follow each other
 * @param gaps a sentence for each missing year
 * @param unread why balances could not be read
 */
public record FecYears(String siren, List<Carryover> carried, List<Message> gaps, List<Finding> unread) {

    /** Copies the lists. */
    public FecYears {
        carried = List.copyOf(carried);
        gaps = List.copyOf(gaps);
        unread = List.copyOf(unread);
    }

    /**
     * Compares the years of some files. A file whose name does not say its closing day stands alone.
     *
     * @param files of any companies and years, whole or in parts
     * @param laws hold the charts
     * @param day of the reading
     * @return one for each company that has files of two years at least
     */
    public static List<FecYears> of(List<FecFile> files, LawBase laws, LocalDate day) {
        Map<String, List<FecFile>> companies = new TreeMap<>();
        for (FecFile file : files) {
            file.name().ifPresent(name -> companies
                    .computeIfAbsent(name.siren(), key -> new ArrayList<>())
                    .add(file));
        }
        List<FecYears> all = new ArrayList<>();
        companies.forEach((siren, own) -> {
            if (own.stream().map(file -> file.closing()).distinct().count() > 1) {
                all.add(of(siren, own, laws, day));
            }
        });
        return all;
    }

    private static FecYears of(String siren, List<FecFile> files, LawBase laws, LocalDate day) {
        Reading<List<Books>> reading = FecBooks.balances(files, laws, null, day);
        List<Books> years = reading.value().orElse(List.of());
        return new FecYears(
                siren,
                Carryover.of(years),
                Carryover.gaps(years),
                reading.isRead()
                        ? List.of()
                        : reading.findings().stream()
                                .filter(finding -> finding.severity() == Severity.ERROR)
                                .toList());
    }

    /** {@return whether all balances were carried; a missing year is no fault of the files} */
    public boolean isClean() {
        return unread.isEmpty() && carried.stream().allMatch(Carryover::isClean);
    }

    /** {@return what was found, each at its line} */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(unread);
        carried.forEach(each -> all.addAll(each.findings()));
        return all;
    }
}
