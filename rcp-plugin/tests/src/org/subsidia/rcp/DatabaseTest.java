package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.postgresql.Driver;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.file.Documents;
import org.subsidia.rcp.history.HistoryView;
import org.subsidia.rcp.session.Desk;
import org.subsidia.rcp.session.PortfolioSession;
import org.subsidia.store.jdbc.AuditTrail;
import org.subsidia.store.jdbc.DatabaseAddress;
import org.subsidia.store.jdbc.DatabaseOptions;
import org.subsidia.store.jdbc.DatabaseSession;
import org.subsidia.store.jdbc.DatabaseStore;

/** A portfolio in a database, edited in the window and by somebody else. */
class DatabaseTest extends UiTest {
    private String h2() {
        return "jdbc:h2:" + folder.resolve("équipe") + ";AUTO_SERVER=TRUE";
    }

    private static DatabaseAddress address(String url, String user) {
        return DatabaseAddress.parse(
                        url + "#filières", name -> name.equals(DatabaseAddress.USER) && !user.isEmpty() ? user : null)
                .get();
    }

    private static DatabaseSession somebodyElse(String url, String user) {
        return DatabaseSession.open(address(url, user), DatabaseOptions.by("Béatrice"))
                .get();
    }

    private static Edit rewrite(DatabaseSession session, String name, String note) {
        return Edit.put(session.portfolio().structure(Samples.BOIS).orElseThrow().toBuilder()
                .name(name)
                .note(note)
                .build());
    }

    private void made(String url, String user) {
        DatabaseStore.at(address(url, user), DatabaseOptions.by("Béatrice"), null)
                .create(Samples.portfolio())
                .get();
    }

    /** Types where the database is, and opens it. */
    private void open(String url, String user) {
        bot.menu("Fichier", "Ouvrir une base de données…");
        Shell dialog = bot.dialog("Ouvrir une base de données");
        List<Combo> combos = bot.controls(dialog, Combo.class);
        List<Text> texts = bot.controls(dialog, Text.class).stream()
                .filter(text -> bot.ask(text::getEditable))
                .toList();
        bot.run(() -> combos.get(0).setText(url));
        bot.type(texts.get(0), user);
        bot.press(dialog, "Lister");
        bot.until("the portfolio’s name", () -> combos.get(1).getText().equals("filières"));
        bot.screenshot("base");
        bot.press(dialog, "Ouvrir");
        bot.untilClosed(dialog);
        bot.until("the portfolio", () -> Desk.get().portfolio().structures().size() == 3);
    }

    private void rename(String name) {
        bot.select(tree(), "Structures", "Bois");
        bot.menu("Édition", "Renommer…");
        Shell dialog = bot.dialog("Renommer");
        bot.type(bot.control(dialog, Text.class, Text::getEditable), name);
        bot.press(dialog, "OK");
        bot.untilClosed(dialog);
    }

    private Structure wood() {
        return portfolio().structure(Samples.BOIS).orElseThrow();
    }

    private void untilNamed(String name) {
        bot.until(name, () -> Desk.get()
                .portfolio()
                .structure(Samples.BOIS)
                .map(Structure::name)
                .filter(name::equals)
                .isPresent());
    }

    /** What two people go through, whichever database it is. */
    private void editTogether(String url, String user) {
        made(url, user);
        open(url, user);
        assertThat(bot.title()).isEqualTo("filières – Subsidia");
        assertThat(bot.ask(() -> Documents.recent().databases())).startsWith(url + "#filières");
        try (DatabaseSession other = somebodyElse(url, user)) {
            rename("Forêt");
            untilNamed("Forêt");
            assertThat(other.refresh().get()).hasSize(1);

            other.apply(rewrite(other, "Bois neuf", "vu ensemble"), "renommer en « Bois neuf »");
            untilNamed("Bois neuf"); // noticed without anything being done
            bot.show(HistoryView.class, HistoryView.ID);
            Table history = bot.control(
                    bot.shell(),
                    Table.class,
                    table -> table.isVisible() && table.getColumnCount() == 2 && table.getItemCount() > 1);
            assertThat(bot.column(history, 1)).contains("Béatrice : renommer en « Bois neuf »");

            other.apply(rewrite(other, "Bois neuf", "à revoir"), "note");
            bot.begin(() -> Desk.get()
                    .session()
                    .apply(
                            "renommer",
                            Edit.put(wood(Desk.get().portfolio()).toBuilder()
                                    .name("Bois d’œuvre")
                                    .build())));
            Shell question = bot.dialog("Modifié par quelqu’un d’autre");
            Table both = bot.control(question, Table.class, table -> true);
            assertThat(bot.column(both, 1)).containsExactly("Béatrice");
            assertThat(bot.column(both, 3)).containsExactly("Note");
            assertThat(bot.column(both, 4)).containsExactly("Nom");
            bot.screenshot("conflit");
            assertThat(bot.ask(() -> ScreenReader.nameless(question, "conflict")))
                    .isEmpty();
            bot.press(question, "Prendre la sienne et refaire la mienne");
            bot.untilClosed(question);
            untilNamed("Bois d’œuvre");
            assertThat(wood().note()).isEqualTo("à revoir");

            other.refresh().get();
            assertThat(other.portfolio()).isEqualTo(portfolio());
            other.apply(rewrite(other, "Encore", "à revoir"), "nom");
            bot.begin(() -> Desk.get()
                    .session()
                    .apply(
                            "renommer",
                            Edit.put(wood(Desk.get().portfolio()).toBuilder()
                                    .name("Mien")
                                    .build())));
            Shell second = bot.dialog("Modifié par quelqu’un d’autre");
            bot.press(second, "Garder la sienne");
            bot.untilClosed(second);
            untilNamed("Encore");
        }
        bot.menu("Fichier", "Nouveau");
        bot.until("an empty portfolio", () -> Desk.get().portfolio().isEmpty());
    }

