package org.subsidia.rcp.intake;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.wizard.WizardPage;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.help.GuideDialog;
import org.subsidia.rcp.ui.Background;
import org.subsidia.rcp.ui.FindingsDialog;

/**
 * A page that is left by reading something, beside the workbench's thread, with progress and cancel. What is wrong is told on the
 * page.
 *
 * @param <I> what it shows
 * @param <O> what is read
 */
abstract class Step<I, O> extends WizardPage {
    private Step<O, ?> next;

    Step(String name, String title, String description) {
        super(name, title, null);
        setDescription(description);
        setPageComplete(false);
    }

    /** F1: what the guide says about this import. */
    @Override
    public final void performHelp() {
        GuideDialog.open(getShell(), wizard().title());
    }

    /** Lets another page follow. */
    final <N extends Step<O, ?>> N before(N following) {
        next = following;
        return following;
    }

    /** Shows what the page before has read. */
    abstract void show(I input);

    /** What is read next: gathered from the controls here, run on another thread. */
    abstract Callable<Reading<O>> reader();

    /** Tells what is wrong, below the controls. */
    abstract void tell(String text);

    /** Reads, and shows the next page what was read. */
    final boolean leave() {
        Optional<O> answer = read();
        answer.ifPresent(next::show);
        return answer.isPresent();
    }

    /** Reads; empty where that was cancelled, or refused and told. */
    final Optional<O> read() {
        return read(reader());
    }

    /** The same with something else that is read. */
    final <T> Optional<T> read(Callable<Reading<T>> reader) {
        tell("");
        Background<Reading<T>> reading = new Background<>(Texts.bind(Texts.reading, wizard().fileName()), reader);
        try {
            getContainer().run(true, true, reading);
        } catch (InterruptedException e) {
            return Optional.empty();
        } catch (InvocationTargetException e) {
            ILog.of(getClass()).error(getTitle(), e.getCause());
            setErrorMessage(Texts.bind(Texts.importFailed, wizard().fileName(), String.valueOf(e.getCause())));
            return Optional.empty();
        }
        Reading<T> result = reading.result();
        if (!result.isRead()) {
            refuse(result.findings());
        }
        return result.value();
    }

    /** The first sentence above; where, what to do about it, and whatever else is wrong below. */
    private void refuse(List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        Finding first = errors.get(0);
        String words = first.message().in(Texts.locale());
        setErrorMessage(
                isOfOther(first) ? Texts.bind(Texts.importOfFile, first.place().file(), words) : words);
        tell(told(errors));
    }

    /** Whether a finding is about a file beside the one that comes in, such as one of decisions. */
    private boolean isOfOther(Finding finding) {
        String file = finding.place().file();
        return !wizard().hasSeveralFiles() && file != null && !file.equals(wizard().fileName());
    }

    /** Findings as one text, which names the file of each where there are several. */
    String told(List<Finding> findings) {
        return wizard().hasSeveralFiles() || findings.stream().anyMatch(this::isOfOther)
                ? FindingsDialog.textOfFiles(findings, Texts.locale())
                : FindingsDialog.text(findings, Texts.locale());
    }

    private ImportWizard<?> wizard() {
        return (ImportWizard<?>) getWizard();
    }
}
