package org.subsidia.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;
import org.subsidia.store.RecordDifference;
import org.subsidia.store.file.Backup;
import org.subsidia.store.file.HistoryEntry;
import org.subsidia.store.file.Verification;
import org.subsidia.store.jdbc.AuditTrail;

/** What a store tells of a portfolio: what an edit does, the history, the backups, and whether all is whole. */
public final class StoreReport {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private StoreReport() {}

    /**
     * What an edit does to each record.
     *
     * @param before the portfolio to which it is applied
     * @param edit the edit
     * @param file the portfolio’s file
     * @param asOf the day
     * @return the report; its table {@code records} has a row for each record that the edit names
     */
    public static Report edit(Portfolio before, Edit edit, String file, LocalDate asOf) {
        Portfolio after = before.apply(edit);
        List<List<Cell>> rows = new ArrayList<>();
        for (RecordId id : edit.records()) {
            Optional<PortfolioRecord> old = before.find(id);
            Optional<PortfolioRecord> fresh = after.find(id);
            rows.add(List.of(
                    kind(id), Cell.of(id.value()), Cell.of(Message.of(outcome(old, fresh))), fields(old, fresh)));
        }
        Table records = new Table(
                "records",
                Message.of("REPORT-STORE-RECORDS"),
                List.of(
                        text("kind", "REPORT-STORE-KIND"),
                        text("record", "REPORT-STORE-RECORD"),
                        text("outcome", "REPORT-STORE-OUTCOME"),
                        text("fields", "REPORT-STORE-FIELDS")),
                rows,
                null);
        return report("edit", "REPORT-STORE-EDIT", file, asOf, records, before.check(edit));
    }

    private static String outcome(Optional<PortfolioRecord> before, Optional<PortfolioRecord> after) {
        if (before.isEmpty()) {
            return after.isEmpty() ? "REPORT-STORE-ABSENT" : "REPORT-STORE-NEW";
        }
        if (after.isEmpty()) {
            return "REPORT-STORE-REMOVED";
        }
        return before.equals(after) ? "REPORT-STORE-UNCHANGED" : "REPORT-STORE-CHANGED";
    }

    private static Cell fields(Optional<PortfolioRecord> before, Optional<PortfolioRecord> after) {
        return before.isPresent() && after.isPresent()
                ? Cell.of(String.join(", ", RecordDifference.fields(before.get(), after.get())))
                : Cell.EMPTY;
    }

    /**
     * Who changed what, when and why.
     *
     * @param entries the history
     * @param file the portfolio’s file
     * @param asOf the day
     * @return the report; its table {@code history} has a row for each edit
     */
    public static Report history(List<HistoryEntry> entries, String file, LocalDate asOf) {
        List<List<Cell>> rows = entries.stream()
                .map(entry -> row(entry, words(entry.record().edit()), Cell.EMPTY))
                .toList();
        return listed(rows, file, asOf);
    }

    /**
     * The history of one record.
     *
     * @param entries the whole history
     * @param record the value of the record’s id
     * @param file the portfolio’s file
     * @param asOf the day
     * @return the report; its table {@code history} has a row for each edit of the record
     */
    public static Report history(List<HistoryEntry> entries, String record, String file, LocalDate asOf) {
        List<List<Cell>> rows = new ArrayList<>();
        Portfolio known = Portfolio.empty();
        for (HistoryEntry entry : entries) {
            Edit edit = entry.record().edit();
            List<RecordId> touched = edit.records().stream()
                    .filter(id -> id.value().equals(record))
                    .toList();
            if (touched.isEmpty()) {
                continue;
            }
            Portfolio next = known.apply(edit);
            for (RecordId id : touched) {
                Message what = next.contains(id)
                        ? Message.of("REPORT-STORE-PUT", kindName(id), id.value())
                        : Message.of("REPORT-STORE-REMOVE", kindName(id), id.value());
                rows.add(row(entry, what, fields(known.find(id), next.find(id))));
            }
            known = next;
        }
        return listed(rows, file, asOf);
    }