    private static Structure wood(Portfolio portfolio) {
        return portfolio.structure(Samples.BOIS).orElseThrow();
    }

    @Test
    void h2_editedByTwo_tellsChangesAndConflicts() {
        editTogether(h2(), "");
    }

    static boolean hasPostgresql() {
        return Boolean.getBoolean("subsidia.postgresql.required")
                || PostgresServer.programs().isPresent();
    }

    @Test
    @EnabledIf("hasPostgresql")
    void postgresql_editedByTwo_tellsChangesAndConflicts() throws IOException {
        try (PostgresServer server = PostgresServer.start(folder.resolve("postgres"))) {
            editTogether(server.url(), "subsidia");
            readOnly(server);
        }
    }

    /** Who made what in the database, read past the line that is cut. */
    private static List<String> reasons(String url) {
        return AuditTrail.since(address(url, "subsidia"), 0).get().stream()
                .map(entry -> entry.record().reason())
                .filter(Objects::nonNull)
                .toList();
    }

    private void note(String text) {
        bot.begin(() -> Desk.get()
                .session()
                .apply(
                        "noter « " + text + " »",
                        Edit.put(wood(Desk.get().portfolio()).toBuilder()
                                .note(text)
                                .build())));
    }

    /** The question that comes when nobody knows what became of an edit. */
    private Shell doubt() {
        Shell question = bot.dialog("La connexion a été perdue pendant l’enregistrement");
        assertThat(bot.controls(question, Label.class).stream()
                        .map(label -> bot.ask(label::getText))
                        .toList())
                .anyMatch(text -> text.contains("la modification y est, ou n’y est pas"));
        return question;
    }

    private void answer(Shell question, String button) {
        bot.press(question, button);
        bot.untilClosed(question);
    }

    @Test
    @EnabledIf("hasPostgresql")
    void postgresql_whoseAnswerToTheCommitIsLost_isAskedAgainAndNothingIsLostOrWrittenTwice() throws IOException {
        try (PostgresServer server = PostgresServer.start(folder.resolve("postgres"));
                LosingLine line = new LosingLine(server.port())) {
            made(server.url(), "subsidia");
            int before = reasons(server.url()).size();
            bot.run(() -> Desk.get()
                    .show(new PortfolioSession(
                            OperationHistoryFactory.getOperationHistory(),
                            DatabaseSession.open(
                                            address(line.url(), "subsidia"),
                                            DatabaseOptions.by("Anne").withPatience(Duration.ZERO))
                                    .get())));

            line.cut(LosingLine.Cut.AFTER_COMMIT);
            note("un");
            Shell question = doubt();
            bot.screenshot("base-doute");
            answer(question, "Vérifier maintenant"); // the line is still dead
            Shell again = doubt();
            assertThat(bot.ask(() -> wood(Desk.get().portfolio()).note())).isNull();
            line.mend();
            answer(again, "Vérifier maintenant");
            bot.until("what was made", () -> "un"
                    .equals(wood(Desk.get().portfolio()).note()));
            assertThat(reasons(server.url()).subList(before, before + 1)).containsExactly("noter « un »");

            line.cut(LosingLine.Cut.AFTER_COMMIT);
            note("deux");
            answer(doubt(), "Plus tard");
            bot.settle();
            assertThat(bot.ask(() -> wood(Desk.get().portfolio()).note())).isEqualTo("un");
            line.mend();
            note("trois");
            answer(doubt(), "Vérifier maintenant"); // about the edit before this one
            bot.until("the last edit", () -> "trois"
                    .equals(wood(Desk.get().portfolio()).note()));

            line.cut(LosingLine.Cut.BEFORE_COMMIT);
            note("quatre");
            answer(doubt(), "Plus tard");
            line.mend();
            bot.begin(() -> Desk.get()
                    .session()
                    .apply(
                            "renommer",
                            Edit.put(wood(Desk.get().portfolio()).toBuilder()
                                    .name("Forêt")
                                    .build())));
            answer(doubt(), "Vérifier maintenant");
            Shell told = bot.dialog("« noter « quatre » » n’a pas été fait");
            bot.screenshot("base-pas-faite");
            answer(told, "OK");
            untilNamed("Forêt");
            assertThat(wood().note()).isEqualTo("trois");
            assertThat(reasons(server.url()).subList(before, before + 4))
                    .containsExactly("noter « un »", "noter « deux »", "noter « trois »", "renommer");
            assertThat(reasons(server.url())).hasSize(before + 4);
            bot.run(() -> Desk.get().session().undo());
            bot.until(
                    "the name before", () -> wood(Desk.get().portfolio()).name().startsWith("Bois"));
            try (DatabaseSession other = somebodyElse(server.url(), "subsidia")) {
                assertThat(other.portfolio()).isEqualTo(portfolio());
            }
            bot.menu("Fichier", "Nouveau");
            bot.until("an empty portfolio", () -> Desk.get().portfolio().isEmpty());
        }
    }

