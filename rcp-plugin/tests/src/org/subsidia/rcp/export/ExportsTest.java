package org.subsidia.rcp.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.report.PdfRenderer;
import org.subsidia.report.Report;
import org.subsidia.store.file.FileStore;

/** Everything that can be exported, in every form, of the sample portfolio of the examples. */
class ExportsTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("subsidia.root"), "examples", "data", "rives-arvenne.subsidia");

    private final Portfolio portfolio = FileStore.at(EXAMPLE).open().get();
    private final Question question =
            new Question(portfolio, Node.Trunk.STRUCTURES, LawBase.standard(), LocalDate.of(2026, 11, 27));

    private Request request(What what, Format format) {
        StructureId structure = portfolio.structures().get(0).id();
        FunderId funder = portfolio.funders().get(0).id();
        return new Request(
                what, format, Optional.of(structure), Optional.of(funder), 2025, "frsub", Optional.of(view()));
    }

    private Report view() {
        try {
            return Exports.report(Request.of(What.PORTFOLIO, Format.HTML), question, "rives");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(What what, Format format) throws IOException {
        return new String(
                Exports.write(request(what, format), question, "rives", Locale.FRANCE)
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    @Test
    void write_everyThingInEveryForm_isWhatItsEndingSays() throws IOException {
        assertThat(PdfRenderer.isAvailable()).isTrue();
        for (What what : What.values()) {
            for (Format format : what.formats()) {
                String text = text(what, format);
                String beginning =
                        switch (format) {
                            case XLSX -> "PK";
                            case PDF -> "%PDF-1.";
                            case HTML -> "<!DOCTYPE html>";
                            case ICS -> "BEGIN:VCALENDAR";
                            case JSON -> "{";
                            case CSV -> "";
                        };
                assertThat(text).as(what + " " + format).startsWith(beginning).hasSizeGreaterThan(80);
            }
        }
    }

    @Test
    void write_scdl_hasTheColumnsOfTheStandard_andSaysWhatARowLacks() throws IOException {
        Exports.Written written = Exports.write(Request.of(What.SCDL, Format.CSV), question, "rives", Locale.FRANCE);
        String[] lines = new String(written.bytes(), StandardCharsets.UTF_8).split("\\R");
        assertThat(lines[0]).startsWith("nomAttribuant,idAttribuant,dateConvention");
        assertThat(lines.length).isGreaterThan(5);
        assertThat(written.findings()).allSatisfy(finding -> assertThat(
                        portfolio.grants().stream().map(grant -> grant.id().value()))
                .contains(finding.place().record()));
    }

    @Test
    void write_givingData_bearsThePrefix() throws IOException {
        assertThat(text(What.GIVING, Format.JSON)).contains("360G-frsub-");
    }
}