    private static Report listed(List<List<Cell>> rows, String file, LocalDate asOf) {
        Table table = new Table(
                "history",
                Message.of("REPORT-STORE-HISTORY"),
                List.of(
                        Column.of("number", Column.Type.COUNT, Message.of("REPORT-STORE-NUMBER")),
                        text("instant", "REPORT-STORE-INSTANT"),
                        text("author", "REPORT-STORE-AUTHOR"),
                        text("edit", "REPORT-STORE-EDIT"),
                        text("fields", "REPORT-STORE-FIELDS"),
                        text("reason", "REPORT-STORE-REASON"),
                        text("state", "REPORT-STORE-STATE")),
                rows,
                null);
        return report("history", "REPORT-STORE-HISTORY", file, asOf, table, List.of());
    }

    private static List<Cell> row(HistoryEntry entry, Message what, Cell fields) {
        return List.of(
                Cell.of(entry.number()),
                instant(entry.record().instant()),
                Cell.of(entry.record().author()),
                Cell.of(what),
                fields,
                optional(entry.record().reason()),
                Cell.of(Message.of(entry.saved() ? "REPORT-STORE-SAVED" : "REPORT-STORE-UNSAVED")));
    }

    private static Message words(Edit edit) {
        if (edit instanceof Edit.Put put) {
            RecordId id = put.record().id();
            return Message.of("REPORT-STORE-PUT", kindName(id), id.value());
        }
        if (edit instanceof Edit.Remove remove) {
            return Message.of(
                    "REPORT-STORE-REMOVE", kindName(remove.id()), remove.id().value());
        }
        String label = edit instanceof Edit.Batch batch ? batch.label() : "";
        int count = edit.records().size();
        return label.isBlank()
                ? Message.of("REPORT-STORE-BATCH", count)
                : Message.of("REPORT-STORE-BATCH-LABEL", count, label);
    }

    /**
     * The states that can be restored.
     *
     * @param backups the known-good copy and the backups
     * @param file the portfolio’s file
     * @param asOf the day
     * @return the report; its table {@code backups} has a row for each
     */
    public static Report backups(List<Backup> backups, String file, LocalDate asOf) {
        return report("backups", "REPORT-STORE-BACKUPS", file, asOf, table(backups), List.of());
    }

    private static Table table(List<Backup> backups) {
        List<List<Cell>> rows = backups.stream()
                .<List<Cell>>map(backup -> List.of(
                        Cell.of(backup.number()),
                        instant(backup.instant()),
                        Cell.of(backup.bytes()),
                        backup.number() == Backup.KNOWN_GOOD
                                ? Cell.of(Message.of("REPORT-STORE-GOOD"))
                                : Cell.of(Message.of("REPORT-STORE-BEFORE"))))
                .toList();
        return new Table(
                "backups",
                Message.of("REPORT-STORE-BACKUPS"),
                List.of(
                        Column.of("number", Column.Type.COUNT, Message.of("REPORT-STORE-NUMBER")),
                        text("instant", "REPORT-STORE-INSTANT"),
                        Column.of("bytes", Column.Type.COUNT, Message.of("REPORT-STORE-BYTES")),
                        text("kind", "REPORT-STORE-ORIGIN")),
                rows,
                null);
    }

