package org.subsidia.io.scdl;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.tabular.TabularRow;
import org.subsidia.ledger.FundingAggregator;
import org.subsidia.ledger.FundingDimension;

/** One file on its way into the aggregator. What is handed in, is handed in by one thread at a time and in the file's order. */
final class BulkSource {
    /** Lines of a file fit in so many bits of a position. */
    private static final int LINE_BITS = 40;

    private final Path path;
    private final ScdlFile file;
    private final @Nullable BulkLayout layout;
    private final long position;
    private final FundingAggregator sums;
    private final Consumer<? super Finding> findings;
    private final ScdlSummary.Builder summary;
    private boolean complete = true;

    BulkSource(Path path, ScdlFile file, int number, FundingAggregator sums, Consumer<? super Finding> findings) {
        this.path = path;
        this.file = file;
        this.sums = sums;
        this.findings = findings;
        List<FundingDimension> dimensions = sums.query().dimensions();
        layout = file.dialect()
                .flatMap(dialect -> BulkLayout.of(dialect, file.header(), dimensions))
                .orElse(null);
        position = (long) number << LINE_BITS;
        summary = new ScdlSummary.Builder(file.options().examples());
    }

    ScdlFile file() {
        return file;
    }

    /** Where the columns stand, if rows can be written by the rules at all. */
    Optional<BulkLayout> layout() {
        return Optional.ofNullable(layout);
    }

    long position() {
        return position;
    }

    /** Interprets a record that is not written by the rules, on behalf of a batch. */
    void interpret(TabularRow record, BulkBatch batch) {
        Reading<ScdlRow> reading = file.interpreter().interpret(record.line(), record.cells());
        batch.findings.addAll(reading.findings());
        if (reading.isRead()) {
            batch.addOther(new ScdlFundingRow(reading.get(), position + record.line()), ScdlFile.isRepaired(reading));
        } else {
            batch.refused++;
        }
    }

    /** Notes on behalf of a batch what was found when a record was cut. */
    static void note(Finding finding, BulkBatch batch) {
        batch.findings.add(finding);
        if (finding.severity() == Severity.ERROR && finding.place().line() > 0) {
            batch.refused++;
        }
    }

    void open() {
        file.findings().forEach(this::found);
    }

    void found(Finding finding) {
        summary.found(finding);
        findings.accept(finding);
    }

    void incomplete(Finding reason) {
        complete = false;
        found(reason);
    }

    /** Whether the end of the file was reached. */
    void complete(boolean whole) {
        complete &= whole;
    }

    /** Hands in a batch whose texts stand in a block. */
    void handIn(BulkBatch batch, BulkRow rows) {
        long published = 0;
        long attributed = 0;
        sums.addAll(rows);
        for (int i = 0; i < batch.size; i++) {
            published = Math.addExact(published, batch.published[i]);
            attributed = Math.addExact(attributed, batch.attributed[i]);
        }
        summary.kept(batch.size, batch.repaired, batch.refused, euros(published), euros(attributed));
        batch.findings.forEach(this::found);
    }

    private static Money euros(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    ScdlFunding.Source close() {
        return new ScdlFunding.Source(path, Optional.of(summary.build(complete)));
    }
}
