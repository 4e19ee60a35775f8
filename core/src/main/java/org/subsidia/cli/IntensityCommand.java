package org.subsidia.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.report.IntensityReport;
import org.subsidia.report.Report;
import org.subsidia.report.StateAidReport;
import org.subsidia.stateaid.ExemptedAid;
import org.subsidia.stateaid.IntensityBonus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia intensity [ARTICLE]}: how much of the costs exempted aid may pay. */
@Command(name = "intensity")
final class IntensityCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "ARTICLE", arity = "0..1", descriptionKey = "intensityArticle")
    private @Nullable String article;

    @Option(names = "--costs", paramLabel = "AMOUNT", descriptionKey = "intensityCosts")
    private @Nullable String costs;

    @Option(names = "--bonus", paramLabel = "NAME", split = ",", descriptionKey = "intensityBonus")
    private List<Bonus> bonuses = new ArrayList<>();

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    /** What raises an intensity, as the option names it. */
    enum Bonus {
        collaboration,
        disabled_workers,
        smes_bear_costs
    }

    IntensityCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        String wanted = article;
        List<ExemptedAid> kinds = wanted == null ? List.of(ExemptedAid.values()) : ExemptedAid.ofArticle(wanted);
        if (kinds.isEmpty()) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "AID-BAD-ARTICLE", String.valueOf(wanted))));
        }
        Set<IntensityBonus> claimed = EnumSet.noneOf(IntensityBonus.class);
        bonuses.forEach(bonus -> claimed.add(IntensityBonus.valueOf(bonus.name().toUpperCase(Locale.ROOT))));
        Report report = IntensityReport.of(
                kinds,
                claimed,
                MoneyOption.read("--costs", costs),
                LawBase.standard().at(at.day()));
        StateAidReport.doubts(report).forEach(doubt -> FindingLines.print(console, doubt));
        output.write(console, report);
    }
}
