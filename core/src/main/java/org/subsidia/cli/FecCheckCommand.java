package org.subsidia.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.subsidia.io.fec.FecVerdict;
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
        List<FecVerdict> verdicts = FecInput.open(files).stream()
                .map(file -> FecVerdict.of(file, laws, closing, at.day()))
                .toList();
        output.write(console, FecReport.verdict(verdicts, at.day()));
        boolean good = verdicts.stream().allMatch(verdict -> verdict.isConform() && !verdict.hasOwnErrors());
        return good ? ExitCode.DONE : ExitCode.DATA_ERRORS;
    }
}
