package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.report.chart.ChartSpec;

/** A report with one of everything; its words are names, so that it needs no sentences of its own. */
final class SampleReport {
    static final String HOSTILE = "<script>alert(\"1\")</script> & 'Cie' \u001b[31m\u202e";

    private SampleReport() {}

    static Message words(String text) {
        return Words.verbatim(text);
    }

    static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    static Table table() {
        Money total = euros("1500000.50");
        return new Table(
                "grants",
                words("Subventions par bénéficiaire"),
                List.of(
                        Column.of("name", Column.Type.TEXT, words("Bénéficiaire")),
                        Column.of("amount", Column.Type.MONEY, words("Montant")),
                        Column.of("share", Column.Type.SHARE, words("Part")),
                        Column.of("count", Column.Type.COUNT, words("Nombre")),
                        Column.of("last", Column.Type.DATE, words("Dernière")),
                        Column.of("delay", Column.Type.NUMBER, words("Délai")).in(words("mois"))),
                List.of(
                        List.of(
                                Cell.of("Pôle Mer"),
                                Cell.of(euros("1234567.89")),
                                Cell.share(euros("1234567.89"), total),
                                Cell.of(1234),
                                Cell.of(LocalDate.of(2024, 3, 1)),
                                Cell.of(new BigDecimal("7.5"))),
                        List.of(
                                Cell.of("=cmd|' /C calc'!A0"),
                                Cell.of(euros("265432.61")),
                                Cell.share(euros("265432.61"), total),
                                Cell.of(2),
                                Cell.EMPTY,
                                new Cell.Unknown(words("aucun versement"))),
                        List.of(
                                Cell.of(HOSTILE),
                                Cell.of(euros("-0.50")),
                                Cell.share(euros("1"), euros("0")),
                                Cell.of(0),
                                Cell.EMPTY,
                                new Cell.Unknown(words("aucun versement")))),
                List.of(
                        Cell.of(words("Total")),
                        Cell.of(total),
                        Cell.share(total, total),
                        Cell.of(1236),
                        Cell.EMPTY,
                        Cell.EMPTY));
    }

    static ChartSpec.StackedBars stacked(int series) {
        List<ChartSpec.Series> all = new ArrayList<>();
        for (int s = 0; s < series; s++) {
            List<BigDecimal> values = new ArrayList<>();
            for (int year = 0; year < 6; year++) {
                values.add(BigDecimal.valueOf(100_000L * (s + 1) + 70_000L * ((year * 3 + s) % 5)));
            }
            all.add(new ChartSpec.Series(
                    words(List.of(
                                    "Union européenne",
                                    "État",
                                    "Région",
                                    "Département",
                                    "Intercommunalité",
                                    "Commune",
                                    "Opérateur de l’État",
                                    "Autre")
                            .get(s)),
                    values));
        }
        return new ChartSpec.StackedBars(
                words("Subventions attribuées par année et par niveau"),
                words("Année"),
                words("Montant attribué"),
                ChartSpec.Unit.EURO,
                List.of("2019", "2020", "2021", "2022", "2023", "2024"),
                all);
    }

    static ChartSpec.TopBars top() {
        List<ChartSpec.Bar> bars = new ArrayList<>();
        String[] names = {
            HOSTILE,
            "Pôle de compétitivité des industries de la mer et du littoral de la région",
            "Grappe Bois",
            "Association pour le développement de l’économie sociale et solidaire en milieu rural",
            "SCIC Énergies",
            "Grappe Bois",
            "Commune de Saint-Rémy",
            "PTCE du Val"
        };
        for (int i = 0; i < names.length; i++) {
            bars.add(new ChartSpec.Bar(words(names[i]), BigDecimal.valueOf(2_345_678L / (i + 1))));
        }
        return new ChartSpec.TopBars(
                words("Les huit premiers bénéficiaires"), words("Montant attribué"), ChartSpec.Unit.EURO, bars);
    }

    static ChartSpec.Lines lorenz() {
        List<ChartSpec.Point> curve = new ArrayList<>();
        List<ChartSpec.Point> diagonal = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            BigDecimal x = new BigDecimal(i).divide(new BigDecimal(20));
            curve.add(new ChartSpec.Point(x, x.pow(4)));
            diagonal.add(new ChartSpec.Point(x, x));
        }
        return new ChartSpec.Lines(
                words("Concentration des montants"),
                words("Part cumulée des bénéficiaires"),
                ChartSpec.Unit.SHARE,
                words("Part cumulée des montants"),
                ChartSpec.Unit.SHARE,
                List.of(
                        new ChartSpec.Line(words("Courbe de Lorenz"), curve, false),
                        new ChartSpec.Line(words("Égalité parfaite"), diagonal, true)),
                true);
    }

    static Explanation explanation() {
        RuleReference rule = new RuleReference(
                "deminimis.ceiling.general",
                LocalDate.of(2024, 1, 1),
                null,
                "300000 EUR",
                "Règlement (UE) 2023/2831, art. 3",
                "JO L",
                Confidence.UNVERIFIED);
        return Explanation.of(
                words("Total"),
                new Value.Amount(euros("3.00")),
                Step.SUM,
                List.of(
                        Explanation.leaf(words("Premier"), new Value.Amount(euros("1.00")))
                                .withRules(List.of(rule)),
                        Explanation.leaf(words("Second " + HOSTILE), new Value.Amount(euros("2.00")))
                                .withRecords(List.of("g-1", "g-2"))));
    }

    /** A report with these blocks alone. */
    static Report of(Block... blocks) {
        return new Report(
                "sample",
                words("Rapport"),
                null,
                LocalDate.of(2026, 11, 22),
                List.of(Section.of("only", words("Partie"), blocks)));
    }

    static Report report() {
        return new Report(
                "sample",
                words("Rapport " + HOSTILE),
                words("Six grappes d’une région"),
                LocalDate.of(2026, 11, 22),
                List.of(
                        Section.of(
                                "keyFigures",
                                words("L’essentiel"),
                                new KeyFigures(List.of(
                                        new KeyFigure(
                                                "total", words("Total attribué"), Cell.of(euros("1500000.50")), null),
                                        new KeyFigure(
                                                "herfindahl",
                                                words("Indice de Herfindahl"),
                                                new Cell.Unknown(words("aucun montant")),
                                                words("de 0 à 1"))))),
                        Section.of(
                                "figures",
                                words("Graphiques"),
                                new Paragraph(words("Un paragraphe.")),
                                new Figure("years", stacked(6), words("Par an"), words("Six années en mots")),
                                new Figure("top", top(), words("Les premiers"), words("Les premiers en mots")),
                                new Figure("lorenz", lorenz(), words("Concentration"), words("La courbe en mots"))),
                        Section.of("tables", words("Tableaux"), table()),
                        Section.of(
                                "findings",
                                words("Constats"),
                                Findings.of(List.of(
                                        Finding.warning(
                                                Place.file("a.csv").line(3).column(2, "montant"),
                                                "REPORT-VERBATIM",
                                                HOSTILE),
                                        Finding.error(Place.NOWHERE, "REPORT-UNKNOWN-SHARE", euros("0.00"))))),
                        Section.of("explanations", words("Explications"), new Explanations(List.of(explanation())))));
    }
}
