package org.subsidia.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/** General assemblies at the latest, of structures whose accounting year is known. */
record Assemblies(CalendarOptions options) implements EventSource {
    private static final String DELAY = "structure.assembly.delay";

    @Override
    public Events events(Portfolio portfolio, LawBase law, LocalDate asOf) {
        Gathering into = new Gathering(portfolio, law, asOf);
        for (Structure structure : portfolio.structures()) {
            MonthDay end = structure.fiscalYearEnd();
            if (end == null) {
                continue;
            }
            int last = asOf.getYear() + options.yearsAhead();
            for (int year = asOf.getYear() - options.yearsBack(); year <= last; year++) {
                add(structure, year, YearEnds.last(end, year), into);
            }
        }
        return into.result();
    }

    private static void add(Structure structure, int year, LocalDate last, Gathering into) {
        Optional<Rule<Span>> delay = into.law(last).find(Kind.PERIOD, DELAY);
        delay.ifPresent(rule -> {
            DueDay due = Deadline.from(last)
                    .plus(rule.value())
                    .because(rule.reference())
                    .due();
            into.add(CalendarEvent.builder(EventKind.GENERAL_ASSEMBLY, due.date(), structure.id(), structure.name())
                    .part(Integer.toString(year), Message.of("CAL-PART-YEAR", Integer.toString(year)))
                    .field(Fact.FISCAL_YEAR_END.field())
                    .structure(structure.id())
                    .because(Fact.FISCAL_YEAR_END.on(last))
                    .because(due)
                    .build());
        });
    }
}
