package org.subsidia.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RandomPortfolio;

/** A format two versions ahead of this one, so that the files of today are the old ones. */
class UpgradeTest {
    private static final DocumentFormat LATER = new DocumentFormat(
            3, List.of(new Upgrade(2, UpgradeTest::renameNote), new Upgrade(1, UpgradeTest::addNote)));

    @TempDir
    Path folder;

    private static ObjectNode addNote(ObjectNode portfolio) {
        return portfolio.put("note", "added by the first step");
    }

    private static ObjectNode renameNote(ObjectNode portfolio) {
        portfolio.set("remark", portfolio.remove("note"));
        return portfolio;
    }

    @Test
    void open_olderFile_takesEveryStep_andSavesInTheNewFormat() throws IOException {
        Path file = folder.toRealPath().resolve("p.subsidia");
        Portfolio old = new RandomPortfolio(3).portfolio(4, 9);
        FileStore.at(file).save(old).get();
        byte[] before = Files.readAllBytes(file);

        try (FileSession session = FileSession.open(file, SessionOptions.by("Anne"), Disk.REAL, LATER)
                .get()) {
            assertThat(session.opened().version()).isEqualTo(1);
            assertThat(session.opened().findings()).extracting(Finding::code).containsExactly("STORE-FILE-OLDER");
            assertThat(session.portfolio().extras().fields())
                    .containsEntry("remark", "\"added by the first step\"")
                    .doesNotContainKey("note");
            assertThat(session.portfolio().withExtras(old.extras())).isEqualTo(old);
            session.save().get();
        }
        assertThat(Files.readString(file)).startsWith("{\"format\":\"subsidia\",\"version\":3,");
        assertThat(Companion.of(file).backup(1)).hasBinaryContent(before);
        try (FileSession session = FileSession.open(file, SessionOptions.by("Anne"), Disk.REAL, LATER)
                .get()) {
            assertThat(session.opened().version()).isEqualTo(3);
            assertThat(session.opened().findings()).isEmpty();
        }
        Reading<FileSession> refused = FileSession.open(file, "Anne");
        assertThat(refused.findings()).extracting(Finding::code).first().isEqualTo("STORE-FILE-NEWER");
    }

    @Test
    void open_olderFileWithWrongRecords_isRefused() throws IOException {
        Path file = folder.resolve("p.subsidia");
        DocumentFormat wrong = new DocumentFormat(2, List.of(new Upgrade(1, portfolio -> portfolio.put("grants", 1))));
        FileStore.at(file).save(Portfolio.empty()).get();
        Reading<Portfolio> read = FileStore.at(file, Disk.REAL, wrong).open();
        assertThat(read.isRead()).isFalse();
        assertThat(read.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("STORE-JSON-SHAPE");
            assertThat(finding.place().file()).isEqualTo(file.toString());
        });
    }
}
