package org.subsidia.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.accounts.AccountRole;
import org.subsidia.accounts.Books;
import org.subsidia.accounts.FunderWords;
import org.subsidia.accounts.GrantMatching;
import org.subsidia.accounts.Match;
import org.subsidia.accounts.MatchOptions;
import org.subsidia.check.AccountsEvidence;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.fec.FecBooks;
import org.subsidia.io.fec.FecFile;
import org.subsidia.io.fec.FecVerdict;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;

/** What the FEC files that a check names show of the structures whose SIREN they bear. */
final class FecEvidence {
    private FecEvidence() {}

    static List<AccountsEvidence> of(List<Path> paths, Portfolio portfolio, LawBase laws, LocalDate day) {
        List<AccountsEvidence> all = new ArrayList<>();
        for (FecFile file : FecInput.open(paths)) {
            String siren = file.name().map(name -> name.siren()).orElse("");
            Structure structure = portfolio.structures().stream()
                    .filter(each -> siren.equals(each.siren()))
                    .findFirst()
                    .orElseThrow(() -> new UnusableInput(List.of(
                            Finding.error(file.place(), "CLI-FEC-NO-STRUCTURE", siren.isEmpty() ? "?" : siren))));
            all.add(of(file, structure, portfolio, laws, day));
        }
        return all;
    }

    private static AccountsEvidence of(
            FecFile file, Structure structure, Portfolio portfolio, LawBase laws, LocalDate day) {
        FecVerdict verdict = FecVerdict.of(file, laws, null, day);
        Reading<List<Books>> books = FecBooks.read(List.of(file), laws, null, day);
        List<Match> open = books.value().orElseThrow(() -> new UnusableInput(books.findings())).stream()
                .flatMap(year ->
                        GrantMatching.of(year, portfolio, structure.id(), FunderWords.standard(), MatchOptions.USUAL)
                                .stream())
                .filter(match -> match.grant() == null)
                .toList();
        Money income = open.stream()
                .filter(match -> match.posting().role() == AccountRole.SUBSIDY)
                .map(match -> match.posting().amount().negated())
                .reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
        return new AccountsEvidence(
                structure.id(), verdict.file(), verdict.isConform(), verdict.unbalanced(), open.size(), income);
    }
}
