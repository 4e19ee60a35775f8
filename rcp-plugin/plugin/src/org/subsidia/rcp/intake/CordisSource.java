package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.io.cordis.CordisFiles;
import org.subsidia.io.cordis.CordisImport;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;

/** Participations in European research projects; titles and dates stand in a second file. */
final class CordisSource extends IntakeSource {
    private FileField projects;
    private List<Path> given = List.of();
    private String proposed = "";

    @Override
    String title() {
        return Texts.cordisTitle;
    }

    @Override
    String description() {
        return Texts.cordisDescription;
    }

    @Override
    String[] endings() {
        return new String[] {".csv", ".xlsx"};
    }

    @Override
    IntakeFile.Naming naming() {
        return IntakeFile.Naming.NAME_AND_POSTCODE;
    }

    @Override
    String amount() {
        return Texts.cordisAmount;
    }

    @Override
    void createOptions(Composite page, Runnable changed) {
        projects = new FileField(page, Texts.cordisProjects, endings(), changed);
        projects.hint(Texts.cordisProjectsHint);
        projects.show(FileField.words(given));
        super.createOptions(page, changed);
    }

    /** The second file is that of the projects. */
    @Override
    boolean takesSeveral() {
        return false;
    }

    @Override
    List<List<Path>> runs(List<Path> files) {
        return CordisFiles.pair(files).stream()
                .map(pair -> Stream.of(pair.organisations(), pair.projects())
                        .filter(Objects::nonNull)
                        .toList())
                .toList();
    }

    @Override
    List<Path> start(List<Path> files) {
        given = files.stream().skip(1).toList();
        return files.stream().limit(1).toList();
    }

    /** Proposes the file of projects that lies beside, unless the user has named one. */
    @Override
    void consider(List<Path> files) {
        if (projects.text().equals(proposed)) {
            proposed = files.stream()
                    .findFirst()
                    .flatMap(CordisImport::projectsBeside)
                    .map(Path::toString)
                    .orElse("");
            projects.show(proposed);
        }
    }

    @Override
    IntakeFile.Format format() {
        LocalDate day = Settings.today();
        Path beside = projects.path().orElse(null);
        return (file, into, options) -> CordisImport.prepare(file, beside, into, options, day);
    }
}
