package org.subsidia.store.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;
import org.subsidia.store.jdbc.Rows.Head;

/**
 * A portfolio of a database that is open for editing, by any number of people at once.
 *
 * <p>{@link #apply} makes one edit in one transaction. It is accepted on top of what others did meanwhile, unless they changed
 * one of the same records: then nothing is changed and the conflict names both versions. A connection that is lost is sought
 * again, and the edit carries a token, so that it is neither lost nor made twice when the server dies in the middle.
 *
 * <p>Used by any number of threads, one at a time. Listeners are called on the thread that made or fetched the edits.
 */
public final class DatabaseSession implements AutoCloseable {
    private final Link link;
    private final DatabaseAddress address;
    private final DatabaseOptions options;
    private final boolean readOnly;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private Portfolio current;
    private long version;
    private @Nullable Pending pending;

    private DatabaseSession(
            Link link,
            DatabaseAddress address,
            DatabaseOptions options,
            boolean readOnly,
            Portfolio current,
            long version) {
        this.link = link;
        this.address = address;
        this.options = options;
        this.readOnly = readOnly;
        this.current = current;
        this.version = version;
    }

    /**
     * New edits in the order in which they were made.
     *
     * @param before the version before them
     * @param entries the edits, at least one
     * @param portfolio the value after them
     */
    public record Change(long before, List<AuditEntry> entries, Portfolio portfolio) {
        /** Copies the list. */
        public Change {
            entries = List.copyOf(entries);
        }
    }

    /** An edit that may or may not be in the database. */
    private record Pending(EditRecord record, String token) {}

    /**
     * Opens a portfolio.
     *
     * @param address where it lies
     * @param options how
     * @return the session; or why there is none
     */
    public static Reading<DatabaseSession> open(DatabaseAddress address, DatabaseOptions options) {
        Link link = new Link(address, false);
        Optional<Finding> obstacle = link.prepare();
        if (obstacle.isPresent()) {
            link.close();
            return Reading.refused(obstacle.get());
        }
        try {
            Reading<DatabaseAddress> named = link.named();
            Reading<DatabaseSession> session =
                    named.isRead() ? open(link, named.get(), options) : Reading.refused(named.findings());
            if (!session.isRead()) {
                link.close();
            }
            return session;
        } catch (SQLException e) {
            link.close();
            return Reading.refused(Failures.finding(address, e));
        }
    }

    private static Reading<DatabaseSession> open(Link link, DatabaseAddress named, DatabaseOptions options)
            throws SQLException {
        boolean readOnly = !mayWrite(link);
        return link.reading(connection -> {
            Optional<Head> head = Rows.head(connection, named.portfolio());
            if (head.isEmpty()) {
                return Reading.refused(absent(named, Rows.names(connection)));
            }
            return Rows.portfolio(connection, head.get(), named.shown())
                    .map(portfolio -> new DatabaseSession(
                            link,
                            named,
                            options,
                            readOnly,
                            portfolio,
                            head.get().edits()));
        });
    }

    static Finding absent(DatabaseAddress address, List<String> names) {
        return Finding.error(
                address.place(), "STORE-DB-NO-PORTFOLIO", address.portfolio(), names.size(), String.join(", ", names));
    }

    private static boolean mayWrite(Link link) throws SQLException {
        try {
            Rows.checkRight(link.writing());
            return true;
        } catch (SQLException e) {
            if (Failures.isRight(e)) {
                return false;
            }
            throw e;
        } finally {
            link.rollback();
        }
    }

    /** {@return where the portfolio lies} */
    public DatabaseAddress address() {
        return address;
    }

    /** {@return the value as this session knows it} */
    public synchronized Portfolio portfolio() {
        return current;
    }

    /** {@return the number of the last edit that this session knows} */
    public synchronized long version() {
        return version;
    }

    /** {@return whether the user of the database may only read} */
    public boolean isReadOnly() {
        return readOnly;
    }

