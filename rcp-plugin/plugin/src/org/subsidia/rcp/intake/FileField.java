package org.subsidia.rcp.intake;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.ui.Accessibles;

/** A file, or several with semicolons between them, typed or looked for; three columns wide. */
final class FileField {
    private static final String BETWEEN = "; ";

    private final Text text;
    private final boolean several;

    FileField(Composite page, String label, String[] endings, Runnable changed) {
        this(page, label, endings, false, changed);
    }

    FileField(Composite page, String label, String[] endings, boolean several, Runnable changed) {
        this.several = several;
        new Label(page, SWT.NONE).setText(label);
        text = new Text(page, SWT.BORDER);
        Accessibles.name(text, label);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        text.addModifyListener(event -> changed.run());
        Button browse = new Button(page, SWT.PUSH);
        browse.setText(Texts.scdlBrowse);
        browse.addListener(SWT.Selection, event -> {
            List<Path> chosen = several
                    ? Documents.chooser().toOpenSeveral(page.getShell(), endings)
                    : Documents.chooser().toOpen(page.getShell(), endings).stream()
                            .toList();
            if (!chosen.isEmpty()) {
                text.setText(words(chosen));
            }
        });
    }

    /** Files as they are typed. */
    static String words(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(BETWEEN));
    }

    /** What stands in the field while it is empty. */
    void hint(String words) {
        text.setMessage(words);
    }

    /** Names another file. */
    void show(String path) {
        if (!text().equals(path)) {
            text.setText(path);
        }
    }

    /** What was typed, without blanks around it. */
    String text() {
        return text.getText().strip();
    }

    /** The files named; empty where none is, or no file can have such a name. */
    List<Path> paths() {
        try {
            if (!several || Files.exists(Path.of(text()))) {
                return text().isEmpty() ? List.of() : List.of(Path.of(text()));
            }
            return Arrays.stream(text().split(BETWEEN.strip(), -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(Path::of)
                    .toList();
        } catch (InvalidPathException e) {
            return List.of();
        }
    }

    /** The first file named. */
    Optional<Path> path() {
        return paths().stream().findFirst();
    }
}
