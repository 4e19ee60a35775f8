package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;

/**
 * Binds parts of reports into one document: a section a part, and two annexes, the legal texts that the figures rest on and where
 * each figure comes from. It computes nothing.
 */
final class Binder {
    private final List<Section> sections = new ArrayList<>();
    private final Set<Explanation> trees = new LinkedHashSet<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private final List<Block> before = new ArrayList<>();

    /** A section made for this document. */
    Binder add(Section section) {
        section.blocks().stream().filter(Table.class::isInstance).forEach(block -> tables.add(((Table) block).id()));
        sections.add(section);
        return this;
    }

    /** Where figures of sections made for this document come from. */
    Binder explain(List<Explanation> figures) {
        trees.addAll(figures);
        return this;
    }

    /** What stands before the explanations. */
    Binder note(Message words) {
        before.add(new Paragraph(words));
        return this;
    }

    /** Some sections of a report as one, in the order asked; those that it does not have are left out. */
    Binder part(Message heading, Report report, String... ids) {
        List<Block> blocks = new ArrayList<>();
        for (String id : ids) {
            report.sections().stream()
                    .filter(section -> section.id().equals(id))
                    .flatMap(section -> section.blocks().stream())
                    .forEach(block -> blocks.add(block instanceof Table table ? shown(report, table) : block));
        }
        if (blocks.isEmpty()) {
            return this;
        }
        sections.add(new Section(report.id(), heading, blocks));
        report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Explanations.class::isInstance)
                .flatMap(block -> ((Explanations) block).trees().stream())
                .forEach(trees::add);
        return this;
    }

    /** All sections of a report but some, each on its own. */
    Binder all(Report report, String... except) {
        Set<String> left = Set.of(except);
        report.sections().stream()
                .filter(section -> !left.contains(section.id()))
                .forEach(section -> sections.add(new Section(
                        section.id(),
                        section.heading(),
                        section.blocks().stream()
                                .map(block -> block instanceof Table table ? shown(report, table) : block)
                                .toList())));
        return this;
    }

    /** Two reports may have called a table the same; one without a row is said in words. */
    private Block shown(Report report, Table table) {
        if (table.rows().isEmpty()) {
            return new Paragraph(Message.of("REPORT-DOC-NONE", table.caption()));
        }
        String own = table.id();
        String id = tables.contains(own)
                ? report.id() + own.substring(0, 1).toUpperCase(Locale.ROOT) + own.substring(1)
                : own;
        tables.add(id);
        return new Table(
                id,
                table.caption(),
                table.columns(),
                table.rows(),
                table.totals().orElse(null));
    }

    Report bind(String id, Message title, Message subtitle, LocalDate asOf) {
        List<Section> all = new ArrayList<>(sections);
        Set<RuleReference> rules = new LinkedHashSet<>();
        trees.forEach(tree -> rules.addAll(tree.allRules()));
        if (!rules.isEmpty()) {
            all.add(Section.of(
                    "rules", Message.of("REPORT-DOC-RULES"), new Paragraph(doubt(rules)), rules(List.copyOf(rules))));
        }
        if (!trees.isEmpty()) {
            List<Block> blocks = new ArrayList<>(before);
            blocks.add(new Explanations(List.copyOf(trees)));
            all.add(new Section("explanations", Message.of("REPORT-DOC-WHY"), blocks));
        }
        return new Report(id, title, subtitle, asOf, all);
    }

    private static Message doubt(Set<RuleReference> rules) {
        long doubtful = rules.stream()
                .filter(rule -> rule.confidence() != Confidence.CONFIRMED)
                .count();
        return doubtful == 0
                ? Message.of("REPORT-DOC-RULES-SURE")
                : Message.of("REPORT-DOC-RULES-DOUBT", doubtful, rules.size());
    }

    private static Table rules(List<RuleReference> rules) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RuleReference rule : rules) {
            LocalDate from = rule.validFrom();
            LocalDate to = rule.validTo();
            rows.add(List.of(
                    Cell.of(rule.legalReference()),
                    Cell.of(rule.id()),
                    new Cell.Legal(rule),
                    Cell.of(rule.unit()),
                    from == null ? Cell.EMPTY : Cell.of(from),
                    to == null ? Cell.EMPTY : Cell.of(to),
                    Cell.of(Message.of("EXPLAIN-CONFIDENCE-" + rule.confidence().name()))));
        }
        return new Table(
                "rules",
                Message.of("REPORT-DOC-RULES"),
                List.of(
                        column("text", Column.Type.TEXT),
                        column("rule", Column.Type.TEXT),
                        column("value", Column.Type.TEXT),
                        column("unit", Column.Type.TEXT).forPrograms(),
                        column("from", Column.Type.DATE),
                        column("to", Column.Type.DATE),
                        column("confidence", Column.Type.TEXT)),
                rows,
                null);
    }

    static Column column(String name, Column.Type type) {
        return Column.of(name, type, Message.of("REPORT-DOC-COLUMN-" + name.toUpperCase(Locale.ROOT)));
    }
}
