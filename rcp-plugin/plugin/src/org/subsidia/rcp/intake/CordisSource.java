package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.io.cordis.CordisImport;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;

/** Participations in European research projects; titles and dates stand in a second file. */
final class CordisSource extends IntakeSource {
    private FileField projects;
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
        super.createOptions(page, changed);
    }

    /** Proposes the file of projects that lies beside, unless the user has named one. */
    @Override
    void consider(Optional<Path> file) {
        if (projects.text().equals(proposed)) {
            proposed = file.flatMap(CordisImport::projectsBeside)
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
