package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subsidia.law.Kind;
import org.subsidia.money.Fraction;
import org.subsidia.rcp.analysis.dependence.DependenceView;
import org.subsidia.rcp.preference.AppearancePage;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.report.HtmlRenderer;

/** What a user sets, in the real dialog, and what becomes of it. */
class PreferencesTest extends UiTest {
    private static final String T1 = "dependence.t1.public-share";

    private Shell open(String page) {
        bot.begin(() -> PreferencesUtil.createPreferenceDialogOn(bot.window().getShell(), page, null, null)
                .open());
        return bot.find("the preferences", () -> List.of(bot.display().getShells()).stream()
                .filter(shell -> shell.isVisible() && shell != bot.window().getShell())
                .findFirst());
    }

    /** Everything as before, by the page itself. */
    @AfterEach
    void clear() {
        Shell dialog = open("org.subsidia.rcp.preferences.values");
        Table rules = bot.control(dialog, Table.class, table -> table.getColumnCount() == 3);
        bot.press(dialog, "Valeurs par défaut");
        bot.until("cleared", () -> List.of(rules.getItems()).stream()
                .allMatch(item -> item.getText(2).isEmpty()));
        close(dialog);
        close(open(AppearancePage.ID)); // where others begin
    }

    private void close(Shell dialog) {
        bot.begin(() -> {
            if (!dialog.isDisposed()) {
                dialog.getDefaultButton().notifyListeners(SWT.Selection, new Event());
            }
        });
        bot.untilClosed(dialog);
    }

    private Fraction t1() {
        return bot.ask(() -> Settings.law()
                .at(LocalDate.of(2026, 6, 1))
                .find(Kind.SHARE, T1)
                .orElseThrow()
                .value());
    }

