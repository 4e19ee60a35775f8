package org.subsidia.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;

/** Rule sets and facts in few words. */
final class Sets {
    static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    private static final String HEAD = """
            id: trial
            version: 1.0.0
            title: {fr: Essai, en: Trial}
            validFrom: 2020-01-01
            references: [text]
            source: test
            confidence: UNVERIFIED
            facts:
              - {id: own.a, type: COUNT, label: {fr: A, en: A}}
              - {id: own.b, type: COUNT, label: {fr: B, en: B}, adjustable: true}
              - {id: own.c, type: FLAG, label: {fr: C, en: C}}
              - {id: own.d, type: FLAG, label: {fr: D, en: D}}
              - {id: own.share, type: SHARE, label: {fr: S, en: S}}
              - {id: own.word, type: CODE, label: {fr: W, en: W}, values: [X, Y, Z]}
              - {id: own.months, type: COUNT, unit: months, label: {fr: M, en: M}}
            conditions:
            """;

    private Sets() {}

    static Reading<RuleSet> reading(String conditions) {
        return RuleSet.parse(HEAD + conditions.indent(2), LawBase.standard());
    }

    static RuleSet rules(String conditions) {
        return reading(conditions).get();
    }

    static List<String> codes(String conditions) {
        return reading(conditions).findings().stream().map(Finding::code).toList();
    }

    static Facts facts(String... idsAndValues) {
        return facts(rules("{given: own.a}").catalogue(), idsAndValues);
    }

    static Facts facts(FactCatalogue catalogue, String... idsAndValues) {
        Facts facts = Facts.on(DAY);
        for (int i = 0; i < idsAndValues.length; i += 2) {
            Fact fact = catalogue.find(idsAndValues[i]).orElseThrow();
            facts = facts.with(
                    fact.id(), FactText.read(fact, idsAndValues[i + 1]).get(), "test");
        }
        return facts;
    }

    static Verdict verdict(String conditions, String... idsAndValues) {
        RuleSet rules = rules(conditions);
        Facts facts = facts(rules.catalogue(), idsAndValues);
        return Evaluator.of(rules, LawBase.standard().at(facts.date())).verdict(facts);
    }

    static Answer answer(String conditions, String... idsAndValues) {
        return verdict(conditions, idsAndValues).answer();
    }

    /** With ordinary spaces for those that keep amounts together. */
    static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
