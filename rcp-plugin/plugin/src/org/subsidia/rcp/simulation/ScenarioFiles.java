package org.subsidia.rcp.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.rcp.Texts;
import org.subsidia.transfer.Presets;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.ScenarioSource;
import org.subsidia.transfer.WordFix;

/** Documents of scenarios, from files and from the program. */
final class ScenarioFiles {
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private ScenarioFiles() {}

    /**
     * What is typed, the file whose neighbours it may extend, and the ids by the names of the structures on which it is to run; null
     * and empty: none are known.
     */
    record Draft(String text, Path file, Map<String, String> structures) {
        Reading<Scenario> read() {
            ScenarioSource parents = file == null ? Presets.source() : ScenarioSource.beside(file);
            String name =
                    file == null ? Texts.scenarioUntitled : file.getFileName().toString();
            Reading<Scenario> read =
                    Scenario.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), parents);
            if (structures.isEmpty() || !read.isRead()) {
                return read;
            }
            List<Finding> found = new ArrayList<>(read.findings());
            found.addAll(WordFix.unknownStructures(read.get(), text, structures.values()));
            return Reading.of(read.get(), found);
        }
    }

    static String preset(String id) {
        try (InputStream in = Presets.source().open(id)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of a file; a sentence of the exception says why it cannot be read. */
    static String read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(Texts.scenarioTooLong);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException(Texts.scenarioNoText, e);
        }
    }

    /** Writes the file whole or not at all. */
    static void write(Path file, String text) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
