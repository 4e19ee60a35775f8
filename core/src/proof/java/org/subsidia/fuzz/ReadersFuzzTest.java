package org.subsidia.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.subsidia.eligibility.RuleSet;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.bank.BankFile;
import org.subsidia.io.catalogue.CatalogueFile;
import org.subsidia.io.cordis.CordisImport;
import org.subsidia.io.datasubvention.DataSubvention;
import org.subsidia.io.euoperations.EuOperations;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.fec.FecFile;
import org.subsidia.io.fec.FecVerdict;
import org.subsidia.io.mapping.MappingFile;
import org.subsidia.io.mapping.MappingGuess;
import org.subsidia.io.mapping.TableImport;
import org.subsidia.io.mapping.TableRows;
import org.subsidia.io.scdl.ScdlChoice;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlImport;
import org.subsidia.io.scdl.ScdlOptions;
import org.subsidia.io.statepayments.StatePayments;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.io.threesixtygiving.GivingImport;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.law.OwnValues;
import org.subsidia.law.Parameter;
import org.subsidia.law.Wording;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.EditJson;
import org.subsidia.store.PortfolioJson;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.ScenarioSource;

/**
 * Any bytes end in a result or in findings with their sentences, never in an exception; and what an import makes of them never
 * breaks a reference. The corpus beside this class runs with every build; {@code ./mvnw -Pfuzz -pl core verify} lets Jazzer change
 * it, guided by coverage, and keeps what it finds in {@code target/fuzz}.
 */
class ReadersFuzzTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final LawBase LAWS = LawBase.standard();
    private static final Law LAW = LAWS.at(DAY);
    private static final List<Parameter> RULES = LAWS.parameters();
    private static final MatchOptions ALL = MatchOptions.standard().makingMissing();
    private static final Path FOLDER = folder();

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("subsidia-fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(byte[] data, String name) {
        try {
            Path file = Files.write(FOLDER.resolve(name), data);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void said(List<Finding> findings) {
        for (Finding finding : findings) {
            finding.message().in(Locale.FRENCH);
            finding.message().in(Locale.ENGLISH);
            finding.place().toString();
        }
    }

    private static <T> Optional<T> said(Reading<T> reading) {
        said(reading.findings());
        if (!reading.isRead() && reading.findings().isEmpty()) {
            throw new AssertionError("refused without a word");
        }
        return reading.value();
    }

    private static void applied(Edit edit) {
        List<?> broken = Portfolio.empty().apply(edit).check();
        if (!broken.isEmpty()) {
            throw new AssertionError("broken references: " + broken);
        }
    }

    private static void taken(Reading<Intake> reading) {
        said(reading).ifPresent(intake -> {
            said(intake.findings());
            intake.taken().forEach(one -> said(one.findings()));
            applied(intake.edit());
        });
    }

    private static void table(Path path) {
        said(TabularFile.open(path, Limits.standard())).ifPresent(file -> {
            List<Finding> findings = new ArrayList<>();
            for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
                file.read(sheet, row -> row.line() < 10_000, findings::add);
            }
            said(findings);
            said(TableRows.read(file, file.sheets().get(0))).ifPresent(rows -> {
                MappingGuess guess = MappingGuess.of(rows, Optional.empty());
                said(guess.findings());
                guess.mapping()
                        .ifPresent(mapping -> applied(TableImport.preview(rows, mapping, Portfolio.empty())
                                .edit()));
            });
        });
    }

    @FuzzTest
    void csv(byte[] data) {
        table(file(data, "table.csv"));
    }

    @FuzzTest
    void xlsx(byte[] data) {
        table(file(data, "table.xlsx"));
    }

    @FuzzTest
    void scdl(byte[] data) {
        said(ScdlFile.open(file(data, "scdl.csv"), ScdlOptions.standard())).ifPresent(file -> {
            ScdlImport result = ScdlImport.prepare(file, Portfolio.empty(), ScdlChoice.everybody());
            said(result.findings());
            result.outcomes().forEach(one -> said(one.findings()));
            applied(result.edit());
        });
    }

    @FuzzTest
    void fec(byte[] data) {
        said(FecFile.open(file(data, "999900335FEC20251231.txt")))
                .ifPresent(file -> FecVerdict.of(file, LAWS, null, DAY));
    }

    @FuzzTest
    void camt(byte[] data) {
        said(BankFile.read(file(data, "statement.xml")));
    }

    @FuzzTest
    void ofx(byte[] data) {
        said(BankFile.read(file(data, "statement.ofx")));
    }

    @FuzzTest
    void cfonb(byte[] data) {
        said(BankFile.read(file(data, "statement.txt")));
    }

    @FuzzTest
    void portfolio(byte[] data) {
        said(PortfolioJson.read(data, "p.subsidia"));
    }

    @FuzzTest
    void edit(byte[] data) {
        said(EditJson.read(data, "journal"));
        said(EditJson.readRecord(data, "journal"));
    }

    @FuzzTest
    void scenario(byte[] data) {
        said(Scenario.read(
                "scenario.yaml", new ByteArrayInputStream(data), ScenarioSource.beside(FOLDER.resolve("s.yaml"))));
    }

    @FuzzTest
    void rules(byte[] data) {
        said(RuleSet.read("rules.yaml", new ByteArrayInputStream(data), LAWS));
    }

    @FuzzTest
    void law(byte[] data) {
        said(LawBase.read("law.yaml", new ByteArrayInputStream(data)));
    }

    @FuzzTest
    void mapping(byte[] data) {
        said(MappingFile.read(file(data, "mapping.yaml")));
    }

    @FuzzTest
    void euOperations(byte[] data) {
        taken(EuOperations.prepare(file(data, "operations.csv"), Portfolio.empty(), ALL, LAW));
    }

    @FuzzTest
    void dataSubvention(byte[] data) {
        taken(DataSubvention.prepare(file(data, "demandes.csv"), Portfolio.empty(), ALL, DAY));
    }

    @FuzzTest
    void statePayments(byte[] data) {
        taken(StatePayments.prepare(file(data, "versements.csv"), Portfolio.empty(), ALL, DAY));
    }

    @FuzzTest
    void cordis(byte[] data) {
        taken(CordisImport.prepare(file(data, "organization.csv"), null, Portfolio.empty(), ALL, DAY));
    }

    @FuzzTest
    void giving(byte[] data) {
        taken(GivingImport.prepare(file(data, "360giving.json"), Portfolio.empty(), ALL, DAY));
    }

    @FuzzTest
    void catalogue(byte[] data) {
        said(CatalogueFile.read(file(data, "calls.json")));
    }

    /** The first byte chooses a rule, the rest is what somebody types for it; what is read can be laid over the law. */
    @FuzzTest
    void typedValue(byte[] data) {
        if (data.length > 0) {
            Parameter rule = RULES.get((data[0] & 0xff) % RULES.size());
            String typed = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
            said(Wording.read(rule, typed, Locale.FRENCH))
                    .ifPresent(written -> said(new OwnValues(new TreeMap<>(Map.of(rule.id(), written)), "own", "typed")
                                    .over(LAWS))
                            .flatMap(laws -> laws.parameter(rule.id()))
                            .ifPresent(own -> Wording.of(own, DAY, Locale.ENGLISH)));
        }
    }
}
