package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;

/**
 * Which file, and what its kind wants to know besides.
 *
 * @param <O> what is read of it
 */
final class FilePage<O> extends Step<String, O> {
    private final ImportKind kind;
    private final Source<O> source;
    private volatile Optional<ImportKind> other = Optional.empty();
    private String start = "";
    private FileField file;
    private Text problem;

    FilePage(ImportKind kind, Source<O> source, Turn turn) {
        super("file", Texts.scdlFileTitle, turn.description(source.description()));
        this.kind = kind;
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
        boolean several = source.takesSeveral();
        file = new FileField(
                page, several ? Texts.importFiles : Texts.scdlFile, source.endings(), several, this::check);
        if (several) {
            file.hint(Texts.importFilesHint);
        }
        file.show(start);
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
        if (problem == null) {
            return; // the page is still being made
        }
        problem.setText("");
        source.consider(file.paths());
        Optional<String> missing = source.missing();
        setErrorMessage(missing.orElse(null));
        boolean named =
                file.path().isPresent() || !source.needsFile() && file.text().isEmpty();
        setPageComplete(missing.isEmpty() && named);
    }

    /** The files named. */
    List<Path> paths() {
        return file.paths();
    }

    @Override
    Callable<Reading<O>> reader() {
        List<Path> files = paths();
        Callable<Reading<O>> reading = source.reader(files, Desk.get().portfolio());
        return () -> {
            Reading<O> read = reading.call();
            other = read.isRead() ? Optional.empty() : other(files);
            return read;
        };
    }

    /** Which other import a file that was refused is for. */
    private Optional<ImportKind> other(List<Path> files) {
        return files.size() == 1 ? kind.other(files.get(0)) : Optional.empty();
    }

    @Override
    String told(List<Finding> findings) {
        String told = super.told(findings);
        return other.map(one -> told + "\n\n" + Texts.bind(Texts.importOther, one.title()))
                .orElse(told);
    }

    @Override
    void tell(String text) {
        problem.setText(text);
    }
}