    private void readOnly(PostgresServer server) {
        try (Connection owner = new Driver().connect(server.url() + "?user=subsidia", new Properties());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE ROLE lecteur LOGIN");
            statement.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO lecteur");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        open(server.url(), "lecteur");
        assertThat(bot.title()).isEqualTo("filières [lecture seule] – Subsidia");
        bot.begin(() -> Desk.get().session().apply("x", Desk.get().portfolio().removal("x", Samples.BOIS)));
        Shell refusal = bot.dialog("La modification n’a pas été faite");
        bot.screenshot("base-lecture-seule");
        bot.press(refusal, "OK");
        bot.untilClosed(refusal);
        assertThat(portfolio().structures()).hasSize(3);
    }

    @Test
    void open_whatIsNotThere_saysSoAndStaysOpen() {
        bot.menu("Fichier", "Ouvrir une base de données…");
        Shell dialog = bot.dialog("Ouvrir une base de données");
        Combo place = bot.controls(dialog, Combo.class).get(0);
        bot.run(() -> place.setText("jdbc:mysql://serveur/base"));
        bot.press(dialog, "Ouvrir");
        bot.until("the refusal", () -> says(dialog, "Ce n’est pas l’adresse d’une base de données"));
        bot.run(() -> place.setText(h2()));
        bot.press(dialog, "Ouvrir");
        bot.until("the refusal", () -> says(dialog, "n’existe pas"));
        bot.screenshot("base-absente");
        bot.press(dialog, "Annuler");
        bot.untilClosed(dialog);
    }

    private static boolean says(Shell dialog, String words) {
        return texts(dialog).stream().anyMatch(text -> text.contains(words));
    }

    private static List<String> texts(Composite root) {
        List<String> found = new ArrayList<>();
        for (Control child : root.getChildren()) {
            if (child instanceof Text text) {
                found.add(text.getText());
            } else if (child instanceof Composite inner) {
                found.addAll(texts(inner));
            }
        }
        return found;
    }

    @Test
    void copy_ofAFile_isOpenedInTheDatabase_andTheFileStays() {
        Path file = openSample();
        bot.menu("Fichier", "Copier dans une base…");
        Shell dialog = bot.dialog("Copier dans une base de données");
        List<Combo> combos = bot.controls(dialog, Combo.class);
        bot.run(() -> {
            combos.get(0).setText(h2());
            combos.get(1).setText("filières");
        });
        bot.screenshot("base-copie");
        bot.press(dialog, "Copier");
        bot.untilClosed(dialog);
        bot.until("the database", () -> Desk.get().session().database().isPresent());
        assertThat(portfolio()).isEqualTo(Samples.portfolio());
        rename("Forêt");
        untilNamed("Forêt");
        bot.menu("Fichier", "Enregistrer");
        bot.menu("Fichier", "Nouveau");
        bot.until("an empty portfolio", () -> Desk.get().portfolio().isEmpty());
        chosen = file;
        bot.menu("Fichier", "Ouvrir…");
        untilNamed("Bois & Habitat d’Arvenne");
        bot.menu("Fichier", "Fichiers récents", "2  filières  –  " + h2().replace(";AUTO_SERVER=TRUE", ""));
        untilNamed("Forêt");
    }
}
