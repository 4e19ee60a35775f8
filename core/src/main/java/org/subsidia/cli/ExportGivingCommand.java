package org.subsidia.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.io.threesixtygiving.GivingExport;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.report.Findings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia export 360giving P --output F}: awarded grants as a 360Giving file, JSON or CSV by the end of the name. */
@Command(name = "360giving")
final class ExportGivingCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--publisher", paramLabel = "PREFIX", required = true, descriptionKey = "givingPublisher")
    @SuppressWarnings("NullAway.Init") // required
    private String publisher;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            descriptionKey = "givingOutput")
    @SuppressWarnings("NullAway.Init") // required
    private Path output;

    ExportGivingCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        String name = output.toString().toLowerCase(Locale.ROOT);
        Place place = Place.file(output.toString());
        if (!name.endsWith(".json") && !name.endsWith(".csv")) {
            throw new UnusableInput(List.of(Finding.error(place, "CLI-GIVING-ENDING", output.toString())));
        }
        if (!publisher.matches("[A-Za-z0-9]{1,40}")) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-GIVING-PREFIX", publisher)));
        }
        Portfolio portfolio = PortfolioFile.open(console, file);
        GivingExport giving = GivingExport.of(portfolio, publisher);
        FindingLines.print(console, Findings.of(giving.findings()), false);
        try {
            write(giving, name.endsWith(".json"));
        } catch (IOException e) {
            throw new UnusableInput(
                    List.of(Finding.error(place, "CLI-CANNOT-WRITE", output.toString(), ReportOutput.reason(e))));
        }
        FindingLines.print(console, Finding.info(place, "GIVE-WRITTEN", giving.size()));
    }

    private void write(GivingExport giving, boolean json) throws IOException {
        if (json) {
            try (OutputStream out = Files.newOutputStream(output)) {
                giving.writeJson(out);
            }
        } else {
            try (Writer out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
                giving.writeCsv(out);
            }
        }
    }
}
