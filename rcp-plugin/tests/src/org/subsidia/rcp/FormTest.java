package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.Trigger;
import org.subsidia.rcp.explorer.ExplorerTree;
import org.subsidia.rcp.explorer.ExplorerView;
import org.subsidia.rcp.explorer.Node;
import org.subsidia.rcp.session.Desk;

/** The form of a grant in the real window. */
class FormTest extends UiTest {
    private Text field(String name) {
        return bot.control(bot.shell(), Text.class, text -> name.equals(text.getData("field")));
    }

    private Grant first() {
        return portfolio().grant(Samples.FIRST).orElseThrow();
    }

    private void leave(Text text) {
        bot.run(() -> text.notifyListeners(SWT.FocusOut, new Event()));
    }

    private void openFirst() {
        openSample();
        bot.type(filter(), "DREETS habitat 2020");
        untilLines(1);
        selectLine(0);
    }

    @Test
    void field_withAWrongDay_isNotTakenAndWithARightOneIsOneStepOfUndo() {
        openFirst();
        Text end = field("END");
        bot.type(end, "31/02/2021");
        leave(end);
        bot.screenshot("fiche-refusee");
        assertThat(bot.ask(() -> Desk.get().session().isDirty())).isFalse();
        bot.type(end, "30/06/2021");
        leave(end);
        assertThat(first().dates().end()).isEqualTo(LocalDate.of(2021, 6, 30));
        assertThat(gridColumn("END")).containsExactly("30/06/2021");
        bot.run(() -> Desk.get().session().undo());
        assertThat(bot.<String>ask(end::getText)).isEqualTo("31/12/2020");
        bot.screenshot("fiche");
    }

    @Test
    void list_takesALineThatIsRightOnly() {
        openFirst();
        Table receipts = bot.control(
                bot.shell(),
                Table.class,
                table -> table.getColumnCount() == 4
                        && table.getColumn(0).getText().equals("Date"));
        Button add = bot.controls(bot.<Composite>ask(receipts::getParent), Button.class)
                .get(0);
        bot.begin(() -> add.notifyListeners(SWT.Selection, new Event()));
        Shell dialog = bot.dialog("Encaissements");
        List<Text> texts = bot.controls(dialog, Text.class).stream()
                .filter(text -> bot.ask(text::getEditable))
                .toList();
        bot.type(texts.get(0), "hier");
        bot.screenshot("encaissement-refuse");
        Button ok = bot.controls(dialog, Button.class).stream()
                .filter(button -> bot.ask(button::getText).replace("&", "").equals("OK"))
                .findFirst()
                .orElseThrow();
        assertThat(bot.ask(ok::isEnabled)).isFalse();
        bot.type(texts.get(0), "3/4/2020");
        bot.type(texts.get(1), "1 234,50");
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
        bot.until("the receipt", () -> receipts.getItemCount() == 1);
        assertThat(first().received().orElseThrow().getAmount()).isEqualByComparingTo("1234.50");
        bot.run(() -> Desk.get().session().undo());
        assertThat(first()).isEqualTo(Samples.portfolio().grant(Samples.FIRST).orElseThrow());
    }

