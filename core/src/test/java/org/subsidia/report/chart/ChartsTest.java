package org.subsidia.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.subsidia.finding.Message;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartsTest {
    private static final Message TITLE = words("Titre <b>&\u0007");

    private static Message words(String text) {
        return Message.of("REPORT-VERBATIM", text);
    }

    private static ChartSpec.StackedBars stacked(String value, int series) {
        return new ChartSpec.StackedBars(
                TITLE,
                words("Année"),
                words("Montant"),
                ChartSpec.Unit.EURO,
                List.of("2023", "2024"),
                Collections.nCopies(
                        series,
                        new ChartSpec.Series(
                                words("Même nom"), List.of(new BigDecimal(value), new BigDecimal(value).negate()))));
    }

    private static ChartSpec.TopBars top() {
        return new ChartSpec.TopBars(
                TITLE,
                words("Montant"),
                ChartSpec.Unit.EURO,
                List.of(
                        new ChartSpec.Bar(words("Grappe <i>"), new BigDecimal("1234567.89")),
                        new ChartSpec.Bar(words("Grappe <i>"), new BigDecimal("234567.89"))));
    }

    private static ChartSpec.Lines lines() {
        List<ChartSpec.Point> points = List.of(
                new ChartSpec.Point(BigDecimal.ZERO, BigDecimal.ZERO),
                new ChartSpec.Point(new BigDecimal("0.5"), new BigDecimal("0.1")),
                new ChartSpec.Point(BigDecimal.ONE, BigDecimal.ONE));
        return new ChartSpec.Lines(
                TITLE,
                words("Bénéficiaires"),
                ChartSpec.Unit.SHARE,
                words("Montants"),
                ChartSpec.Unit.SHARE,
                List.of(
                        new ChartSpec.Line(words("Courbe"), points, false),
                        new ChartSpec.Line(words("Diagonale"), points, true)),
                true);
    }

    private static ChartSpec.Waterfall waterfall(String last) {
        return new ChartSpec.Waterfall(
                TITLE,
                words("Part"),
                ChartSpec.Unit.SHARE,
                List.of(
                        new ChartSpec.WaterfallStep(words("R1"), new BigDecimal("0.6"), true),
                        new ChartSpec.WaterfallStep(words("sans <i>"), new BigDecimal("-0.7"), false),
                        new ChartSpec.WaterfallStep(words("avec"), new BigDecimal("0.25"), false),
                        new ChartSpec.WaterfallStep(words("R5"), new BigDecimal(last), true)));
    }

    @Test
    void waterfall_changesThatLeadElsewhere_throw() {
        assertThatIllegalArgumentException().isThrownBy(() -> waterfall("0.2"));
    }

    private static ChartSpec.Band band(boolean drawn) {
        List<BigDecimal> values = List.of(BigDecimal.ZERO, new BigDecimal("-1500.25"), new BigDecimal("90000"));
        List<BigDecimal> above = List.of(BigDecimal.ONE, BigDecimal.ONE, new BigDecimal("120000"));
        return new ChartSpec.Band(
                TITLE,
                words("Mois"),
                words("Solde"),
                ChartSpec.Unit.EURO,
                List.of(words("janv."), words("févr."), words("mars")),
                words("P10 à P90"),
                drawn ? values : List.of(),
                drawn ? above : List.of(),
                List.of(new ChartSpec.Series(words("prévision"), values)),
                drawn ? new ChartSpec.Mark(words("point bas"), 1, new BigDecimal("-1500.25")) : null);
    }

    @Test
    void band_namesItsMonths_itsSpread_andItsLowestPoint() throws Exception {
        assertThat(texts(svg(band(true), Locale.FRENCH)))
                .contains("janv.", "mars", "P10 à P90", "prévision", "point bas", "Solde, en k€");
        assertThat(texts(svg(band(false), Locale.FRENCH))).doesNotContain("P10 à P90", "point bas");
    }

    private static ChartSpec.Spans spans() {
        return new ChartSpec.Spans(
                TITLE,
                words("Écart"),
                ChartSpec.Unit.EURO,
                new BigDecimal("-100000"),
                List.of(
                        new ChartSpec.Span(words("taux"), new BigDecimal("-150000"), new BigDecimal("-50000")),
                        new ChartSpec.Span(words("retrait"), new BigDecimal("-90000"), new BigDecimal("-110000"))));
    }

    @Test
    void spans_tellInWordsWhichWayTheyGo() throws Exception {
        assertThat(texts(svg(spans(), Locale.FRENCH))).contains("taux", "-150 → -50", "-90 → -110");
    }

    static List<ChartSpec> specs() {
        return List.of(
                spans(),
                new ChartSpec.Spans(TITLE, words("Écart"), ChartSpec.Unit.EURO, BigDecimal.ZERO, List.of()),
                waterfall("0.15"),
                new ChartSpec.Waterfall(TITLE, words("Part"), ChartSpec.Unit.SHARE, List.of()),
                band(true),
                band(false),
                stacked("1000", 3),
                stacked("0", 1),
                top(),
                lines(),
                new ChartSpec.TopBars(TITLE, words("Montant"), ChartSpec.Unit.COUNT, List.of()),
                new ChartSpec.StackedBars(
                        TITLE, words("Année"), words("Nombre"), ChartSpec.Unit.COUNT, List.of(), List.of()));
    }

    private static String svg(ChartSpec spec, Locale locale) {
        return SvgChart.of(spec, words("en mots"), "chart-1", locale);
    }

    private static List<String> texts(String svg) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        NodeList nodes = document.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("specs")
    void svg_everyKind_parsesAndKeepsTextAsText(ChartSpec spec) throws Exception {
        String svg = svg(spec, Locale.FRENCH);
        assertThat(texts(svg)).contains("Titre <b>&\ufffd");
        assertThat(svg)
                .contains(
                        "<title id=\"chart-1-title\">Titre &lt;b&gt;&amp;\ufffd</title>",
                        "en mots</desc>",
                        "viewBox=\"0 0 600 ")
                .doesNotContain("style=", "<image", "font-family=\"'D", "\u0007");
    }

    @ParameterizedTest
    @MethodSource("specs")
    void svg_twice_givesSameBytesWhateverTheDefaultLocale(ChartSpec spec) {
        String first = svg(spec, Locale.FRENCH);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(svg(spec, Locale.FRENCH)).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void svg_namesItsColours_soThatPagesRestyleThem() {
        assertThat(svg(stacked("1000", 3), Locale.FRENCH))
                .contains("f-paper", "f-ink", "f-muted", "s-grid", "f-c1", "f-c7");
    }

    @ParameterizedTest
    @CsvSource({
        "9999, 'Montant, en €'",
        "10000, 'Montant, en k€'",
        "9999999, 'Montant, en k€'",
        "10000000, 'Montant, en M€'",
        "10000000000, 'Montant, en Md€'"
    })
    void unit_fitsTheGreatestAmount(String amount, String measure) throws Exception {
        assertThat(texts(svg(stacked(amount, 1), Locale.FRENCH))).contains(measure);
    }

    @Test
    void numbers_areWrittenAsTheLanguageDoes() throws Exception {
        assertThat(texts(svg(top(), Locale.FRENCH))).contains("1\u00a0235", "235", "Montant, en k€");
        assertThat(texts(svg(top(), Locale.ENGLISH))).contains("1,235", "235", "Montant, in €k");
    }

    /** The narrow no-break space of French amounts is in few fonts: it was drawn as a box. */
    @Test
    void amountsInNames_haveOnlySpacesThatFontsHave() throws Exception {
        ChartSpec chart = new ChartSpec.TopBars(
                words("Plus de 1\u202f000\u00a0€"),
                words("Montant au-dessus de 1\u202f000"),
                ChartSpec.Unit.EURO,
                List.of(new ChartSpec.Bar(words("-100\u202f633,34\u00a0€"), new BigDecimal("1"))));
        assertThat(texts(svg(chart, Locale.FRENCH)))
                .contains("Plus de 1\u00a0000\u00a0€", "-100\u00a0633,34\u00a0€")
                .noneMatch(text -> text.contains("\u202f"));
    }

    @Test
    void bars_ofOneName_areAllDrawn() throws Exception {
        assertThat(texts(svg(top(), Locale.FRENCH)))
                .filteredOn("Grappe <i>"::equals)
                .hasSize(2);
    }

    @Test
    void stacked_manyYears_namesSomeInFull() throws Exception {
        List<String> years =
                IntStream.range(1980, 2020).mapToObj(String::valueOf).toList();
        List<BigDecimal> values = Collections.nCopies(years.size(), BigDecimal.TEN);
        List<String> texts = texts(svg(
                new ChartSpec.StackedBars(
                        TITLE,
                        words("Année"),
                        words("Nombre"),
                        ChartSpec.Unit.COUNT,
                        years,
                        List.of(new ChartSpec.Series(words("x"), values))),
                Locale.FRENCH));
        assertThat(texts).filteredOn(years::contains).hasSize(14);
        assertThat(texts).noneMatch(text -> text.contains("..."));
    }

    @Test
    void stacked_moreSeriesThanColours_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> stacked("1", 9));
    }

    @Test
    void svg_badId_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SvgChart.of(top(), words("x"), "a\" onload=\"", Locale.FRENCH));
    }

    @Test
    void palettes_getLighterInStepsThatGreyKeepsApart() {
        for (ChartTheme theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            for (int i = 1; i < theme.palette().size(); i++) {
                assertThat(lightness(theme.palette().get(i))
                                - lightness(theme.palette().get(i - 1)))
                        .as("%s %s", theme.name(), i)
                        .isGreaterThan(6);
            }
            for (int of = 2; of <= 8; of++) {
                assertThat(lightness(theme.series(1, of)) - lightness(theme.series(0, of)))
                        .isGreaterThan(6);
            }
        }
    }

    /** CIE L*, 0 black to 100 white. */
    private static double lightness(Color colour) {
        double[] parts = {0.2126, 0.7152, 0.0722};
        float[] rgb = colour.getRGBColorComponents(null);
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            luminance += parts[i] * (rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4));
        }
        return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
    }

    @Test
    void image_inDarkTheme_isDrawnOnDarkPaper() {
        BufferedImage image = Charts.image(top(), ChartTheme.DARK, Locale.FRENCH, 800, 500, 2);
        assertThat(new Color(image.getRGB(2, 2))).isEqualTo(ChartTheme.DARK.paper());
        boolean bar = false;
        for (int y = 0; y < image.getHeight() && !bar; y++) {
            for (int x = 0; x < image.getWidth() && !bar; x++) {
                bar = new Color(image.getRGB(x, y)).equals(ChartTheme.DARK.series(0, 1));
            }
        }
        assertThat(bar).isTrue();
    }
}
