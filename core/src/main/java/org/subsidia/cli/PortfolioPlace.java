package org.subsidia.cli;

import java.nio.file.Path;
import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.store.jdbc.DatabaseAddress;

/** Where the portfolio lies that a verb names: in a file, or in a database where the name starts with {@code jdbc:}. */
final class PortfolioPlace {
    private final String text;

    private PortfolioPlace(String text) {
        this.text = text;
    }

    static PortfolioPlace of(String text) {
        return new PortfolioPlace(text);
    }

    boolean isDatabase() {
        return DatabaseAddress.isMeant(text);
    }

    /** The file; ends the verb where a database is named, which it does not work on. */
    Path file() {
        if (isDatabase()) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-FILE-ONLY", name())));
        }
        return Path.of(text);
    }

    /** The database; ends the verb where a file is named, or the address is wrong. */
    DatabaseAddress address() {
        if (!isDatabase()) {
            throw new UnusableInput(List.of(Finding.error(Place.file(text), "CLI-DATABASE-ONLY", text)));
        }
        Reading<DatabaseAddress> address = DatabaseAddress.parse(text, System::getenv);
        return address.value().orElseThrow(() -> new UnusableInput(address.findings()));
    }

    /** What reports call it: the file’s name, or the address without credentials. */
    String name() {
        return isDatabase()
                ? DatabaseAddress.shown(text)
                : String.valueOf(Path.of(text).getFileName());
    }

    /** The file with its folders, or the address without credentials. */
    String fullName() {
        return isDatabase() ? name() : file().toAbsolutePath().toString();
    }

    /** The file as it was named, or the address without credentials. */
    @Override
    public String toString() {
        return isDatabase() ? name() : text;
    }
}