    @Test
    void amendment_isOneMoreAmountOfItsStageAndTypingCorrectsTheLastOneOnly() {
        openFirst();
        Money before = first().amount(AmountStage.AWARDED).orElseThrow();
        addLine(
                "Étape",
                Map.of("Étape", "Attribué", "Montant", "20 000", "Depuis", "1/6/2020", "Motif", "avenant n° 1"));
        bot.until("the amendment", () -> first().amounts().size() == 3);
        Text awarded = field("AWARDED");
        assertThat(bot.<String>ask(awarded::getText)).startsWith("20").contains("000,00");
        assertThat(bot.<String>ask(awarded::getToolTipText))
                .contains("2 montants", "01/06/2020", "avenant n° 1", "corrige");
        assertThat(bot.<String>ask(field("REQUESTED")::getToolTipText)).doesNotContain("2 montants");
        scrollTo(awarded);
        bot.screenshot("fiche-avenant");

        Table amounts = list("Étape");
        Button add = add(amounts);
        bot.begin(() -> add.notifyListeners(SWT.Selection, new Event()));
        Shell dialog = bot.dialog("Montants par étape");
        fill(dialog, Map.of("Étape", "Attribué", "Montant", "19 000", "Depuis", "1/6/2020"));
        assertThat(bot.ask(() -> bot.button(dialog, "OK").isEnabled())).isFalse();
        bot.screenshot("avenant-refuse");
        fill(dialog, Map.of("Étape", "Dégagé", "Depuis", "1/6/2021"));
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
        bot.until("the decommitment", () -> first().amount(AmountStage.DECOMMITTED)
                .isPresent());

        type("AWARDED", "21 000");
        bot.until("the correction", () -> first().amounts()
                .contains(new StagedAmount(
                        AmountStage.AWARDED,
                        Samples.euros(new BigDecimal("21000.00")),
                        LocalDate.of(2020, 6, 1),
                        "avenant n° 1")));
        assertThat(first().amountOn(AmountStage.AWARDED, LocalDate.of(2020, 5, 31)))
                .contains(before);
        assertThat(first().amounts()).hasSize(4);
        for (int step = 0; step < 3; step++) {
            bot.run(() -> Desk.get().session().undo());
        }
        assertThat(portfolio()).isEqualTo(Samples.portfolio());
    }

    @Test
    void schedule_takesStepsByEventAndShare() {
        openFirst();
        Button add = add(list("Intitulé"));
        bot.begin(() -> add.notifyListeners(SWT.Selection, new Event()));
        Shell dialog = bot.dialog("Échéancier de versement");
        fill(dialog, Map.of("Intitulé", "Avance", "Rôle", "Avance", "Prévu", "un jour", "Montant", "30 %"));
        bot.screenshot("etape-refusee");
        assertThat(bot.ask(() -> bot.button(dialog, "OK").isEnabled())).isFalse();
        fill(dialog, Map.of("Prévu", "signature de la convention + 2 mois", "Cumul au plus", "80 %"));
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
        bot.until("the step", () -> first().schedule().size() == 1);
        assertThat(first().schedule().get(0))
                .isEqualTo(new ScheduleStep(
                        "Avance",
                        StepRole.ADVANCE,
                        new Trigger.OnEvent(GrantEvent.CONVENTION, Period.ofMonths(2)),
                        new Portion.OfAward(Fraction.of(3, 10)),
                        Fraction.of(4, 5),
                        false,
                        null,
                        null));
        bot.maximise("org.subsidia.rcp.detail");
        scrollTo(list("Intitulé"));
        bot.screenshot("fiche-echeancier");
        bot.restore();
        bot.run(() -> Desk.get().session().undo());
        assertThat(portfolio()).isEqualTo(Samples.portfolio());
    }

    @Test
    void grantOfAFile_showsItsExpensesAndWhatElseItHas() throws java.io.IOException {
        openExample();
        Grant grant = portfolio().grants().stream()
                .filter(one ->
                        one.claims().stream().anyMatch(claim -> !claim.lines().isEmpty()))
                .findFirst()
                .orElseThrow();
        bot.type(filter(), grant.id().value());
        untilLines(1);
        selectLine(0);
        Table expenses = list("Demande");
        bot.until("the expenses", () -> expenses.getItemCount() > 1);
        bot.maximise("org.subsidia.rcp.detail");
        bot.screenshot("fiche-depenses");
        scrollTo(expenses);
        bot.screenshot("fiche-depenses-bas");
        bot.restore();
        assertThat(bot.<String>ask(() -> expenses.getItem(0).getText(5))).contains("Pièce : ");
    }

