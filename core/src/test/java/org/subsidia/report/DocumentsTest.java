package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.subsidia.accounts.AccountFigures;
import org.subsidia.accounts.Books;
import org.subsidia.accounts.FunderWords;
import org.subsidia.accounts.GrantAccounts;
import org.subsidia.accounts.GrantMatching;
import org.subsidia.accounts.Match;
import org.subsidia.accounts.MatchOptions;
import org.subsidia.accounts.Recognition;
import org.subsidia.check.Guards;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.io.fec.FecBooks;
import org.subsidia.io.fec.FecFile;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;
import org.subsidia.transfer.Effects;
import org.subsidia.transfer.LegalPath;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Presets;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Sensitivity;
import org.subsidia.transfer.Simulation;

/** The documents on the sample portfolio, and on one whose names are hostile. */
class DocumentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final StructureId CLUSTER = new StructureId("cluster-numerique");
    private static final FunderId REGION = new FunderId("region-rives-arvenne");
    private static final Map<String, Report> ALL = new LinkedHashMap<>();

    private static Portfolio sample() {
        return FileStore.at(Path.of("../examples/data/rives-arvenne.subsidia"))
                .open()
                .get();
    }

    private static Documents documents(Portfolio portfolio) {
        return new Documents(portfolio, LawBase.standard(), Guards.standard(), DAY, "exemple.subsidia");
    }

    @BeforeAll
    static void makeThem() {
        everyKind();
    }

    /** The documents of the sample portfolio, made once. */
    static synchronized Map<String, Report> everyKind() {
        if (!ALL.isEmpty()) {
            return ALL;
        }
        Documents documents = documents(sample());
        ALL.put("structure", documents.structureFile(CLUSTER));
        ALL.put("note", documents.fundingNote(CLUSTER, 2025));
        ALL.put("funder", documents.funderView(REGION));
        ALL.put("risks", documents.risks());
        ALL.put("scenario", scenario(sample()));
        ALL.put("noteBesideAccounts", besideAccounts(sample()));
        return ALL;
    }

    private static Report scenario(Portfolio portfolio) {
        Scenario scenario = Presets.find("line-deleted-2026").orElseThrow();
        LocalDate day = LocalDate.of(2026, 1, 1);
        Population people = Population.of(portfolio, day, LawBase.standard()).get();
        Simulation simulation =
                Simulation.run(scenario, people, LawBase.standard()).get();
        return new Documents(portfolio, LawBase.standard(), Guards.standard(), day, "exemple.subsidia")
                .scenario(
                        simulation,
                        new TransferReport.Extras(
                                List.of(),
                                Effects.of(scenario, people, LawBase.standard()),
                                Sensitivity.of(scenario, people, LawBase.standard()),
                                null,
                                LegalPath.of(simulation, LawBase.standard()),
                                List.of(),
                                List.of(),
                                true));
    }

    private static Report besideAccounts(Portfolio portfolio) {
        StructureId id = new StructureId("cluster-bois");
        Path file = Path.of("../examples/data/999900335FEC20251231.txt");
        Books books = FecBooks.read(List.of(FecFile.open(file).get()), LawBase.standard(), null, DAY)
                .get()
                .get(0);
        FunderWords words = FunderWords.standard();
        List<Match> matches = GrantMatching.of(books, portfolio, id, words, MatchOptions.USUAL);
        return documents(portfolio)
                .fundingNote(
                        id,
                        new NoteAccounts(
                                AccountFigures.of(books, "Cluster Bois", id, matches, portfolio, words),
                                GrantAccounts.of(
                                        books,
                                        matches,
                                        new Recognition(
                                                IncomeSplit.PERIODS,
                                                LawBase.standard().at(books.closing())),
                                        portfolio.grantsOf(id)),
                                List.of()));
    }

    private static List<Explanation> trees(Report report) {
        List<Explanation> trees = new ArrayList<>();
        report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Explanations.class::isInstance)
                .forEach(block -> trees.addAll(((Explanations) block).trees()));
        return trees;
    }

    @Test
    void explanations_ofEveryDocument_addUp() {
        ALL.forEach((kind, report) -> {
            assertThat(trees(report)).as(kind).isNotEmpty();
            assertThat(trees(report)).as(kind).allSatisfy(tree -> assertThat(tree.check())
                    .isEmpty());
        });
    }

    @Test
    void rules_ofEveryDocument_areListedWithTheirConfidence() {
        ALL.forEach((kind, report) -> {
            long used = trees(report).stream()
                    .flatMap(tree -> tree.allRules().stream())
                    .distinct()
                    .count();
            assertThat(report.table("rules")
                            .map(table -> (long) table.rows().size())
                            .orElse(0L))
                    .as(kind)
                    .isEqualTo(used);
        });
        assertThat(HtmlRenderer.render(ALL.get("risks"), Locale.FRENCH)).contains("pas entièrement vérifiée");
    }

    @Test
    void html_inBothLanguages_isOfOnePieceAndMissesNoWord() {
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            ALL.forEach((kind, report) -> {
                String page = HtmlRenderer.render(report, locale);
                assertThat(page)
                        .as(kind)
                        .contains("default-src 'none'")
                        .doesNotContain("<script", "REPORT-", "style=\"", "src=\"");
                Matcher ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(page);
                List<String> all = new ArrayList<>();
                while (ids.find()) {
                    all.add(ids.group(1));
                }
                assertThat(all).as(kind).doesNotHaveDuplicates();
            });
        }
    }

    @Test
    void pdf_ofEveryDocument_hasTheFiguresOfItsTables() throws IOException {
        for (Map.Entry<String, Report> document : ALL.entrySet()) {
            Locale locale = document.getKey().equals("funder") ? Locale.ENGLISH : Locale.FRENCH;
            String text = PdfRendererTest.text(PdfRendererTest.pdf(document.getValue(), locale));
            assertThat(PdfRendererTest.shown(document.getValue(), locale).filter(word -> word.matches(".*\\d.*")))
                    .as(document.getKey())
                    .isNotEmpty()
                    .allSatisfy(word -> assertThat(text).contains(word));
        }
    }

    @Test
    void note_authorities_addUpToTheItemsOfTheYear() {
        Table authorities = ALL.get("note").table("authorities").orElseThrow();
        // 148,800 of the Region's own and 80,000 of the Union paid through it; 30,000 of the agglomeration
        assertThat(authorities.rows()).hasSize(2);
        assertThat(authorities.rows().get(0).get(2)).isEqualTo(Cell.of(SampleReport.euros("228800.00")));
        assertThat(authorities.totals().orElseThrow().get(2)).isEqualTo(Cell.of(SampleReport.euros("258800.00")));
        assertThat(ALL.get("note").table("origins").orElseThrow().rows()).hasSize(3);
    }

    @Test
    void note_ofAYearWithoutFigures_saysWhyInsteadOfZero() {
        Report note = documents(sample()).fundingNote(CLUSTER, 2005);
        assertThat(HtmlRenderer.render(note, Locale.FRENCH)).contains("2005");
        assertThat(trees(note)).allSatisfy(tree -> assertThat(tree.check()).isEmpty());
    }

    @Test
    void noteBesideAccounts_differences_areNamedAndComeFromUntiedLines() {
        Report note = ALL.get("noteBesideAccounts");
        Table items = note.table("accountItems").orElseThrow();
        List<Cell> subsidies = items.rows().get(1);
        assertThat(subsidies.subList(1, 4))
                .containsExactly(
                        Cell.of(SampleReport.euros("142600.00")),
                        Cell.of(SampleReport.euros("133600.00")),
                        Cell.of(SampleReport.euros("9000.00")));
        // an unknown side makes an unknown difference, never the other side
        assertThat(items.rows().get(4).get(3)).isInstanceOf(Cell.Unknown.class);
        Table authorities = note.table("accountAuthorities").orElseThrow();
        assertThat(authorities.rows())
                .filteredOn(row -> !row.get(3).equals(Cell.of(SampleReport.euros("0.00"))))
                .singleElement()
                .satisfies(row -> assertThat(row.get(3)).isEqualTo(Cell.of(SampleReport.euros("9000.00"))));
        assertThat(note.table("unresolved").orElseThrow().rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains(Cell.of(SampleReport.euros("-9000.00"))));
    }

    @Test
    void funder_shareOfProducts_isOfItsOwnFundsAndOfWhatItPays() {
        Table dependence = ALL.get("funder").table("dependence").orElseThrow();
        assertThat(dependence.rows())
                .hasSize(12)
                .filteredOn(row -> row.get(0).equals(Cell.of("Cluster Num'Arvenne"))
                        && row.get(1).equals(Cell.of("2025")))
                .singleElement()
                .satisfies(row -> {
                    // 148,800 of the Region's own, 228,800 paid by it, of 474,300
                    assertThat(row.subList(3, 5))
                            .containsExactly(
                                    Cell.of(SampleReport.euros("474300.00")), Cell.of(SampleReport.euros("148800.00")));
                    assertThat(((Cell.Share) row.get(5))
                                    .share()
                                    .movePointRight(2)
                                    .doubleValue())
                            .isBetween(31.37, 31.38);
                    assertThat(row.get(6)).isEqualTo(Cell.of(SampleReport.euros("228800.00")));
                });
    }

    @Test
    void scenario_explainsThoseThatLoseMost_andBindsTheWholeReport() {
        Report scenario = ALL.get("scenario");
        assertThat(scenario.table("structures")).isPresent();
        assertThat(scenario.table("flows")).isPresent();
        assertThat(trees(scenario))
                .extracting(tree -> tree.label().code())
                .contains("XFER-TOTAL-GAP", "XFER-LEVEL-GAP", "XFER-GAP-OF", "XFER-EFFECT-WHOLE", "XFER-BAR-WIDTH");
        assertThat(scenario.sections()).extracting(Section::id).doesNotHaveDuplicates();
    }

    @Test
    void funder_grants_areThoseOfTheFunderAlone() {
        Portfolio portfolio = sample();
        assertThat(ALL.get("funder").table("grants").orElseThrow().rows()).hasSameSizeAs(portfolio.grantsOf(REGION));
    }

    @Test
    void documents_withHostileNames_areTextInEveryForm() throws IOException {
        Portfolio portfolio = sample();
        Structure structure = portfolio.structure(CLUSTER).orElseThrow();
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Put(structure.toBuilder().name(SampleReport.HOSTILE).build()));
        edits.add(new Edit.Put(portfolio.funder(REGION).orElseThrow().toBuilder()
                .name("=cmd|' /C calc'!A0")
                .build()));
        for (Grant grant : portfolio.grantsOf(CLUSTER)) {
            edits.add(new Edit.Put(grant.toBuilder()
                    .purpose("@SUM(A1)<img src=x onerror=alert(1)>")
                    .build()));
        }
        for (Edit edit : edits) {
            portfolio = portfolio.apply(edit);
        }
        Documents documents = documents(portfolio);
        for (Report report : List.of(documents.fundingNote(CLUSTER, 2025), documents.funderView(REGION))) {
            assertThat(HtmlRenderer.render(report, Locale.FRENCH)).doesNotContain("<script", "<img");
            assertThat(PdfRendererTest.pdf(report, Locale.FRENCH)).isNotEmpty();
            ByteArrayOutputStream workbook = new ByteArrayOutputStream();
            XlsxRenderer.write(report, Message.of("REPORT-TOTAL"), Locale.FRENCH, workbook);
            assertThat(workbook.size()).isPositive();
            assertThat(TextRenderer.render(report, Locale.FRENCH, 100).chars().filter(c -> c < ' ' && c != '\n'))
                    .isEmpty();
        }
    }
}
