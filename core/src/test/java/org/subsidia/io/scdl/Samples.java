package org.subsidia.io.scdl;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.tabular.TabularFormat;

/** Fictitious publications with the quirks of real ones. */
final class Samples {
    /** windows-1252, commas, decimal commas without quotes. */
    static final String COMMAS = "virgules.csv";
    /** Titles above the header, totals, repeated header, persons, reversals, duplicates. */
    static final String TITLES = "titres-et-totaux.csv";
    /** The extended profile. */
    static final String EXTENDED = "etendu.csv";

    static final String FUNDER = "23510001300012";
    static final String GRAPPE = "90210001500012";
    static final String POLE = "90210002300024";

    private Samples() {}

    static Path path(String name) {
        try {
            var url = Samples.class.getResource(name);
            if (url == null) {
                throw new IllegalArgumentException(name);
            }
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    static ScdlFile open(String name) {
        return ScdlFile.open(path(name), ScdlOptions.standard()).get();
    }

    /** An interpreter below a header that is written as the standard asks. */
    static ScdlInterpreter interpreter(ScdlColumn... columns) {
        List<String> names = Arrays.stream(columns).map(ScdlColumn::header).toList();
        Place place = Place.file("essai.csv");
        return ScdlInterpreter.of(ScdlHeader.read(place, 1, names).get(), place, TabularFormat.CSV);
    }

    static Reading<ScdlRow> standard(String... fields) {
        return interpreter(ScdlColumn.standard().toArray(ScdlColumn[]::new)).interpret(2, List.of(fields));
    }

    /** A row that is as the standard asks, one cell replaced. */
    static Reading<ScdlRow> with(ScdlColumn column, String cell) {
        String[] fields = {
            "Région Val-d’Argens",
            FUNDER,
            "2023-02-01",
            "D-12",
            "Grappe Numérique",
            GRAPPE,
            "",
            "Animation de la filière",
            "47800.20",
            "aide en numéraire",
            "unique",
            "2023-03-14/2024-03-14",
            "",
            "non",
            "0.45",
            ""
        };
        fields[ScdlColumn.standard().indexOf(column)] = cell;
        return standard(fields);
    }
}