    @Test
    void grant_takesTheTermsOfItsConvention() {
        openFirst();
        type("RATE", "120 %");
        assertThat(bot.ask(() -> Desk.get().session().isDirty())).isFalse();
        type("RATE", "42,5 %");
        type("ELIGIBLE_FIRST", "1/1/2020");
        type("ELIGIBLE_LAST", "31/12/2019");
        assertThat(first().eligibility().last()).isNull();
        type("ELIGIBLE_LAST", "30/6/2021");
        type("PAYMENT_TERMS", "80 % à la signature, le solde au bilan");
        choose("SETTLEMENT", "Au prorata des dépenses");
        addLine("À faire", Map.of("À faire", "Comité de suivi", "Prévu le", "15/9/2020", "Fait le", "16/9/2020"));
        bot.until("the deadline", () -> first().deadlines().size() == 1);
        addLine(
                "Option",
                Map.of("Option", org.subsidia.portfolio.CostOption.F15.label().in(java.util.Locale.FRENCH)));
        bot.until("the option", () -> first().costOptions().size() == 1);
        assertThat(first().rate()).isEqualTo(Fraction.of(17, 40));
        assertThat(first().settlement()).isEqualTo(org.subsidia.portfolio.Settlement.PRO_RATA);
        assertThat(bot.<String>ask(field("ELIGIBLE_FIRST")::getToolTipText)).contains("2021/1060, article 63");
        bot.maximise("org.subsidia.rcp.detail");
        bot.screenshot("fiche-convention");
        bot.restore();
        for (int step = 0; step < 7; step++) {
            bot.run(() -> Desk.get().session().undo());
        }
        assertThat(portfolio()).isEqualTo(Samples.portfolio());
        bot.run(() -> Desk.get().session().redo());
        assertThat(first().rate()).isNotNull();
    }

    /** Scrolls the form to a control, which stands at its top then; pictures are painted some time after. */
    private void scrollTo(Control control) {
        bot.settle();
        ScrolledComposite scroll = bot.ask(() -> {
            Composite up = control.getParent();
            while (!(up instanceof ScrolledComposite)) {
                up = up.getParent();
            }
            return (ScrolledComposite) up;
        });
        bot.run(() -> scroll.setOrigin(
                0, bot.display().map(control.getParent(), scroll.getContent(), control.getLocation()).y - 30));
        bot.until("the form scrolled", () -> scroll.getOrigin().y > 0);
        bot.screenshot("scrolled");
    }

