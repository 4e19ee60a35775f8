package org.subsidia.rcp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subsidia.rcp.analysis.AnalysisView;
import org.subsidia.rcp.analysis.consumption.ConsumptionView;
import org.subsidia.rcp.analysis.dashboard.DashboardView;
import org.subsidia.rcp.analysis.dependence.DependenceView;
import org.subsidia.rcp.analysis.eligibility.EligibilityView;
import org.subsidia.rcp.analysis.forecast.ForecastView;
import org.subsidia.rcp.analysis.law.LawView;
import org.subsidia.rcp.analysis.stateaid.StateAidView;
import org.subsidia.rcp.calendar.CalendarView;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.grants.GrantsView;
import org.subsidia.rcp.preference.AppearancePage;
import org.subsidia.rcp.problem.ProblemsView;
import org.subsidia.rcp.simulation.ScenarioView;
import org.subsidia.rcp.simulation.SimulationPerspective;
import org.subsidia.rcp.welcome.WelcomeView;

/**
 * Pictures of every view to be looked at, in whichever language the tests run, light and dark. No test of the build: run it by its
 * name, with {@code -Dsubsidia.ui.language=en}.
 */
class ViewPictures extends UiTest {
    private static final List<String> TRACKING = List.of(GrantsView.ID, CalendarView.ID, ProblemsView.ID);
    private static final List<String> ANALYSIS = List.of(
            DashboardView.ID,
            DependenceView.ID,
            ForecastView.ID,
            EligibilityView.ID,
            StateAidView.ID,
            ConsumptionView.ID,
            LawView.ID);

    @AfterEach
    void light() {
        bot.run(() -> AppearancePage.setDark(false));
    }

    private void picture(String view, String theme) {
        IViewPart part = bot.ask(() -> {
            try {
                return bot.window().getActivePage().showView(view);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
        if (part instanceof AnalysisView<?> analysis) {
            bot.until("an answer", () -> !analysis.isBusy());
        }
        bot.screenshot(
                "look-" + Texts.locale().getLanguage() + "-" + theme + "-" + view.substring(view.lastIndexOf('.') + 1));
    }

    @Test
    void everyView() throws Exception {
        Path example = Path.of(System.getProperty("subsidia.root"), "examples", "data", "rives-arvenne.subsidia");
        Path copy = Files.copy(example, folder.resolve("rives-arvenne.subsidia"));
        bot.run(() -> Documents.open(bot.window().getShell(), copy));
        for (String theme : List.of("light", "dark")) {
            bot.run(() -> AppearancePage.setDark(theme.equals("dark")));
            perspective(TrackingPerspective.ID);
            TRACKING.forEach(view -> picture(view, theme));
            picture(WelcomeView.ID, theme);
            perspective(AnalysisPerspective.ID);
            ANALYSIS.forEach(view -> picture(view, theme));
            perspective(SimulationPerspective.ID);
            picture(ScenarioView.ID, theme);
            preferences(theme);
        }
    }

    private void preferences(String theme) {
        for (String page : List.of(AppearancePage.ID, AppearancePage.ID + ".work", AppearancePage.ID + ".values")) {
            bot.begin(
                    () -> PreferencesUtil.createPreferenceDialogOn(bot.window().getShell(), page, null, null)
                            .open());
            Shell dialog =
                    bot.find("the preferences", () -> List.of(bot.display().getShells()).stream()
                            .filter(shell ->
                                    shell.isVisible() && shell != bot.window().getShell())
                            .findFirst());
            bot.screenshot("look-" + Texts.locale().getLanguage() + "-" + theme + "-"
                    + page.substring(page.lastIndexOf('.') + 1));
            bot.run(dialog::close);
            bot.untilClosed(dialog);
        }
    }

    @Test
    void splash() {
        Splash splash = bot.ask(() -> Splash.show(bot.display()));
        bot.screenshot("look-" + Texts.locale().getLanguage() + "-splash");
        bot.run(splash::close);
    }
}
