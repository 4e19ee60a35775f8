package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.catalogue.CatalogueEntry;
import org.subsidia.finding.Reading;
import org.subsidia.io.catalogue.CatalogueFile;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.territory.TerritoryCode;

/** Programmes and calls: of a file, or those that the library knows. */
final class CatalogueSource extends Source.OfRows {
    private OptionText place;

    @Override
    String title() {
        return Texts.catalogueTitle;
    }

    @Override
    String description() {
        return Texts.catalogueDescription;
    }

    @Override
    String[] endings() {
        return new String[] {".csv", ".xlsx", ".json"};
    }

    @Override
    List<Heading> headings() {
        return List.of(
                Heading.words(Texts.catalogueKind, 120),
                Heading.words(Texts.catalogueName, 310),
                Heading.words(Texts.catalogueFunder, 180),
                Heading.words(Texts.catalogueId, 120));
    }

    @Override
    boolean needsFile() {
        return false;
    }

    @Override
    void createOptions(Composite page, Runnable changed) {
        place = new OptionText(page, Texts.cataloguePlace, Texts.cataloguePlaceHint, 160, changed);
    }

    @Override
    Optional<String> missing() {
        String code = place.value();
        return code.isEmpty() || TerritoryCode.read(code).isRead()
                ? Optional.empty()
                : Optional.of(
                        TerritoryCode.read(code).findings().get(0).message().in(Texts.locale()));
    }

    @Override
    Callable<Reading<Review>> reader(List<Path> files, Portfolio into) {
        TerritoryCode where = place.value().isEmpty()
                ? null
                : TerritoryCode.read(place.value()).get();
        LocalDate day = Settings.today();
        return () -> {
            if (files.isEmpty()) {
                return Reading.of(review(Texts.catalogueShipped, Catalogue.standard(), into, false));
            }
            Path file = files.get(0);
            Reading<Catalogue> read = CatalogueFile.read(file, where, day);
            return read.map(own -> {
                Review review = review(file.getFileName().toString(), own, into, true);
                return new Review(review.summary(), review.rows(), read.findings(), review.ending());
            });
        };
    }

    /** What is in a file is taken at first; of all that the library knows a user chooses. */
    private static Review review(String name, Catalogue own, Portfolio into, boolean take) {
        Catalogue all = Catalogue.standard().with(own);
        List<RecordId> ids = own.entries().stream().map(CatalogueEntry::id).toList();
        Portfolio after = into.apply(all.toEdits(ids, into));
        List<Row> rows = own.entries().stream()
                .map(entry -> row(entry, all, into, after, take))
                .toList();
        Ending ending = Ending.edit(
                name,
                count -> Texts.bind(Texts.catalogueLabel, name, count),
                keys -> Reading.of(
                        all.toEdits(keys.stream().map(RecordId.class::cast).toList(), into)));
        return new Review(Texts.bind(Texts.catalogueCounts, rows.size(), name), rows, List.of(), ending);
    }

    private static Row row(CatalogueEntry entry, Catalogue all, Portfolio before, Portfolio after, boolean take) {
        Outcome outcome = before.find(entry.id()).equals(after.find(entry.id()))
                ? Outcome.UNCHANGED
                : before.contains(entry.id()) ? Outcome.UPDATED : Outcome.NEW;
        List<Object> cells = List.of(
                entry.kind().label().in(Texts.locale()),
                entry.name(),
                entry.funder().isPresent()
                        ? ""
                        : all.funderOf(entry).map(one -> one.name()).orElse(""),
                entry.id().value());
        Row row = Row.of(entry.id(), 0, outcome, cells, List.of());
        return take ? row : row.notTaken();
    }
}
