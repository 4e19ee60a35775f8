package org.subsidia.rcp.simulation;

import java.lang.reflect.InvocationTargetException;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.jface.wizard.ProgressMonitorPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.Background;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.Words;
import org.subsidia.report.Cell;
import org.subsidia.report.CellText;
import org.subsidia.report.KeyFigures;
import org.subsidia.report.Paragraph;
import org.subsidia.report.Report;
import org.subsidia.report.SeekReport;
import org.subsidia.transfer.GoalSeek;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Simulation;

/** The smallest number of a scenario that is enough, and the proof that one step less is not. */
final class SeekDialog extends TitleAreaDialog {
    private static final int SEEK = IDialogConstants.CLIENT_ID;
    private static final int MOST_MONTHS = 600;

    private final Scenario scenario;
    private final Structures structures;
    private Combo number;
    private Button byRunway;
    private Spinner months;
    private Button byShare;
    private Text share;
    private Text target;
    private Text answer;
    private ProgressMonitorPart progress;
    private boolean seeking;

    SeekDialog(Shell parent, Scenario scenario, Structures structures) {
        super(parent);
        this.scenario = scenario;
        this.structures = structures;
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.seekTitle);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(scenario.title().in(Texts.locale()).replace("&", "&&"));
        setMessage(Texts.seekHint);
        Composite page = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(10, 10)
                .spacing(8, 8)
                .applyTo(page);
        new Label(page, SWT.NONE).setText(Texts.seekNumber);
        number = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        number.setItems(scenario.numbers().stream()
                .map(name -> Message.of("REPORT-XFER-TITLED", scenario.numberTitle(name), name)
                        .in(Texts.locale()))
                .toArray(String[]::new));
        number.select(Math.max(0, scenario.numbers().indexOf(likely())));
        wide(number, Texts.seekNumber);
        byRunway = radio(page, Texts.seekRunway);
        months = new Spinner(page, SWT.BORDER);
        months.setValues(scenario.runway(), 1, MOST_MONTHS, 0, 1, 6);
        Accessibles.name(months, Texts.seekRunway);
        byShare = radio(page, Texts.seekShare);
        share = new Text(page, SWT.BORDER);
        share.setText(new CellText(Texts.locale()).full(Cell.of(Fraction.of(1, 2))));
        wide(share, Texts.seekShare);
        new Label(page, SWT.NONE).setText(Texts.seekTarget);
        target = new Text(page, SWT.BORDER);
        target.setText(new CellText(Texts.locale()).full(Cell.of(scenario.target())));
        wide(target, Texts.seekTarget);
        byRunway.setSelection(true);
        answer = new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, true)
                .hint(520, 130)
                .applyTo(answer);
        Accessibles.name(answer, Texts.seekAnswer);
        progress =
                new ProgressMonitorPart(page, GridLayoutFactory.fillDefaults().create(), true);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(progress);
        progress.setVisible(false);
        for (Control field : new Control[] {share, target}) {
            field.addListener(SWT.Modify, event -> validate());
        }
        for (Control choice : new Control[] {byRunway, byShare}) {
            choice.addListener(SWT.Selection, event -> validate());
        }
        return area;
    }

    /** A rate is what is sought most. */
    private String likely() {
        return scenario.numbers().stream()
                .filter(name -> name.endsWith(".rate"))
                .findFirst()
                .orElse("");
    }

    private static Button radio(Composite page, String label) {
        Button button = new Button(page, SWT.RADIO);
        button.setText(label);
        return button;
    }

    private static void wide(Control control, String name) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
        Accessibles.name(control, name);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, SEEK, Texts.seekStart, true);
        createButton(parent, IDialogConstants.CLOSE_ID, Texts.close, false);
        validate();
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == SEEK) {
            seek();
        } else {
            close();
        }
    }

    @Override
    public boolean close() {
        if (seeking) {
            progress.setCanceled(true);
            return false;
        }
        return super.close();
    }

    private void validate() {
        months.setEnabled(byRunway.getSelection());
        share.setEnabled(byShare.getSelection());
        String wrong = byShare.getSelection() && share(share) == null
                ? share.getText()
                : share(target) == null ? target.getText() : null;
        setErrorMessage(wrong == null ? null : Texts.bind(Texts.seekNoShare, wrong));
        getButton(SEEK).setEnabled(wrong == null && !seeking);
    }

    /** The share that is typed; null: it is none. */
    private static Fraction share(Text text) {
        try {
            Fraction typed = Fraction.parse(text.getText().strip().replaceAll("[\\s\u00a0\u202f]", ""));
            return typed.isShare() ? typed : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void seek() {
        String parameter = scenario.numbers().get(number.getSelectionIndex());
        GoalSeek.Goal goal = byRunway.getSelection()
                ? new GoalSeek.Runway(months.getSelection())
                : new GoalSeek.PrivateShare(share(share));
        Fraction wanted = share(target);
        LawBase laws = Settings.law();
        LocalDate at = Settings.today();
        Background<Reading<Report>> work =
                new Background<>(Texts.seekTitle, () -> search(parameter, goal, wanted, laws, at));
        seeking = true;
        validate();
        progress.setVisible(true);
        progress.attachToCancelComponent(null);
        try {
            ModalContext.run(work, true, progress, getShell().getDisplay());
            Reading<Report> found = work.result();
            answer.setText(found.isRead() ? words(found.get()) : FindingsDialog.text(found.findings(), Texts.locale()));
        } catch (InterruptedException e) {
            answer.setText(Texts.seekCancelled);
        } catch (InvocationTargetException e) {
            ILog.of(getClass()).error(Texts.seekTitle, e.getCause());
            answer.setText(
                    Texts.bind(Texts.seekFailed, String.valueOf(e.getCause().getMessage())));
        } finally {
            seeking = false;
            if (!answer.isDisposed()) {
                progress.removeFromCancelComponent(null);
                progress.setVisible(false);
                validate();
            }
        }
    }

    private Reading<Report> search(String parameter, GoalSeek.Goal goal, Fraction wanted, LawBase laws, LocalDate at) {
        Reading<Population> people = structures.population().read();
        if (!people.isRead()) {
            return Reading.refused(people.findings());
        }
        Reading<Simulation> run = Simulation.run(scenario, people.get(), laws);
        if (!run.isRead()) {
            return Reading.refused(run.findings());
        }
        GoalSeek found;
        try {
            found = GoalSeek.of(scenario, people.get(), laws, parameter, goal, wanted);
        } catch (GoalSeek.NotRun e) {
            return Reading.refused(e.findings());
        }
        return Reading.of(
                SeekReport.of(found, scenario, people.get().recipients().size(), List.of(), at));
    }

    private static String words(Report report) {
        CellText cells = new CellText(Texts.locale());
        StringJoiner text = new StringJoiner("\n");
        report.sections().stream().flatMap(section -> section.blocks().stream()).forEach(block -> {
            if (block instanceof Paragraph paragraph) {
                text.add(paragraph.text().in(Texts.locale()));
            } else if (block instanceof KeyFigures figures) {
                text.add(figures.figures().stream()
                        .map(figure -> Words.labelled(figure.label().in(Texts.locale()), cells.full(figure.value())))
                        .collect(Collectors.joining("\n")));
            }
        });
        return text.toString();
    }
}