    private void choose(String name, String choice) {
        org.eclipse.swt.widgets.Combo combo =
                bot.control(bot.shell(), org.eclipse.swt.widgets.Combo.class, one -> name.equals(one.getData("field")));
        bot.run(() -> {
            combo.setText(choice);
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    private Button add(Table table) {
        return bot.controls(bot.<Composite>ask(table::getParent), Button.class).get(0);
    }

    private Table list(String column) {
        return bot.control(
                bot.shell(),
                Table.class,
                table -> table.getColumnCount() > 0
                        && table.getColumn(0).getText().equals(column));
    }

    @Test
    void structure_isEditedFieldByFieldAndLineByLine() {
        openSample();
        bot.select(tree(), "Structures", "Bois");
        Text activity = field("ACTIVITY");
        bot.type(activity, "94.99Z");
        leave(activity);
        bot.until("the activity", () -> "94.99Z".equals(bois().activity()));
        Text end = field("YEAR_END");
        bot.type(end, "31/02");
        leave(end);
        assertThat(bot.ask(() -> bois().fiscalYearEnd())).isNull();
        bot.type(end, "31/08");
        leave(end);
        bot.until("the end of the year", () -> bois().fiscalYearEnd() != null);
        Table successions = list("Reprises de");
        Button add = add(successions);
        bot.begin(() -> add.notifyListeners(SWT.Selection, new Event()));
        Shell dialog = bot.dialog("Aides reprises d’autres structures");
        List<Text> texts = bot.controls(dialog, Text.class).stream()
                .filter(text -> bot.ask(text::getEditable))
                .toList();
        bot.type(texts.get(0), "01/01/2024");
        bot.type(texts.get(1), "150 %");
        bot.screenshot("reprise-refusee");
        bot.type(texts.get(1), "50 %");
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
        bot.until("the succession", () -> bois().successions().size() == 1);
        bot.screenshot("fiche-structure");
        for (int step = 0; step < 3; step++) {
            bot.run(() -> Desk.get().session().undo());
        }
        assertThat(portfolio()).isEqualTo(Samples.portfolio());
    }

    /** Presses Add below a list, fills in the dialog, and presses OK. */
    private void addLine(String list, Map<String, String> answers) {
        Table table = list(list);
        Button add = add(table);
        bot.begin(() -> add.notifyListeners(SWT.Selection, new Event()));
        Shell dialog =
                bot.find("a dialog", () -> java.util.Arrays.stream(bot.display().getShells())
                        .filter(shell -> shell != bot.window().getShell() && shell.isVisible())
                        .findFirst());
        fill(dialog, answers);
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
    }

    /** Types and chooses in the controls beside labels. */
    private void fill(Shell dialog, Map<String, String> answers) {
        answers.forEach((label, answer) -> {
            Control control = bot.find(label, () -> beside(dialog, label));
            bot.run(() -> {
                if (control instanceof org.eclipse.swt.widgets.Combo combo) {
                    combo.setText(answer);
                } else {
                    ((Text) control).setText(answer);
                }
            });
        });
    }

    private static java.util.Optional<Control> beside(Composite root, String label) {
        Control[] children = root.getChildren();
        for (int i = 0; i < children.length; i++) {
            if (children[i] instanceof org.eclipse.swt.widgets.Label words
                    && words.getText().equals(label + " :")) {
                return java.util.Optional.of(children[i + 1]);
            }
            if (children[i] instanceof Composite inner) {
                var found = beside(inner, label);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return java.util.Optional.empty();
    }

    @Test
    void structure_takesLabelsRegionsAndGroupsLineByLine() {
        openSample();
        bot.select(tree(), "Structures", "Bois");
        addLine(
                "Label tenu",
                Map.of("Label tenu", "PTCE", "Phase", "2e", "Depuis", "1/1/2024", "Jusqu’au", "31/12/2027"));
        bot.until("the label", () -> bois().labels().size() == 2);
        Table regions = list("Région");
        Button add = add(regions);
        bot.begin(() -> add.notifyListeners(SWT.Selection, new Event()));
        Shell dialog = bot.dialog("Régions du siège");
        fill(dialog, Map.of("Région", "Rhône-Alpes (82)", "Depuis", "1/1/2014"));
        bot.screenshot("region-refusee");
        assertThat(bot.ask(() -> bot.button(dialog, "OK").isEnabled())).isFalse();
        fill(dialog, Map.of("Jusqu’au", "31/12/2015"));
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
        bot.until("the region", () -> bois().regions().size() == 1);
        addLine("Groupe", Map.of("Groupe", "Groupe des Rives", "Depuis", "1/1/2020"));
        bot.until("the group", () -> bois().groups().size() == 1);
        bot.maximise("org.subsidia.rcp.detail");
        bot.screenshot("fiche-structure-listes");
        bot.restore();
        for (int step = 0; step < 3; step++) {
            bot.run(() -> Desk.get().session().undo());
        }
        assertThat(portfolio()).isEqualTo(Samples.portfolio());
    }

    private void addRecord(String kind, String title, Map<String, String> answers) {
        bot.menu("Édition", "Ajouter", kind);
        Shell dialog = bot.dialog(title);
        assertThat(bot.ask(() -> bot.button(dialog, "OK").isEnabled())).isFalse();
        fill(dialog, answers);
        bot.screenshot("nouveau-" + kind.replace("…", ""));
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
    }

    /** What is selected in the tree; on the workbench's thread. */
    private String selected() {
        return explorer().getStructuredSelection().getFirstElement() instanceof Node place
                ? new ExplorerTree(Desk.get().portfolio(), Locale.FRENCH).label(place)
                : "";
    }

    private TreeViewer explorer() {
        return (TreeViewer)
                bot.window().getActivePage().findView(ExplorerView.ID).getSite().getSelectionProvider();
    }

    private void type(String field, String text) {
        Text control = field(field);
        bot.type(control, text);
        leave(control);
    }

    private void removeSelected() {
        bot.menu("Édition", "Supprimer");
        Shell question = bot.dialog("Supprimer");
        bot.press(question, "Supprimer");
        bot.untilClosed(question);
    }

    @Test
    void funderProgrammeAndCall_areAddedEditedAndRemoved() {
        openSample();
        addRecord("Financeur…", "Nouveau financeur", Map.of("Nom", "Agence de l’eau", "Niveau", "Opérateur de l’État"));
        bot.until("the form", () -> !bot.shownField("NUTS").isEmpty());
        assertThat(bot.<Object[]>ask(() -> explorer().getVisibleExpandedElements()))
                .as("the new funder is in sight")
                .contains(new Node.OfLevel(FunderLevel.STATE_OPERATOR));
        type("NUTS", "FRK9X");
        assertThat(funder().nuts()).isNull();
        type("NUTS", "frk2");
        bot.until("the code", () -> "FRK2".equals(funder().nuts()));
        bot.screenshot("fiche-financeur");

        bot.select(tree(), "Financeurs", "Opérateur", "Agence");
        addRecord("Programme…", "Nouveau programme", Map.of("Nom", "Programme d’intervention"));
        bot.until("the form", () -> !bot.shownField("FUND").isEmpty());
        type("FIRST", "1/1/2025");
        type("LAST", "31/12/2024");
        type("RATE", "40 %");
        bot.until("the rate", () -> programme().rate() != null);
        Text last = field("LAST");
        assertThat(bot.<String>ask(last::getText)).isEqualTo("31/12/2024"); // refused, not forgotten
        assertThat(bot.ask(() -> programme().period().last())).isNull();
        assertThat(bot.ask(() -> programme().funder())).isEqualTo(funder().id());
        bot.screenshot("fiche-programme");

        bot.select(tree(), "Financeurs", "Opérateur", "Agence", "Programme");
        addRecord("Appel…", "Nouvel appel", Map.of("Nom", "Appel rivières 2027"));
        bot.until("the form", () -> !bot.shownField("PRE_DEPOSIT").isEmpty());
        type("OPENS", "1/2/2027");
        type("CLOSES", "31/1/2027");
        type("CLOSES", "31/3/2027");
        bot.until("the day", () -> call().closes() != null);
        assertThat(bot.ask(() -> call().programme())).isEqualTo(programme().id());
        addLine("Date", Map.of("Date", "1/3/2027"));
        bot.until("the cut-off", () -> call().cutOffs().size() == 1);
        bot.screenshot("fiche-appel");

        bot.select(tree(), "Financeurs", "Opérateur", "Agence", "Programme", "Appel");
        removeSelected();
        bot.until("the end of the call", () -> Desk.get().portfolio().calls().isEmpty());
        bot.select(tree(), "Financeurs", "Opérateur", "Agence", "Programme");
        removeSelected();
        bot.select(tree(), "Financeurs", "Opérateur", "Agence");
        removeSelected();
        bot.until("the end of the funder", () -> Desk.get().portfolio().equals(Samples.portfolio()));
        while (bot.ask(() -> Desk.get().session().undoLabel().isPresent())) {
            bot.run(() -> Desk.get().session().undo());
        }
        assertThat(portfolio()).isEqualTo(Samples.portfolio());
    }

    @Test
    void projectAndBudgetLine_areAddedEditedAndRemoved() {
        openSample();
        bot.select(tree(), "Structures", "Bois");
        addRecord("Projet…", "Nouveau projet", Map.of("Nom", "Berges vivantes"));
        bot.until("the form", () -> !bot.shownField("LEAD").isEmpty());
        assertThat(bot.ask(() -> project().lead())).isEqualTo(Samples.BOIS);
        type("FIRST", "1/1/2025");
        type("LAST", "31/12/2024");
        assertThat(bot.ask(() -> project().window().last())).isNull();
        type("LAST", "31/12/2026");
        addLine("Poste", Map.of("Poste", "Personnel", "Montant", "60 000", "Dont éligible", "50 000"));
        bot.until("the cost", () -> project().costs().size() == 1);
        addLine(
                "Qui",
                Map.of("Qui", "Région Rives-d’Arvenne", "Type", "Aide publique", "Montant", "45 000", "Acquis", "oui"));
        bot.until("the funding", () -> project().funding().size() == 1);
        bot.maximise("org.subsidia.rcp.detail");
        bot.screenshot("fiche-projet");
        bot.restore();

        bot.type(filter(), "DREETS habitat 2020");
        untilLines(1);
        selectLine(0);
        choose("PROJECT", "Berges vivantes");
        bot.until("the project of the grant", () -> first().project() != null);
        bot.type(filter(), "");
        bot.select(tree(), "Projets", "Berges");
        bot.menu("Édition", "Supprimer");
        Shell refusal = bot.dialog("Supprimer");
        bot.screenshot("projet-utilise");
        bot.press(refusal, "OK");
        bot.untilClosed(refusal);
        assertThat(portfolio().projects()).hasSize(1);
        bot.run(() -> Desk.get().session().undo());
        bot.select(tree(), "Projets", "Berges");
        removeSelected();
        bot.until("the end of the project", () -> Desk.get().portfolio().equals(Samples.portfolio()));

        bot.select(tree(), "Structures", "Bois");
        addRecord(
                "Ligne budgétaire…",
                "Nouvelle ligne budgétaire",
                Map.of("Année", "2026", "Ligne du budget", "Charges de personnel", "Montant", "120 000"));
        bot.until("the form", () -> !bot.shownField("ACCOUNT").isEmpty());
        type("AMOUNT", "-5");
        type("AMOUNT", "125 000");
        bot.until("the amount", () -> line().amount().equals(Samples.euros(new BigDecimal("125000.00"))));
        type("LABEL", "Salaires");
        type("ACCOUNT", "641");
        choose("BEHAVIOUR", "Fixe");
        bot.until("the behaviour", () -> line().behaviour() != null);
        bot.select(tree(), "Structures", "Bois", "Budget 2026", "Salaires");
        bot.screenshot("fiche-ligne-budget");
        removeSelected();
        bot.until("the end of the line", () -> Desk.get().portfolio().equals(Samples.portfolio()));
        bot.run(() -> Desk.get().session().undo());
        assertThat(bot.ask(() -> line().account())).isEqualTo("641");
        while (bot.ask(() -> Desk.get().session().undoLabel().isPresent())) {
            bot.run(() -> Desk.get().session().undo());
        }
        assertThat(portfolio()).isEqualTo(Samples.portfolio());
    }

    private static org.subsidia.portfolio.Project project() {
        return Desk.get().portfolio().projects().get(0);
    }

    private static org.subsidia.portfolio.BudgetLine line() {
        return Desk.get().portfolio().budgetLines().get(0);
    }

    private static org.subsidia.portfolio.Funder funder() {
        return Desk.get().portfolio().funders().stream()
                .filter(one -> one.name().equals("Agence de l’eau"))
                .findFirst()
                .orElseThrow();
    }

    private static org.subsidia.portfolio.Programme programme() {
        return Desk.get().portfolio().programmes().get(0);
    }

    private static org.subsidia.portfolio.Call call() {
        return Desk.get().portfolio().calls().get(0);
    }

    @Test
    void structureAndGrant_areAddedToAnEmptyPortfolio() {
        bot.menu("Édition", "Ajouter", "Subvention…");
        Shell refusal = bot.dialog("Nouvelle subvention");
        bot.press(refusal, "OK");
        bot.untilClosed(refusal);
        addRecord("Structure…", "Nouvelle structure", Map.of("Nom", "Cluster Textile", "Type", "Cluster"));
        bot.until("the structure in the tree", () -> selected().equals("Cluster Textile"));
        addRecord("Subvention…", "Nouvelle subvention", Map.of("Objet", "Plan d’actions 2027", "Demandé", "25 000"));
        bot.until("the grant", () -> Desk.get().portfolio().grants().size() == 1);
        Grant grant = portfolio().grants().get(0);
        assertThat(grant.structure()).isEqualTo(portfolio().structures().get(0).id());
        assertThat(grant.amount(AmountStage.REQUESTED)).contains(Samples.euros(new BigDecimal("25000.00")));
        assertThat(gridColumn("PURPOSE")).containsExactly("Plan d’actions 2027");
    }

    private static Structure bois() {
        return Desk.get().portfolio().structure(Samples.BOIS).orElseThrow();
    }
}
