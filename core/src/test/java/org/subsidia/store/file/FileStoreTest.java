package org.subsidia.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RandomPortfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.PortfolioJson;
import org.subsidia.store.Saved;
import org.subsidia.store.Sha256;

class FileStoreTest {
    private static final Portfolio SMALL = Portfolio.of(
            List.of(Structure.builder(new StructureId("s"), "Pôle Mer").build()));

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("p.subsidia");
    }

    @Test
    void open_afterSave_givesTheSamePortfolio_andTheSameBytes() throws IOException {
        Portfolio portfolio = new RandomPortfolio(7).portfolio(20, 100);
        FileStore store = FileStore.at(file());
        Saved saved = store.save(portfolio).get();
        byte[] first = Files.readAllBytes(file());

        assertThat(saved.bytes()).isEqualTo(first.length);
        assertThat(store.open().get()).isEqualTo(portfolio);
        assertThat(store.save(store.open().get()).get()).isEqualTo(saved);
        assertThat(Files.readAllBytes(file())).isEqualTo(first);
        assertThat(store.path()).isEqualTo(file());
        assertThat(names()).containsExactly("p.subsidia");
    }

    @Test
    void save_smallPortfolio_writesThisVeryDocument() throws IOException {
        FileStore.at(file()).save(SMALL).get();
        String covered = """
                {"format":"subsidia","version":1,"portfolio":
                {
                "structures":[
                {"id":"s","kind":"OTHER","name":"Pôle Mer"}
                ]
                }
                """;
        assertThat(Files.readString(file()))
                .isEqualTo(covered + ",\"length\":" + covered.getBytes(UTF_8).length + ",\"sha256\":\""
                        + Sha256.of(covered.getBytes(UTF_8)) + "\"}\n");
    }

    /** The file was written when the format was new. It is never written again; a later version adds a file of its own. */
    @Test
    void open_fileOfVersion1_readsEveryField_andWritesTheSameContent() throws Exception {
        Path old = Path.of(getClass().getResource("version-1.subsidia").toURI());
        Portfolio portfolio = FileStore.at(old).open().get();

        assertThat(portfolio)
                .hasToString("Portfolio STRUCTURE=4 FUNDER=5 PROGRAMME=5 CALL=5 PROJECT=5 GRANT=8 BUDGET_LINE=5");
        assertThat(portfolio.stream())
                .allSatisfy(record -> assertThat(record.extras().none()).isTrue());
        FileStore.at(file()).save(portfolio).get();
        assertThat(Files.readString(file())).isEqualTo(Files.readString(old));
    }

    @Test
    void open_anyByteFlipped_isANamedFinding_neverAPortfolio() throws IOException {
        FileStore.at(file()).save(SMALL).get();
        byte[] whole = Files.readAllBytes(file());
        Set<String> codes = new TreeSet<>();
        for (int i = 0; i < whole.length; i++) {
            for (int mask : new int[] {0x01, 0x02, 0x20, 0x80, 0xff}) {
                byte[] damaged = whole.clone();
                damaged[i] ^= (byte) mask;
                codes.add(refusal(damaged));
            }
        }
        assertThat(codes).containsExactly("STORE-FILE-CUT", "STORE-FILE-DAMAGED", "STORE-FILE-FOREIGN");
    }

    @Test
    void open_cutAnywhere_isANamedFinding_neverAPortfolio() throws IOException {
        FileStore.at(file()).save(SMALL).get();
        byte[] whole = Files.readAllBytes(file());
        Set<String> codes = new TreeSet<>();
        for (int i = 0; i < whole.length; i++) {
            codes.add(refusal(Arrays.copyOf(whole, i)));
            byte[] hole = new byte[whole.length - 1];
            System.arraycopy(whole, 0, hole, 0, i);
            System.arraycopy(whole, i + 1, hole, i, whole.length - i - 1);
            codes.add(refusal(hole));
        }
        codes.add(refusal(Arrays.copyOf(whole, whole.length + 1)));
        assertThat(codes)
                .containsExactly("STORE-FILE-CUT", "STORE-FILE-DAMAGED", "STORE-FILE-EMPTY", "STORE-FILE-FOREIGN");
    }

    private String refusal(byte[] document) {
        Reading<Document> read = DocumentFormat.CURRENT.read(document, "p.subsidia");
        assertThat(read.isRead()).isFalse();
        assertThat(read.findings()).hasSize(1);
        assertThat(read.findings().get(0).message().in(Locale.FRENCH)).contains("p.subsidia");
        assertThat(read.findings().get(0).advice(Locale.FRENCH)).isPresent();
        return read.findings().get(0).code();
    }

    @Test
    void open_newerFormat_isRefusedWithBothVersions() throws IOException {
        assertThat(codes(document("2", "{\"later\":true}"))).containsExactly("STORE-FILE-NEWER");
        assertThat(codes(document("0", "{}"))).containsExactly("STORE-FILE-DAMAGED");
        assertThat(codes(document("1", "{}"))).isEmpty();
    }

    @Test
    void open_checkedDocumentWithWrongContent_saysLineAndPath() throws IOException {
        Files.write(file(), document("1", "{\n\"structures\":[\n{\"id\":\"s\",\"kind\":\"CLUSTER\"}\n]\n}"));

        assertThat(FileStore.at(file()).open().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("STORE-JSON-MISSING");
            assertThat(finding.place().line()).isEqualTo(4);
            assertThat(finding.place().field()).isEqualTo("/structures/0");
            assertThat(finding.message().arguments()).containsExactly("/structures/0/name");
        });
    }

    private static byte[] document(String version, String portfolio) {
        String covered = "{\"format\":\"subsidia\",\"version\":" + version + ",\"portfolio\":\n" + portfolio + "\n";
        byte[] bytes = covered.getBytes(UTF_8);
        return (covered + ",\"length\":" + bytes.length + ",\"sha256\":\"" + Sha256.of(bytes) + "\"}\n")
                .getBytes(UTF_8);
    }

    private List<String> codes(byte[] document) throws IOException {
        Files.write(file(), document);
        return FileStore.at(file()).open().findings().stream()
                .map(f -> f.code())
                .toList();
    }

    @Test
    void open_whatIsNoPortfolio_saysSo() throws IOException {
        assertThat(FileStore.at(file()).open().findings().get(0).code()).isEqualTo("STORE-FILE-ABSENT");
        assertThat(FileStore.at(folder).open().findings().get(0).code()).isEqualTo("STORE-FILE-NOT-FILE");
        assertThat(codes(new byte[0])).containsExactly("STORE-FILE-EMPTY");
        assertThat(codes("nomAttribuant,idAttribuant\n".getBytes(UTF_8))).containsExactly("STORE-FILE-FOREIGN");
    }

    @Test
    void save_overALink_keepsTheLink_andThePermissions() throws IOException {
        Path real = folder.resolve("real.subsidia");
        FileStore.at(real).save(SMALL).get();
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw-r--"));
        Files.createSymbolicLink(file(), real);

        FileStore.at(file()).save(Portfolio.empty()).get();

        assertThat(Files.isSymbolicLink(file())).isTrue();
        assertThat(FileStore.at(real).open().get()).isEqualTo(Portfolio.empty());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void save_intoAMissingFolder_savesNothingAndSaysSo() {
        Reading<Saved> saved = FileStore.at(folder.resolve("none/p.subsidia")).save(SMALL);

        assertThat(saved.isRead()).isFalse();
        assertThat(saved.findings().get(0).code()).isEqualTo("STORE-FILE-UNWRITABLE");
        assertThat(saved.findings().get(0).message().in(Locale.FRENCH)).contains("none");
    }

    /** Fails at the byte of this number; below zero: never. */
    private static Disk failingAt(long position, boolean flips) {
        return new Disk() {
            @Override
            public OutputStream create(Path file) throws IOException {
                return new FilterOutputStream(Disk.super.create(file)) {
                    private long written;

                    @Override
                    public void write(int b) throws IOException {
                        if (written++ == position) {
                            if (!flips) {
                                throw new IOException("disk full");
                            }
                            out.write(b ^ 1);
                        } else {
                            out.write(b);
                        }
                    }
                };
            }
        };
    }

    @Test
    void save_diskFailsAtAnyByte_leavesTheOldFileAndNothingElse() throws IOException {
        Portfolio next = SMALL.apply(
                Edit.put(Structure.builder(new StructureId("t"), "Autre").build()));
        FileStore.at(file()).save(SMALL).get();
        byte[] old = Files.readAllBytes(file());
        long size = PortfolioJson.write(next).length + 100L;
        for (boolean flips : new boolean[] {false, true}) {
            for (long position = 0; position < size; position++) {
                Reading<Saved> saved = FileStore.at(file(), failingAt(position, flips), DocumentFormat.CURRENT)
                        .save(next);
                assertThat(saved.findings()).extracting(f -> f.code()).containsExactly("STORE-FILE-UNWRITABLE");
                assertThat(Files.readAllBytes(file())).isEqualTo(old);
                assertThat(names()).containsExactly("p.subsidia");
            }
        }
        assertThat(FileStore.at(file(), failingAt(-1, true), DocumentFormat.CURRENT)
                        .save(next)
                        .isRead())
                .isTrue();
    }

    @Test
    void save_moveFails_leavesTheOldFile() throws IOException {
        FileStore.at(file()).save(SMALL).get();
        for (IOException failure :
                List.of(new IOException("locked"), new AtomicMoveNotSupportedException("a", "b", "network"))) {
            Disk disk = new Disk() {
                @Override
                public void replace(Path with, Path target) throws IOException {
                    throw failure;
                }
            };
            Reading<Saved> saved =
                    FileStore.at(file(), disk, DocumentFormat.CURRENT).save(Portfolio.empty());
            assertThat(saved.findings())
                    .extracting(f -> f.code())
                    .containsExactly(
                            failure instanceof AtomicMoveNotSupportedException
                                    ? "STORE-FILE-NOT-ATOMIC"
                                    : "STORE-FILE-UNWRITABLE");
            assertThat(FileStore.at(file()).open().get()).isEqualTo(SMALL);
            assertThat(names()).containsExactly("p.subsidia");
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
