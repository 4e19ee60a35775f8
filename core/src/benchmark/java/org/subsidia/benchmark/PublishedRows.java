package org.subsidia.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Writes a file of granted subsidies as a region publishes them: SCDL, fifteen columns, about 390 bytes a row, accents, quoted
 * cells, one row in a hundred with a line break inside a cell. The same seed and number of rows give the same bytes.
 *
 * <p>Of the beneficiaries each is paid by up to three funders in up to eight years, so that the groups to be summed are many
 * but, with forty thousand beneficiaries, no more for ten million rows than a country has.
 */
public final class PublishedRows {
    private static final String HEADER = "nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,"
            + "idBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,notificationUE,"
            + "pourcentageSubvention,dispositifAide\n";
    private static final int FUNDERS = 400;
    private static final int FIRST_YEAR = 2017;
    private static final int YEARS = 8;
    private static final String[] NATURES = {
        "aide en numéraire",
        "aide en numéraire",
        "aide en numéraire",
        "aide en nature",
        "aide en numéraire;aide en nature"
    };
    private static final String[] CONDITIONS = {
        "unique", "échelonné", "autre : 60 % à la signature de la convention et le solde sur présentation du bilan"
    };
    private static final String[] SHARES = {"1", "1", "1", "1", "1", "0.5", "0.25", "0.8"};
    private static final String[] SCHEMES = {
        "Soutien à l’animation des pôles de compétitivité",
        "Aide régionale à l’économie sociale et solidaire",
        "Appel à projets innovation collaborative",
        "Développement des grappes d’entreprises"
    };
    private static final String[] WORDS = {
        "animation",
        "du",
        "réseau",
        "régional",
        "développement",
        "économique",
        "coopération",
        "de",
        "la",
        "filière",
        "numérique",
        "transition",
        "écologique",
        "et",
        "énergétique",
        "programme",
        "d’actions",
        "collectif",
        "salon",
        "international",
        "accompagnement",
        "des",
        "PME",
        "innovantes",
        "étude",
        "préalable",
        "à",
        "l’implantation",
        "plateforme",
        "mutualisée",
        "soutien",
        "au",
        "fonctionnement",
        "général",
        "de",
        "l’association",
        "intégration",
        "industrielle",
        "résidence",
        "création",
        "matériaux",
        "santé",
        "mobilité",
        "forêt-bois"
    };
    private static final String[] KINDS = {
        "Association", "Pôle de compétitivité", "Grappe d’entreprises", "Coopérative", "Société", "Fédération régionale"
    };

    private final SplittableRandom random;
    private final String[] beneficiaries;
    private final String[] funders = new String[FUNDERS];
    private final StringBuilder row = new StringBuilder(1024);

    private PublishedRows(long seed, int parties) {
        random = new SplittableRandom(seed);
        beneficiaries = new String[parties];
        for (int i = 0; i < FUNDERS; i++) {
            funders[i] = "Conseil départemental de la collectivité n° " + i + "," + siret();
        }
        for (int i = 0; i < parties; i++) {
            String name = KINDS[random.nextInt(KINDS.length)] + " " + words(2) + " " + i;
            boolean quoted = random.nextInt(5) == 0;
            beneficiaries[i] = (quoted ? "\"" + name + ", dite \"\"" + words(1) + "\"\"\"" : name) + "," + siret();
        }
    }

    /**
     * Writes one file.
     *
     * @param args the file, the number of rows, the seed, the number of beneficiaries
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        long rows = Long.parseLong(args[1]);
        PublishedRows generator = new PublishedRows(Long.parseLong(args[2]), Integer.parseInt(args[3]));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (long i = 0; i < rows; i++) {
                out.write(generator.row(i).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private String row(long number) {
        int beneficiary = random.nextInt(beneficiaries.length);
        int funder = (int) ((beneficiary * 31L + random.nextInt(3) * 7) % FUNDERS);
        LocalDate day = LocalDate.of(FIRST_YEAR + random.nextInt(YEARS), 1, 1).plusDays(random.nextInt(365));
        row.setLength(0);
        row.append(funders[funder])
                .append(',')
                .append(day)
                .append(",DEL-")
                .append(day.getYear())
                .append('-')
                .append(number);
        row.append(',').append(beneficiaries[beneficiary]).append(',');
        purpose();
        row.append(',').append(random.nextInt(100, 300_000));
        int cents = random.nextInt(3);
        row.append(cents == 0 ? "" : cents == 1 ? ".5" : ".07").append(',');
        row.append(NATURES[random.nextInt(NATURES.length)]).append(',');
        row.append(CONDITIONS[random.nextInt(CONDITIONS.length)]).append(',');
        row.append(day.plusDays(30)).append('/').append(day.plusDays(395)).append(",,");
        row.append(random.nextInt(10) == 0 ? "oui" : "non").append(',').append(SHARES[random.nextInt(SHARES.length)]);
        return row.append(',')
                .append(SCHEMES[random.nextInt(SCHEMES.length)])
                .append('\n')
                .toString();
    }

    private void purpose() {
        int kind = random.nextInt(100);
        String text = words(10);
        if (kind == 0) {
            row.append('"').append(text).append('\n').append(words(2)).append('"');
        } else if (kind < 15) {
            row.append('"').append(text).append(", \"\"").append(words(2)).append("\"\"\"");
        } else {
            row.append(text);
        }
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    /** Nine digits with their key, and five that complete the key of fourteen. */
    private String siret() {
        String siren = withKey(String.format(java.util.Locale.ROOT, "%08d", random.nextInt(20_000_000, 99_999_999)));
        return withKey(siren + String.format(java.util.Locale.ROOT, "%04d", random.nextInt(1, 50)));
    }

    private static String withKey(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
