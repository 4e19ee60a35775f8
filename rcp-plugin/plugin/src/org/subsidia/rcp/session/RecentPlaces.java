package org.subsidia.rcp.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subsidia.store.jdbc.DatabaseAddress;

/**
 * The files and databases opened or saved last, the latest first.
 *
 * @param places absolute paths, and addresses of databases without user and password; each once, at most {@value #MOST}
 */
public record RecentPlaces(List<String> places) {
    /** How many are remembered. */
    public static final int MOST = 8;

    /** Copies the list. */
    public RecentPlaces {
        places = List.copyOf(places);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @param text one place a line
     * @return the places
     */
    public static RecentPlaces parse(String text) {
        return new RecentPlaces(text.lines()
                .filter(line -> !line.isBlank())
                .filter(line -> DatabaseAddress.isMeant(line) || path(line).isPresent())
                .toList());
    }

    /** What was written on another system is no path here. */
    private static Optional<Path> path(String place) {
        try {
            return Optional.of(Path.of(place));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** {@return those that are files} */
    public List<Path> files() {
        return places.stream()
                .filter(place -> !DatabaseAddress.isMeant(place))
                .flatMap(place -> path(place).stream())
                .toList();
    }

    /** {@return those that are databases, as {@link DatabaseAddress#parse} reads them} */
    public List<String> databases() {
        return places.stream().filter(DatabaseAddress::isMeant).toList();
    }

    /**
     * These places with one on top.
     *
     * @param file opened or saved now
     * @return the places
     */
    public RecentPlaces with(Path file) {
        return with(file.toAbsolutePath().normalize().toString());
    }

    /**
     * These places with one on top.
     *
     * @param address opened now
     * @return the places
     */
    public RecentPlaces with(DatabaseAddress address) {
        return with(address.kept());
    }

    private RecentPlaces with(String place) {
        List<String> next = new ArrayList<>();
        next.add(place);
        places.stream().filter(other -> !other.equals(place)).limit(MOST - 1L).forEach(next::add);
        return new RecentPlaces(next);
    }

    /**
     * These places without one.
     *
     * @param file gone
     * @return the places
     */
    public RecentPlaces without(Path file) {
        String gone = file.toString();
        return new RecentPlaces(
                places.stream().filter(other -> !other.equals(gone)).toList());
    }

    /** {@return one place a line} */
    @Override
    public String toString() {
        return String.join("\n", places);
    }
}
