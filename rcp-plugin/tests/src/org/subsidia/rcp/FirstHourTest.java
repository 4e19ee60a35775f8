package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.grants.GrantsView;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.welcome.WelcomeView;

/** The first hour of somebody who has a spreadsheet and nothing else: no portfolio, no structure, nobody to ask. */
class FirstHourTest extends ImportUiTest {
    private static final String SPREADSHEET = """
            Subventions 2026 – Pôle Vallée Numérique;;;;;;;
            ;;;;;;;
            Financeur;N° dossier;Objet;Demandé;Accordé;Date de notification;Versé;Reste
            Région Rives-d’Arvenne;2025-118;Animation 2025;120 000,00 €;"100 000 €";15/03/2025;60 000;40 000
            "Dépt. Haute-Rive ";;Soutien au fonctionnement;25000;20000;01.04.2025;20000;0
            FEDER;RA0031245;Projet IA;310 500,5;  298 000;2/7/2024;;298000
            Etat (DREETS);EJ 2103456789;Contrat de pôle;80000;n.c.;en attente;;
            TOTAL;;;535 500,50;418000;;80000;338000
            """;

    private Shell spreadsheet() throws IOException {
        Path file = Files.writeString(folder.resolve("suivi.csv"), SPREADSHEET);
        return wizard("Tableau (CSV, XLSX)…", "Importer un tableau", file);
    }

    private Combo owner(Shell wizard) {
        return bot.control(wizard, Combo.class, combo -> (combo.getStyle() & SWT.READ_ONLY) == 0);
    }

    private List<String> roots() {
        Tree tree = tree();
        return bot.ask(() -> Arrays.stream(tree.getItems())
                .filter(TreeItem::getExpanded)
                .map(TreeItem::getText)
                .toList());
    }

    @Test
    void spreadsheet_intoNothing_makesTheStructureAndShowsWhatCame() throws IOException {
        bot.show(WelcomeView.class, WelcomeView.ID);
        Shell wizard = spreadsheet();
        Combo owner = owner(wizard);
        untilSaid(wizard, "Dites de qui parlent ces lignes");
        assertThat(next(wizard)).isFalse();
        bot.run(() -> owner.setText("Pôle Vallée Numérique"));
        assertThat(next(wizard)).isTrue();
        bot.screenshot("premier-tableau");
        bot.press(wizard, "Suivant >");
        assertThat(bot.column(rows(wizard), 1))
                .containsExactly("nouvelle", "nouvelle", "nouvelle", "nouvelle", "laissée de côté");
        bot.select(rows(wizard), 3);
        untilSaid(wizard, "« en attente » : pas encore connu");
        bot.screenshot("premier-apercu");
        finish(wizard);
        bot.until("the grants", () -> Desk.get().portfolio().grants().size() == 4);

        assertThat(portfolio().structures()).extracting(each -> each.name()).containsExactly("Pôle Vallée Numérique");
        bot.until("the list above the welcome", () -> {
            IWorkbenchPage page = bot.window().getActivePage();
            return page.isPartVisible(page.findView(GrantsView.ID));
        });
        assertThat(roots()).hasSize(2);
        assertThat(portfolio().funders()).noneMatch(each -> each.level().name().equals("UNKNOWN"));
        grid();
        bot.screenshot("premier-portefeuille");
        assertThat(amounts("RECEIVED"))
                .as("what the funder says it paid, where no receipt is noted")
                .containsEntry("Animation 2025", "60 000,00 €")
                .containsEntry("Soutien au fonctionnement", "20 000,00 €")
                .containsEntry("Projet IA", "");
        assertThat(amounts("REMAINING")).containsEntry("Animation 2025", "40 000,00 €");

        undo("importer « suivi.csv » (4 éléments)");
        bot.until("nothing left", () -> Desk.get().portfolio().isEmpty());
    }

    @Test
    void structures_ofOneName_areToldApartByTheirPlaceInTheList() throws IOException {
        Structure first =
                Structure.builder(new StructureId("un"), "Pôle Jumeau").build();
        Structure second =
                Structure.builder(new StructureId("deux"), "Pôle Jumeau").build();
        bot.run(() ->
                Desk.get().session().apply("twins", Edit.batch("twins", List.of(Edit.put(first), Edit.put(second)))));
        StructureId chosenOne = portfolio().structures().get(1).id();
        Shell wizard = spreadsheet();
        Combo owner = owner(wizard);
        bot.run(() -> owner.select(1));
        bot.press(wizard, "Suivant >");
        rows(wizard);
        finish(wizard);
        bot.until("the grants", () -> Desk.get().portfolio().grants().size() == 4);
        assertThat(portfolio().grants()).allMatch(grant -> grant.structure().equals(chosenOne));
    }

    /** The amounts of a column by what each grant is for. */
    private Map<String, String> amounts(String column) {
        List<String> purposes = gridColumn("PURPOSE");
        List<String> texts = gridColumn(column);
        Map<String, String> amounts = new HashMap<>();
        for (int i = 0; i < purposes.size(); i++) {
            amounts.put(purposes.get(i), texts.get(i).replaceAll("\\h", " "));
        }
        return amounts;
    }

    private boolean next(Shell wizard) {
        return bot.ask(() -> bot.button(wizard, "Suivant >").isEnabled());
    }
}
