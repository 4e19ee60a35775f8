package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.subsidia.eligibility.RuleCases;
import org.subsidia.eligibility.RuleSet;
import org.subsidia.eligibility.RuleSetDiff;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;

/** What analysts see of their rule sets: what was read, which cases pass, what changed between two versions. */
public final class RulesReport {
    private RulesReport() {}

    /**
     * Rule sets that were read, and what was found in all documents.
     *
     * @param rules those that could be read
     * @param findings of all documents
     * @param asOf the day of the report
     * @return the report
     */
    public static Report checked(List<RuleSet> rules, List<Finding> findings, LocalDate asOf) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RuleSet set : rules) {
            rows.add(List.of(
                    Cell.of(set.id()),
                    Cell.of(set.version()),
                    Cell.of(set.title()),
                    Cell.of(set.root().all().count()),
                    Cell.of(set.facts().size()),
                    Cell.of(set.laws().size()),
                    Cell.of(Message.of("EXPLAIN-CONFIDENCE-" + set.confidence().name()))));
        }
        Table table = new Table(
                "rules",
                Message.of("REPORT-ELIG-READ"),
                List.of(
                        Column.of("id", Column.Type.TEXT, Message.of("REPORT-ELIG-RULES")),
                        Column.of("version", Column.Type.TEXT, Message.of("REPORT-ELIG-VERSION")),
                        Column.of("title", Column.Type.TEXT, Message.of("REPORT-ELIG-OFFER")),
                        Column.of("conditions", Column.Type.COUNT, Message.of("REPORT-ELIG-CONDITIONS")),
                        Column.of("facts", Column.Type.COUNT, Message.of("REPORT-ELIG-FACTCOUNT")),
                        Column.of("law", Column.Type.COUNT, Message.of("REPORT-ELIG-LAWCOUNT")),
                        Column.of("confidence", Column.Type.TEXT, Message.of("REPORT-ELIG-CONFIDENCE"))),
                rows,
                null);
        return report("rulesCheck", Message.of("REPORT-ELIG-CHECKED"), table, findings, asOf);
    }

    /**
     * The cases of rule sets.
     *
     * @param outcomes by rule set, in order
     * @param findings of documents that could not be read
     * @param asOf the day of the report
     * @return the report; each failed case is an error among its findings
     */
    public static Report tested(
            Map<RuleSet, List<RuleCases.Outcome>> outcomes, List<Finding> findings, LocalDate asOf) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Finding> all = new ArrayList<>(findings);
        outcomes.forEach((rules, list) -> {
            for (RuleCases.Outcome outcome : list) {
                rows.add(List.of(
                        Cell.of(rules.id()),
                        Cell.of(outcome.tried().name()),
                        Cell.of(outcome.tried().date()),
                        Cell.of(outcome.tried().expected().words()),
                        Cell.of(outcome.answer().words()),
                        Cell.of(Message.of(outcome.passed() ? "REPORT-ELIG-PASSED" : "REPORT-ELIG-FAILED"))));
                all.addAll(outcome.findings());
            }
        });
        Table table = new Table(
                "cases",
                Message.of("REPORT-ELIG-CASES"),
                List.of(
                        Column.of("rules", Column.Type.TEXT, Message.of("REPORT-ELIG-RULES")),
                        Column.of("case", Column.Type.TEXT, Message.of("REPORT-ELIG-CASE")),
                        Column.of("date", Column.Type.DATE, Message.of("REPORT-ELIG-DATE")),
                        Column.of("expected", Column.Type.TEXT, Message.of("REPORT-ELIG-EXPECTED")),
                        Column.of("answer", Column.Type.TEXT, Message.of("REPORT-ELIG-ANSWER")),
                        Column.of("result", Column.Type.TEXT, Message.of("REPORT-ELIG-RESULT"))),
                rows,
                null);
        return report("rulesTest", Message.of("REPORT-ELIG-TESTED"), table, all, asOf);
    }

    /**
     * Two versions compared.
     *
     * @param diff the differences
     * @param asOf the day of the report
     * @return the report
     */
    public static Report compared(RuleSetDiff diff, LocalDate asOf) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RuleSetDiff.Change change : diff.changes()) {
            rows.add(List.of(
                    Cell.of(Message.of("REPORT-ELIG-DIFF-" + change.kind().name())),
                    Cell.of(change.id()),
                    Cell.of(change.words())));
        }
        Table table = new Table(
                "changes",
                Message.of("REPORT-ELIG-DIFF"),
                List.of(
                        Column.of("kind", Column.Type.TEXT, Message.of("REPORT-ELIG-KIND")),
                        Column.of("id", Column.Type.TEXT, Message.of("REPORT-ELIG-CONDITION")),
                        Column.of("words", Column.Type.TEXT, Message.of("REPORT-ELIG-WORDS"))),
                rows,
                null);
        return report("rulesDiff", Message.of("REPORT-ELIG-DIFF"), table, List.of(), asOf);
    }

    private static Report report(String id, Message title, Table table, List<Finding> findings, LocalDate asOf) {
        return new Report(
                id,
                title,
                null,
                asOf,
                List.of(
                        Section.of(table.id(), table.caption(), table),
                        Section.of("findings", Message.of("REPORT-ELIG-FINDINGS"), Findings.of(findings))));
    }
}
