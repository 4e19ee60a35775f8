package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlRendererTest {
    static List<Report> reports() {
        return List.of(
                SampleReport.report(),
                SampleFunding.report(SampleFunding.region()),
                SampleFunding.report(SampleFunding.small()),
                SampleFunding.report(SampleFunding.empty()));
    }

    private static Document parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void page_isWellFormed_withoutScriptOrInlineStyle(Report report) throws Exception {
        Document page = parse(HtmlRenderer.render(report, Locale.FRENCH));
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("fr");
        assertThat(elements(page, "script")).isEmpty();
        for (Element element : elements(page, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName())
                        .doesNotStartWith("on")
                        .isNotIn("style", "src");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void page_idsAreUnique_andEveryReferenceHasItsTarget(Report report) throws Exception {
        String html = HtmlRenderer.render(report, Locale.ENGLISH);
        Document page = parse(html);
        List<String> ids = elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        elements(page, "a").forEach(link -> assertThat(ids)
                .contains(link.getAttribute("href").substring(1)));
        elements(page, "*").stream()
                .map(element -> element.getAttribute("clip-path"))
                .filter(clip -> !clip.isEmpty())
                .forEach(clip -> assertThat(ids).contains(clip.substring("url(#".length(), clip.length() - 1)));
        elements(page, "*").stream()
                .flatMap(element ->
                        List.of(element.getAttribute("aria-labelledby").split(" ")).stream())
                .filter(id -> !id.isEmpty())
                .forEach(id -> assertThat(ids).contains(id));
    }

    @Test
    void page_policy_allowsItsOwnStylesAlone() throws Exception {
        Document page = parse(HtmlRenderer.render(SampleReport.report(), Locale.FRENCH));
        String style = elements(page, "style").get(0).getTextContent();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(elements(page, "meta"))
                .extracting(meta -> meta.getAttribute("content"))
                .contains("default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'");
        assertThat(style)
                .doesNotContain("<", "&", "url(", "@import")
                .contains("prefers-color-scheme: dark", "@media print");
    }

    @Test
    void page_hostileName_staysText() throws Exception {
        Document page = parse(HtmlRenderer.render(SampleReport.report(), Locale.FRENCH));
        String shown = "<script>alert(\"1\")</script> & 'Cie' \ufffd[31m\ufffd";
        assertThat(elements(page, "h1").get(0).getTextContent()).isEqualTo("Rapport " + shown);
        assertThat(elements(page, "th")).extracting(Element::getTextContent).contains(shown);
    }

    @Test
    void page_tables_haveCaptionsAndScopes() throws Exception {
        Document page = parse(HtmlRenderer.render(SampleFunding.report(SampleFunding.region()), Locale.FRENCH));
        assertThat(elements(page, "table")).isNotEmpty().allSatisfy(table -> assertThat(
                        table.getElementsByTagName("caption").getLength())
                .isEqualTo(1));
        assertThat(elements(page, "th"))
                .allSatisfy(header -> assertThat(header.getAttribute("scope")).isIn("col", "row"));
        assertThat(elements(page, "svg")).hasSize(4).allSatisfy(svg -> {
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .isNotBlank();
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .isNotBlank();
        });
    }

    @Test
    void page_explanations_openDownToTheirRules() throws Exception {
        Document page = parse(HtmlRenderer.render(SampleReport.report(), Locale.FRENCH));
        assertThat(elements(page, "details")).hasSize(3);
        assertThat(elements(page, "details").get(0).getTextContent())
                .contains("3,00\u00a0€", "Règlement (UE) 2023/2831, art. 3", "g-1, g-2");
    }

    @Test
    void page_twice_givesSameBytes() {
        assertThat(HtmlRenderer.render(SampleReport.report(), Locale.ENGLISH))
                .isEqualTo(HtmlRenderer.render(SampleReport.report(), Locale.ENGLISH));
    }

    /** Leaves pages to look at beside the test results. */
    @ParameterizedTest
    @MethodSource("reports")
    void page_inBothLanguages_isWritten(Report report) throws IOException {
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            String name = report.id() + "-"
                    + report.tables().mapToInt(table -> table.rows().size()).sum();
            Path file = Path.of("target", "pages", name + "-" + locale.getLanguage() + ".html");
            Files.createDirectories(file.getParent());
            Files.writeString(file, HtmlRenderer.render(report, locale), StandardCharsets.UTF_8);
            assertThat(file).isNotEmptyFile();
        }
    }
}
