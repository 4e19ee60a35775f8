package org.subsidia.rcp.scdl;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.identity.OrganisationId;
import org.subsidia.io.scdl.ScdlChoice;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Background;
import org.subsidia.rcp.ui.FindingsDialog;

/** Which file, and whose grants; reads it on the way to the next page. */
final class FilePage extends WizardPage {
    private String start = "";
    private Text file;
    private Button everybody;
    private Button known;
    private Button some;
    private Text numbers;
    private Label problem;

    FilePage() {
        super("file", Texts.scdlFileTitle, null);
        setDescription(Texts.scdlFileDescription);
        setPageComplete(false);
    }

    /** Fills a file in. */
    void start(String path) {
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
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(file);
        file.addModifyListener(event -> check());
        Button browse = new Button(page, SWT.PUSH);
        browse.setText(Texts.scdlBrowse);
        browse.addListener(SWT.Selection, event -> Documents.chooser()
                .toOpen(getShell(), ".csv", ".xlsx", ".txt")
                .ifPresent(chosen -> file.setText(chosen.toString())));

        Label whose = new Label(page, SWT.NONE);
        whose.setText(Texts.scdlWhose);
        GridDataFactory.fillDefaults().span(3, 1).indent(0, 12).applyTo(whose);
        everybody = radio(page, Texts.scdlEverybody);
        known = radio(page, Texts.scdlKnown);
        some = radio(page, Texts.scdlNumbers);
        everybody.setSelection(true);
        numbers = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .indent(32, 0)
                .grab(true, false)
                .applyTo(numbers);
        numbers.addModifyListener(event -> check());

        problem = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .indent(0, 14)
                .hint(600, SWT.DEFAULT)
                .grab(true, true)
                .applyTo(problem);
        file.setText(start);
        check();
        setErrorMessage(null);
        setControl(page);
    }

    private Button radio(Composite page, String text) {
        Button button = new Button(page, SWT.RADIO);
        button.setText(text);
        button.addListener(SWT.Selection, event -> check());
        GridDataFactory.fillDefaults().span(3, 1).indent(12, 0).applyTo(button);
        return button;
    }

    private void check() {
        numbers.setEnabled(some.getSelection());
        problem.setText("");
        Reading<ScdlChoice> choice = choice();
        Optional<String> refusal = choice.isRead() ? Optional.empty() : Optional.of(firstSentence(choice.findings()));
        String missing = some.getSelection() && numbers.getText().isBlank()
                ? Texts.scdlNoNumber
                : known.getSelection() && known(Desk.get().portfolio()).isEmpty() ? Texts.scdlNoKnown : null;
        setErrorMessage(missing != null ? missing : refusal.orElse(null));
        setPageComplete(missing == null && refusal.isEmpty() && path().isPresent());
    }

    private Optional<Path> path() {
        try {
            return Optional.of(file.getText().strip())
                    .filter(text -> !text.isEmpty())
                    .map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Reading<ScdlChoice> choice() {
        if (known.getSelection()) {
            return Reading.of(new ScdlChoice(known(Desk.get().portfolio())));
        }
        if (!some.getSelection()) {
            return Reading.of(ScdlChoice.everybody());
        }
        Set<OrganisationId> ids = new LinkedHashSet<>();
        for (String word : numbers.getText().strip().split("[\\s,;]+")) {
            if (word.isEmpty()) {
                continue;
            }
            Reading<OrganisationId> id = OrganisationId.read(word);
            if (!id.isRead()) {
                return Reading.refused(id.findings());
            }
            ids.add(id.get());
        }
        return Reading.of(new ScdlChoice(ids));
    }

    /** The numbers of the structures of a portfolio, as far as they are right. */
    static Set<OrganisationId> known(Portfolio portfolio) {
        Set<OrganisationId> ids = new LinkedHashSet<>();
        for (Structure structure : portfolio.structures()) {
            Stream.of(structure.siren(), structure.siret(), structure.rna())
                    .filter(number -> number != null)
                    .map(OrganisationId::read)
                    .map(Reading::value)
                    .flatMap(Optional::stream)
                    .forEach(ids::add);
        }
        return ids;
    }

    /** Reads the file; what is wrong with it is told here. */
    boolean read() {
        Path path = path().orElseThrow();
        ScdlChoice choice = choice().get();
        Portfolio into = Desk.get().portfolio();
        Background<Reading<Preview>> reading =
                new Background<>(Texts.bind(Texts.reading, path.getFileName()), () -> Preview.read(path, into, choice));
        try {
            getContainer().run(true, true, reading);
        } catch (InterruptedException e) {
            return false;
        } catch (InvocationTargetException e) {
            ILog.of(FilePage.class).error("reading " + path, e.getCause());
            setErrorMessage(String.valueOf(e.getCause().getMessage()));
            return false;
        }
        Reading<Preview> result = reading.result();
        if (!result.isRead()) {
            refuse(result.findings());
            return false;
        }
        ((ImportWizard) getWizard()).show(result.get());
        return true;
    }

    /** The first sentence above, what to do about it below, and whatever else is wrong. */
    private void refuse(List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        setErrorMessage(firstSentence(errors));
        String advice = errors.get(0).advice(Texts.locale()).orElse("");
        String others = FindingsDialog.text(errors.subList(1, errors.size()), Texts.locale());
        problem.setText((advice + "\n\n" + others).strip().replace("&", "&&"));
        problem.requestLayout();
    }

    private static String firstSentence(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .map(finding -> finding.message().in(Texts.locale()))
                .orElse("");
    }
}
