package org.subsidia.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.subsidia.io.cordis.CordisImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code subsidia import cordis organization.csv --into P}: participations in European research projects, as grants. */
@Command(name = "cordis")
final class ImportCordisCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final IntakeOptions options = new IntakeOptions();

    @Option(names = "--projects", paramLabel = "FILE", descriptionKey = "cordisProjects")
    private @Nullable Path projects;

    ImportCordisCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(
                console,
                (portfolio, matching) -> CordisImport.prepare(
                        options.file(),
                        projects,
                        portfolio,
                        matching,
                        options.at().day()));
    }
}
