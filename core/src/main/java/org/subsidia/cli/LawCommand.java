package org.subsidia.cli;

import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.law.Parameter;
import org.subsidia.report.LawReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia law [NAME]}: rules of the law base with their values, sources and history. */
@Command(name = "law")
final class LawCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "NAME", arity = "0..*", descriptionKey = "lawName")
    private List<String> words = List.of();

    @Option(names = "--history", descriptionKey = "lawHistory")
    private boolean history;

    @Option(names = "--unverified", descriptionKey = "lawUnverified")
    private boolean unverified;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    LawCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        String name = String.join(" ", words);
        List<Parameter> found = LawBase.standard().search(name);
        if (found.isEmpty()) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-NO-RULE", name)));
        }
        LawReport.Options options = new LawReport.Options(at.day(), history, unverified);
        output.write(console, output.isText() ? LawReport.narrow(found, options) : LawReport.of(found, options));
    }
}
