package org.subsidia.cli;

import java.util.ArrayList;
import java.util.List;
import org.subsidia.accounts.Books;
import org.subsidia.accounts.FunderDebt;
import org.subsidia.accounts.GrantAccounts;
import org.subsidia.accounts.Recognition;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.StructureId;
import org.subsidia.report.AccountsReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code subsidia fec grants FILE…}: the subsidies of the accounts, grant by grant, beside what the portfolio makes expect. */
@Command(name = "grants")
final class FecGrantsCommand implements Runnable {
    private final Console console;

    @Mixin
    private final FecAccounts accounts = new FecAccounts();

    @Option(names = "--split", paramLabel = "periods|prorata|cost|once", descriptionKey = "fecSplit")
    private SplitChoice split = SplitChoice.periods;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    /** How a grant for several years is divided that chooses nothing itself. */
    enum SplitChoice {
        periods(IncomeSplit.PERIODS),
        prorata(IncomeSplit.DAYS),
        cost(IncomeSplit.COST),
        once(IncomeSplit.AT_ONCE);

        private final IncomeSplit split;

        SplitChoice(IncomeSplit split) {
            this.split = split;
        }
    }

    FecGrantsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        LawBase laws = LawBase.standard();
        FecAccounts.Read read = accounts.read(console, laws, at.day());
        StructureId structure = read.structure();
        List<Grant> grants = structure == null ? List.of() : read.portfolio().grantsOf(structure);
        List<GrantAccounts> years = new ArrayList<>();
        List<FunderDebt> debts = new ArrayList<>();
        for (int i = 0; i < read.years().size(); i++) {
            Books books = read.years().get(i);
            Recognition recognition = new Recognition(split.split, laws.at(books.closing()));
            years.add(GrantAccounts.of(books, read.matches().get(i), recognition, grants));
            grants.forEach(grant -> debts.add(FunderDebt.of(grant, books.year(), recognition)));
        }
        output.write(
                console,
                structure == null
                        ? AccountsReport.grants(years, read.findings(), at.day())
                        : AccountsReport.grants(years, debts, read.portfolio(), read.findings(), at.day()));
    }
}
