package org.subsidia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.PortfolioStore;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.FileStore;
import org.subsidia.store.file.SessionOptions;
import org.subsidia.store.jdbc.DatabaseAddress;
import org.subsidia.store.jdbc.DatabaseOptions;
import org.subsidia.store.jdbc.DatabaseSession;
import org.subsidia.store.jdbc.DatabaseStore;
import org.subsidia.store.jdbc.Outcome;

/** Opens and saves the portfolio that a verb names, in a file or a database; what cannot be opened or saved ends the verb. */
final class PortfolioFile {
    private static final int ATTEMPTS = 5;

    private PortfolioFile() {}

    static Portfolio open(Console console, PortfolioPlace place) {
        return use(console, store(place, AuthorOptions.user(), null).open());
    }

    static Portfolio open(Console console, Path file) {
        return open(console, PortfolioPlace.of(file.toString()));
    }

    private static PortfolioStore store(PortfolioPlace place, String author, @Nullable String reason) {
        return place.isDatabase() ? database(place, author, reason) : FileStore.at(place.file());
    }

    private static DatabaseStore database(PortfolioPlace place, String author, @Nullable String reason) {
        return DatabaseStore.at(place.address(), DatabaseOptions.by(author), reason);
    }

    /** Makes a portfolio where there is none. */
    static void create(
            Console console, PortfolioPlace place, Portfolio portfolio, String author, @Nullable String reason) {
        if (place.isDatabase()) {
            use(console, database(place, author, reason).create(portfolio));
        } else {
            use(console, FileSession.create(place.file(), portfolio, SessionOptions.by(author)))
                    .close();
        }
    }

    /** Makes a portfolio what another one is, whatever it was before; one that is not there is made. */
    static void replace(
            Console console, PortfolioPlace place, Portfolio portfolio, String author, @Nullable String reason) {
        if (place.isDatabase()) {
            use(console, database(place, author, reason).save(portfolio));
        } else if (!Files.exists(place.file())) {
            create(console, place, portfolio, author, reason);
        } else {
            edit(console, place, SessionOptions.by(author), session -> {
                use(console, session.replace(portfolio, reason));
                return use(console, session.save());
            });
        }
    }

    /**
     * What a verb would change, and what it tells of it.
     *
     * @param edit what would change; nothing, if no record is in it
     * @param told what the verb tells
     * @param <T> what the verb tells
     */
    record Change<T>(Edit edit, T told) {}

    /** Works out a change of a portfolio without making it; one that is not there counts as empty. */
    static <T> T tried(Console console, PortfolioPlace place, Function<Portfolio, Change<T>> work) {
        if (place.isDatabase()) {
            Reading<Portfolio> opened =
                    database(place, AuthorOptions.user(), null).open();
            boolean absent = isAbsent(place.address(), opened);
            return work.apply(absent ? Portfolio.empty() : use(console, opened)).told();
        }
        boolean absent = !Files.exists(place.file());
        return work.apply(absent ? Portfolio.empty() : open(console, place)).told();
    }

    /** Whether an address names a portfolio that is not in its database, or a file of H2 that is not there. */
    private static boolean isAbsent(DatabaseAddress address, Reading<?> opened) {
        return !opened.isRead()
                && !address.portfolio().isEmpty()
                && opened.findings().stream()
                        .map(Finding::code)
                        .allMatch(code -> code.equals("STORE-DB-NO-PORTFOLIO") || code.equals("STORE-DB-ABSENT"));
    }

    /**
     * Works out a change of a portfolio and makes it, in the name of who runs the program. Of a file nobody else can write from
     * reading to saving; in a database the change is worked out anew where somebody else was faster. A portfolio that is not
     * there is made, if there is something to keep in it.
     */
    static <T> T changed(Console console, PortfolioPlace place, String reason, Function<Portfolio, Change<T>> work) {
        if (place.isDatabase()) {
            return changedInDatabase(console, place, reason, work);
        }
        SessionOptions options = SessionOptions.by(AuthorOptions.user());
        if (Files.exists(place.file())) {
            return edit(
                    console,
                    place,
                    options,
                    session -> keep(console, session, reason, work.apply(session.portfolio())));
        }
        Change<T> first = work.apply(Portfolio.empty());
        if (!first.edit().records().isEmpty()) {
            create(console, place, Portfolio.empty(), options.author(), null);
            edit(console, place, options, session -> keep(console, session, reason, first));
        }
        return first.told();
    }

    private static <T> T changedInDatabase(
            Console console, PortfolioPlace place, String reason, Function<Portfolio, Change<T>> work) {
        DatabaseAddress address = place.address();
        DatabaseOptions options = DatabaseOptions.by(AuthorOptions.user());
        Reading<DatabaseSession> opened = DatabaseSession.open(address, options);
        Optional<Change<T>> first = Optional.empty();
        if (isAbsent(address, opened)) {
            Change<T> change = work.apply(Portfolio.empty());
            if (change.edit().records().isEmpty()) {
                return change.told();
            }
            use(console, database(place, options.author(), null).create(Portfolio.empty()));
            first = Optional.of(change);
            opened = DatabaseSession.open(address, options);
        }
        try (DatabaseSession session = use(console, opened)) {
            for (int attempt = 1; ; attempt++) {
                Change<T> change = attempt == 1 && first.isPresent() ? first.get() : work.apply(session.portfolio());
                if (change.edit().records().isEmpty()) {
                    return change.told();
                }
                Outcome outcome = session.apply(change.edit(), reason);
                if (outcome instanceof Outcome.Conflict && attempt < ATTEMPTS) {
                    use(console, session.refresh());
                } else {
                    accepted(outcome);
                    return change.told();
                }
            }
        }
    }

    /** Makes an edit as it is, and gives the portfolio before it. */
    static Portfolio apply(Console console, PortfolioPlace place, Edit edit, AuthorOptions author) {
        if (!place.isDatabase()) {
            return edit(console, place, author.session(), session -> {
                Portfolio before = session.portfolio();
                use(console, session.apply(edit, author.reason()));
                use(console, session.save());
                return before;
            });
        }
        DatabaseOptions options = DatabaseOptions.by(author.author());
        try (DatabaseSession session = use(console, DatabaseSession.open(place.address(), options))) {
            Portfolio before = session.portfolio();
            accepted(session.apply(edit, author.reason()));
            return before;
        }
    }

    /** Ends the verb where an edit was not made, or nobody knows. */
    private static void accepted(Outcome outcome) {
        if (outcome instanceof Outcome.Conflict conflict) {
            throw new UnusableInput(conflict.findings());
        } else if (outcome instanceof Outcome.Refused refused) {
            throw new UnusableInput(refused.findings());
        } else if (outcome instanceof Outcome.Unsure unsure) {
            throw new UnusableInput(unsure.findings());
        }
    }

    private static <T> T keep(Console console, FileSession session, String reason, Change<T> change) {
        if (!change.edit().records().isEmpty()) {
            use(console, session.apply(change.edit(), reason));
            use(console, session.save());
        }
        return change.told();
    }

    /** Does something with a session of a file. */
    static <T> T edit(Console console, PortfolioPlace place, SessionOptions options, Function<FileSession, T> work) {
        try (FileSession session = use(console, FileSession.open(place.file(), options))) {
            return work.apply(session);
        }
    }

    /** The value of a reading, whose findings are printed; or the end of the verb. */
    static <T> T use(Console console, Reading<T> reading) {
        T value = reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
        for (Finding finding : reading.findings()) {
            FindingLines.print(console, finding);
        }
        return value;
    }
}