    /**
     * Tells of every edit that this session makes or fetches from now on.
     *
     * @param listener is told
     */
    public void addListener(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /**
     * Tells no more.
     *
     * @param listener is told no more
     */
    public void removeListener(Consumer<Change> listener) {
        listeners.remove(listener);
    }

    /**
     * Makes an edit in a transaction of its own.
     *
     * @param edit the change, made for {@link #version}
     * @param reason why; null: not said
     * @return what became of it
     */
    public synchronized Outcome apply(Edit edit, @Nullable String reason) {
        if (pending != null) {
            return new Outcome.Unsure(List.of(unsure()));
        }
        List<Finding> obstacles = obstacles(edit);
        if (!obstacles.isEmpty()) {
            return new Outcome.Refused(obstacles);
        }
        EditRecord record = new EditRecord(
                edit, options.author(), options.clock().instant().truncatedTo(ChronoUnit.MILLIS), reason);
        return made(new Pending(record, UUID.randomUUID().toString()), true);
    }

    private List<Finding> obstacles(Edit edit) {
        if (readOnly) {
            return List.of(Finding.error(address.place(), "STORE-DB-READ-ONLY", address.shown()));
        }
        Portfolio after = current.apply(edit);
        List<Finding> obstacles = new ArrayList<>();
        for (RecordId id : edit.records()) {
            Optional<PortfolioRecord> record = after.find(id);
            record.flatMap(Figures::obstacle).ifPresent(obstacles::add);
        }
        return obstacles;
    }

    /**
     * Finds out what became of an edit whose outcome was {@link Outcome.Unsure}.
     *
     * @return accepted, or refused where it is not in the database and will not come; unsure while the database is away
     * @throws IllegalStateException if no edit is in doubt
     */
    public synchronized Outcome settle() {
        Pending doubt = pending;
        if (doubt == null) {
            throw new IllegalStateException("no edit is in doubt");
        }
        return made(doubt, false);
    }

    /** Makes an edit if it is not made yet; with {@code anew} false it is only looked for. */
    private Outcome made(Pending edit, boolean anew) {
        long end = System.nanoTime() + options.patience().toNanos();
        boolean doubtful = !anew;
        SQLException last;
        do {
            Attempt attempt = new Attempt(edit, anew, doubtful);
            try {
                Outcome outcome = attempt.run();
                pending = null;
                return outcome;
            } catch (UncheckedIOException e) {
                link.rollback();
                return new Outcome.Refused(
                        List.of(Finding.error(address.place(), "STORE-EDIT-UNWRITABLE", unwritten(e))));
            } catch (SQLException e) {
                doubtful |= attempt.committing;
                last = e;
                link.rollback();
                link.drop(e, attempt.committing);
                if (!attempt.committing && !Failures.isLost(e) && !Failures.isBusy(e)) {
                    break;
                }
            }
        } while (System.nanoTime() < end && Link.paused());
        Finding why = Failures.finding(address, last);
        if (doubtful) {
            pending = edit;
            return new Outcome.Unsure(List.of(unsure(), why));
        }
        return new Outcome.Refused(List.of(why));
    }

    private static String unwritten(UncheckedIOException e) {
        return e.getCause() instanceof JsonProcessingException json ? json.getOriginalMessage() : e.toString();
    }

    private Finding unsure() {
        return Failures.unsure(address);
    }

    /** One transaction. */
    private final class Attempt {
        private final Pending edit;
        private final boolean anew;
        private final boolean again;
        private boolean committing;

        Attempt(Pending edit, boolean anew, boolean again) {
            this.edit = edit;
            this.anew = anew;
            this.again = again;
        }

        /**
         * The row of the portfolio is locked first: a transaction of an earlier attempt has ended then, one way or the other,
         * and its token tells which.
         */
        Outcome run() throws SQLException {
            Connection connection = link.writing();
            Optional<Head> head = Rows.lockedHead(connection, address.portfolio());
            if (head.isEmpty()) {
                link.rollback();
                return new Outcome.Refused(List.of(absent(address, List.of())));
            }
            Reading<List<AuditEntry>> read = since(connection, head.get(), version);
            if (!read.isRead()) {
                link.rollback();
                return new Outcome.Refused(read.findings());
            }
            List<AuditEntry> others = read.get();
            if (again && Rows.numberOf(connection, head.get(), edit.token()).isPresent()) {
                link.rollback();
                take(others);
                return new Outcome.Accepted(version, current);
            }
            if (!anew) {
                link.rollback();
                return new Outcome.Refused(
                        List.of(Finding.error(address.place(), "STORE-DB-NOT-MADE", address.shown())));
            }
            List<Contested> contested = contested(edit.record().edit(), others);
            if (!contested.isEmpty()) {
                link.rollback();
                return conflict(head.get().edits(), contested);
            }
            return write(connection, head.get(), others);
        }

        private Outcome write(Connection connection, Head head, List<AuditEntry> others) throws SQLException {
            Portfolio after = after(current, others).apply(edit.record().edit());
            AuditEntry entry = Rows.append(connection, head, edit.record(), edit.token(), after);
            committing = true;
            connection.commit();
            Rows.force(connection, address);
            committing = false;
            List<AuditEntry> all = new ArrayList<>(others);
            all.add(entry);
            take(all);
            return new Outcome.Accepted(version, current);
        }
    }

    private List<Contested> contested(Edit edit, List<AuditEntry> others) {
        Set<RecordId> mine = edit.records();
        Map<RecordId, AuditEntry> changed = new LinkedHashMap<>();
        others.forEach(entry ->
                entry.record().edit().records().stream().filter(mine::contains).forEach(id -> changed.put(id, entry)));
        if (changed.isEmpty()) {
            return List.of();
        }
        Portfolio theirs = after(current, others);
        Portfolio wanted = current.apply(edit);
        return changed.entrySet().stream()
                .filter(entry -> !theirs.find(entry.getKey()).equals(wanted.find(entry.getKey())))
                .map(entry -> new Contested(
                        entry.getKey(), entry.getValue(), theirs.find(entry.getKey()), wanted.find(entry.getKey())))
                .toList();
    }

    private Outcome conflict(long now, List<Contested> contested) {
        List<Finding> findings = contested.stream()
                .map(record -> Finding.error(
                        Place.record(record.id().value()),
                        "STORE-DB-CONFLICT",
                        record.id().value(),
                        version,
                        record.by().number(),
                        record.by().record().author(),
                        record.by()
                                .record()
                                .instant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()))
                .toList();
        return new Outcome.Conflict(version, now, contested, findings);
    }

    private static Portfolio after(Portfolio before, List<AuditEntry> entries) {
        Portfolio after = before;
        for (AuditEntry entry : entries) {
            after = after.apply(entry.record().edit());
        }
        return after;
    }

    private Reading<List<AuditEntry>> since(Connection connection, Head head, long from) throws SQLException {
        return AuditTrail.since(connection, head, from, address);
    }

    /** Takes edits over that are in the database. */
    private void take(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        long before = version;
        current = after(current, entries);
        version = entries.get(entries.size() - 1).number();
        Change change = new Change(before, entries, current);
        listeners.forEach(listener -> listener.accept(change));
    }

    /**
     * Takes over what others did since.
     *
     * @return the edits that are new to this session, oldest first; or why they cannot be read
     */
    public synchronized Reading<List<AuditEntry>> refresh() {
        long from = version;
        try {
            Reading<List<AuditEntry>> fresh = link.reading(connection -> {
                Optional<Head> head = Rows.head(connection, address.portfolio());
                return head.isEmpty()
                        ? Reading.refused(absent(address, List.of()))
                        : since(connection, head.get(), from);
            });
            fresh.value().ifPresent(this::take);
            return fresh;
        } catch (SQLException e) {
            return Reading.refused(Failures.finding(address, e));
        }
    }

    /**
     * Looks whether others have made edits, and takes nothing over: {@link #refresh} does.
     *
     * @return the number of the last edit in the database; or why it cannot be read
     */
    public synchronized Reading<Long> latest() {
        try {
            return link.reading(connection -> Rows.head(connection, address.portfolio())
                    .map(head -> Reading.of(head.edits()))
                    .orElseGet(() -> Reading.refused(absent(address, List.of()))));
        } catch (SQLException e) {
            return Reading.refused(Failures.finding(address, e));
        }
    }

    /** Lets go of the connection. An edit in doubt stays what it is. */
    @Override
    public synchronized void close() {
        link.close();
    }
}
