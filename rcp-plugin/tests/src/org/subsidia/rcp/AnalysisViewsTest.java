package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.analysis.AnalysisView;
import org.subsidia.rcp.analysis.DeskView;
import org.subsidia.rcp.analysis.consumption.ConsumptionView;
import org.subsidia.rcp.analysis.dashboard.DashboardView;
import org.subsidia.rcp.analysis.dependence.DependenceView;
import org.subsidia.rcp.analysis.eligibility.EligibilityView;
import org.subsidia.rcp.analysis.forecast.ForecastView;
import org.subsidia.rcp.analysis.law.LawView;
import org.subsidia.rcp.analysis.sheet.FigureTable;
import org.subsidia.rcp.analysis.sheet.SheetView;
import org.subsidia.rcp.analysis.stateaid.StateAidView;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.preference.AppearancePage;
import org.subsidia.rcp.preference.Settings;

/** The analysis perspective, in the real window: each view on the sample portfolio, bad input included. */
class AnalysisViewsTest extends UiTest {
    private static final StructureId MATERIALS = new StructureId("pole-materiaux");

    @AfterEach
    void backToTracking() {
        bot.run(() -> {
            AppearancePage.setDark(false);
            Settings.remember("dashboard.tiles", "");
            perspective(TrackingPerspective.ID);
        });
    }

    private void openAnalysis() throws Exception {
        openExample();
        bot.run(() -> perspective(AnalysisPerspective.ID));
        ExplorerView explorer = bot.show(ExplorerView.class, ExplorerView.ID);
        bot.run(() -> explorer.reveal(new Node.OfStructure(MATERIALS)));
    }

    private <V extends AnalysisView<?>> V view(Class<V> type, String id) {
        V view = bot.show(type, id);
        answered(view);
        return view;
    }

    private void answered(AnalysisView<?> view) {
        bot.until("the answer", () -> !view.isBusy());
    }

    private Table table(SheetView<?> view, String id) {
        return bot.find("the table " + id, () -> view.pages().table(id)).control();
    }

