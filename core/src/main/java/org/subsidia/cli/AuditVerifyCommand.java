package org.subsidia.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.report.StoreReport;
import org.subsidia.store.jdbc.AuditTrail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia audit verify P}: whether the chain of edits is whole and the records are what it leads to. */
@Command(name = "verify")
final class AuditVerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DATABASE", descriptionKey = "database")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace place;

    @Option(names = "--noted", paramLabel = "N:SEAL", descriptionKey = "auditNoted")
    private List<String> noted = List.of();

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    AuditVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<AuditTrail.Noted> all = new ArrayList<>();
        for (String text : noted) {
            if (!text.matches("[1-9]\\d{0,17}:[0-9a-f]{64}")) {
                throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-NOTED", text)));
            }
            int colon = text.indexOf(':');
            all.add(new AuditTrail.Noted(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1)));
        }
        return verify(console, place, all, at, output);
    }

    static int verify(
            Console console, PortfolioPlace place, List<AuditTrail.Noted> noted, AtOption at, ReportOutput output) {
        AuditTrail.Verified found = PortfolioFile.use(console, AuditTrail.verify(place.address(), noted));
        output.write(console, StoreReport.audit(found, place.name(), at.day()));
        return found.findings().isEmpty() ? ExitCode.DONE : ExitCode.DATA_ERRORS;
    }
}
