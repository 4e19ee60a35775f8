package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.Image;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Icon;

/**
 * What there is to know of a file before its rows: how it fared, or a remark of its reader.
 *
 * @param severity of a remark; null: a file was read
 * @param text in one line
 * @param findings with what to do about it; empty: the text is all
 */
record Note(Severity severity, String text, List<Finding> findings) {
    Note {
        findings = List.copyOf(findings);
    }

    /** A remark about the only file. */
    static Note of(Finding finding) {
        return new Note(finding.severity(), finding.message().in(Texts.locale()), List.of(finding));
    }

    /** A remark about one of several files. */
    static Note of(String file, Finding finding) {
        String words = finding.message().in(Texts.locale());
        return new Note(finding.severity(), Texts.bind(Texts.importOfFile, file, words), List.of(finding));
    }

    /** One of several files was read. */
    static Note read(String file, String sentence) {
        return read(Texts.bind(Texts.importOfFile, file, sentence));
    }

    /** The same in a sentence that names the file. */
    static Note read(String sentence) {
        return new Note(null, sentence, List.of());
    }

    /** One of several files cannot be used. */
    static Note refused(Path file, List<Finding> why) {
        Finding first = why.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
        return new Note(
                Severity.ERROR, of(String.valueOf(file.getFileName()), first).text(), why);
    }

    /** Of several files how each fared, then the remarks of all; of one the remarks alone. */
    static List<Note> all(boolean several, List<Note> files, List<Finding> remarks) {
        return several
                ? Stream.concat(
                                files.stream(),
                                remarks.stream()
                                        .map(one ->
                                                of(String.valueOf(one.place().file()), one)))
                        .toList()
                : remarks.stream().map(Note::of).toList();
    }

    Image image() {
        if (severity == null) {
            return Icon.DONE.image();
        }
        return switch (severity) {
            case ERROR -> Icon.ERROR.image();
            case WARNING -> Icon.PROBLEM.image();
            case INFO -> Icon.INFORMATION.image();
        };
    }
}