    /**
     * Whether a document and what keeps it safe is whole.
     *
     * @param verification what was found
     * @param file the portfolio’s file
     * @param asOf the day
     * @return the report, with the readable backups as table {@code backups}
     */
    public static Report verification(Verification verification, String file, LocalDate asOf) {
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(new KeyFigure(
                "document",
                Message.of("REPORT-STORE-DOCUMENT"),
                Cell.of(Message.of(
                        verification.portfolio().isPresent() ? "REPORT-STORE-WHOLE" : "REPORT-STORE-UNREADABLE")),
                null));
        figures.add(count(
                "records",
                "REPORT-STORE-RECORDS",
                verification
                        .portfolio()
                        .map(portfolio -> portfolio.stream().count())
                        .orElse(0L)));
        figures.add(count("bytes", "REPORT-STORE-BYTES", verification.bytes()));
        figures.add(count("format", "REPORT-STORE-FORMAT", verification.version()));
        figures.add(new KeyFigure("sha256", Message.of("REPORT-STORE-SHA256"), optional(verification.sha256()), null));
        figures.add(count("saved", "REPORT-STORE-SAVED-EDITS", verification.saved()));
        figures.add(count("unsaved", "REPORT-STORE-UNSAVED-EDITS", verification.unsaved()));
        verification
                .writer()
                .ifPresent(who -> figures.add(new KeyFigure(
                        "writer",
                        Message.of("REPORT-STORE-WRITER"),
                        Cell.of(Message.of(
                                "REPORT-STORE-WRITER-NAME", who.name(), who.host(), Long.toString(who.process()))),
                        null)));
        return new Report(
                "verification",
                Message.of("REPORT-STORE-VERIFICATION"),
                Words.verbatim(file),
                asOf,
                List.of(
                        Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), new KeyFigures(figures)),
                        Section.of("backups", Message.of("REPORT-STORE-BACKUPS"), table(verification.backups())),
                        Section.of(
                                "findings",
                                Message.of("REPORT-STORE-FINDINGS"),
                                Findings.of(verification.findings()))));
    }

    /**
     * Whether the audit trail of a portfolio in a database is whole.
     *
     * @param verified what was found
     * @param place the portfolio’s address without credentials
     * @param asOf the day
     * @return the report, with the number and the seal of the last edit to note outside of the database
     */
    public static Report audit(AuditTrail.Verified verified, String place, LocalDate asOf) {
        boolean whole = verified.findings().isEmpty();
        List<KeyFigure> figures = List.of(
                new KeyFigure(
                        "trail",
                        Message.of("REPORT-STORE-AUDIT-TRAIL"),
                        Cell.of(Message.of(whole ? "REPORT-STORE-WHOLE" : "REPORT-STORE-AUDIT-BROKEN")),
                        null),
                count("edits", "REPORT-STORE-AUDIT-EDITS", verified.edits()),
                new KeyFigure("seal", Message.of("REPORT-STORE-AUDIT-SEAL"), Cell.of(verified.seal()), null));
        return new Report(
                "audit",
                Message.of("REPORT-STORE-AUDIT"),
                Words.verbatim(place),
                asOf,
                List.of(
                        Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), new KeyFigures(figures)),
                        Section.of("findings", Message.of("REPORT-STORE-FINDINGS"), Findings.of(verified.findings()))));
    }

    private static KeyFigure count(String id, String code, long count) {
        return new KeyFigure(id, Message.of(code), Cell.of(count), null);
    }

    private static Report report(
            String id, String title, String file, LocalDate asOf, Table table, List<Finding> findings) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(id, table.caption(), table));
        if (!findings.isEmpty()) {
            sections.add(Section.of("findings", Message.of("REPORT-STORE-FINDINGS"), Findings.of(findings)));
        }
        return new Report(id, Message.of(title), Words.verbatim(file), asOf, sections);
    }

    private static Column text(String name, String code) {
        return Column.of(name, Column.Type.TEXT, Message.of(code));
    }

    private static Cell kind(RecordId id) {
        return Cell.of(kindName(id));
    }

    private static Message kindName(RecordId id) {
        return Message.of("PORT-KIND-" + id.kind().name().replace('_', '-'));
    }

    private static Cell optional(@Nullable String text) {
        return text == null || text.isEmpty() ? Cell.EMPTY : Cell.of(text);
    }

    private static Cell instant(Instant instant) {
        return new Cell.Moment(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(FRANCE).toOffsetDateTime());
    }
}
