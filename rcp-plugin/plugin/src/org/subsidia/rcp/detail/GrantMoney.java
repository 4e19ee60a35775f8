package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.schedule.PaymentSchedule;
import org.subsidia.portfolio.schedule.ScheduleEngine;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.analysis.sheet.Tiles;
import org.subsidia.report.Cell;
import org.subsidia.report.Explanations;
import org.subsidia.report.KeyFigure;
import org.subsidia.report.KeyFigures;
import org.subsidia.report.Report;
import org.subsidia.report.Section;

/** Where the money of a grant stands today: what was awarded, what came, what is due now and what may still come. */
final class GrantMoney {
    private final Tiles tiles;

    GrantMoney(Composite parent) {
        tiles = Tiles.compact(parent);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tiles.control());
    }

    void show(Grant grant, Portfolio portfolio, LocalDate today) {
        Sheet sheet = sheet(grant, portfolio, today);
        tiles.show((KeyFigures) sheet.report().sections().get(0).blocks().get(0), sheet);
    }

    private static Sheet sheet(Grant grant, Portfolio portfolio, LocalDate today) {
        List<Explanation> figures = List.of();
        if (grant.state().awaitsMoney()) {
            PaymentSchedule schedule = ScheduleEngine.of(portfolio, grant, today);
            figures = List.of(schedule.award(), schedule.paid(), schedule.due(), schedule.remaining());
        }
        List<KeyFigure> shown = figures.stream()
                .map(figure -> new KeyFigure("money", figure.label(), Cell.of(figure.value()), null))
                .toList();
        Message title = Message.of("REPORT-VERBATIM", grant.purpose());
        return new Sheet(
                new Report(
                        "grantMoney",
                        title,
                        null,
                        today,
                        List.of(new Section(
                                "money", title, List.of(new KeyFigures(shown), new Explanations(figures))))),
                (table, row, column) -> Optional.empty());
    }

    /** Where the figure comes from that the user looks at. */
    Optional<Explanation> explanation() {
        return tiles.explanation();
    }
}
