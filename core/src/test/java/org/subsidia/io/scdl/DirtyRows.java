package org.subsidia.io.scdl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Published rows with every kind of dirt, the same for the same seed. */
final class DirtyRows {
    private static final List<String> PARTIES = List.of(
            "Pôle Mer;77567227221138",
            "Grappe \"\"Bois\"\";78428024000002",
            "Association d’essai;35600000000048",
            "SCIC Énergie;41816609600002");
    private static final List<String> TEXTS = List.of(
            "Animation du réseau",
            "",
            "Étude, plan et « suivi »",
            "deux\nlignes",
            "dit \"\"le pôle\"\"",
            "très long ".repeat(40),
            "1 85 05 78 006 084 36",
            "œuvre à 5 €",
            "\ud83d\ude00",
            "=1+1",
            "  blancs  ",
            "trois\r\nfins\nde ligne");
    private static final List<String> AMOUNTS = List.of(
            "1000",
            "2500.5",
            "0.07",
            "24 975,00",
            "-300",
            "0",
            "1.234",
            "2E+5",
            "",
            "150000000",
            "000012",
            "12.345",
            "5 000 €");
    private static final List<String> DATES =
            List.of("2021-03-01", "2020-02-29", "2021-02-29", "01/04/2019", "2014", "", "1899-01-01", "20210304");
    private static final List<String> SHARES =
            List.of("1", "0.5", "0.333", "50 %", "100", "", "0", "1.5", "0.12345", "1.0");
    private static final List<String> NATURES =
            List.of("aide en numéraire", "aide en nature;aide en numéraire", "numéraire", "", "don", "AIDE EN NATURE");
    private static final List<String> PERIODS = List.of(
            "2021-03-01",
            "2021-03-01/2022-03-01",
            "2022-03-01/2021-03-01",
            "2017-12-12/fin-action",
            "",
            "2021-03-01_2021-04-01");
    private static final List<String> FLAGS = List.of("oui", "non", "", "N", "vrai", "peut-être");
    private static final List<String> CODES = List.of("", "12345", "sans objet", "0", "ABC", "1234567");
    private static final List<String> IDS = List.of(
            "775672272 21138", "7,75E+13", "775672272", "", "77567227221139", "185057800608436", "784280240000020");

    private final SplittableRandom random;
    private final char separator;

    DirtyRows(long seed, char separator) {
        random = new SplittableRandom(seed);
        this.separator = separator;
    }

    static String header(char separator) {
        return String.join(
                        ",",
                        "nomAttribuant",
                        "idAttribuant",
                        "dateConvention",
                        "referenceDecision",
                        "nomBeneficiaire",
                        "idBeneficiaire",
                        "objet",
                        "montant",
                        "nature",
                        "conditionsVersement",
                        "datesPeriodeVersement",
                        "idRAE",
                        "notificationUE",
                        "pourcentageSubvention",
                        "dispositifAide\n")
                .replace(',', separator);
    }

    byte[] cleanFile(int rows) {
        StringBuilder text = new StringBuilder(header(separator));
        for (int i = 0; i < rows; i++) {
            text.append(clean());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] file(int rows, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header(separator).getBytes(charset));
        for (int i = 0; i < rows; i++) {
            boolean stray = random.nextInt(60) == 0;
            Charset other =
                    charset.equals(StandardCharsets.UTF_8) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            String row = random.nextInt(4) == 0 ? broken(dirty()) : random.nextInt(3) == 0 ? dirty() : clean();
            bytes.writeBytes(row.getBytes(stray ? other : charset));
        }
        return bytes.toByteArray();
    }

    String clean() {
        String[] funder = party();
        String[] beneficiary = party();
        int year = 2017 + random.nextInt(6);
        return row(
                funder[0],
                funder[1],
                year + "-03-0" + (1 + random.nextInt(9)),
                "DEL-" + random.nextInt(1000),
                beneficiary[0],
                beneficiary[1],
                random.nextInt(3) == 0 ? "deux\nlignes" : "Animation, suivi",
                Integer.toString(1 + random.nextInt(50_000)),
                "aide en numéraire",
                "unique",
                year + "-04-01/" + year + "-12-31",
                "",
                "non",
                random.nextBoolean() ? "1" : "0.25",
                "");
    }

    private String dirty() {
        String[] funder = party();
        String[] beneficiary = party();
        return row(
                random.nextInt(9) == 0 ? "" : funder[0],
                random.nextInt(4) == 0 ? any(IDS) : funder[1],
                any(DATES),
                any(TEXTS),
                random.nextInt(9) == 0 ? "Mme Martin" : beneficiary[0],
                random.nextInt(3) == 0 ? any(IDS) : beneficiary[1],
                any(TEXTS),
                random.nextBoolean() ? "1200" : any(AMOUNTS),
                any(NATURES),
                any(TEXTS),
                any(PERIODS),
                any(CODES),
                any(FLAGS),
                random.nextBoolean() ? "1" : any(SHARES),
                any(TEXTS));
    }

    /** Hurts the structure of a row. */
    private String broken(String row) {
        int at = random.nextInt(row.length());
        return switch (random.nextInt(12)) {
            case 0 -> row.substring(0, at) + "\n";
            case 1 -> row.substring(0, at) + separator + row.substring(at);
            case 2 -> row.substring(0, at) + '"' + row.substring(at);
            case 3 -> row.replace("\n", "\r\n");
            case 4 -> row + "\n \n";
            case 5 -> row.replace("\n", "" + separator + separator + "\n");
            case 6 -> '"' + row.strip().replace("\"", "\"\"") + "\"\n";
            case 7 -> row.substring(0, at) + '\0' + row.substring(at);
            case 8 -> row.substring(0, at) + '\r' + row.substring(at);
            case 9 -> header(separator);
            case 10 -> ("" + separator).repeat(14) + "\n";
            default -> "Total" + ("" + separator).repeat(7) + "99999" + ("" + separator).repeat(7) + "\n";
        };
    }

    private String[] party() {
        return any(PARTIES).split(";", 2);
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String row(String... cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            boolean quoted = cell.indexOf(separator) >= 0 || cell.indexOf('\n') >= 0 || cell.indexOf('"') >= 0;
            row.append(i == 0 ? "" : String.valueOf(separator)).append(quoted ? '"' + cell + '"' : cell);
        }
        return row.append('\n').toString();
    }
}
