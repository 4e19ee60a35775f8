package org.subsidia.io.fec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.accounts.AccountBalance;
import org.subsidia.accounts.AccountFigures;
import org.subsidia.accounts.AccountRole;
import org.subsidia.accounts.Books;
import org.subsidia.accounts.FunderWords;
import org.subsidia.accounts.GrantAccounts;
import org.subsidia.accounts.GrantMatching;
import org.subsidia.accounts.Match;
import org.subsidia.accounts.MatchOptions;
import org.subsidia.accounts.Recognition;
import org.subsidia.accounts.RollForward;
import org.subsidia.accounts.RollForward.Family;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.OperatingItem;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;

class FecAccountsTest {
    private static final Path SAMPLE = Path.of("../examples/data/999900335FEC20251231.txt");
    private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");
    private static final StructureId WOOD = new StructureId("cluster-bois");
    private static Portfolio portfolio = Portfolio.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        portfolio = FileStore.at(Path.of("../examples/data/rives-arvenne.subsidia"))
                .open()
                .get();
    }

    private static Books books(Path... files) {
        List<FecFile> opened = new ArrayList<>();
        for (Path file : files) {
            opened.add(FecFile.open(file).get());
        }
        Reading<List<Books>> reading = FecBooks.read(opened, LawBase.standard(), null, FecSample.DAY);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.get()).hasSize(1);
        return reading.get().get(0);
    }

    private static GrantAccounts accounts(Books books) {
        List<Match> matches = GrantMatching.of(books, portfolio, WOOD, FunderWords.standard(), MatchOptions.USUAL);
        return GrantAccounts.of(
                books,
                matches,
                new Recognition(IncomeSplit.PERIODS, LawBase.standard().at(books.closing())));
    }

    private static Money euros(long amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    private static String id(RollForward roll) {
        return roll.grant() == null ? "-" : roll.grant().id().value();
    }

    @Test
    void rollForward_ofTheSample_isThatCountedByHand() {
        GrantAccounts accounts = accounts(books(SAMPLE));
        Map<String, Money> receivable = accounts.rolls().stream()
                .filter(roll -> roll.family() == Family.RECEIVABLE)
                .collect(Collectors.toMap(FecAccountsTest::id, RollForward::balance));
        assertThat(receivable)
                .containsOnly(
                        Map.entry("cluster-bois-region-2024", euros(0)),
                        Map.entry("cluster-bois-region-2025", euros(22_320)),
                        Map.entry("cluster-bois-agglomeration-2024", euros(0)),
                        Map.entry("cluster-bois-agglomeration-2025", euros(4_400)),
                        Map.entry("cluster-bois-equipement-2025", euros(12_000)));
        assertThat(accounts.rolls())
                .filteredOn(roll -> roll.family() == Family.RECEIVABLE)
                .allSatisfy(roll -> assertThat(Amounts.of(roll.difference())).contains(euros(0)));
        Map<String, Money> income = accounts.incomes().stream()
                .collect(Collectors.toMap(
                        each -> each.grant() == null ? "-" : each.grant().id().value(),
                        each -> Amounts.of(each.booked()).orElseThrow()));
        assertThat(income)
                .containsOnly(
                        Map.entry("cluster-bois-region-2024", euros(5_000)),
                        Map.entry("cluster-bois-region-2025", euros(101_600)),
                        Map.entry("cluster-bois-agglomeration-2025", euros(22_000)),
                        Map.entry("cluster-bois-equipement-2025", euros(1_200)),
                        Map.entry("-", euros(9_000)));
    }

    /** 111,600 of the year less 102,100 spent leave 9,500; the accounts set 10,000 aside. The machine is carried for half a year. */
    @Test
    void dedicatedAndInvestment_ofTheSample_standBesideWhatThePortfolioMakesExpect() {
        Map<String, RollForward> rolls = accounts(books(SAMPLE)).rolls().stream()
                .filter(roll -> roll.family() == Family.DEDICATED || roll.family() == Family.INVESTMENT)
                .collect(Collectors.toMap(FecAccountsTest::id, roll -> roll));
        assertThat(rolls)
                .containsOnlyKeys(
                        "cluster-bois-region-2024", "cluster-bois-region-2025", "cluster-bois-equipement-2025");
        rolls.forEach((id, roll) -> {
            Money off = id.equals("cluster-bois-region-2025") ? euros(500) : euros(0);
            assertThat(Amounts.of(roll.difference())).as(id).contains(off);
            assertThat(Amounts.of(roll.difference().children().get(1))).as(id).contains(off);
            assertThat(roll.expected().closing().check()).isEmpty();
        });
        assertThat(rolls.values())
                .filteredOn(roll -> roll.family() == Family.INVESTMENT)
                .extracting(RollForward::balance)
                .containsExactly(euros(10_800));
    }

    @Test
    void unresolved_ofTheSample_isTheSocialFundThatAspPaid() {
        List<Match> open = accounts(books(SAMPLE)).unresolved();
        assertThat(open).hasSize(1);
        assertThat(open.get(0).named().payer()).isEqualTo("ASP");
        assertThat(open.get(0).named().words()).isEqualTo("FSE+");
        assertThat(open.get(0).posting().place().toString()).startsWith("999900335FEC20251231.txt:");
    }

    @Test
    void everyFigure_addsUp_andTheLedgerIsExplainedToTheCent() {
        Books books = books(SAMPLE);
        GrantAccounts accounts = accounts(books);
        List<Explanation> all = new ArrayList<>(accounts.reconciliations().values());
        accounts.rolls().forEach(roll -> {
            all.add(roll.closing());
            all.add(roll.difference());
        });
        accounts.incomes().forEach(income -> all.add(income.difference()));
        assertThat(all).allSatisfy(each -> assertThat(each.check()).isEmpty());
        assertThat(accounts.rolls())
                .filteredOn(roll -> roll.grant() != null)
                .allSatisfy(roll -> assertThat(roll.difference().records()).containsExactly(id(roll)));
        for (Family family : Family.values()) {
            assertThat(accounts.reconciliations().get(family).children())
                    .noneMatch(part -> part.label().code().equals("ACC-UNEXPLAINED"));
        }
        long ledger = books.of(AccountRole.RECEIVABLE).stream()
                .mapToLong(AccountBalance::closing)
                .sum();
        assertThat(Amounts.of(accounts.reconciliations().get(Family.RECEIVABLE)))
                .contains(Money.ofMinor(CurrencyUnit.EUR, ledger));
    }

    @Test
    void figures_ofTheSample_areThoseCountedByHand() {
        Books books = books(SAMPLE);
        List<Match> matches = GrantMatching.of(books, portfolio, WOOD, FunderWords.standard(), MatchOptions.USUAL);
        OperatingFigures figures = AccountFigures.of(books, "Bois", WOOD, matches, portfolio, FunderWords.standard());
        assertThat(Amounts.of(figures.totalProducts())).contains(euros(281_800));
        assertThat(figures.amount(OperatingItem.SUBSIDIES)).contains(euros(142_600));
        assertThat(figures.amount(OperatingItem.SERVICES_TO_PUBLIC)).contains(euros(4_000));
        assertThat(figures.amount(OperatingItem.SERVICES_TO_PRIVATE)).contains(euros(57_500));
        assertThat(figures.amount(OperatingItem.FEES_PRIVATE)).contains(euros(72_000));
        assertThat(figures.amount(OperatingItem.FEES_PUBLIC_WITHOUT_COUNTERPART))
                .contains(euros(1_500));
        assertThat(figures.amount(OperatingItem.SPONSORSHIP)).contains(euros(3_000));
        assertThat(figures.amount(OperatingItem.DEDICATED_FUNDS)).contains(euros(-5_000));
        assertThat(figures.amount(OperatingItem.IN_KIND_PUBLIC)).contains(euros(6_000));
        assertThat(figures.amount(OperatingItem.TOTAL_COSTS)).contains(euros(254_000));
        assertThat(figures.amount(OperatingItem.PUBLIC_RECEIPTS)).contains(euros(143_380));
        assertThat(figures.amount(OperatingItem.FIXED_COSTS)).isEmpty();
        assertThat(figures.months()).isEqualTo(12);
        for (OperatingItem item : OperatingItem.values()) {
            assertThat(figures.item(item).check()).as(item.toString()).isEmpty();
        }
        Money told = figures.publicAmounts().stream()
                .filter(part -> part.item() == OperatingItem.SUBSIDIES)
                .map(part -> part.amount())
                .reduce(euros(0), Money::plus);
        assertThat(told).isEqualTo(euros(142_600));
    }

    @Test
    void permutingLinesAndPartingTheFile_changesNothing() throws Exception {
        List<String> lines = Files.readAllLines(SAMPLE, LATIN_9);
        String header = lines.get(0);
        List<String> body = new ArrayList<>(lines.subList(1, lines.size()));
        GrantAccounts straight = accounts(books(SAMPLE));
        for (int seed = 1; seed <= 5; seed++) {
            Collections.shuffle(body, new Random(seed));
            Path first = write("999900335FEC20251231_1.txt", header, body.subList(0, 40));
            Path second = write("999900335FEC20251231_2.txt", header, body.subList(40, body.size()));
            GrantAccounts shuffled = accounts(books(first, second));
            assertThat(shuffled.rolls()).as("seed %d", seed).isEqualTo(straight.rolls());
            assertThat(shuffled.incomes()).isEqualTo(straight.incomes());
            assertThat(shuffled.reconciliations()).isEqualTo(straight.reconciliations());
            assertThat(shuffled.books().balances()).isEqualTo(straight.books().balances());
            assertThat(shuffled.books().receipts()).isEqualTo(straight.books().receipts());
        }
    }

    private Path write(String name, String header, List<String> body) throws Exception {
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(body);
        return Files.write(folder.resolve(name), all, LATIN_9);
    }

    @Test
    void closingEntries_doNotTakeTheIncomeAway() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(SAMPLE, LATIN_9));
        String header = lines.remove(0);
        lines.add(FecSample.line("OD", "99999", "20251231", "741000", "142600,00", ""));
        lines.add(FecSample.line("OD", "99999", "20251231", "120000", "", "142600,00"));
        Books books = books(write("999900335FEC20251231.txt", header, lines));
        assertThat(books.of(AccountRole.SUBSIDY))
                .extracting(AccountBalance::movement)
                .containsExactly(-14_260_000L);
    }

    @Test
    void unusableLines_areLeftOutAndNamed() {
        Path file = new FecSample()
                .with(FecSample.line("OD", "3", "20250408", "741000", "x", ""))
                .with(FecSample.line("OD", "3", "never", "741000", "1,00", ""))
                .with("short\tline")
                .in(folder);
        Reading<List<Books>> reading =
                FecBooks.read(List.of(FecFile.open(file).get()), LawBase.standard(), null, FecSample.DAY);
        assertThat(reading.findings()).hasSize(3);
        assertThat(reading.get().get(0).of(AccountRole.SUBSIDY))
                .extracting(AccountBalance::movement)
                .containsExactly(-150_050L);
    }

    @Test
    void fileThatIsNoFec_isNotAskedForItsClosingDay() throws java.io.IOException {
        Path file = java.nio.file.Files.writeString(
                folder.resolve("export.txt"), "A|B|C|D|E|F|G|H|I|J\n1|2|3|4|5|6|7|8|9|10\n");
        List<FecFile> files = List.of(FecFile.open(file).get());
        assertThat(FecBooks.read(files, LawBase.standard(), null, FecSample.DAY).findings())
                .extracting(finding -> finding.code())
                .containsExactly("FEC-BOOKS-COLUMNS");
    }

    @Test
    void fileWithoutAClosingDay_isAskedFor() {
        Path file = new FecSample().in(folder, "export.txt", java.nio.charset.StandardCharsets.UTF_8, "\n");
        List<FecFile> files = List.of(FecFile.open(file).get());
        assertThat(FecBooks.read(files, LawBase.standard(), null, FecSample.DAY).findings())
                .extracting(finding -> finding.code())
                .containsExactly("FEC-NO-CLOSING");
        assertThat(FecBooks.read(files, LawBase.standard(), LocalDate.of(2025, 12, 31), FecSample.DAY)
                        .isRead())
                .isTrue();
    }

    @Test
    void realFile_givesTheTreasuryOfItsTaxForm() throws Exception {
        Path form = FecSample.real().resolveSibling("0000000001FEC20220831-expected.csv");
        Map<String, String> boxes = Files.readAllLines(form).stream()
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[0].strip(), cells -> cells[1].strip(), (a, b) -> a));
        long securities = Long.parseLong(boxes.get("BG"));
        long banks = Long.parseLong(boxes.get("BJ"));
        Books books = books(FecSample.real());
        OperatingFigures figures =
                AccountFigures.of(books, "réel", null, List.of(), Portfolio.empty(), FunderWords.standard());
        assertThat(figures.amount(OperatingItem.SUBSIDIES)).contains(Money.parse("EUR 2175.36"));
        Money treasury = figures.amount(OperatingItem.TREASURY).orElseThrow();
        assertThat(treasury.minus(euros(securities + banks)).abs()).isLessThanOrEqualTo(euros(1));
        assertThat(figures.totalProducts().check()).isEmpty();
        long all = books.balances().stream().mapToLong(AccountBalance::closing).sum();
        assertThat(all).isZero();
    }
}
