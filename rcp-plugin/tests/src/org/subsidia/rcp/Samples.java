package org.subsidia.rcp;

import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.FileLocator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.store.file.FileStore;

/** A small portfolio of invented structures. */
final class Samples {
    static final StructureId BOIS = new StructureId("bois");
    static final GrantId FIRST = new GrantId("g-bois-2020-etat");

    private static final String[] PURPOSES = {
        "Programme d’actions annuel",
        "Animation de la filière",
        "Projet collaboratif « Écomatériaux »",
        "Salon professionnel"
    };

    private Samples() {}

    static Portfolio portfolio() {
        List<PortfolioRecord> records = new ArrayList<>();
        records.add(structure("bois", "Bois & Habitat d’Arvenne", StructureKind.POLE_COMPETITIVITE));
        records.add(structure("eau", "Pôle Eau des Rives", StructureKind.CLUSTER));
        records.add(structure("image", "Cluster Image numérique", StructureKind.ASSOCIATION));
        records.add(funder("etat", FunderLevel.STATE, "DREETS Rives-d’Arvenne"));
        records.add(funder("region", FunderLevel.REGION, "Région Rives-d’Arvenne"));
        records.add(funder("feder", FunderLevel.EU_SHARED, "FEDER Rives-d’Arvenne"));
        records.add(funder("metropole", FunderLevel.EPCI, "Métropole de Lys"));
        String[] structures = {"bois", "eau", "image"};
        String[] funders = {"etat", "region", "feder", "metropole"};
        for (int year = 2020; year <= 2024; year++) {
            for (int s = 0; s < structures.length; s++) {
                for (int f = 0; f < funders.length; f++) {
                    if ((year + s + f) % 3 != 0 || f == 0) {
                        records.add(grant(structures[s], funders[f], year, s, f));
                    }
                }
            }
        }
        return Portfolio.of(records);
    }

    /** Writes the sample and returns where. */
    static Path write(Path file) {
        if (!Files.exists(file)) {
            FileStore.at(file).save(portfolio()).get();
        }
        return file;
    }

    /** The class path of a program that uses the library: the bundles of this framework. */
    static String libraries() {
        List<String> files = new ArrayList<>();
        for (Bundle bundle :
                FrameworkUtil.getBundle(Samples.class).getBundleContext().getBundles()) {
            FileLocator.getBundleFileLocation(bundle).ifPresent(file -> files.add(file.getPath()));
        }
        return String.join(File.pathSeparator, files);
    }

    private static Structure structure(String id, String name, StructureKind kind) {
        return Structure.builder(new StructureId(id), name)
                .kind(kind)
                .siren("123456782")
                .addLabel(new Label(LabelKind.REGIONAL, null, LocalDate.of(2019, 1, 1), null, null, null))
                .build();
    }

    private static Funder funder(String id, FunderLevel level, String name) {
        return Funder.builder(new FunderId(id), level, name).build();
    }

    private static Grant grant(String structure, String funder, int year, int s, int f) {
        BigDecimal amount = BigDecimal.valueOf(18_000L + 7_350L * ((year - 2019) * (f + 1) + 2 * s))
                .setScale(2);
        return Grant.builder(new GrantId("g-" + structure + "-" + year + "-" + funder), new StructureId(structure))
                .purpose(PURPOSES[(s + f) % PURPOSES.length] + " " + year)
                .payer(new FunderId(funder))
                .state(year < 2023 ? GrantState.CLOSED : f % 2 == 0 ? GrantState.UNDER_CONVENTION : GrantState.AWARDED)
                .addAmount(new StagedAmount(
                        AmountStage.REQUESTED, euros(amount.add(BigDecimal.valueOf(5_000))), null, null))
                .addAmount(new StagedAmount(AmountStage.AWARDED, euros(amount), null, null))
                .dates(GrantDates.builder()
                        .decision(LocalDate.of(year, 2 + f, 12 + s))
                        .start(LocalDate.of(year, 1, 1))
                        .end(LocalDate.of(year, 12, 31))
                        .build())
                .build();
    }

    static Money euros(BigDecimal amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }
}
