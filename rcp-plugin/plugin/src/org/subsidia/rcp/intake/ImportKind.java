package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Shell;
import org.subsidia.io.bank.BankFile;
import org.subsidia.io.catalogue.CatalogueFile;
import org.subsidia.io.cordis.CordisImport;
import org.subsidia.io.datasubvention.DataSubvention;
import org.subsidia.io.euoperations.EuOperations;
import org.subsidia.io.fec.FecFile;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlOptions;
import org.subsidia.io.statepayments.StatePayments;
import org.subsidia.io.threesixtygiving.GivingImport;

/** The kinds of files that can be imported, those that are easiest to tell from the others first. */
enum ImportKind {
    FEC(FecSource::new, FecFile::recognises),
    EU_OPERATIONS(EuOperationsSource::new, EuOperations::recognises),
    CORDIS(CordisSource::new, file -> CordisImport.recognises(file) || CordisImport.recognisesProjects(file)),
    DATA_SUBVENTION(DataSubventionSource::new, DataSubvention::recognises),
    STATE_PAYMENTS(StatePaymentsSource::new, StatePayments::recognises),
    GIVING(GivingSource::new, GivingImport::recognises),
    SCDL(ScdlSource::new, file -> ScdlFile.open(file, ScdlOptions.standard()).isRead()),
    CATALOGUE(CatalogueSource::new, CatalogueFile::recognises),
    BANK(BankSource::new, BankFile::recognises),
    TABLE(TableSource::new, file -> true);

    private final Supplier<Source<?>> maker;
    private final Predicate<Path> recognises;

    ImportKind(Supplier<Source<?>> maker, Predicate<Path> recognises) {
        this.maker = maker;
        this.recognises = recognises;
    }

    /** {@return its name in commands and settings, such as {@code euOperations}} */
    String id() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        return words.length == 1
                ? words[0]
                : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }

    /** The kind of this name. */
    static Optional<ImportKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** What a file seems to be, by what it holds; a table of anybody's columns where nothing else is told. */
    static ImportKind of(Path file) {
        return Arrays.stream(values())
                .filter(kind -> kind.recognises.test(file))
                .findFirst()
                .orElse(TABLE);
    }

    /** Which other import a file is for, as far as that is told by what it holds. */
    Optional<ImportKind> other(Path file) {
        ImportKind found = of(file);
        return found == this || found == TABLE ? Optional.empty() : Optional.of(found);
    }

    /** What its window is called. */
    String title() {
        return maker.get().title();
    }

    /** Shares files of this kind out among runs of its wizard. */
    List<ImportRun> runs(List<Path> files) {
        return maker.get().runs(files).stream()
                .map(run -> new ImportRun(this, run))
                .toList();
    }

    /** Opens its wizard, waits for its end, and says whether the files came in. */
    boolean open(Shell shell, List<Path> files, Turn turn) {
        return wizard(maker.get(), files, turn).open(shell);
    }

    private <O> ImportWizard<O> wizard(Source<O> source, List<Path> files, Turn turn) {
        return new ImportWizard<>(this, source, files, turn);
    }
}
