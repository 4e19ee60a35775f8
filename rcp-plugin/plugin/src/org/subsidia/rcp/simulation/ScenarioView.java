package org.subsidia.rcp.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Analysis;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.ui.Accessibles;
import org.subsidia.rcp.ui.DataTable;
import org.subsidia.rcp.ui.FindingsDialog;
import org.subsidia.rcp.ui.Icon;
import org.subsidia.rcp.ui.RunHandler;
import org.subsidia.rcp.ui.StatusLine;
import org.subsidia.rcp.ui.TableColumns;
import org.subsidia.transfer.Presets;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.WordFix;

/**
 * A scenario as a document: checked while it is typed, each error with its line and column. What is typed is kept from one
 * start of the workbench to the next, saved or not.
 */
public final class ScenarioView extends ViewPart {
    /** The view's id. */
    public static final String ID = "org.subsidia.rcp.scenario";

    private static final String[] ENDINGS = {".yaml", ".yml", ".json"};
    private static final String DRAFT = "scenario.draft";
    private static final String FILE = "scenario.file";
    private static final int PAUSE = 300;

    private final Analysis<ScenarioFiles.Draft, Reading<Scenario>> check =
            new Analysis<>((draft, cancelled) -> draft.read(), this::checked, this::failed, this::startCheck);
    private final Runnable ask = this::ask;
    private ScenarioText editor;
    private DataTable<Finding> findings;
    private Combo presets;
    private Combo structures;
    private Label name;
    private Label state;
    private Button run;
    private Button seek;
    private Button cancel;
    private List<Path> tables = List.of();
    private Path file;
    private String saved = "";
    private Scenario valid;
    private final Map<Finding, WordFix> fixes = new LinkedHashMap<>();
    private boolean outdated = true;
    private Job job;

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().margins(6, 6).spacing(0, 6).applyTo(parent);
        bar(parent);
        SashForm parts = new SashForm(parent, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        editor = new ScenarioText(parts, this::typed);
        findings = new DataTable<>(
                parts,
                "scenario.findings",
                new TableColumns<Finding>()
                        .add(new TableColumns.Column<>(
                                "place",
                                Texts.scenarioPlace,
                                120,
                                false,
                                ScenarioView::place,
                                Comparator.comparing(Finding::place)))
                        .words("sentence", Texts.scenarioFinding, 620, finding -> FindingsDialog.sentence(
                                        finding, Texts.locale())
                                .replace('\n', ' ')),
                finding -> (finding.severity() == Severity.ERROR ? Icon.ERROR : Icon.PROBLEM).image(),
                finding -> false);
        Accessibles.name(findings.control(), Texts.scenarioFindings);
        findings.onOpen(editor::go);
        menu(findings.control(), () -> findings.selections().stream()
                .flatMap(finding -> Stream.ofNullable(fixes.get(finding)))
                .toList());
        menu(editor.control(), () -> fixesOf(editor.line()));
        parts.setWeights(80, 20);
        foot(parent);
        handlers();
        restore();
    }

