package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.Texts;

/**
 * A kind of file that can be imported, for one run of the wizard. It computes nothing: a reader of the library does.
 *
 * @param <O> what is read of the file
 */
abstract class Source<O> {
    /**
     * A column of the table of rows.
     *
     * @param title above it
     * @param width pixels at first
     * @param number whether it is aligned to the right
     */
    record Heading(String title, int width, boolean number) {
        static Heading words(String title, int width) {
            return new Heading(title, width, false);
        }

        static Heading number(String title, int width) {
            return new Heading(title, width, true);
        }
    }

    /** {@return what the window is called} */
    abstract String title();

    /** {@return what to do on the first page} */
    abstract String description();

    /** {@return the endings of such files} */
    abstract String[] endings();

    /** {@return the columns of its rows, besides the line, the result and the remarks} */
    abstract List<Heading> headings();

    /** Makes controls below the file, three columns wide; {@code changed} is to be run when one of them changes. */
    void createOptions(Composite page, Runnable changed) {
        // most files say all there is to know
    }

    /** {@return whether several files can be read in one run} */
    boolean takesSeveral() {
        return false;
    }

    /**
     * Shares files that were given together out among runs of the wizard.
     *
     * @param files at least one
     * @return the files of each run; the first goes into the field of the file, or all where several can be read in one run
     */
    List<List<Path>> runs(List<Path> files) {
        return takesSeveral() ? List.of(files) : files.stream().map(List::of).toList();
    }

    /** Is given the files of a run, before the controls are made; says which go into the field of the file. */
    List<Path> start(List<Path> files) {
        return files;
    }

    /** Looks at the files that are named, each time that changes. */
    void consider(List<Path> files) {
        // most files stand alone
    }

    /** {@return what files are called together: in the history a line must do} */
    static String together(List<Path> files) {
        String first = String.valueOf(files.get(0).getFileName());
        return files.size() == 1 ? first : Texts.bind(Texts.importAndOthers, first, files.size() - 1);
    }

    /** {@return what must still be said before the file can be read} */
    Optional<String> missing() {
        return Optional.empty();
    }

    /** {@return whether there is nothing to read without a file} */
    boolean needsFile() {
        return true;
    }

    /**
     * What reads the files: takes what the controls say here, is run on another thread.
     *
     * @param files the file; more than one only where several can be read; none where none is needed
     * @param into the portfolio that would receive them
     */
    abstract Callable<Reading<O>> reader(List<Path> files, Portfolio into);

    /** Puts the pages in order, from the file to the rows. */
    abstract List<Step<?, ?>> pages(FilePage<O> first, RowsPage rows);

    /** A kind of file whose rows come right behind the file. */
    abstract static class OfRows extends Source<Review> {
        @Override
        final List<Step<?, ?>> pages(FilePage<Review> first, RowsPage rows) {
            first.before(rows);
            return List.of(first, rows);
        }
    }
}
