package org.subsidia.rcp.intake;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.ui.Accessibles;

/** A file, typed or looked for; three columns wide. */
final class FileField {
    private final Text text;

    FileField(Composite page, String label, String[] endings, Runnable changed) {
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
        browse.addListener(SWT.Selection, event -> Documents.chooser()
                .toOpen(page.getShell(), endings)
                .ifPresent(chosen -> text.setText(chosen.toString())));
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

    /** The file named; empty where none is, or no file can have that name. */
    Optional<Path> path() {
        try {
            return Optional.of(text()).filter(name -> !name.isEmpty()).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
