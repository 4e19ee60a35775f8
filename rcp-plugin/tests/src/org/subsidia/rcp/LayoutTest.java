package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subsidia.rcp.analysis.DeskView;
import org.subsidia.rcp.calendar.CalendarView;
import org.subsidia.rcp.grants.GrantsView;
import org.subsidia.rcp.grants.GridBot;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.problem.ProblemsView;

/** What a user arranges is so again when the view is made anew, as at the next start. */
class LayoutTest extends UiTest {
    private void close(String id) {
        bot.run(() -> {
            IWorkbenchPage page = bot.window().getActivePage();
            page.hideView(page.findView(id));
        });
    }

    @AfterEach
    void asAtFirst() {
        for (String id : List.of(GrantsView.ID, CalendarView.ID, ProblemsView.ID)) {
            close(id);
        }
        bot.run(() -> {
            for (String key : List.of("grants.layout", "grants.sort", "grants.group", "grants.filterRow")) {
                Settings.remember(key, "");
            }
            for (String key : List.of("calendar.sort", "problems.sort")) {
                Settings.remember(key, "");
            }
            for (String key : List.of("calendar.order", "problems.order")) {
                Settings.remember(key, "");
            }
            for (String key : List.of("calendar.title.width", "problems.what.width")) {
                Settings.remember(key, "");
            }
            bot.window().getActivePage().resetPerspective();
        });
    }

    @Test
    void grants_keepWidthsOrderVisibilityAndSort() {
        openSample();
        GridBot before = grid();
        bot.run(() -> {
            before.hide("FUNDER", true);
            before.hide("SCHEME", false);
            before.move("AWARDED", 0);
            before.resize("PURPOSE", 333);
            before.sort("AWARDED", false);
        });
        List<String> columns = bot.ask(before::columns);
        List<String> amounts = bot.ask(() -> before.column("AWARDED"));
        assertThat(columns).startsWith("AWARDED").contains("SCHEME").doesNotContain("FUNDER");
        close(GrantsView.ID);
        GridBot after = grid();
        assertThat(after).isNotSameAs(before);
        assertThat(bot.ask(after::columns)).isEqualTo(columns);
        assertThat(bot.ask(() -> after.width("PURPOSE"))).isEqualTo(333);
        assertThat(bot.ask(() -> after.column("AWARDED"))).isEqualTo(amounts);
    }

    @Test
    void grants_keepGroupsAndTheRowOfFilters() {
        openSample();
        GridBot before = grid();
        assertThat(bot.ask(before::hasFilterRow)).isTrue();
        bot.run(() -> {
            before.group("FUNDER");
            before.filterRow(false);
        });
        List<String> lines = bot.ask(() -> before.column("STRUCTURE"));
        assertThat(lines.get(0)).startsWith("▾ ");
        close(GrantsView.ID);
        GridBot after = grid();
        assertThat(bot.ask(after::grouping)).isEqualTo("FUNDER");
        assertThat(bot.ask(after::hasFilterRow)).isFalse();
        assertThat(bot.ask(() -> after.column("STRUCTURE"))).isEqualTo(lines);
        bot.run(() -> {
            after.group(null);
            after.filterRow(true);
        });
        close(GrantsView.ID);
        GridBot last = grid();
        assertThat(bot.ask(last::grouping)).isEmpty();
        assertThat(bot.ask(last::hasFilterRow)).isTrue();
    }

    private Table table(Class<? extends DeskView> type, String id) {
        DeskView view = bot.show(type, id);
        return bot.control(
                view.control(), Table.class, table -> table.getColumnCount() > 2 && table.getItemCount() > 1);
    }

    private void keepsWidthsOrderAndSort(Class<? extends DeskView> type, String id, int wide) {
        Table before = table(type, id);
        bot.run(() -> {
            int[] order = before.getColumnOrder();
            int first = order[0];
            order[0] = order[1];
            order[1] = first;
            before.setColumnOrder(order);
            before.getColumn(wide).setWidth(301);
            TableColumn sorted = before.getColumn(wide);
            sorted.notifyListeners(SWT.Selection, new Event());
            sorted.notifyListeners(SWT.Selection, new Event());
        });
        List<String> texts = bot.column(before, wide);
        int[] order = bot.ask(before::getColumnOrder);
        close(id);
        Table after = table(type, id);
        bot.until("all rows", () -> after.getItemCount() == texts.size());
        assertThat(bot.ask(after::getColumnOrder)).isEqualTo(order);
        assertThat(bot.ask(() -> after.getColumn(wide).getWidth())).isEqualTo(301);
        assertThat(bot.column(after, wide)).isEqualTo(texts);
        assertThat(bot.ask(after::getSortDirection)).isEqualTo(SWT.DOWN);
        bot.run(() -> after.getColumn(wide).notifyListeners(SWT.Selection, new Event())); // a third time: as they came
        assertThat(bot.ask(after::getSortDirection)).isEqualTo(SWT.NONE);
    }

    @Test
    void calendarAndProblems_keepWidthsOrderAndSort() throws IOException {
        openExample();
        keepsWidthsOrderAndSort(CalendarView.class, CalendarView.ID, 3);
        keepsWidthsOrderAndSort(ProblemsView.class, ProblemsView.ID, 1);
    }
}
