package org.subsidia.rcp.intake;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.subsidia.finding.Reading;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;

/**
 * Which file, and what its kind wants to know besides.
 *
 * @param <O> what is read of it
 */
final class FilePage<O> extends Step<String, O> {
    private final Source<O> source;
    private String start = "";
    private Text file;
    private Text problem;

    FilePage(Source<O> source) {
        super("file", Texts.scdlFileTitle, source.description());
        this.source = source;
    }

    /** Fills a file in, before the page is made. */
    @Override
    void show(String path) {
        start = path;
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(3)
                .margins(10, 12)
                .spacing(8, 6)
                .applyTo(page);
        new Label(page, SWT.NONE).setText(Texts.scdlFile);
        file = new Text(page, SWT.BORDER);
        Accessibles.name(file, Texts.scdlFile);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(file);
        file.setText(start);
        file.addModifyListener(event -> check());
        Button browse = new Button(page, SWT.PUSH);
        browse.setText(Texts.scdlBrowse);
        browse.addListener(SWT.Selection, event -> Documents.chooser()
                .toOpen(getShell(), source.endings())
                .ifPresent(chosen -> file.setText(chosen.toString())));
        source.createOptions(page, this::check);
        problem = new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        problem.setBackground(page.getBackground());
        Accessibles.name(problem, Texts.importProblem);
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .indent(0, 14)
                .hint(600, 90)
                .grab(true, true)
                .applyTo(problem);
        check();
        setErrorMessage(null);
        setControl(page);
    }

    private void check() {
        if (problem != null) {
            problem.setText("");
        }
        Optional<String> missing = source.missing();
        setErrorMessage(missing.orElse(null));
        boolean named =
                path().isPresent() || !source.needsFile() && file.getText().isBlank();
        setPageComplete(missing.isEmpty() && named);
    }

    /** The file named; empty where none is, or no file can have that name. */
    Optional<Path> path() {
        try {
            return Optional.of(file.getText().strip())
                    .filter(text -> !text.isEmpty())
                    .map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    Callable<Reading<O>> reader() {
        return source.reader(path().orElse(null), Desk.get().portfolio());
    }

    @Override
    void tell(String text) {
        problem.setText(text);
    }
}
