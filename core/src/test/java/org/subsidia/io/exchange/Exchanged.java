package org.subsidia.io.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RegionStay;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

/** A portfolio that receives exchange files, and what the tests of their imports share. All fictitious. */
public final class Exchanged {
    /** The cluster whose money the files hold. */
    public static final StructureId POLE = new StructureId("pole");

    private Exchanged() {}

    /** {@return one cluster in Auvergne-Rhône-Alpes, one that says nothing of its region} */
    public static Portfolio portfolio() {
        return Portfolio.of(List.of(
                Structure.builder(POLE, "Pôle Matériaux d'Arvenne")
                        .siren("999900111")
                        .siret("99990011100017")
                        .regions(List.of(new RegionStay("84", new DateWindow(null, null))))
                        .build(),
                Structure.builder(new StructureId("bois"), "Cluster Bois Durable")
                        .siren("999900335")
                        .build()));
    }

    /** {@return the codes of all findings of an import, of its rows too} */
    public static List<String> codes(Intake intake) {
        return Stream.concat(
                        intake.findings().stream(), intake.taken().stream().flatMap(one -> one.findings().stream()))
                .map(Finding::code)
                .toList();
    }

    /** {@return a real file; the test is skipped where it is not at hand} */
    public static Path real(String name) {
        String root = System.getenv("SUBSIDIA_REAL_DATA");
        Assumptions.assumeThat(root)
                .as("SUBSIDIA_REAL_DATA names the folder of real files")
                .isNotNull();
        Path path = Path.of(root).resolve(name);
        Assumptions.assumeThat(Files.exists(path)).as("%s exists", path).isTrue();
        return path;
    }
}
