package org.subsidia.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlQuality;
import org.subsidia.report.ScdlReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code subsidia check scdl FILE}: what to mend in a file before it is published. */
@Command(name = "scdl")
final class CheckScdlCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", descriptionKey = "scdlFile")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Mixin
    private final ReportOutput output = new ReportOutput();

    @Mixin
    private final AtOption at = new AtOption();

    CheckScdlCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ScdlFile opened = ScdlInput.open(file);
        ScdlQuality quality = ScdlQuality.of(opened);
        output.write(console, ScdlReport.quality(quality, opened.place().toString(), at.day()));
        return quality.publishable() ? ExitCode.DONE : ExitCode.DATA_ERRORS;
    }
}
