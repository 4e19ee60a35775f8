package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.session.Desk;

/** Several files in one run of a wizard, and the beneficiaries that the portfolio does not have, in the real window. */
class SeveralFilesTest extends ImportUiTest {
    private static final StructureId WOOD = new StructureId("cluster-bois");
    private static final String SCDL = "Importer des subventions publiées";
    private static final String FEC = "Importer un FEC";
    private static final String CORDIS = "Importer des projets européens de recherche (CORDIS)";
    private static final String PAYMENTS = "Importer des versements de l’État";
    private static final String UNKNOWN = "Bénéficiaires que le portefeuille n’a pas";
    private static final String HEADER =
            "nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;"
                    + "nature;conditionsVersement;datesPeriodeVersement;idRAE;notificationUE;pourcentageSubvention;"
                    + "dispositifAide\n";

    private Path published(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + String.join("", rows), StandardCharsets.UTF_8);
    }

    private static String row(String day, String reference, String beneficiary, String amount) {
        return "Région Rives-d’Arvenne;;" + day + ";" + reference + ";" + beneficiary + ";;Animation;" + amount
                + ";aide en numéraire;unique;;;non;1;\n";
    }

    @Test
    void scdl_severalFilesDropped_areOneReviewAndOneStep() throws IOException {
        Path first = published("2023.csv", row("15/03/2023", "D-1", "Pôle Eau", "1 000,50"));
        Path second = published(
                "2024.csv",
                row("15/03/2023", "D-1", "Pôle Eau", "1 200,00"),
                row("16/03/2024", "D-2", "Pôle Eau", "à préciser"),
                row("17/03/2024", "D-3", "Pôle Bois", "300"));
        Path page = Files.writeString(folder.resolve("erreur.csv"), HEADER.replace("nomAttribuant", "<html>"));
        drop(first, second);
        Shell wizard = bot.dialog(SCDL);
        Text files = fields(wizard).get(0);
        assertThat(bot.<String>ask(files::getText)).contains("2023.csv; ").endsWith("2024.csv");
        bot.type(files, bot.ask(files::getText) + "; " + page);
        bot.press(wizard, "Suivant >");
        Table rows = rows(wizard);
        assertThat(bot.column(rows, 1)).containsExactly("nouvelle", "mise à jour", "écartée", "nouvelle");
        assertThat(bot.column(rows, 6)).containsExactly("2023.csv", "2024.csv", "2024.csv", "2024.csv");
        Table notes = notes(wizard);
        assertThat(bot.column(notes, 0))
                .anyMatch(text -> text.startsWith("erreur.csv : "))
                .anyMatch(text -> text.startsWith("2023.csv : 1 ligne lue"))
                .anyMatch(text -> text.startsWith("2024.csv : 3 lignes lues") && text.contains("1 écartée"));
        bot.select(notes, 0);
        untilSaid(wizard, "erreur.csv");
        bot.screenshot("import-plusieurs-fichiers");
        finish(wizard);
        bot.until("both grants", () -> Desk.get().portfolio().grants().size() == 2);
        assertThat(portfolio().structures()).extracting(Structure::name).containsOnly("Pôle Eau", "Pôle Bois");
        undo("importer « 2023.csv et 2 autres fichiers » (2 subventions)");
        bot.until("the import taken back", () -> Desk.get().portfolio().isEmpty());
    }

    @Test
    void scdl_severalFilesThatAreNone_areAllNamed() throws IOException {
        Path page = Files.writeString(folder.resolve("a.csv"), "<!DOCTYPE html><html><body>404</body></html>");
        Path none = folder.resolve("absent.csv");
        bot.menu("Fichier", "Importer", "Subventions publiées (SCDL)…");
        Shell wizard = bot.dialog(SCDL);
        bot.type(fields(wizard).get(0), page + "; " + none);
        bot.press(wizard, "Suivant >");
        untilSaid(wizard, "a.csv · ");
        untilSaid(wizard, "absent.csv · ");
        cancel(wizard);
        assertThat(portfolio().isEmpty()).isTrue();
    }

    @Test
    void fec_twoYearsDropped_areOneReviewWithTheVerdictOfEach() throws IOException {
        openExample();
        bot.run(() -> {
            List<Edit> edits = new ArrayList<>();
            for (Grant grant : Desk.get().portfolio().grantsOf(WOOD)) {
                edits.add(Edit.put(grant.toBuilder().receipts(List.of()).build()));
            }
            Desk.get().session().apply("oublier", Edit.batch("", edits));
        });
        Portfolio before = portfolio();
        drop(data("999900335FEC20241231.txt"), data("999900335FEC20251231.txt"));
        Shell wizard = bot.dialog(FEC);
        bot.type(fields(wizard).get(1), "31/12/2025");
        bot.until("the remark about the closing day", () -> bot.controls(wizard, Text.class).stream()
                .anyMatch(text -> text.getText().contains("jour de clôture")));
        bot.type(fields(wizard).get(1), "");
        bot.press(wizard, "Suivant >");
        Table rows = rows(wizard);
        assertThat(bot.column(notes(wizard), 0))
                .anyMatch(text -> text.startsWith("999900335FEC20241231.txt est conforme"))
                .anyMatch(text -> text.startsWith("999900335FEC20251231.txt est conforme"));
        assertThat(bot.column(rows, 8)).contains("999900335FEC20241231.txt", "999900335FEC20251231.txt");
        List<String> outcomes = bot.column(rows, 1);
        int receipts =
                (int) outcomes.stream().filter("encaissement à ajouter"::equals).count();
        assertThat(receipts).isGreaterThan(2);
        check(rows, outcomes.indexOf("encaissement à ajouter"), false);
        bot.screenshot("import-deux-fec");
        finish(wizard);
        bot.until(
                "all receipts but one",
                () -> Desk.get().portfolio().grantsOf(WOOD).stream()
                                .mapToInt(grant -> grant.receipts().size())
                                .sum()
                        == receipts - 1);
        bot.run(() -> Desk.get().session().undo());
        assertThat(portfolio()).isEqualTo(before);
    }

    @Test
    void cordis_bothFilesDropped_areOneWizard() throws IOException {
        openExample();
        drop(data("exchange/cordis-project.csv"), data("exchange/cordis-organization.csv"));
        Shell wizard = bot.dialog(CORDIS);
        assertThat(bot.<String>ask(fields(wizard).get(0)::getText)).endsWith("cordis-organization.csv");
        assertThat(bot.<String>ask(fields(wizard).get(1)::getText)).endsWith("cordis-project.csv");
        bot.press(wizard, "Suivant >");
        assertThat(bot.column(rows(wizard), 6)).anyMatch(text -> text.startsWith("MATERNET : A network"));
        cancel(wizard);
        drop(data("exchange/cordis-project.csv"));
        Shell alone = bot.dialog(CORDIS);
        bot.press(alone, "Suivant >");
        untilSaid(alone, "celui des projets");
        bot.screenshot("import-cordis-projets-seuls");
        cancel(alone);
    }

    private Shell unknown(Shell wizard) {
        Button button = unknownButton(wizard);
        bot.begin(() -> button.notifyListeners(SWT.Selection, new Event()));
        return bot.dialog(UNKNOWN);
    }

    private Button unknownButton(Shell wizard) {
        return bot.control(wizard, Button.class, button -> button.getText().startsWith("Bénéficiaires inconnus ("));
    }

    private void decide(Shell dialog, int row, String what) {
        Table table = bot.control(dialog, Table.class, any -> any.getItemCount() > 0);
        bot.select(table, row);
        Combo decision = bot.control(dialog, Combo.class, any -> true);
        bot.run(() -> {
            decision.select(decision.indexOf(what));
            decision.notifyListeners(SWT.Selection, new Event());
        });
    }

    @Test
    void statePayments_unknownBeneficiaries_areListedAndComeInAsAPersonSays() throws IOException {
        Path file = Files.writeString(
                folder.resolve("chorus.csv"),
                "N° EJ;N° poste EJ;Fournisseur payé (DP);;Branche;;Code taxe 1;Exercice comptable;N° DP;N° poste DP;"
                        + "Date de dernière opération sur la DP;Domaine fonctionnel;;Montant payé\n"
                        + "1;1;9;Comité des fêtes;Z039;Associations;99990179600014;2024;1;1;2024-03-02;0134-23;Pôles;9,50\n"
                        + "2;1;9;Comité des fêtes;Z039;Associations;99990179600014;2024;2;1;2024-04-02;0134-23;Pôles;10\n"
                        + "3;1;9;Foyer rural;Z039;Associations;99990183800014;2024;3;1;2024-03-02;0134-23;Pôles;30\n");
        openExample();
        Portfolio before = portfolio();
        String wood = before.structure(WOOD).orElseThrow().name();
        Shell wizard = wizard("Versements de l’État (Chorus, FONJEP)…", PAYMENTS, file);
        assertThat(bot.<String>ask(unknownButton(wizard)::getText)).contains("(2)");
        Shell dialog = unknown(wizard);
        Table table = bot.control(dialog, Table.class, any -> any.getItemCount() > 0);
        assertThat(bot.column(table, 0)).containsExactly("Foyer rural", "Comité des fêtes");
        assertThat(bot.column(table, 2)).containsExactly("99990183800014", "99990179600014");
        assertThat(bot.column(table, 3)).containsExactly("1", "2");
        assertThat(bot.column(table, 4).get(1)).startsWith("19,50");
        decide(dialog, 0, wood);
        decide(dialog, 1, "créer cette structure");
        assertThat(bot.column(table, 5)).containsExactly(wood, "créer cette structure");
        assertThat(bot.<List<String>>ask(() -> ScreenReader.nameless(dialog, "unknown")))
                .isEmpty();
        bot.screenshot("import-beneficiaires-inconnus");
        bot.press(dialog, "OK");
        Table rows = rows(wizard);
        bot.until("the rows", () -> rows.getItemCount() == 3);
        assertThat(bot.column(rows, 1)).containsOnly("nouvelle");
        assertThat(bot.column(rows, 3)).contains("Comité des fêtes", wood);
        bot.screenshot("import-beneficiaires-decides");
        chosen = folder.resolve("rives-arvenne.matches.csv");
        bot.press(wizard, "Enregistrer les décisions…");
        bot.until("the decisions", () -> Files.exists(chosen));
        assertThat(Files.readString(chosen))
                .contains(";99990183800014;" + WOOD.value())
                .contains(";99990179600014;+");

        Shell again = unknown(wizard);
        Table decided = bot.control(again, Table.class, any -> any.getItemCount() > 0);
        assertThat(bot.column(decided, 5)).containsExactly(wood, "créer cette structure");
        decide(again, 0, "à ignorer");
        bot.press(again, "OK");
        bot.until(
                "fewer rows to take",
                () -> rows.getItemCount() < 3 || rows.getItem(2).getText(1).equals("laissée de côté"));
        finish(wizard);
        bot.until(
                "the structure",
                () -> Desk.get().portfolio().structures().size()
                        == before.structures().size() + 1);
        assertThat(portfolio().grantsOf(WOOD)).hasSameSizeAs(before.grantsOf(WOOD));
        bot.run(() -> Desk.get().session().undo());
        assertThat(portfolio()).isEqualTo(before);

        Shell next = wizard("Versements de l’État (Chorus, FONJEP)…", PAYMENTS, file);
        assertThat(bot.column(rows(next), 1))
                .as("the decisions kept beside the portfolio are taken")
                .containsExactly("nouvelle", "nouvelle", "nouvelle");
        assertThat(bot.column(rows(next), 3)).contains("Comité des fêtes", wood);
        chosen = folder;
        bot.press(next, "Enregistrer les décisions…");
        Shell told = bot.dialog("Les décisions n’ont pas pu être enregistrées");
        bot.press(told, "OK");
        bot.untilClosed(told);
        bot.press(next, "< Précédent");
        assertThat(bot.<String>ask(fields(next).get(1)::getText)).endsWith("rives-arvenne.matches.csv");
        bot.screenshot("import-decisions-reprises");
        bot.type(fields(next).get(1), "");
        bot.press(next, "Suivant >");
        Table undecided = bot.control(next, Table.class, any -> (any.getStyle() & SWT.CHECK) != 0);
        bot.until("no row without decisions", () -> undecided.getItemCount() == 0);
        Button keep = bot.control(next, Button.class, button -> button.getText().equals("Enregistrer les décisions…"));
        assertThat(bot.ask(keep::isEnabled)).isFalse();
        cancel(next);
    }

    @Test
    void statePayments_severalFilesDropped_areOneReviewAndOneStep() throws IOException {
        openExample();
        Portfolio before = portfolio();
        Path chorus = Files.copy(data("exchange/chorus-2025.xlsx"), folder.resolve("chorus.xlsx"));
        Path fonjep = Files.copy(data("exchange/fonjep-2025.xlsx"), folder.resolve("fonjep.xlsx"));
        drop(chorus, fonjep);
        Shell wizard = bot.dialog(PAYMENTS);
        Text files = fields(wizard).get(0);
        assertThat(bot.<String>ask(files::getText)).contains("chorus.xlsx; ").endsWith("fonjep.xlsx");
        bot.type(files, bot.ask(files::getText) + "; " + folder.resolve("absent.csv"));
        bot.press(wizard, "Suivant >");
        Table rows = rows(wizard);
        assertThat(bot.column(notes(wizard), 0))
                .anyMatch(text -> text.startsWith("absent.csv : Le fichier"))
                .anyMatch(text -> text.startsWith("chorus.xlsx : 4 lignes reconnues"))
                .anyMatch(text -> text.startsWith("fonjep.xlsx : "));
        assertThat(bot.column(rows, 8)).startsWith("chorus.xlsx").endsWith("fonjep.xlsx");
        bot.screenshot("import-deux-versements");

        Button unknown = unknownButton(wizard);
        bot.begin(() -> unknown.notifyListeners(SWT.Selection, new Event()));
        Shell dialog = bot.dialog(UNKNOWN);
        decide(dialog, 0, "à ignorer");
        Files.delete(fonjep);
        bot.press(dialog, "OK");
        untilSaid(wizard, "fonjep.xlsx · Le fichier"); // what has gone since is not left out in silence
        Files.copy(data("exchange/fonjep-2025.xlsx"), fonjep);
        int taken =
                (int) bot.column(rows, 1).stream().filter("nouvelle"::equals).count();
        assertThat(taken).isGreaterThan(4);
        finish(wizard);
        bot.until("the grants", () -> !Desk.get().portfolio().equals(before));
        bot.run(() -> Desk.get().session().undo());
        assertThat(portfolio()).as("one step").isEqualTo(before);
    }

    @Test
    void tables_dropped_comeOneAfterAnotherUntilTheUserStops() throws IOException {
        Path[] tables = new Path[3];
        for (int i = 0; i < tables.length; i++) {
            tables[i] =
                    Files.writeString(folder.resolve("t" + (i + 1) + ".csv"), "Nom;Niveau\nMétropole " + i + ";EPCI\n");
        }
        drop(tables);
        Shell first = bot.dialog("Importer un tableau (1 sur 3)");
        bot.screenshot("import-un-sur-trois");
        bot.press(first, "Suivant >");
        bot.press(first, "Suivant >");
        rows(first);
        finish(first);
        Shell second = bot.dialog("Importer un tableau (2 sur 3)");
        assertThat(portfolio().funders()).hasSize(1);
        assertThat(bot.<String>ask(fields(second).get(0)::getText)).endsWith("t2.csv");
        cancel(second);
        Shell question = bot.dialog("Passer au suivant ?");
        assertThat(bot.controls(question, Label.class).stream().map(label -> bot.<String>ask(label::getText)))
                .anyMatch(text -> text.equals("Il reste un import : t3.csv."));
        bot.screenshot("import-passer-au-suivant");
        bot.press(question, "Passer au suivant");
        cancel(bot.dialog("Importer un tableau (3 sur 3)"));
        bot.menu("Fichier", "Importer", "Comptabilité (FEC)…");
        cancel(bot.dialog(FEC)); // nothing else has come

        drop(tables);
        cancel(bot.dialog("Importer un tableau (1 sur 3)"));
        Shell again = bot.dialog("Passer au suivant ?");
        bot.press(again, "Tout arrêter");
        bot.untilClosed(again);
        bot.menu("Fichier", "Importer", "Comptabilité (FEC)…");
        cancel(bot.dialog(FEC));
        assertThat(portfolio().funders()).hasSize(1);
    }

    @Test
    void exchange_withDecisionsMadeBefore_takesThemAndRefusesWhatIsWrong() throws IOException {
        openExample();
        Path decisions = Files.writeString(
                folder.resolve("decisions.csv"), "beneficiary,structure\nCommune d Ormeval,personne\n");
        bot.menu("Fichier", "Importer", "Versements de l’État (Chorus, FONJEP)…");
        Shell wizard = bot.dialog(PAYMENTS);
        List<Text> fields = fields(wizard);
        bot.type(fields.get(0), data("exchange/chorus-2025.xlsx").toString());
        bot.type(fields.get(2), "101");
        bot.until("the remark about the score", () -> bot.controls(wizard, Text.class).stream()
                .anyMatch(text -> text.getText().contains("de 0 à 100, non 101")));
        bot.type(fields.get(2), "95");
        bot.type(fields.get(1), decisions.toString());
        bot.press(wizard, "Suivant >");
        untilSaid(wizard, "personne");
        bot.screenshot("import-decisions-refusees");
        Files.writeString(decisions, "beneficiary,structure\nCommune d Ormeval,cluster-bois\n");
        bot.press(wizard, "Suivant >");
        Table rows = rows(wizard);
        assertThat(bot.column(rows, 3))
                .contains(portfolio().structure(WOOD).orElseThrow().name());
        assertThat(bot.column(rows, 7)).doesNotContain("");
        bot.run(() -> rows.getColumn(0).notifyListeners(SWT.Selection, new Event()));
        List<String> sheets = bot.column(rows, 7);
        assertThat(sheets.stream().distinct().count())
                .as("sheets stand one after the other, whatever the line")
                .isEqualTo(1
                        + IntStream.range(1, sheets.size())
                                .filter(i -> !sheets.get(i).equals(sheets.get(i - 1)))
                                .count());
        bot.screenshot("import-feuilles");
        bot.run(() -> {
            rows.getColumn(0).notifyListeners(SWT.Selection, new Event());
            rows.getColumn(0).notifyListeners(SWT.Selection, new Event());
        });
        cancel(wizard);
    }
}
