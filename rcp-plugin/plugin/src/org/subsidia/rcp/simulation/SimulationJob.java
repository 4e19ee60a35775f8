package org.subsidia.rcp.simulation;

import java.lang.reflect.InvocationTargetException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Background;
import org.subsidia.transfer.Effects;
import org.subsidia.transfer.LegalPath;
import org.subsidia.transfer.MonteCarlo;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Sensitivity;
import org.subsidia.transfer.Simulation;

/** Runs a scenario step by step; the many runs of a step end with the one under way when somebody cancels. */
final class SimulationJob extends Job {
    private final Scenario scenario;
    private final Structures structures;
    private final LawBase laws;
    private final LocalDate at;
    private final Consumer<Outcome> done;
    private final Consumer<List<Finding>> refused;

    /**
     * A run.
     *
     * @param scenario what is supposed
     * @param structures on whom
     * @param laws the law
     * @param at the day as of which the structures stand
     * @param done is given the outcome, on the thread of the job
     * @param refused is given the reasons why there is none
     */
    SimulationJob(
            Scenario scenario,
            Structures structures,
            LawBase laws,
            LocalDate at,
            Consumer<Outcome> done,
            Consumer<List<Finding>> refused) {
        super(Texts.bind(Texts.simulationJob, scenario.title().in(Texts.locale())));
        this.scenario = scenario;
        this.structures = structures;
        this.laws = laws;
        this.at = at;
        this.done = done;
        this.refused = refused;
        setUser(false);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            compute(SubMonitor.convert(monitor, getName(), 100));
            return Status.OK_STATUS;
        } catch (InterruptedException | OperationCanceledException | CancellationException e) {
            return Status.CANCEL_STATUS;
        } catch (InvocationTargetException e) {
            return Status.error(Texts.simulationFailed, e.getCause());
        }
    }

    private void compute(SubMonitor progress) throws InvocationTargetException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Reading<Population> read = step(progress, 5, Texts.simulationReads, () -> structures
                .population()
                .read());
        findings.addAll(read.findings());
        if (!read.isRead()) {
            refused.accept(findings);
            return;
        }
        Population population = read.get();
        Reading<Simulation> run =
                step(progress, 15, Texts.simulationRuns, () -> Simulation.run(scenario, population, laws));
        findings.addAll(run.findings());
        if (!run.isRead()) {
            refused.accept(run.findings());
            return;
        }
        progress.subTask(Texts.simulationEffects);
        Effects effects = Effects.of(scenario, population, laws, progress::isCanceled);
        progress.worked(30);
        progress.subTask(Texts.simulationSensitivity);
        Sensitivity sensitivity = Sensitivity.of(scenario, population, laws, progress::isCanceled);
        progress.worked(20);
        progress.subTask(Texts.bind(Texts.simulationDraws, scenario.runs()));
        int threads = Runtime.getRuntime().availableProcessors();
        MonteCarlo draws = MonteCarlo.of(scenario, population, laws, threads, progress::isCanceled)
                .orElse(null);
        done.accept(Outcome.of(
                run.get(), effects, sensitivity, draws, LegalPath.of(run.get(), laws), findings, at, structures));
    }

    private static <T> T step(SubMonitor progress, int work, String name, Callable<T> callable)
            throws InvocationTargetException, InterruptedException {
        progress.subTask(name);
        Background<T> step = new Background<>(name, callable);
        step.run(progress.split(work));
        return step.result();
    }
}