    private void bar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(6, 6).applyTo(bar);
        name = new Label(bar, SWT.NONE);
        name.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().span(4, 1).grab(true, false).indent(2, 0).applyTo(name);
        presets = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        presets.add(Texts.scenarioStartFrom);
        Presets.ids()
                .forEach(
                        id -> presets.add(Presets.find(id).orElseThrow().title().in(Texts.locale())));
        presets.select(0);
        presets.setVisibleItemCount(presets.getItemCount());
        presets.addListener(SWT.Selection, event -> startFrom());
        Accessibles.name(presets, Texts.scenarioStartFrom);
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(presets);
        button(bar, Texts.scenarioOpen, this::open);
        button(bar, Texts.scenarioSave, this::save);
        button(bar, Texts.scenarioSaveAs, this::saveAs);
    }

    private void foot(Composite parent) {
        Composite foot = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(foot);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 6).applyTo(foot);
        state = new Label(foot, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(200, SWT.DEFAULT)
                .applyTo(state);
        new Label(foot, SWT.NONE).setText(Texts.simulationOn);
        structures = new Combo(foot, SWT.READ_ONLY | SWT.DROP_DOWN);
        structures.setItems(Texts.simulationDesk, Texts.simulationTable);
        structures.select(0);
        structures.addListener(SWT.Selection, event -> chooseStructures());
        Accessibles.name(structures, Texts.simulationStructures);
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(structures);
        Composite buttons = new Composite(foot, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).align(SWT.END, SWT.CENTER).applyTo(buttons);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 0).applyTo(buttons);
        seek = button(buttons, Texts.simulationSeek, this::seek);
        run = button(buttons, Texts.simulationRun, this::run);
        cancel = button(buttons, Texts.cancel, () -> job.cancel());
        cancel.setEnabled(false);
    }

    private static Button button(Composite bar, String label, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    /** What can be mended where the menu is opened. */
    private void menu(Control control, Supplier<List<WordFix>> here) {
        Menu menu = new Menu(control);
        menu.addListener(SWT.Show, event -> {
            Stream.of(menu.getItems()).forEach(MenuItem::dispose);
            List<WordFix> offered = here.get();
            offered.forEach(fix -> item(menu, fix.label().in(Texts.locale()), () -> editor.mend(fix)));
            if (offered.isEmpty()) {
                item(menu, Texts.scenarioNothingToMend, () -> {}).setEnabled(false);
            }
        });
        control.setMenu(menu);
    }

    private static MenuItem item(Menu menu, String label, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(label.replace("&", "&&"));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private List<WordFix> fixesOf(int line) {
        return fixes.entrySet().stream()
                .filter(entry -> entry.getKey().place().line() == line)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The word of the remark that is selected, else one on the line of the cursor, else the first that can be mended. */
    private void mend() {
        Optional<WordFix> selected = findings.control().isFocusControl()
                ? findings.selection().map(fixes::get)
                : fixesOf(editor.line()).stream().findFirst();
        selected.or(() -> fixes.values().stream().findFirst())
                .ifPresentOrElse(editor::mend, () -> StatusLine.tell(Texts.scenarioNothingToMend));
    }

    /** While the document is edited, undo and save mean the document. */
    private void handlers() {
        IHandlerService service = getSite().getService(IHandlerService.class);
        service.activateHandler("org.eclipse.ui.edit.undo", new RunHandler(() -> editor.undo()));
        service.activateHandler("org.eclipse.ui.edit.redo", new RunHandler(() -> editor.redo()));
        service.activateHandler("org.subsidia.rcp.mend", new RunHandler(this::mend));
        service.activateHandler("org.eclipse.ui.file.save", new RunHandler(this::save));
        service.activateHandler("org.eclipse.ui.file.saveAs", new RunHandler(this::saveAs));
    }

    private void restore() {
        String draft = Settings.remembered(DRAFT);
        String where = Settings.remembered(FILE);
        file = where.isEmpty() ? null : Path.of(where);
        if (draft.isEmpty()) {
            file = null;
            draft = ScenarioFiles.preset(Presets.ids().get(0));
            saved = draft;
        } else if (file != null) {
            try {
                saved = ScenarioFiles.read(file);
            } catch (IOException e) {
                saved = ""; // what was typed is there all the same
            }
        } else {
            saved = shipped(draft) ? draft : "";
        }
        editor.show(draft);
    }

    private static boolean shipped(String text) {
        return Presets.ids().stream().anyMatch(id -> ScenarioFiles.preset(id).equals(text));
    }

    /** {@return whether the document differs from its file, or from the preset it began as} */
    public boolean isChanged() {
        return !editor.text().equals(saved);
    }

    private void typed() {
        outdated = true;
        valid = null;
        enable();
        tellName();
        getSite().getShell().getDisplay().timerExec(PAUSE, ask);
    }

    private void ask() {
        if (!editor.control().isDisposed()) {
            check.ask(new ScenarioFiles.Draft(editor.text(), file, known()));
        }
    }

    /** The ids of the structures on the desk by their names; a table is read when the document is run. */
    private Map<String, String> known() {
        Map<String, String> ids = new LinkedHashMap<>();
        if (structures.getSelectionIndex() == 0) {
            Desk.get()
                    .portfolio()
                    .structures()
                    .forEach(each -> ids.put(each.name(), each.id().value()));
        }
        return ids;
    }

    private void startCheck(Consumer<BooleanSupplier> work, Runnable then) {
        Display display = getSite().getShell().getDisplay();
        Job checking = new Job(Texts.scenarioChecks) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                work.accept(monitor::isCanceled);
                if (!display.isDisposed()) {
                    display.asyncExec(then);
                }
                return Status.OK_STATUS;
            }
        };
        checking.setSystem(true);
        checking.schedule();
    }

    private void failed(Throwable cause) {
        ILog.of(getClass()).error(Texts.scenarioChecks, cause);
        state.setText(Texts.bind(Texts.simulationFailed, String.valueOf(cause.getMessage())));
    }

    private void checked(Reading<Scenario> reading) {
        if (editor.control().isDisposed()) {
            return;
        }
        outdated = false;
        valid = reading.value().orElse(null);
        fixes.clear();
        for (Finding finding : reading.findings()) {
            WordFix.of(finding, editor.text(), known()).ifPresent(fix -> fixes.put(finding, fix));
        }
        editor.mark(reading.findings());
        findings.show(reading.findings());
        String offered = fixes.values().stream()
                .findFirst()
                .map(fix -> '\n' + Texts.bind(Texts.scenarioMend, fix.label().in(Texts.locale())))
                .orElse("");
        String told = valid == null
                ? Texts.bind(Texts.scenarioWrong, reading.findings().size())
                        + '\n'
                        + FindingsDialog.sentence(reading.findings().get(0), Texts.locale())
                : Texts.bind(
                        Texts.scenarioRight,
                        valid.title().in(Texts.locale()),
                        valid.measures().size(),
                        String.valueOf(valid.first()),
                        String.valueOf(valid.last()));
        state.setText(told + offered);
        state.getParent().getParent().layout(true, true);
        Settings.remember(DRAFT, editor.text());
        Settings.remember(FILE, file == null ? "" : file.toString());
        enable();
    }

    static String place(Finding finding) {
        long line = finding.place().line();
        return line == 0 ? "" : line + " : " + Math.max(1, finding.place().column());
    }

    private void enable() {
        boolean running = job != null;
        run.setEnabled(valid != null && !running);
        seek.setEnabled(valid != null && !valid.numbers().isEmpty() && !running);
        cancel.setEnabled(running);
    }

    private void tellName() {
        String title =
                file == null ? Texts.scenarioUntitled : file.getFileName().toString();
        name.setText(((isChanged() ? "*" : "") + title).replace("&", "&&"));
        name.setToolTipText(file == null ? null : file.toString());
    }

    private Shell shell() {
        return getSite().getShell();
    }

    /** Whether the document may give way to another one. */
    private boolean mayLeave() {
        if (!isChanged()) {
            return true;
        }
        int answer = new MessageDialog(
                        shell(),
                        Texts.scenarioUnsaved,
                        null,
                        Texts.scenarioUnsavedQuestion,
                        MessageDialog.QUESTION,
                        0,
                        Texts.scenarioSaveFirst,
                        Texts.scenarioDrop,
                        Texts.cancel)
                .open();
        return answer == 0 ? save() : answer == 1;
    }

    private void startFrom() {
        int chosen = presets.getSelectionIndex() - 1;
        presets.select(0);
        if (chosen >= 0 && mayLeave()) {
            begin(ScenarioFiles.preset(Presets.ids().get(chosen)), null);
        }
    }

    private void begin(String text, Path from) {
        file = from;
        saved = text;
        editor.show(text);
        tellName();
    }

    private void open() {
        Documents.chooser()
                .toOpen(shell(), ENDINGS)
                .filter(chosen -> mayLeave())
                .ifPresent(this::open);
    }

    /**
     * Shows the document of a file.
     *
     * @param chosen the file
     */
    public void open(Path chosen) {
        try {
            begin(ScenarioFiles.read(chosen), chosen);
        } catch (IOException e) {
            tell(Texts.scenarioNotOpened, chosen, e);
        }
    }

    private void tell(String title, Path where, IOException e) {
        String why = e.getMessage() == null || e.getMessage().equals(where.toString())
                ? e.getClass().getSimpleName()
                : e.getMessage();
        FindingsDialog.tell(shell(), title, where + "\n" + why);
    }

    private boolean save() {
        return file == null ? saveAs() : write(file);
    }

    private boolean saveAs() {
        String proposal = valid == null ? Texts.scenarioUntitled : valid.id();
        return Documents.chooser()
                .toSave(shell(), proposal + ENDINGS[0])
                .filter(this::write)
                .isPresent();
    }

    private boolean write(Path where) {
        String text = editor.text();
        try {
            ScenarioFiles.write(where, text);
        } catch (IOException e) {
            tell(Texts.scenarioNotSaved, where, e);
            return false;
        }
        file = where;
        saved = text;
        tellName();
        Settings.remember(FILE, file.toString());
        StatusLine.tell(Texts.bind(Texts.fileSaved, where));
        return true;
    }

    private void chooseStructures() {
        if (structures.getSelectionIndex() < structures.getItemCount() - 1) {
            typed();
            return;
        }
        Optional<Path> chosen = Documents.chooser().toOpen(shell(), ".csv", ".xlsx");
        chosen.ifPresent(table -> {
            tables = List.of(table);
            structures.setItems(Texts.simulationDesk, table.getFileName().toString(), Texts.simulationTable);
        });
        structures.select(chosen.isPresent() || !tables.isEmpty() ? 1 : 0);
        typed();
    }

    private Structures structures() {
        return structures.getSelectionIndex() == 0 ? Structures.onDesk() : Structures.table(tables.get(0));
    }

    /** Runs the document, if it is right and nothing runs. */
    public void run() {
        if (valid == null || outdated || job != null) {
            return;
        }
        Display display = shell().getDisplay();
        job = new SimulationJob(
                valid,
                structures(),
                Settings.law(),
                Settings.today(),
                outcome -> display.asyncExec(() -> show(outcome)),
                reasons -> display.asyncExec(() -> FindingsDialog.open(shell(), Texts.simulationRefused, reasons)));
        start(job);
    }

    private void start(Job work) {
        Display display = shell().getDisplay();
        work.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                if (!display.isDisposed()) {
                    display.asyncExec(() -> {
                        job = null;
                        if (!run.isDisposed()) {
                            enable();
                        }
                    });
                }
            }
        });
        enable();
        IWorkbenchSiteProgressService service = getSite().getService(IWorkbenchSiteProgressService.class);
        if (service == null) {
            work.schedule();
        } else {
            service.schedule(work);
        }
    }

    private void show(Outcome outcome) {
        Outcomes.get().add(outcome);
        try {
            IViewPart view = getSite().getPage().showView(ResultsView.ID);
            if (view instanceof ResultsView results) {
                results.select(outcome);
            }
        } catch (PartInitException e) {
            ILog.of(getClass()).error(ResultsView.ID, e);
        }
    }

    /** Seeks the smallest number that is enough, in a dialog. */
    public void seek() {
        if (valid != null && !outdated) {
            new SeekDialog(shell(), valid, structures()).open();
        }
    }

    /** {@return the document with its margin} */
    ScenarioText editor() {
        return editor;
    }

    /** {@return what was found in the document} */
    DataTable<Finding> findings() {
        return findings;
    }

    /** {@return whether what is typed has been checked and can be run} */
    public boolean isReady() {
        return valid != null && !outdated && job == null;
    }

    /** {@return whether a run is under way} */
    public boolean isRunning() {
        return job != null;
    }

    @Override
    public void setFocus() {
        editor.control().setFocus();
    }

    @Override
    public void dispose() {
        check.close();
        super.dispose();
    }
}
