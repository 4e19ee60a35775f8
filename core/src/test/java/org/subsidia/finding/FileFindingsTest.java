package org.subsidia.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFindingsTest {
    @TempDir
    private Path folder;

    @Test
    void missing_ofAFile_isNothing() throws IOException {
        assertThat(FileFindings.missing(Files.createFile(folder.resolve("a.csv"))))
                .isEmpty();
    }

    @Test
    void missing_ofWhatIsNone_namesIt() {
        assertThat(FileFindings.missing(folder).orElseThrow().code()).isEqualTo("TAB-FILE-FOLDER");
        assertThat(FileFindings.missing(folder.getRoot()).orElseThrow().place().file())
                .isEqualTo(folder.getRoot().toString());
        Finding absent = FileFindings.missing(folder.resolve("a.csv")).orElseThrow();
        assertThat(absent.place()).isEqualTo(Place.file("a.csv"));
        assertThat(absent.message().in(Locale.FRENCH)).contains("a.csv", "n’existe pas");
    }

    @Test
    void unreadable_tellsWhatTheSystemSays() throws IOException {
        Path file = Files.createFile(folder.resolve("a.csv"));
        assertThat(FileFindings.unreadable(file, new IOException("Input/output error"))
                        .message()
                        .in(Locale.FRENCH))
                .isEqualTo("Le fichier ne peut pas être lu : Input/output error.");
        assertThat(FileFindings.unreadable(file, new AccessDeniedException(file.toString()))
                        .message()
                        .in(Locale.FRENCH))
                .isEqualTo("Vous n’avez pas le droit de lire « " + file + " ».");
        assertThat(FileFindings.unreadable(file, new IOException()).message().in(Locale.ENGLISH))
                .isEqualTo("The file cannot be read: IOException.");
    }

    @Test
    void unreadable_ofAFileThatHasGone_saysSo() {
        Path gone = folder.resolve("gone.csv");
        assertThat(FileFindings.unreadable(gone, new IOException("gone")).code())
                .isEqualTo("TAB-FILE-MISSING");
    }
}
