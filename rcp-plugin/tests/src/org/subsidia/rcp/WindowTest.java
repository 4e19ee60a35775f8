package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;

class WindowTest extends UiTest {
    @Test
    void open_aPortfolio_showsItsNameItsTreeAndItsGrants() {
        openSample();
        bot.until("the title", () -> bot.title().equals("filières.subsidia – Subsidia"));
        bot.select(tree(), "Structures", "Bois");
        Table table = table();
        bot.until("the grants of one structure", () -> table.getItemCount() == 15);
        bot.select(table, 0);
        bot.screenshot("suivi");
        assertThat(bot.column(table, 0)).containsOnly("Bois & Habitat d’Arvenne");
    }
}
