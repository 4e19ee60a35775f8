package org.subsidia.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.accounts.AccountFigures;
import org.subsidia.dependence.Dependence;
import org.subsidia.dependence.FunderView;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.Ratio;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.report.AccountsReport;
import org.subsidia.report.DependenceReport;
import org.subsidia.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code subsidia fec ratios FILE…}: the ratios of dependence out of the accounts. */
@Command(name = "ratios")
final class FecRatiosCommand implements Runnable {
    private final Console console;

    @Mixin
    private final FecAccounts accounts = new FecAccounts();

    @Mixin
    private final BridgeOption bridge = new BridgeOption();

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    FecRatiosCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        LawBase laws = LawBase.standard();
        BridgeOption.Ends ends = bridge.ends();
        FecAccounts.Read read = accounts.read(console, laws, at.day());
        List<OperatingFigures> years = new ArrayList<>();
        for (int i = 0; i < read.years().size(); i++) {
            years.add(AccountFigures.of(
                    read.years().get(i),
                    read.name(),
                    read.structure(),
                    read.matches().get(i),
                    read.portfolio(),
                    read.words()));
        }
        List<Finding> findings = new ArrayList<>(read.findings());
        read.years().forEach(books -> AccountFigures.leftOut(books)
                .forEach(balance -> findings.add(Finding.info(
                        Place.file(books.name()),
                        "ACC-LEFT-OUT",
                        balance.account(),
                        balance.label(),
                        Money.ofMinor(CurrencyUnit.EUR, -balance.movement())))));
        Dependence dependence = Dependence.of(read.name(), years);
        bridge.require(ends, dependence.years().keySet());
        int close = dependence.years().lastKey();
        Report ratios = DependenceReport.of(
                dependence,
                new DependenceReport.Options(
                        laws,
                        at.day(),
                        dependence.years().firstKey(),
                        close,
                        List.of(FunderView.ORIGIN, FunderView.PAYER),
                        Arrays.asList(Ratio.values()),
                        ends.from().ratio(),
                        ends.to().ratio(),
                        ends.from().yearOr(close),
                        ends.to().yearOr(close),
                        null,
                        Fraction.percent(50),
                        List.of()));
        output.write(console, AccountsReport.withFindings(ratios, findings));
    }
}