    @Test
    void values_aThresholdOfOnesOwn_holdsAndSaysWhoseItIs() throws Exception {
        openExample();
        Shell dialog = open("org.subsidia.rcp.preferences.values");
        Table rules = bot.control(dialog, Table.class, table -> table.getColumnCount() == 3);
        Text value =
                bot.control(dialog, Text.class, text -> text.getEditable() && text.getParent() == rules.getParent());
        bot.select(rules, 0);
        bot.type(value, "beaucoup");
        assertThat(bot.<String>ask(() -> plain(rules.getItem(0).getText(1)))).isEqualTo("60 %");
        bot.press(dialog, "Régler");
        Shell refusal = bot.dialog("Seuils et délais");
        assertThat(bot.<String>ask(() -> bot.controls(refusal, Label.class).stream()
                        .map(Label::getText)
                        .reduce("", String::concat)))
                .contains("« beaucoup »", "Écrivez par exemple");
        bot.screenshot("preferences-refus");
        bot.press(refusal, "OK");
        bot.untilClosed(refusal);
        bot.type(value, "55,5 %");
        bot.press(dialog, "Régler");
        bot.until("the value", () -> plain(rules.getItem(0).getText(2)).equals("55,5 %"));
        int lag = bot.ask(() -> row(rules, "Mois du fait générateur"));
        bot.select(rules, lag);
        bot.type(value, "2 à 9 mois, le plus souvent 4");
        bot.press(dialog, "Régler");
        bot.until("the months", () -> rules.getItem(lag).getText(2).equals("2 à 9 mois, le plus souvent 4"));
        bot.screenshot("preferences-seuils");
        bot.press(dialog, "Appliquer");
        assertThat(t1()).isEqualTo(Fraction.of(555, 1000));
        assertThat(bot.ask(() -> Settings.law()
                        .at(LocalDate.of(2026, 6, 1))
                        .counts("cashflow.lag.other")
                        .value()))
                .containsEntry("max", 9L);
        close(dialog);
        assertThat(t1()).isEqualTo(Fraction.of(555, 1000));

        DependenceView view = bot.show(DependenceView.class, DependenceView.ID);
        bot.until(
                "the answer",
                () -> !view.isBusy()
                        && view.report()
                                .map(report -> HtmlRenderer.render(report, Locale.FRANCE)
                                        .contains("réglé par vous"))
                                .orElse(false));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static int row(Table rules, String beginning) {
        for (int i = 0; i < rules.getItemCount(); i++) {
            if (rules.getItem(i).getText(0).startsWith(beginning)) {
                return i;
            }
        }
        throw new AssertionError("no rule " + beginning);
    }

    @Test
    void defaults_ofEachPage_areThoseOfTheProduct() {
        Shell dialog = open("org.subsidia.rcp.preferences.work");
        Spinner notice = bot.control(dialog, Spinner.class, any -> true);
        bot.run(() -> notice.setSelection(75));
        bot.press(dialog, "Appliquer");
        assertThat(bot.ask(Settings::notice)).isEqualTo(75);
        bot.press(dialog, "Valeurs par défaut");
        bot.until("the usual days", () -> notice.getSelection() == 30);
        close(dialog);
        assertThat(bot.ask(Settings::notice)).isEqualTo(30);

        Shell appearance = open(AppearancePage.ID);
        bot.choose(appearance, "Sombres");
        bot.press(appearance, "Valeurs par défaut");
        Button light = bot.controls(appearance, Button.class).stream()
                .filter(button -> bot.ask(button::getText).equals("Claires"))
                .findFirst()
                .orElseThrow();
        bot.until("light again", light::getSelection);
        close(appearance);
    }

    @Test
    void work_exportedAndImported_isTheSameAgain() throws Exception {
        Shell dialog = open("org.subsidia.rcp.preferences.work");
        Text author = bot.control(
                dialog,
                Text.class,
                text -> text.getEditable()
                        && text.getParent().getLayout() != null
                        && bot.controls(dialog, Combo.class).get(0).getParent() == text.getParent());
        String before = bot.ask(author::getText);
        chosen = folder.resolve("subsidia.epf");
        bot.type(author, "Camille");
        bot.screenshot("preferences-travail");
        bot.press(dialog, "Exporter les préférences…");
        bot.until("the file", () -> Files.exists(chosen));
        bot.until("remembered", () -> Settings.author().equals("Camille"));
        assertThat(Files.readString(chosen)).contains("author=Camille").doesNotContain("recentFiles");
        bot.type(author, before);
        Path exported = chosen;
        chosen = Files.writeString(folder.resolve("autre.epf"), "rien de tel");
        bot.press(dialog, "Importer des préférences…");
        Shell refusal = bot.dialog("Importer des préférences");
        bot.press(refusal, "OK");
        bot.untilClosed(refusal);
        chosen = exported;
        bot.press(dialog, "Importer des préférences…");
        bot.until("taken over", () -> author.getText().equals("Camille"));
        bot.type(author, before);
        close(dialog);
        assertThat(bot.ask(Settings::author)).isEqualTo(before);
    }

    @Test
    void language_isRememberedForTheNextStart() throws Exception {
        Path remembered = new File(Platform.getInstanceLocation().getURL().getFile())
                .toPath()
                .resolve("language");
        choose("English");
        assertThat(remembered).hasContent("en");
        choose("celle du système");
        assertThat(remembered).doesNotExist();
    }

    private void choose(String language) {
        Shell dialog = open("org.subsidia.rcp.preferences.work");
        bot.run(() -> {
            for (Combo combo : bot.controls(dialog, Combo.class)) {
                int index = List.of(combo.getItems()).indexOf(language);
                if (index >= 0) {
                    combo.select(index);
                }
            }
        });
        bot.begin(() -> dialog.getDefaultButton().notifyListeners(SWT.Selection, new Event()));
        Shell question = bot.dialog("Redémarrer l’atelier");
        bot.press(question, "Plus tard");
        bot.untilClosed(question);
        bot.untilClosed(dialog);
    }
}