    private void choose(Combo combo, String item) {
        bot.run(() -> {
            combo.select(combo.indexOf(item));
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    private Combo combo(DeskView view, String item) {
        return bot.control(view.control(), Combo.class, combo -> combo.indexOf(item) >= 0);
    }

    private void press(Button button, boolean on) {
        bot.run(() -> {
            button.setSelection(on);
            button.notifyListeners(SWT.Selection, new Event());
        });
    }

    private void enter(Text text, String words) {
        bot.run(() -> {
            text.setText(words);
            text.notifyListeners(SWT.DefaultSelection, new Event());
        });
    }

    private boolean says(Composite root, String words) {
        return bot.controls(root, Label.class).stream()
                .anyMatch(label -> bot.ask(label::getText).contains(words));
    }

    private Explanation addsUp(Supplier<Optional<Explanation>> figure) {
        Explanation explanation = bot.ask(figure).orElseThrow();
        assertThat(explanation.check()).isEmpty();
        return explanation;
    }

    @Test
    void views_whenTheExplorerWasClosedAndOpenedAgain_followIt() throws Exception {
        openAnalysis();
        DashboardView view = view(DashboardView.class, DashboardView.ID);
        bot.run(() -> {
            IWorkbenchPage page = bot.window().getActivePage();
            page.hideView(page.findView(ExplorerView.ID));
        });
        ExplorerView explorer = bot.show(ExplorerView.class, ExplorerView.ID);
        bot.run(() -> explorer.reveal(new Node.OfStructure(new StructureId("cluster-numerique"))));
        untilShown(view, "Cluster Num'Arvenne");
        bot.run(() -> explorer.reveal(new Node.OfStructure(MATERIALS)));
        untilShown(view, "Pôle Matériaux d'Arvenne");
    }

    /** What is selected while a view stands behind another one counts for it, in another portfolio too. */
    @Test
    void views_ofAnotherPortfolio_showWhatWasSelectedBeforeTheyWereSeen() throws Exception {
        openAnalysis();
        DashboardView view = view(DashboardView.class, DashboardView.ID);
        bot.show(LawView.class, LawView.ID);
        openExample();
        ExplorerView explorer = bot.show(ExplorerView.class, ExplorerView.ID);
        bot.run(() -> explorer.reveal(new Node.OfStructure(new StructureId("cluster-numerique"))));
        bot.show(DashboardView.class, DashboardView.ID);
        untilShown(view, "Cluster Num'Arvenne");
    }

    private void untilShown(DashboardView view, String structure) {
        bot.until(structure, () -> bot.controls(view.control(), Combo.class).stream()
                .anyMatch(combo -> combo.getText().equals(structure)));
    }

    @Test
    void dashboard_ofAStructure_showsTilesThatAreComposedAndOpenTheirViews() throws Exception {
        openExample();
        bot.menu("Fenêtre", "Perspective", "Analyse");
        bot.until("the dashboard", () -> bot.window().getActivePage().findView(DashboardView.ID) != null);
        ExplorerView explorer = bot.show(ExplorerView.class, ExplorerView.ID);
        bot.run(() -> explorer.reveal(new Node.OfStructure(MATERIALS)));
        DashboardView view = view(DashboardView.class, DashboardView.ID);
        untilShown(view, "Pôle Matériaux d'Arvenne");
        bot.until("seven tiles", () -> links(view).size() == 7);
        assertThat(says(view.control(), "n’a pas pu être calculée")).isFalse();
        addsUp(view::explanation);
        bot.screenshot("tableau-de-bord");
        bot.controls(view.control(), Table.class).forEach(this::showsItsFiguresWhole);

        Button compose =
                bot.control(view.control(), Button.class, b -> b.getText().startsWith("Composer"));
        bot.begin(() -> compose.notifyListeners(SWT.Selection, new Event()));
        Shell dialog = bot.dialog("Composer le tableau de bord…");
        Table kinds = bot.control(dialog, Table.class, t -> true);
        Button ok = bot.control(dialog, Button.class, b -> b.getText().equals("OK"));
        check(kinds, List.of());
        assertThat(bot.ask(ok::isEnabled)).as("a dashboard without tiles").isFalse();
        check(kinds, List.of(2, 3));
        bot.run(() -> kinds.setSelection(3));
        bot.press(dialog, "Monter");
        bot.screenshot("composer");
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
        bot.until("two tiles", () -> links(view).size() == 2);
        assertThat(links(view)).containsExactly("<a>Prochaines échéances</a>", "<a>Trésorerie à venir</a>");
        assertThat(Settings.remembered("dashboard.tiles")).isEqualTo("DEADLINES,CASH");

        Link cash = bot.control(view.control(), Link.class, l -> l.getText().contains("Trésorerie"));
        bot.run(() -> cash.notifyListeners(SWT.Selection, new Event()));
        bot.until("the forecast", () -> bot.window().getActivePage().getActivePart() instanceof ForecastView);
    }

    /** Figures fit their columns, and the columns their table: a figure cut on the left would be read as another one. */
    private void showsItsFiguresWhole(Table table) {
        bot.run(() -> {
            GC gc = new GC(table);
            int across = 0;
            for (TableColumn column : table.getColumns()) {
                across += column.getWidth();
                for (TableItem item : table.getItems()) {
                    String figure = item.getText(table.indexOf(column));
                    if (column.getAlignment() == SWT.RIGHT) {
                        assertThat(column.getWidth())
                                .as(column.getText() + ": " + figure)
                                .isGreaterThanOrEqualTo(gc.textExtent(figure).x);
                    }
                }
            }
            gc.dispose();
            assertThat(across).isLessThanOrEqualTo(table.getClientArea().width + 1);
        });
    }

    private List<String> links(DashboardView view) {
        return bot.controls(view.control(), Link.class).stream()
                .map(link -> bot.ask(link::getText))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private void check(Table kinds, List<Integer> rows) {
        bot.run(() -> {
            for (int i = 0; i < kinds.getItemCount(); i++) {
                kinds.getItem(i).setChecked(rows.contains(i));
            }
            kinds.notifyListeners(SWT.Selection, new Event());
        });
    }

    @Test
    void dependence_ofAStructure_showsRatiosNormsAndTheBridge() throws Exception {
        openAnalysis();
        DependenceView view = view(DependenceView.class, DependenceView.ID);
        Table ratios = table(view, "ratios");
        assertThat(bot.column(ratios, 0)).startsWith("R1", "R2");
        addsUp(view::explanation);
        bot.screenshot("dependance-ratios");
        bot.run(() -> view.pages().open("norms"));
        bot.screenshot("dependance-normes");
        bot.run(() -> view.pages().open("bridge"));
        List<String> before = bot.column(table(view, "bridge"), 0);
        bot.screenshot("dependance-passage");
        Combo to = bot.controls(view.control(), Combo.class).stream()
                .filter(combo -> bot.ask(
                        () -> combo.indexOf("R3") >= 0 && combo.getText().equals("R5")))
                .findFirst()
                .orElseThrow();
        choose(to, "R3");
        bot.until(
                "another bridge",
                () -> !view.isBusy() && !texts(table(view, "bridge")).equals(before));
        bot.run(() -> view.pages().open("levelsByOrigin"));
        bot.screenshot("dependance-niveaux");
        choose(combo(view, "2024"), "2024");
        answered(view);
        addsUp(view::explanation);
    }

    @Test
    void dependence_bridgesYearsAndTellsTheCashWithoutAFunder() throws Exception {
        openAnalysis();
        DependenceView view = view(DependenceView.class, DependenceView.ID);
        bot.run(() -> view.pages().open("bridge"));
        List<Combo> years = bot.controls(view.control(), Combo.class).stream()
                .filter(combo -> bot.ask(() -> combo.indexOf("2025") >= 0 && combo.indexOf("R1") < 0))
                .toList();
        assertThat(years)
                .as("the year that is looked at, and those of the bridge")
                .hasSize(3);
        List<Combo> ratios = bot.controls(view.control(), Combo.class).stream()
                .filter(combo -> bot.ask(() -> combo.indexOf("R3") >= 0))
                .toList();
        choose(ratios.get(0), "R5");
        choose(years.get(1), "2024");
        choose(years.get(2), "2025");
        bot.until(
                "a bridge across years",
                () -> !view.isBusy()
                        && view.report()
                                .orElseThrow()
                                .table("bridge")
                                .orElseThrow()
                                .caption()
                                .in(Locale.FRENCH)
                                .contains("2024"));
        everyFigureAddsUp(view, "bridge");
        assertThat(bot.ask(() ->
                        view.pages().table("bridge").orElseThrow().control().isVisible()))
                .as("the page that was open stays so")
                .isTrue();
        bot.screenshot("dependance-passage-annees");

        bot.run(() -> view.pages().open("exits"));
        assertThat(bot.ask(() -> view.pages().table("exitMonths")))
                .as("of a single funder only")
                .isEmpty();
        assertThat(bot.column(table(view, "exits"), 0)).hasSizeGreaterThan(1);
        Combo leaving = combo(view, "chaque financeur, tour à tour");
        choose(leaving, "Région Rives-d'Arvenne");
        bot.until(
                "months",
                () -> !view.isBusy() && view.pages().table("exitMonths").isPresent());
        assertThat(bot.column(table(view, "exitMonths"), 0)).hasSize(24);
        everyFigureAddsUp(view, "exits");
        everyFigureAddsUp(view, "exitMonths");
        bot.screenshot("dependance-retrait");
        Text day =
                bot.control(view.control(), Text.class, text -> text.getText().equals("27/11/2026"));
        List<String> before = bot.column(table(view, "exitMonths"), 3);
        bot.type(day, "31/02/2027");
        assertThat(says(view.control(), "31/02/2027")).isTrue();
        assertThat(bot.column(table(view, "exitMonths"), 3)).isEqualTo(before);
        bot.type(day, "01/09/2027");
        bot.until(
                "another day",
                () -> !view.isBusy() && !texts(table(view, "exitMonths"), 3).equals(before));
        assertThat(says(view.control(), "31/02/2027")).isFalse();
    }

    private static List<String> texts(Table table, int column) {
        return Stream.of(table.getItems()).map(item -> item.getText(column)).toList();
    }

    private static List<String> texts(Table table) {
        return Stream.of(table.getItems()).map(item -> item.getText(0)).toList();
    }

    /** Adds a stress by the menu of the button. */
    private void stress(DeskView view, String kind) {
        Button add = bot.control(view.control(), Button.class, b -> b.getText().startsWith("Ajouter un choc"));
        bot.run(() -> Stream.of(add.getMenu().getItems())
                .filter(item -> item.getText().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no stress “" + kind + "”"))
                .notifyListeners(SWT.Selection, new Event()));
    }

    /** The window lives on from test to test. */
    private void withoutStress(ForecastView view) {
        bot.controls(view.control(), Button.class).stream()
                .filter(button ->
                        bot.ask(() -> !button.isDisposed() && button.getText().equals("×")))
                .toList()
                .forEach(button -> press(button, true));
        answered(view);
    }

    private void cases(ForecastView view, int cases) {
        bot.until(
                cases + " cases",
                () -> !view.isBusy()
                        && view.pages()
                                        .table("stress")
                                        .map(t -> t.control().getItemCount())
                                        .orElse(0)
                                == cases);
    }

    @Test
    void forecast_withStresses_followsEachSwitchAndSaysWhatIsUnusable() throws Exception {
        openAnalysis();
        ForecastView view = view(ForecastView.class, ForecastView.ID);
        withoutStress(view);
        bot.screenshot("tresorerie");
        assertThat(bot.ask(() -> view.pages().table("stress"))).isEmpty();
        addsUp(view::explanation);
        stress(view, "Paie en retard");
        cases(view, 2);
        stress(view, "Paie moins");
        cases(view, 4);
        bot.screenshot("tresorerie-stress");
        bot.run(() -> view.pages().open("stress"));
        Table compared = table(view, "stress");
        assertThat(bot.column(compared, 0).get(1)).isEqualTo("sans choc");
        assertThat(bot.column(compared, 0)).noneMatch(words -> words.contains("rives-arvenne"));
        bot.screenshot("tresorerie-comparaison");
        everyFigureAddsUp(view, "stress");
        bot.run(() -> view.pages().open("effects"));
        everyFigureAddsUp(view, "effects");
        bot.screenshot("tresorerie-effets");
        Button late = bot.control(view.control(), Button.class, b -> b.getText().startsWith("Paie en retard"));
        press(late, false);
        cases(view, 2);
        Button remove =
                bot.control(view.control(), Button.class, b -> b.getText().equals("×"));
        press(remove, true);
        assertThat(bot.ask(late::isDisposed)).isTrue();
        stress(view, "Se retire");
        cases(view, 4);
        Text day =
                bot.control(view.control(), Text.class, text -> text.getText().equals("01/01/2027"));
        bot.type(day, "31/02/2027");
        assertThat(says(view.control(), "sans effet")).isTrue();
        cases(view, 2);
        bot.type(day, "01/03/2027");
        assertThat(says(view.control(), "sans effet")).isFalse();
        cases(view, 4);
        addsUp(view::explanation);
    }

    @Test
    void forecast_withEveryKindOfStress_comparesThemAll() throws Exception {
        openAnalysis();
        ForecastView view = view(ForecastView.class, ForecastView.ID);
        withoutStress(view);
        Button add = bot.control(view.control(), Button.class, b -> b.getText().startsWith("Ajouter un choc"));
        List<String> kinds = bot.ask(
                () -> Stream.of(add.getMenu().getItems()).map(MenuItem::getText).toList());
        assertThat(kinds).hasSize(8);
        int before = bot.ask(() -> view.tiles().control().getLocation().y);
        for (String kind : kinds) {
            stress(view, kind);
        }
        cases(view, 10);
        assertThat(bot.ask(() -> view.tiles().control().getLocation().y) - before)
                .as("eight lines leave room for the figures")
                .isLessThan(190);
        bot.run(() -> view.pages().open("stress"));
        assertThat(String.join(" ", bot.column(table(view, "stress"), 0)))
                .contains("engagement républicain", "à reverser", "label perdu", "se retire", "désengagés");
        everyFigureAddsUp(view, "stress");
        bot.screenshot("tresorerie-tous-chocs");
    }

    /** Each cell of a table that has an origin adds up. */
    private void everyFigureAddsUp(SheetView<?> view, String id) {
        FigureTable figures = bot.find("the table " + id, () -> view.pages().table(id));
        int found = bot.ask(() -> {
            int explained = 0;
            for (int row = 0; row < figures.control().getItemCount(); row++) {
                for (int column = 0; column < figures.control().getColumnCount() - 1; column++) {
                    Optional<Explanation> why = figures.explanation(row, column);
                    explained += why.isPresent() ? 1 : 0;
                    assertThat(why.map(Explanation::check).orElse(List.of())).isEmpty();
                }
            }
            return explained;
        });
        assertThat(found).isPositive();
    }

    @Test
    void eligibility_withMissingFacts_answersWhenTheyAreFilledIn() throws Exception {
        openAnalysis();
        Portfolio opened = portfolio();
        EligibilityView view = view(EligibilityView.class, EligibilityView.ID);
        Table offers = bot.control(view.control(), Table.class, t -> true);
        bot.until("offers", () -> offers.getItemCount() > 3);
        bot.select(offers, bot.column(offers, 1).indexOf("à compléter"));
        bot.screenshot("eligibilite");
        Tree conditions = (Tree) bot.ask(view::conditions);
        assertThat(bot.ask(() -> conditions.getItem(0).getItemCount())).isPositive();
        assertThat(bot.ask(() -> conditions.getItem(0).getImage())).isNotNull();
        Text fact = bot.control(view.control(), Text.class, text -> text.getEditable());
        assertThat(bot.controls(view.control(), Text.class).stream()
                        .map(text -> bot.ask(text::getMessage))
                        .toList())
                .as("examples are French")
                .contains("15/06/2026", "80 000 €")
                .noneMatch(message -> message.contains("2026-"));
        enter(fact, "§ bof");
        answered(view);
        assertThat(says(view.control(), "§ bof")).isTrue();
        bot.screenshot("eligibilite-refus");
        List<String> before = bot.ask(() -> answers(conditions));
        enter(fact, "3");
        bot.until(
                "a condition that is answered",
                () -> !view.isBusy() && !answers(conditions).equals(before));
        assertThat(says(view.control(), "§ bof")).isFalse();
        assertThat(portfolio()).as("what is tried changes nothing").isEqualTo(opened);
        bot.ask(view::explanation).orElseThrow();
    }

    private static List<String> answers(Tree conditions) {
        return Stream.of(conditions.getItem(0).getItems())
                .map(item -> item.getText(1))
                .toList();
    }

    @Test
    void stateAid_withAnAmount_answersAndRefusesWhatIsNone() throws Exception {
        openAnalysis();
        StateAidView view = view(StateAidView.class, StateAidView.ID);
        assertThat(bot.column(table(view, "headroom"), 0)).hasSize(4);
        addsUp(view::explanation);
        ExplorerView explorer = bot.show(ExplorerView.class, ExplorerView.ID);
        bot.run(() -> explorer.reveal(new Node.OfStructure(new StructureId("cluster-numerique"))));
        bot.show(StateAidView.class, StateAidView.ID);
        bot.run(() -> view.pages().open("timeline"));
        bot.until(
                "the aids of the cluster",
                () -> !view.isBusy()
                        && view.pages()
                                        .table("timeline")
                                        .orElseThrow()
                                        .control()
                                        .getItemCount()
                                > 3);
        assertThat(bot.column(table(view, "timeline"), 5))
                .as("each entry and exit is named")
                .anyMatch(words -> words.startsWith("entre : "))
                .anyMatch(words -> words.startsWith("sort : "));
        everyFigureAddsUp(view, "timeline");
        bot.screenshot("aides-d-etat");
        bot.run(() -> view.pages().open("awards"));
        bot.screenshot("aides-d-etat-comptees");
        bot.run(() -> AppearancePage.setDark(true));
        bot.run(() -> view.pages().open("timeline"));
        bot.screenshot("aides-d-etat-sombre");
        bot.run(() -> AppearancePage.setDark(false));
        Text amount = bot.control(view.control(), Text.class, Text::getEditable);
        enter(amount, "12.34.56");
        assertThat(says(view.control(), "12.34.56")).isTrue();
        enter(amount, "-5");
        assertThat(says(view.control(), "supérieur à zéro")).isTrue();
        enter(amount, "90 000");
        answered(view);
        bot.until("an answer", () -> view.tiles().figures().get(0).id().equals("answer"));
        bot.screenshot("aides-d-etat-montant");
    }

    @Test
    void consumption_ofAStructure_comparesBudgetAndActual() throws Exception {
        openAnalysis();
        ConsumptionView view = view(ConsumptionView.class, ConsumptionView.ID);
        assertThat(bot.column(table(view, "costs"), 0)).isNotEmpty();
        addsUp(view::explanation);
        bot.screenshot("budget-realise");
        bot.run(() -> view.pages().open("debts"));
        assertThat(bot.column(table(view, "debts"), 1)).anyMatch(grant -> grant.startsWith("Plateforme d'essais"));
        everyFigureAddsUp(view, "debts");
        bot.screenshot("a-rendre");
    }

    @Test
    void law_onADay_isSearchedReadAndExplained() {
        bot.run(() -> perspective(AnalysisPerspective.ID));
        LawView view = bot.show(LawView.class, LawView.ID);
        Table rules = bot.control(view.control(), Table.class, t -> t.getColumnCount() == 5);
        int all = bot.ask(rules::getItemCount);
        assertThat(all).isGreaterThan(100);
        Text words = bot.control(view.control(), Text.class, t -> (t.getStyle() & SWT.SEARCH) != 0);
        bot.type(words, "minimis plafond");
        assertThat(bot.ask(rules::getItemCount)).isPositive().isLessThan(all);
        bot.select(rules, 0);
        bot.screenshot("droit");
        addsUp(view::explanation);
        Text day = bot.control(view.control(), Text.class, t -> t.getText().equals("27/11/2026"));
        int shown = bot.ask(rules::getItemCount);
        bot.type(day, "31/02/2026");
        assertThat(says(view.control(), "31/02/2026")).isTrue();
        assertThat(bot.ask(rules::getItemCount)).as("what was shown stays").isEqualTo(shown);
        bot.type(day, "01/06/2015");
        assertThat(says(view.control(), "31/02/2026")).isFalse();
    }

    @Test
    void views_ofAnEmptyPortfolio_sayWhatToDo() {
        bot.run(() -> perspective(AnalysisPerspective.ID));
        DependenceView view = view(DependenceView.class, DependenceView.ID);
        bot.until("a sentence", () -> bot.controls(view.control(), Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("Ouvrez ou importez")));
        bot.screenshot("analyse-vide");
    }

    @Test
    void views_inTheDark_areReadable() throws Exception {
        openAnalysis();
        bot.run(() -> AppearancePage.setDark(true));
        for (Control control : List.of(
                view(DashboardView.class, DashboardView.ID).control(),
                view(DependenceView.class, DependenceView.ID).control(),
                view(ForecastView.class, ForecastView.ID).control(),
                view(EligibilityView.class, EligibilityView.ID).control(),
                view(StateAidView.class, StateAidView.ID).control(),
                view(ConsumptionView.class, ConsumptionView.ID).control())) {
            bot.until("dark paper", () -> control.getBackground().getRGB().getHSB()[2] < 0.5f);
        }
        for (String id :
                List.of(DashboardView.ID, DependenceView.ID, ForecastView.ID, EligibilityView.ID, StateAidView.ID)) {
            AnalysisView<?> view = bot.show(AnalysisView.class, id);
            answered(view);
            bot.screenshot("sombre-" + id.substring(id.lastIndexOf('.') + 1));
        }
        bot.show(LawView.class, LawView.ID);
        bot.screenshot("sombre-droit");
    }
}
