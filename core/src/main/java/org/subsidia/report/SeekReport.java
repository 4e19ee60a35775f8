package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.transfer.GoalSeek;
import org.subsidia.transfer.Scenario;

/** The smallest number that is enough, and the proof that one step less is not. */
public final class SeekReport {
    private SeekReport() {}

    /**
     * The report of a search.
     *
     * @param found what was found
     * @param scenario on what
     * @param structures how many structures the population has
     * @param findings what was not known
     * @param asOf the day of the report
     * @return the report
     */
    public static Report of(GoalSeek found, Scenario scenario, int structures, List<Finding> findings, LocalDate asOf) {
        List<KeyFigure> figures = new ArrayList<>();
        Fraction smallest = found.smallest();
        Fraction failing = found.failing();
        Fraction below = found.reachedBelow();
        figures.add(new KeyFigure(
                "smallest",
                Message.of("REPORT-SEEK-SMALLEST", scenario.numberTitle(found.parameter()), found.parameter()),
                smallest == null
                        ? new Cell.Unknown(Message.of(
                                "REPORT-SEEK-NONE", found.most().value(4).toPlainString()))
                        : Cell.of(smallest.value(4)),
                null));
        figures.add(new KeyFigure("reached", Message.of("REPORT-SEEK-REACHED"), Cell.of(found.reached()), null));
        figures.add(new KeyFigure("target", Message.of("REPORT-SEEK-TARGET"), Cell.of(found.target()), null));
        if (failing != null && below != null) {
            figures.add(new KeyFigure("failing", Message.of("REPORT-SEEK-FAILING"), Cell.of(failing.value(4)), null));
            figures.add(new KeyFigure("reachedBelow", Message.of("REPORT-SEEK-BELOW"), Cell.of(below), null));
        }
        figures.add(
                new KeyFigure("judged", Message.of("REPORT-SEEK-JUDGED", structures), Cell.of(found.judged()), null));
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "answer", Message.of("REPORT-KEY-FIGURES"), new KeyFigures(figures), new Paragraph(goal(found))));
        if (!findings.isEmpty()) {
            sections.add(Section.of("findings", Message.of("REPORT-FINDINGS"), Findings.of(findings)));
        }
        return new Report("seek", Message.of("REPORT-SEEK-TITLE"), scenario.title(), asOf, sections);
    }

    private static Message goal(GoalSeek found) {
        if (found.goal() instanceof GoalSeek.Runway runway) {
            return Message.of("REPORT-SEEK-RUNWAY", runway.months());
        }
        Fraction share = ((GoalSeek.PrivateShare) found.goal()).share();
        return Message.of(
                "REPORT-SEEK-PRIVATE", Fraction.of(100).times(share).value(1).toPlainString());
    }
}
