package org.subsidia.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.FunderWords;
import org.subsidia.accounts.MatchOptions;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import picocli.CommandLine.Option;

/** How lines of a FEC are brought to grants: the words that funders are known by, and how far days may lie apart. */
final class FecMatching {
    @Option(names = "--funders", paramLabel = "FILE", descriptionKey = "fecFunders")
    private @Nullable Path funders;

    @Option(names = "--days", paramLabel = "N", descriptionKey = "fecDays")
    private int days = MatchOptions.USUAL.days();

    FunderWords words(Console console) {
        Path extra = funders;
        return extra == null
                ? FunderWords.standard()
                : PortfolioFile.use(console, FunderWords.standard().with(extra));
    }

    MatchOptions options() {
        if (days < 0) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-BAD-DAYS", days)));
        }
        return new MatchOptions(days, 0);
    }
}
