package org.subsidia.rcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Message;
import org.subsidia.rcp.analysis.sheet.FigureTable;
import org.subsidia.report.Cell;
import org.subsidia.report.Column;
import org.subsidia.report.Table;

/** The widths of a table of figures whose figures change. */
class FigureTableTest extends UiTest {
    private static final Message WORDS = Message.of("REPORT-KEY-FIGURES");

    private Shell shell;
    private FigureTable table;

    @BeforeEach
    void open() {
        bot.run(() -> {
            shell = new Shell(bot.window().getShell(), SWT.SHELL_TRIM);
            shell.setLayout(new FillLayout());
            table = new FigureTable(shell);
            shell.setSize(900, 300);
            shell.open();
        });
    }

    @AfterEach
    void close() {
        bot.run(shell::dispose);
    }

    private void show(String euros) {
        bot.run(() -> table.show(
                new Table(
                        "essai",
                        WORDS,
                        List.of(
                                Column.of("name", Column.Type.TEXT, WORDS),
                                Column.of("amount", Column.Type.MONEY, Message.of("REPORT-XFER-COL-SOURCE"))),
                        List.of(List.of(Cell.of("une"), Cell.of(Money.parse("EUR " + euros)))),
                        null),
                (id, row, column) -> Optional.empty()));
        bot.settle();
    }

    private int width() {
        return bot.ask(() -> table.control().getColumn(1).getWidth());
    }

    private int needed() {
        return bot.ask(() -> {
            GC gc = new GC(table.control());
            int needed = gc.textExtent(table.control().getItem(0).getText(1)).x;
            gc.dispose();
            return needed;
        });
    }

    /** A figure cut on the left would be read as another one. */
    @Test
    void otherFiguresOfTheSameColumns_areShownWhole() {
        show("1.00");
        assertThat(width()).isGreaterThanOrEqualTo(needed());
        show("9876543210987.65");
        assertThat(width()).isGreaterThanOrEqualTo(needed());
    }

    @Test
    void aWidthDraggedByHand_staysWithOtherFigures() {
        show("1.00");
        bot.run(() -> table.control().getColumn(1).setWidth(311));
        show("9876543210987.65");
        assertThat(width()).isEqualTo(311);
    }
}
