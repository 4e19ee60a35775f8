package org.subsidia.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.report.EquivalentReport;
import org.subsidia.report.Report;
import org.subsidia.report.StateAidReport;
import org.subsidia.stateaid.GrossGrantEquivalent;
import org.subsidia.stateaid.GrossGrantEquivalent.Instalment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code subsidia equivalent}: the gross grant equivalent of instalments or of a subsidised loan. */
@Command(name = "equivalent")
final class EquivalentCommand implements Runnable {
    private static final int MONTHS = 12;
    private static final int MOST_YEARS = 50;

    private final Console console;

    @Option(names = "--instalment", paramLabel = "DATE=AMOUNT", descriptionKey = "equivalentInstalment")
    private Map<LocalDate, String> instalments = new LinkedHashMap<>();

    @Option(names = "--loan", paramLabel = "AMOUNT", descriptionKey = "equivalentLoan")
    private @Nullable String loan;

    @Option(names = "--years", paramLabel = "N", descriptionKey = "equivalentYears")
    private int years;

    @Option(names = "--rate", paramLabel = "RATE", descriptionKey = "equivalentRate")
    private @Nullable String rate;

    @Option(names = "--reference-rate", paramLabel = "RATE", descriptionKey = "equivalentReference")
    private @Nullable String reference;

    @Option(names = "--collateral", paramLabel = "SHARE", descriptionKey = "equivalentCollateral")
    private @Nullable String collateral;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    EquivalentCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        List<Explanation> figures = new ArrayList<>();
        Money lent = MoneyOption.read("--loan", loan);
        String asReference = reference;
        if (!instalments.isEmpty()) {
            if (asReference == null) {
                throw wrong("AID-GGE-NOREFERENCE");
            }
            figures.add(GrossGrantEquivalent.ofInstalments(at.day(), parts(), ShareOption.read(asReference)));
        }
        if (lent != null) {
            loan(lent, figures);
        }
        if (figures.isEmpty()) {
            throw wrong("AID-GGE-NOTHING");
        }
        Report report = EquivalentReport.of(figures, at.day());
        StateAidReport.doubts(report).forEach(doubt -> FindingLines.print(console, doubt));
        output.write(console, report);
    }

    private List<Instalment> parts() {
        List<Instalment> parts = new ArrayList<>();
        instalments.forEach((day, text) -> {
            Money amount = MoneyOption.read("--instalment", text);
            if (day.isBefore(at.day()) || day.isAfter(at.day().plusYears(MOST_YEARS))) {
                throw wrong("AID-GGE-BADDAY", day.toString(), at.day().toString());
            }
            if (amount != null) {
                parts.add(new Instalment(day, amount));
            }
        });
        return parts;
    }

    private void loan(Money lent, List<Explanation> figures) {
        if (years < 1 || years > MOST_YEARS) {
            throw wrong("AID-GGE-BADYEARS", years);
        }
        String asReference = reference;
        if (asReference != null) {
            Fraction own = rate == null ? Fraction.ZERO : ShareOption.read(rate);
            figures.add(GrossGrantEquivalent.ofLoan(lent, years, own, ShareOption.read(asReference)));
        }
        if (asReference == null || collateral != null) {
            Fraction secured = collateral == null ? Fraction.ZERO : ShareOption.read(collateral);
            figures.add(GrossGrantEquivalent.ofLoanBySafeHarbour(
                    lent, years * MONTHS, secured, LawBase.standard().at(at.day())));
        }
    }

    private static UnusableInput wrong(String code, Object... arguments) {
        return new UnusableInput(List.of(Finding.error(Place.NOWHERE, code, arguments)));
    }
}
