package org.subsidia.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.subsidia.io.fec.FecFile;
import org.subsidia.io.fec.FecVerdict;
import org.subsidia.io.fec.FecYears;
import org.subsidia.law.LawBase;
import org.subsidia.report.FecReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia fec check FILE…}: whether the tax administration would call it conform, and whether it balances. */
@Command(name = "check")
final class FecCheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "fecFiles")
    @SuppressWarnings("NullAway.Init") // required
    private List<Path> files;

    @Option(names = "--closing", paramLabel = "DATE", descriptionKey = "fecClosing")
    private @Nullable LocalDate closing;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    FecCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LawBase laws = LawBase.standard();
        List<FecFile> opened = FecInput.open(files);
        List<FecVerdict> verdicts = opened.stream()
                .map(file -> FecVerdict.of(file, laws, closing, at.day()))
                .toList();
        List<FecYears> years = FecYears.of(opened, laws, at.day());
        output.write(console, FecReport.verdict(verdicts, years, at.day()));
        boolean good = verdicts.stream().allMatch(verdict -> verdict.isConform() && !verdict.hasOwnErrors())
                && years.stream().allMatch(FecYears::isClean);
        return good ? ExitCode.DONE : ExitCode.DATA_ERRORS;
    }
}
