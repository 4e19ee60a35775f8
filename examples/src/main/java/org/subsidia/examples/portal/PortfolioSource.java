package org.subsidia.examples.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.file.FileStore;
import org.subsidia.store.jdbc.DatabaseAddress;
import org.subsidia.store.jdbc.DatabaseOptions;
import org.subsidia.store.jdbc.DatabaseSession;

/** Where the service reads its portfolio, again and again; nothing is ever written. */
interface PortfolioSource {

    /** What reports call it; never with a password. */
    String name();

    /** The portfolio as it is now, or why it cannot be read. */
    Reading<Portfolio> current();

    /** The source that a file’s name or an address starting with {@code jdbc:} names. */
    static Reading<PortfolioSource> open(String place) {
        if (!DatabaseAddress.isMeant(place)) {
            FileSource file = new FileSource(Path.of(place));
            return file.current().map(portfolio -> file);
        }
        // the user comes from SUBSIDIA_DB_USER: give it one that may only read
        Reading<DatabaseAddress> address = DatabaseAddress.parse(place, System::getenv);
        return address.isRead()
                ? DatabaseSession.open(address.get(), DatabaseOptions.by("portal"))
                        .map(DatabaseSource::new)
                : Reading.refused(address.findings());
    }

    /** A file, read anew when it has changed. */
    final class FileSource implements PortfolioSource {
        private final Path file;
        private FileTime seen;
        private long size;
        private Portfolio portfolio;

        FileSource(Path file) {
            this.file = file;
        }

        @Override
        public String name() {
            return file.getFileName().toString();
        }

        @Override
        public synchronized Reading<Portfolio> current() {
            try {
                FileTime now = Files.getLastModifiedTime(file);
                long length = Files.size(file);
                if (portfolio != null && now.equals(seen) && length == size) {
                    return Reading.of(portfolio);
                }
                Reading<Portfolio> opened = FileStore.at(file).open();
                opened.value().ifPresent(value -> {
                    portfolio = value;
                    seen = now;
                    size = length;
                });
                return opened;
            } catch (IOException e) {
                return Reading.refused(Finding.error(
                        Place.file(file.toString()),
                        "DOC-FILE-UNREADABLE",
                        e.getClass().getSimpleName()));
            }
        }
    }

    /** A portfolio of a database: what others change is taken over before each report. */
    final class DatabaseSource implements PortfolioSource {
        private final DatabaseSession session;

        DatabaseSource(DatabaseSession session) {
            this.session = session;
        }

        @Override
        public String name() {
            return session.address().shown();
        }

        @Override
        public Reading<Portfolio> current() {
            return session.refresh().map(edits -> session.portfolio());
        }
    }
}
