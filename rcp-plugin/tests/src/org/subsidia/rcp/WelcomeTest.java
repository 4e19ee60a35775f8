package org.subsidia.rcp;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPart;
import org.junit.jupiter.api.Test;
import org.subsidia.rcp.calendar.CalendarView;
import org.subsidia.rcp.help.GuideView;
import org.subsidia.rcp.preference.AppearancePage;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.simulation.ResultsView;
import org.subsidia.rcp.simulation.ScenarioView;
import org.subsidia.rcp.welcome.Tour;
import org.subsidia.rcp.welcome.TourView;
import org.subsidia.rcp.welcome.WelcomeView;

/** The welcome page, the tours and the guide in the real window. */
class WelcomeTest extends UiTest {
    private TourView tour() {
        return bot.find(
                "the tour",
                () -> Optional.ofNullable(
                        (TourView) bot.window().getActivePage().findView(TourView.ID)));
    }

    private void step(int to) {
        tour();
        Button next = bot.control(
                bot.shell(), Button.class, button -> button.getText().equals("Faire cette étape"));
        bot.begin(() -> next.notifyListeners(SWT.Selection, new Event()));
        bot.until("step " + to, () -> tourStep() == to);
    }

    private int tourStep() {
        TourView view = (TourView) bot.window().getActivePage().findView(TourView.ID);
        return view == null ? -1 : view.step();
    }

    @Test
    void welcome_opensATourWhoseStepsDoWhatTheySay() {
        bot.show(WelcomeView.class, WelcomeView.ID);
        bot.screenshot("bienvenue");
        TourView view = bot.show(TourView.class, TourView.ID);
        bot.run(() -> view.begin(Tour.SIMULATION));
        step(1);
        bot.until("the sample", () -> Desk.get().portfolio().structures().size() == 6);
        step(2);
        bot.until(
                "the perspective",
                () -> bot.window().getActivePage().getPerspective().getId().endsWith("simulation"));
        bot.until("the scenario", () -> scenario() != null && scenario().isReady());
        step(3);
        bot.until("the results", () -> results() != null && results().hasResult());
        step(4);
        bot.screenshot("visite");
        step(5);
        Shell dialog = bot.dialog("Chercher un seuil");
        bot.press(dialog, "Fermer");
        bot.untilClosed(dialog);
    }

    private ScenarioView scenario() {
        return (ScenarioView) bot.window().getActivePage().findView(ScenarioView.ID);
    }

    private ResultsView results() {
        return (ResultsView) bot.window().getActivePage().findView(ResultsView.ID);
    }

    @Test
    void tours_ofTrackingAndAnalysis_findEveryViewTheyName() {
        for (Tour each : List.of(Tour.TRACKING, Tour.ANALYSIS)) {
            TourView view = bot.show(TourView.class, TourView.ID);
            bot.run(() -> view.begin(each));
            for (int step = 1; step <= 6; step++) {
                step(step);
            }
        }
    }

    @Test
    void guide_opensAtWhatItSaysAboutTheViewInFront() {
        bot.show(CalendarView.class, CalendarView.ID);
        bot.menu("Aide", "Guide");
        bot.until("the guide", () -> part() instanceof GuideView);
        GuideView guide = bot.ask(() -> (GuideView) part());
        bot.until("the page on the calendar", () -> guide.words().contains("Calendrier : les retards d’abord"));
        bot.screenshot("guide");
        bot.run(() -> AppearancePage.setDark(true));
        try {
            bot.until(
                    "dark paper",
                    () -> guide.words().length() > 0
                            && bot.window().getShell().getBackground().getRGB().getHSB()[2] < 0.5f);
            bot.screenshot("guide-sombre");
        } finally {
            bot.run(() -> AppearancePage.setDark(false));
        }
    }

    private IWorkbenchPart part() {
        return bot.window().getActivePage().getActivePart();
    }
}
