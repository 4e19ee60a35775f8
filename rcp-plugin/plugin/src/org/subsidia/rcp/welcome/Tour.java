package org.subsidia.rcp.welcome;

import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.IHandlerService;
import org.subsidia.rcp.Texts;

/** A guided tour of a few minutes on the sample portfolio. */
public enum Tour {
    /** From a list of grants to what is late. */
    TRACKING,
    /** How dependent a structure is, and when its cash runs low. */
    ANALYSIS,
    /** What happens when a line moves. */
    SIMULATION;

    private static final String VIEW = "org.subsidia.rcp.";

    /**
     * A step.
     *
     * @param sentence what there is to see
     * @param action does it
     */
    record Step(String sentence, Action action) {}

    /** What a step does in the window. */
    @FunctionalInterface
    interface Action {
        void in(IWorkbenchWindow window) throws CommandException, WorkbenchException;
    }

    /** {@return what it is called} */
    public String title() {
        return switch (this) {
            case TRACKING -> Texts.tourTracking;
            case ANALYSIS -> Texts.tourAnalysis;
            case SIMULATION -> Texts.tourSimulation;
        };
    }

    List<Step> steps() {
        return switch (this) {
            case TRACKING ->
                List.of(
                        step(Texts.tourOpen, window -> Sample.open(window.getShell())),
                        step(Texts.tourTracking1, view("tracking", "explorer")),
                        step(Texts.tourTracking2, view("tracking", "grants")),
                        step(Texts.tourTracking3, view("tracking", "calendar")),
                        step(Texts.tourTracking4, view("tracking", "problems")),
                        step(Texts.tourTracking5, view("tracking", "history")));
            case ANALYSIS ->
                List.of(
                        step(Texts.tourOpen, window -> Sample.open(window.getShell())),
                        step(Texts.tourAnalysis1, view("analysis", "dashboard")),
                        step(Texts.tourAnalysis2, view("analysis", "dependence")),
                        step(Texts.tourAnalysis3, view("analysis", "forecast")),
                        step(Texts.tourAnalysis4, view("analysis", "eligibility")),
                        step(Texts.tourAnalysis5, view("analysis", "law")));
            case SIMULATION ->
                List.of(
                        step(Texts.tourOpen, window -> Sample.open(window.getShell())),
                        step(Texts.tourSimulation1, view("simulation", "scenario")),
                        step(Texts.tourSimulation2, command("simulate")),
                        step(Texts.tourSimulation3, view("simulation", "results")),
                        step(Texts.tourSimulation4, command("seek")));
        };
    }

    private static Step step(String sentence, Action action) {
        return new Step(sentence, action);
    }

    private static Action view(String perspective, String view) {
        return window -> {
            show(window, perspective);
            window.getActivePage().showView(VIEW + view);
        };
    }

    private static void show(IWorkbenchWindow window, String perspective) throws WorkbenchException {
        if (!window.getActivePage().getPerspective().getId().equals(VIEW + perspective)) {
            PlatformUI.getWorkbench().showPerspective(VIEW + perspective, window);
            open(window.getActivePage()); // the tour goes along
        }
    }

    private static Action command(String command) {
        return window -> window.getService(IHandlerService.class).executeCommand(VIEW + command, null);
    }

    /** Shows the view of tours without taking the keyboard. */
    static void open(IWorkbenchPage page) {
        try {
            page.showView(TourView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            ILog.of(Tour.class).error(TourView.ID, e);
        }
    }
}
