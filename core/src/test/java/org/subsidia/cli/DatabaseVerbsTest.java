package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RandomPortfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.EditJson;
import org.subsidia.store.file.FileStore;

class DatabaseVerbsTest {
    @TempDir
    Path folder;

    private String database;

    @BeforeEach
    void address() {
        database = "jdbc:h2:" + folder.resolve("team") + ";PASSWORD=secret";
    }

    private Path edits(Edit edit) throws Exception {
        return Files.write(folder.resolve("edits.json"), EditJson.write(edit));
    }

    private static Edit put(String id, String name) {
        return Edit.put(Structure.builder(new StructureId(id), name).build());
    }

    private static ToolRun run(Object... args) {
        ToolRun run = ToolRun.french(args);
        assertThat(run.out() + run.err()).doesNotContain("secret", "Exception");
        return run;
    }

    @Test
    void copy_thereAndBack_isEqual() throws Exception {
        Portfolio portfolio = new RandomPortfolio(11).portfolio(4, 12);
        Path file = folder.resolve("a.subsidia");
        FileStore.at(file).save(portfolio).get();

        ToolRun there = run("copy", file, database + "#mer");
        assertThat(there.err()).isEmpty();
        assertThat(there.out()).contains("Copié", "#mer", "enregistrements égaux");
        assertThat(run("copy", file, database + "#mer").err()).contains("STORE-DB-EXISTS");
        Path back = folder.resolve("b.subsidia");
        assertThat(run("copy", database + "#mer", back).code()).isZero();

        assertThat(FileStore.at(back).open().get()).isEqualTo(portfolio);
        assertThat(Files.readAllBytes(back)).isEqualTo(Files.readAllBytes(file));
        assertThat(run("copy", database + "#mer", back).err()).contains("STORE-FILE-EXISTS");
        assertThat(run("copy", database + "#mer", back, "--replace").code()).isZero();
        assertThat(run("copy", file, database + "#mer", "--replace").code()).isZero();
        assertThat(run("audit", "list", database + "#mer", "--format", "csv")
                        .out()
                        .lines())
                .hasSize(2);
    }

    @Test
    void verbs_takeADatabaseWhereTheyTakeAFile() throws Exception {
        String place = database + "#mer";
        assertThat(run("new", place).out()).contains("Créé", "#mer");
        assertThat(run("apply", place, edits(put("s", "Pôle Mer")), "--author", "Anne", "--reason", "convention")
                        .code())
                .isZero();
        assertThat(run("apply", place, edits(put("s", "Pôle Eau")), "--dry-run").out())
                .contains("modifié");
        for (String verb : List.of("show", "grants", "check", "calendar", "history", "verify")) {
            ToolRun run = run(verb, place, "--at", "2026-06-15");
            assertThat(run.code()).as("%s: %s", verb, run.err()).isZero();
        }
        assertThat(run("history", place).out()).contains("Anne", "convention");
        assertThat(run("import", "catalogue", "--into", place, "--search", "poles")
                        .code())
                .isZero();
        assertThat(run("audit", "list", place, "--format", "csv").out().lines()).hasSize(3);
        assertThat(run("upgrade", place).err()).contains("CLI-FILE-ONLY");
        assertThat(run("restore", place).err()).contains("CLI-FILE-ONLY");
    }

    @Test
    void import_intoAPortfolioThatIsNotThere_makesIt() throws Exception {
        for (String name : List.of("#mer", "#eau")) {
            String place = database + name;
            assertThat(run("import", "catalogue", "--into", place, "--search", "poles", "--dry-run")
                            .code())
                    .isZero();
            assertThat(run("show", place).code()).as("a dry run makes nothing").isEqualTo(2);
            assertThat(run("import", "catalogue", "--into", place, "--search", "poles")
                            .code())
                    .isZero();
            assertThat(run("audit", "list", place, "--format", "csv").out().lines())
                    .hasSize(2);
        }
        assertThat(run("import", "catalogue", "--into", database, "--search", "poles")
                        .err())
                .contains("STORE-DB-WHICH", "eau, mer");
    }

    @Test
    void audit_verify_feed_sayWhatTheyFind() throws Exception {
        String place = database + "#mer";
        run("new", place);
        run("apply", place, edits(put("s", "Pôle Mer")));
        run("apply", place, edits(put("t", "Pôle Eau")));

        ToolRun verified = run("audit", "verify", place, "--format", "json");
        assertThat(verified.code()).isZero();
        String seal = verified.out().replaceAll("(?s).*\\b([0-9a-f]{64})\\b.*", "$1");
        assertThat(run("audit", "verify", place, "--noted", "2:" + seal).code()).isZero();
        ToolRun other = run("audit", "verify", place, "--noted", "1:" + seal);
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("STORE-DB-CHAIN-NOTED");
        assertThat(run("audit", "verify", place, "--noted", "x").err()).contains("CLI-NOTED");

        ToolRun feed = run("audit", "feed", place, "--since", "1");
        assertThat(feed.out().lines()).singleElement().satisfies(line -> assertThat(line)
                .startsWith("{\"edit\":2,\"record\":")
                .contains("Pôle Eau")
                .endsWith(seal + "\"}"));
        assertThat(run("audit", "feed", place, "--since", "2").out()).isEmpty();
    }

    @Test
    void missingLibraries_areNamed() throws Exception {
        assertThat(without("h2database", "new")).contains("STORE-DB-DRIVER", "com.h2database:h2");
        assertThat(without("flywaydb", "new")).contains("STORE-DB-DRIVER", "org.flywaydb:flyway-core");
        assertThat(without("postgresql", "show", "jdbc:postgresql://h/d#p")).contains("org.postgresql:postgresql");
    }

    /** What the program says when a library is not on its class path. */
    private String without(String library, String verb, String... place) throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains(library))
                .collect(Collectors.joining(File.pathSeparator));
        String java = ProcessHandle.current().info().command().orElse("java");
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        classPath,
                        Main.class.getName(),
                        verb,
                        place.length > 0 ? place[0] : database + "#p")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(2);
        return said;
    }

    @Test
    void wrongPlaces_endInASentence() throws Exception {
        assertThat(run("show", database + "#mer").err()).contains("STORE-DB-ABSENT");
        run("new", database + "#mer");
        assertThat(run("show", database + "#eau").err()).contains("STORE-DB-NO-PORTFOLIO", "mer");
        assertThat(run("new", database).err()).contains("STORE-DB-UNNAMED");
        assertThat(run("show", "jdbc:mysql://h/d?password=secret#p").err()).contains("STORE-DB-URL");
        assertThat(run("show", "jdbc:postgresql://127.0.0.1:1/d?password=secret#p")
                        .err())
                .contains("STORE-DB-UNREACHABLE", "ne répond pas");
        assertThat(run("show", database.replace("secret", "faux") + "#mer").err())
                .contains("STORE-DB-PASSWORD")
                .doesNotContain("faux");
        Path file = Files.writeString(folder.resolve("f"), "x", StandardCharsets.UTF_8);
        assertThat(run("audit", "verify", file).err()).contains("CLI-DATABASE-ONLY");
        assertThat(run("audit").code()).isEqualTo(2);
    }
}
