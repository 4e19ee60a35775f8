package org.subsidia.benchmark;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.eligibility.Evaluator;
import org.subsidia.eligibility.FactRow;
import org.subsidia.eligibility.FactValue;
import org.subsidia.eligibility.Facts;
import org.subsidia.eligibility.RuleSet;
import org.subsidia.eligibility.Truth;
import org.subsidia.law.LawBase;

/**
 * A million verdicts of one rule set on one thread, by this library and by CEL-Java on the same requests; both must give the same
 * number of yeses. All facts are known, since CEL has no third value without declaring unknowns.
 */
public final class EligibilityVerdicts {
    private static final String RULES = """
            id: benchmark
            version: 1.0.0
            title: {fr: Mesure, en: Benchmark}
            references: [none]
            source: benchmark
            confidence: UNVERIFIED
            conditions:
              all:
              - {code: structure.kind, oneOf: [POLE_COMPETITIVITE, CLUSTER, ASSOCIATION, SCIC]}
              - {value: project.start, from: 2021-01-01}
              - {value: project.end, to: 2029-12-31}
              - {value: request.date, lessThan: project.end}
              - {value: project.cost, atLeast: 50000 EUR}
              - any:
                - {value: project.cost, moreThan: 200000 EUR}
                - {yes: project.simplified-costs}
              - {value: request.amount + project.public-funding, atMost: 80 % * project.eligible-cost}
              - {no: structure.in-difficulty}
              - some:
                - {value: project.partners, atLeast: 3}
                - {value: structure.members, atLeast: 50}
                - {yes: structure.non-profit}
                least: 2
            """;
    private static final String CEL = """
            kind in ['POLE_COMPETITIVITE', 'CLUSTER', 'ASSOCIATION', 'SCIC'] && start >= 18628 && end <= 21914
            && requested < end && cost >= 5000000 && (cost > 20000000 || simplified)
            && 5 * (amount + others) <= 4 * eligible && !difficulty
            && (partners >= 3 ? 1 : 0) + (members >= 50 ? 1 : 0) + (nonprofit ? 1 : 0) >= 2""";
    private static final int REQUESTS = 1_024;
    private static final int VERDICTS = 1_000_000;
    private static final int ROUNDS = 7;

    private EligibilityVerdicts() {}

    /**
     * Prints the best of seven rounds for both.
     *
     * @param args none
     * @throws CelValidationException if the expression is wrong
     * @throws CelEvaluationException if it cannot be evaluated
     */
    public static void main(String[] args) throws CelValidationException, CelEvaluationException {
        RuleSet rules = RuleSet.parse(RULES, LawBase.standard()).get();
        Evaluator evaluator = Evaluator.of(rules, LawBase.standard().at(LocalDate.of(2026, 6, 15)));
        CelRuntime.Program program = program();
        List<FactRow> rows = new ArrayList<>();
        List<Map<String, Object>> maps = new ArrayList<>();
        requests(rules, rows, maps);
        for (int round = 1; round <= ROUNDS; round++) {
            long begin = System.nanoTime();
            int ours = 0;
            for (int i = 0; i < VERDICTS; i++) {
                ours += evaluator.evaluate(rows.get(i & (REQUESTS - 1))) == Truth.TRUE ? 1 : 0;
            }
            long middle = System.nanoTime();
            int theirs = 0;
            for (int i = 0; i < VERDICTS; i++) {
                theirs += Boolean.TRUE.equals(program.eval(maps.get(i & (REQUESTS - 1)))) ? 1 : 0;
            }
            long end = System.nanoTime();
            if (ours != theirs) {
                throw new IllegalStateException(ours + " and " + theirs);
            }
            System.out.printf(
                    "round=%d eligible=%d subsidia=%.3fs cel=%.3fs%n",
                    round, ours, (middle - begin) / 1e9, (end - middle) / 1e9);
        }
    }

    private static CelRuntime.Program program() throws CelValidationException, CelEvaluationException {
        CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("kind", SimpleType.STRING)
                .addVar("start", SimpleType.INT)
                .addVar("end", SimpleType.INT)
                .addVar("requested", SimpleType.INT)
                .addVar("cost", SimpleType.INT)
                .addVar("amount", SimpleType.INT)
                .addVar("others", SimpleType.INT)
                .addVar("eligible", SimpleType.INT)
                .addVar("partners", SimpleType.INT)
                .addVar("members", SimpleType.INT)
                .addVar("simplified", SimpleType.BOOL)
                .addVar("difficulty", SimpleType.BOOL)
                .addVar("nonprofit", SimpleType.BOOL)
                .build();
        return CelRuntimeFactory.standardCelRuntimeBuilder()
                .build()
                .createProgram(compiler.compile(CEL.replace('\n', ' ')).getAst());
    }

    private static void requests(RuleSet rules, List<FactRow> rows, List<Map<String, Object>> maps) {
        SplittableRandom random = new SplittableRandom(20260615);
        String[] kinds = {"POLE_COMPETITIVITE", "CLUSTER", "ASSOCIATION", "SCIC", "OTHER"};
        for (int i = 0; i < REQUESTS; i++) {
            String kind = kinds[random.nextInt(20) == 0 ? 4 : random.nextInt(4)];
            LocalDate start = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(-50, 1500));
            LocalDate end = start.plusDays(random.nextInt(200, 1100));
            LocalDate requested = start.minusDays(random.nextInt(200));
            long cost = random.nextLong(4_000_000, 50_000_000);
            long amount = cost * random.nextInt(20, 60) / 100;
            long others = cost * random.nextInt(40) / 100;
            long partners = random.nextInt(8);
            long members = random.nextInt(20, 200);
            boolean simplified = random.nextInt(4) > 0;
            boolean difficulty = random.nextInt(20) == 0;
            boolean nonprofit = random.nextBoolean();
            Facts facts = Facts.on(requested)
                    .with("structure.kind", new FactValue.Code(kind), "")
                    .with("project.start", new FactValue.Day(start), "")
                    .with("project.end", new FactValue.Day(end), "")
                    .with("request.date", new FactValue.Day(requested), "")
                    .with("project.cost", euros(cost), "")
                    .with("project.eligible-cost", euros(cost), "")
                    .with("request.amount", euros(amount), "")
                    .with("project.public-funding", euros(others), "")
                    .with("project.partners", new FactValue.Count(partners), "")
                    .with("structure.members", new FactValue.Count(members), "")
                    .with("project.simplified-costs", new FactValue.Flag(simplified), "")
                    .with("structure.in-difficulty", new FactValue.Flag(difficulty), "")
                    .with("structure.non-profit", new FactValue.Flag(nonprofit), "");
            rows.add(FactRow.of(rules.catalogue(), facts));
            Map<String, Object> map = new HashMap<>();
            map.put("kind", kind);
            map.put("start", start.toEpochDay());
            map.put("end", end.toEpochDay());
            map.put("requested", requested.toEpochDay());
            map.put("cost", cost);
            map.put("eligible", cost);
            map.put("amount", amount);
            map.put("others", others);
            map.put("partners", partners);
            map.put("members", members);
            map.put("simplified", simplified);
            map.put("difficulty", difficulty);
            map.put("nonprofit", nonprofit);
            maps.add(map);
        }
    }

    private static FactValue euros(long cents) {
        return new FactValue.Amount(Money.ofMinor(CurrencyUnit.EUR, cents));
    }
}
