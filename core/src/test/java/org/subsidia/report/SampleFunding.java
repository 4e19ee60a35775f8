package org.subsidia.report;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.ledger.FundingAggregator;
import org.subsidia.ledger.FundingDimension;
import org.subsidia.ledger.FundingPicture;
import org.subsidia.ledger.FundingQuery;
import org.subsidia.ledger.FundingRow;
import org.subsidia.ledger.PartyCode;

/** Granted subsidies of a region that does not exist. */
final class SampleFunding {
    private static final String[] FUNDERS = {
        "Région Rives-d’Arvenne",
        "Département de la Haute-Arvenne",
        "Métropole de Clairval",
        "Agence de la transition des Rives",
        "Communauté de communes du Val de Lys",
        "Ville de Clairval",
        "Préfecture de région",
        "Commune de Brune"
    };
    private static final String[] WORDS = {
        "Pôle Bois d’Arvenne",
        "Grappe Textile",
        "Pôle de compétitivité des industries agroalimentaires des Rives",
        "Coopérative Énergies locales",
        "Association Les Ateliers",
        "Maison de l’économie sociale et solidaire",
        "Cluster Numérique",
        "Mission locale",
        "Théâtre de la Rive",
        "Fédération des artisans"
    };

    private SampleFunding() {}

    record Row(
            long beneficiary,
            String beneficiaryName,
            long funder,
            String funderName,
            int year,
            long attributed,
            long position)
            implements FundingRow {
        @Override
        public long published() {
            return attributed;
        }

        @Override
        public String text(FundingDimension dimension) {
            return dimension == FundingDimension.PURPOSE && position % 3 != 0 ? "Fonctionnement" : "";
        }
    }

    /** Three grants whose sums are seen at a glance. */
    static FundingPicture small() {
        FundingAggregator all = new FundingAggregator(FundingQuery.standard());
        List.of(
                        new Row(
                                PartyCode.ofSiren(111111118),
                                "Grappe Bois",
                                PartyCode.ofSiren(222222226),
                                "Région",
                                2022,
                                60_000_00,
                                1),
                        new Row(
                                PartyCode.ofSiren(111111118),
                                "Grappe Bois",
                                PartyCode.ofSiren(333333334),
                                "Ville",
                                2023,
                                15_000_50,
                                2),
                        new Row(
                                PartyCode.BY_NAME,
                                SampleReport.HOSTILE,
                                PartyCode.ofSiren(222222226),
                                "Région",
                                2023,
                                24_999_50,
                                3))
                .forEach(all::add);
        return all.picture();
    }

    /** One funder, nothing in 2021 and 2022. */
    static FundingPicture withGap() {
        FundingAggregator all = new FundingAggregator(FundingQuery.standard());
        all.add(new Row(
                PartyCode.ofSiren(111111118), "Grappe", PartyCode.ofSiren(222222226), "Région", 2020, 10_00, 1));
        all.add(new Row(PartyCode.ofSiren(111111118), "Grappe", PartyCode.ofSiren(222222226), "Région", 2023, 5_00, 2));
        return all.picture();
    }

    /** Nothing at all. */
    static FundingPicture empty() {
        return new FundingAggregator(FundingQuery.standard()).picture();
    }

    /** A few hundred grants over seven years. */
    static FundingPicture region() {
        FundingAggregator all = new FundingAggregator(FundingQuery.standard()
                .by(List.of(
                        FundingDimension.BENEFICIARY,
                        FundingDimension.FUNDER,
                        FundingDimension.YEAR,
                        FundingDimension.PURPOSE)));
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 1; i <= 900; i++) {
            int who = (int) Math.pow(random.nextDouble() * 9, 2.2);
            int funder = (int) (Math.pow(random.nextDouble(), 2) * FUNDERS.length);
            all.add(new Row(
                    PartyCode.ofSiret(10000000000000L + who * 100_000L + 17),
                    WORDS[who % WORDS.length] + (who < WORDS.length ? "" : " n° " + who / WORDS.length),
                    PartyCode.ofSiren(200_000_000 + funder),
                    FUNDERS[funder],
                    i % 97 == 0 ? FundingRow.UNKNOWN_YEAR : 2018 + random.nextInt(7),
                    (500 + (long) (90_000 * Math.pow(random.nextDouble(), 6)) / (1 + who / 8)) * 100
                            + random.nextInt(100),
                    i));
        }
        return all.picture();
    }

    static Report report(FundingPicture picture) {
        return FundingReport.of(
                picture,
                List.of("rives-arvenne-2018.csv", "rives-arvenne-2019.csv", "lys-brune-2023.csv", "brune.csv"),
                Findings.of(List.of(Finding.warning(
                        Place.file("brune.csv").line(12).column(9, "montant"),
                        "REPORT-UNKNOWN-SHARE",
                        SampleReport.euros("-120.00")))),
                LocalDate.of(2026, 11, 22));
    }
}
