package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RandomPortfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.internal.EditLine;
import org.subsidia.store.internal.SealedLine;

/** What a session on a database holds to, whichever database it is. */
abstract class DatabaseSessionContract {
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    protected abstract DatabaseAddress address(String portfolio) throws Exception;

    private DatabaseAddress made(String name) throws Exception {
        DatabaseStore.at(address(name), DatabaseOptions.by("Anne"), null)
                .create(Portfolio.empty())
                .get();
        return address(name);
    }

    private static DatabaseSession open(DatabaseAddress address, String author) {
        return DatabaseSession.open(address, DatabaseOptions.by(author).withClock(Clock.fixed(NOON, ZoneOffset.UTC)))
                .get();
    }

    static Structure structure(String id, String name) {
        return Structure.builder(new StructureId(id), name).build();
    }

    static Edit put(String id, String name) {
        return Edit.put(structure(id, name));
    }

    /** Statements behind the back of the library. */
    private void sql(DatabaseAddress address, String... statements) throws Exception {
        try (Connection connection = new Connector(address, false).getConnection();
                var statement = connection.createStatement()) {
            for (String text : statements) {
                assertThat(statement.executeUpdate(text)).as(text).isPositive();
            }
        }
    }

    private static List<String> verify(DatabaseAddress address) {
        return AuditTrail.verify(address, List.of()).get().findings().stream()
                .map(Finding::code)
                .distinct()
                .toList();
    }

    @Test
    void apply_otherRecords_isAcceptedOnTopOfWhatOthersDid() throws Exception {
        DatabaseAddress address = made("p");
        try (DatabaseSession anne = open(address, "Anne");
                DatabaseSession bernard = open(address, "Bernard")) {
            List<DatabaseSession.Change> told = new ArrayList<>();
            bernard.addListener(told::add);
            assertThat(anne.apply(put("a", "Pôle Mer"), "convention"))
                    .isInstanceOfSatisfying(Outcome.Accepted.class, done -> assertThat(done.version())
                            .isEqualTo(1));
            assertThat(bernard.apply(put("b", "Pôle Eau"), null))
                    .isInstanceOfSatisfying(Outcome.Accepted.class, done -> assertThat(done.version())
                            .isEqualTo(2));

            assertThat(bernard.portfolio().structures())
                    .containsExactly(structure("a", "Pôle Mer"), structure("b", "Pôle Eau"));
            assertThat(told).hasSize(1);
            assertThat(told.get(0).before()).isZero();
            assertThat(told.get(0).entries())
                    .extracting(e -> e.record().author())
                    .containsExactly("Anne", "Bernard");
            assertThat(anne.latest().get()).isEqualTo(2);
            assertThat(anne.version()).isEqualTo(1);
            assertThat(anne.refresh().get()).singleElement().satisfies(entry -> {
                assertThat(entry.number()).isEqualTo(2);
                assertThat(entry.record().instant()).isEqualTo(NOON);
            });
            assertThat(anne.portfolio()).isEqualTo(bernard.portfolio());
            assertThat(anne.refresh().get()).isEmpty();
            assertThat(AuditTrail.since(address, 1).get()).hasSize(1);
            assertThat(verify(address)).isEmpty();
        }
    }

    @Test
    void apply_recordThatAnotherChangedFirst_isAConflictThatNamesBothVersions() throws Exception {
        DatabaseAddress address = made("p");
        try (DatabaseSession anne = open(address, "Anne");
                DatabaseSession bernard = open(address, "Bernard")) {
            anne.apply(put("a", "Pôle Mer"), null);
            bernard.refresh().get();
            anne.apply(put("a", "Pôle Océan"), null);
            Edit mine = Edit.batch("", List.of(put("a", "Pôle Eau"), put("c", "Autre")));

            Outcome.Conflict conflict = (Outcome.Conflict) bernard.apply(mine, null);

            assertThat(conflict.seen()).isEqualTo(1);
            assertThat(conflict.now()).isEqualTo(2);
            assertThat(conflict.records()).singleElement().satisfies(record -> {
                assertThat(record.id()).isEqualTo(new StructureId("a"));
                assertThat(record.theirs()).contains(structure("a", "Pôle Océan"));
                assertThat(record.mine()).contains(structure("a", "Pôle Eau"));
                assertThat(record.by().record().author()).isEqualTo("Anne");
            });
            assertThat(conflict.findings().get(0).message().in(Locale.FRENCH))
                    .contains("« a »", "Anne", "version 2", "version 1", "2026-06-15");
            assertThat(bernard.version()).isEqualTo(1);
            assertThat(bernard.apply(mine, null)).isInstanceOf(Outcome.Conflict.class);

            bernard.refresh().get();
            assertThat(bernard.apply(mine, null)).isInstanceOf(Outcome.Accepted.class);
            assertThat(bernard.portfolio().structure(new StructureId("a"))).contains(structure("a", "Pôle Eau"));
        }
    }

    @Test
    void apply_theVeryChangeThatAnotherMade_isNoConflict() throws Exception {
        DatabaseAddress address = made("p");
        try (DatabaseSession anne = open(address, "Anne");
                DatabaseSession bernard = open(address, "Bernard")) {
            anne.apply(put("a", "Pôle Mer"), null);
            assertThat(bernard.apply(put("a", "Pôle Mer"), null)).isInstanceOf(Outcome.Accepted.class);
            anne.apply(Edit.remove(new StructureId("a")), null);
            assertThat(anne.refresh().isRead()).isTrue();
            assertThat(anne.apply(Edit.remove(new StructureId("a")), null)).isInstanceOf(Outcome.Accepted.class);
            assertThat(bernard.apply(put("a", "Pôle Eau"), null)).isInstanceOf(Outcome.Conflict.class);
        }
    }

    @Test
    void apply_byManyAtOnce_losesNothingAndMakesNothingTwice() throws Exception {
        DatabaseAddress address = made("p");
        int writers = 4;
        int edits = 15;
        List<String> accepted = Collections.synchronizedList(new ArrayList<>());
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                String writer = "w" + w;
                work.add(() -> write(address, writer, edits, accepted));
            }
            for (Future<Integer> done : pool.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(edits);
            }
        } finally {
            pool.shutdownNow();
        }
        List<String> reasons = AuditTrail.since(address, 0).get().stream()
                .map(entry -> entry.record().reason())
                .toList();
        assertThat(reasons).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(verify(address)).isEmpty();
    }

    /** Every edit puts a record of the writer's own and one that all write. */
    private static int write(DatabaseAddress address, String writer, int edits, List<String> accepted) {
        try (DatabaseSession session = open(address, writer)) {
            for (int i = 0; i < edits; i++) {
                String reason = writer + '-' + i;
                Edit edit = Edit.batch("", List.of(put(reason, writer), put("shared", reason)));
                Outcome outcome = session.apply(edit, reason);
                while (outcome instanceof Outcome.Conflict) {
                    session.refresh().get();
                    outcome = session.apply(edit, reason);
                }
                assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
                accepted.add(reason);
            }
            return edits;
        }
    }

    @Test
    void edits_byChanceFromTwoSessions_leaveOneChain() throws Exception {
        DatabaseAddress address = made("p");
        long seed = System.nanoTime();
        RandomPortfolio random = new RandomPortfolio(seed);
        try (DatabaseSession anne = open(address, "Anne");
                DatabaseSession bernard = open(address, "Bernard")) {
            for (int i = 0; i < 30; i++) {
                DatabaseSession who = i % 3 == 0 ? bernard : anne;
                if (who.apply(random.edit(2), null) instanceof Outcome.Conflict) {
                    who.refresh().get();
                }
            }
            anne.refresh().get();
            bernard.refresh().get();
            assertThat(anne.portfolio()).as("seed %d", seed).isEqualTo(bernard.portfolio());
            Portfolio replayed = Portfolio.empty();
            for (AuditEntry entry : AuditTrail.since(address, 0).get()) {
                replayed = replayed.apply(entry.record().edit());
            }
            assertThat(replayed).as("seed %d", seed).isEqualTo(anne.portfolio());
        }
        assertThat(verify(address)).as("seed %d", seed).isEmpty();
    }

    @Test
    void extremes_comeBackTheSame_inRecordsAndInColumns() throws Exception {
        DatabaseAddress address = made("p");
        Money huge = Money.of(CurrencyUnit.EUR, new BigDecimal("-123456789012345678901234567890123456789012345678.90"));
        Grant grant = Grant.builder(new GrantId("g 'é\"%_\\;--"), new StructureId("s"))
                .amounts(List.of(
                        new StagedAmount(AmountStage.AWARDED, huge, LocalDate.of(-4712, 1, 1), null),
                        new StagedAmount(
                                AmountStage.AWARDED, cents(Long.MAX_VALUE), LocalDate.of(5_874_897, 12, 31), null),
                        new StagedAmount(AmountStage.AWARDED, cents(Long.MIN_VALUE), LocalDate.of(1582, 10, 10), null),
                        new StagedAmount(
                                AmountStage.AWARDED, Money.ofMinor(CurrencyUnit.JPY, 1), LocalDate.of(4, 2, 29), null),
                        new StagedAmount(AmountStage.AWARDED, cents(-1), null, "\u0000")))
                .dates(GrantDates.builder().decision(LocalDate.of(1, 1, 1)).build())
                .receipts(List.of(new Receipt("r", LocalDate.of(9999, 12, 31), cents(1), null, null)))
                .build();
        try (DatabaseSession session = open(address, "Anne")) {
            assertThat(session.apply(Edit.put(grant), null)).isInstanceOf(Outcome.Accepted.class);
        }
        PortfolioRecord read = DatabaseStore.at(address, DatabaseOptions.by("x"), null)
                .open()
                .get()
                .grants()
                .get(0);
        assertThat(read).isEqualTo(grant);
        assertThat(verify(address)).isEmpty();
        try (Connection connection = new Connector(address, false).getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT amount, currency, agreed_on FROM subsidia_grant_amount ORDER BY entry")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBigDecimal(1)).isEqualByComparingTo(huge.getAmount());
            assertThat(rows.getString(2)).isEqualTo("EUR");
            assertThat(rows.getObject(3, LocalDate.class)).isEqualTo(LocalDate.of(-4712, 1, 1));
        }
    }

    private static Money cents(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    @Test
    void apply_whatNoDatabaseKeeps_isRefusedWithTheValue() throws Exception {
        DatabaseAddress address = made("p");
        Grant late = Grant.builder(new GrantId("g"), new StructureId("s"))
                .dates(GrantDates.builder().end(LocalDate.MAX).build())
                .build();
        Money endless = Money.of(CurrencyUnit.EUR, new BigDecimal("1E1200"));
        Grant rich = Grant.builder(new GrantId("g"), new StructureId("s"))
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, endless, null, null)))
                .build();
        try (DatabaseSession session = open(address, "Anne")) {
            for (Edit edit : List.of(
                    Edit.put(late),
                    Edit.put(rich),
                    put("\u0000", "null"),
                    put("\ud800", "half"),
                    put("x".repeat(601), "long"))) {
                assertThat(session.apply(edit, null))
                        .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.findings())
                                .extracting(Finding::code)
                                .containsExactly("STORE-DB-VALUE"));
            }
            assertThat(session.version()).isZero();
        }
        assertThat(verify(address)).isEmpty();
    }

    @Test
    void verify_whateverIsChangedBehindItsBack_isSeen() throws Exception {
        check(
                "CHAIN-BROKEN",
                "UPDATE subsidia_edit SET document = REPLACE(document, 'Mer', 'Air') WHERE edit_number = 1",
                "UPDATE subsidia_record SET document = REPLACE(document, 'Mer', 'Air')");
        check(
                "CHAIN-BROKEN",
                "UPDATE subsidia_edit SET document = REPLACE(document, 'Anne', 'Jean') WHERE edit_number = 2");
        check("CHAIN-BROKEN", "UPDATE subsidia_edit SET token = 'another' WHERE edit_number = 2");
        check("CHAIN-BROKEN", "UPDATE subsidia_edit SET made_at = made_at - INTERVAL '1' DAY WHERE edit_number = 1");
        check("CHAIN-BROKEN", "UPDATE subsidia_edit SET seal_format = 1 WHERE edit_number = 3");
        check("CHAIN-GAP", "DELETE FROM subsidia_edit WHERE edit_number = 2");
        check("CHAIN-END", "DELETE FROM subsidia_edit WHERE edit_number = 3");
        check("CHAIN-END", "UPDATE subsidia_portfolio SET edit_count = 4");
        check("EDIT-UNREADABLE", "UPDATE subsidia_edit SET document = '{' WHERE edit_number = 3");
        check("RECORD-CHANGED", "UPDATE subsidia_record SET document = REPLACE(document, 'Mer', 'Air')");
        check("RECORD-GONE", "DELETE FROM subsidia_record WHERE kind = 'structure'");
        check("RECORD-UNKNOWN", "DELETE FROM subsidia_edit WHERE edit_number = 1");
        check("FIGURES", "UPDATE subsidia_grant_amount SET amount = amount + 1");
        check("FIGURES", "UPDATE subsidia_grant SET ends_on = NULL");
        check("FIGURES", "DELETE FROM subsidia_grant_amount");
    }

    /** The statements change every portfolio of the database; each check looks at its own. */
    private void check(String code, String... statements) throws Exception {
        DatabaseAddress address = made("t" + System.nanoTime());
        try (DatabaseSession session = open(address, "Anne")) {
            session.apply(put("a", "Pôle Mer"), null);
            session.apply(
                    Edit.put(Grant.builder(new GrantId("g"), new StructureId("a"))
                            .amounts(List.of(new StagedAmount(AmountStage.AWARDED, cents(5), null, null)))
                            .dates(GrantDates.builder()
                                    .end(LocalDate.of(2026, 1, 1))
                                    .build())
                            .build()),
                    null);
            session.apply(put("b", "Autre"), null);
        }
        sql(address, statements);

        List<Finding> findings = AuditTrail.verify(address, List.of()).get().findings();
        assertThat(findings).as(statements[0]).extracting(Finding::code).contains("STORE-DB-" + code);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.message().in(Locale.FRENCH)).doesNotContain("{");
            assertThat(finding.advice(Locale.ENGLISH)).isPresent();
        });
    }

    @Test
    void verify_editInAnotherSpellingOfJson_isWhole() throws Exception {
        DatabaseAddress address = made("p");
        try (DatabaseSession session = open(address, "Anne")) {
            session.apply(put("a", "Pôle Mer"), "convention");
            session.apply(put("b", "Autre"), null);
        }
        // the first edit as another version might have written it: other order, blanks, escapes; sealed in its letters
        List<AuditEntry> known = AuditTrail.since(address, 0).get();
        String other =
                "{ \"reason\": \"convention\", \"instant\": \"2026-06-15T12:00:00Z\", \"edit\": {\"put\": {\"structure\":"
                        + " {\"name\": \"P\\u00f4le Mer\", \"kind\": \"OTHER\", \"id\": \"a\"}}}, \"author\": \"Anne\" }";
        String first = seal(1, other, SealedLine.FIRST);
        String second = seal(2, known.get(1).document(), first);
        sql(
                address,
                "UPDATE subsidia_edit SET seal_format = 1",
                "UPDATE subsidia_edit SET document = '" + other + "', seal = '" + first + "' WHERE edit_number = 1",
                "UPDATE subsidia_edit SET seal = '" + second + "' WHERE edit_number = 2",
                "UPDATE subsidia_portfolio SET seal = '" + second + "'");

        assertThat(verify(address)).isEmpty();
        AuditEntry entry = AuditTrail.since(address, 0).get().get(0);
        assertThat(entry.record()).isEqualTo(known.get(0).record());
        assertThat(entry.document()).isEqualTo(other);
        assertThat(entry.toJson()).isEqualTo("{\"edit\":1,\"record\":" + other + ",\"sha256\":\"" + first + "\"}");

        sql(
                address,
                "UPDATE subsidia_edit SET document = REPLACE(document, '\"Anne\" }', '\"Anne\"}') WHERE edit_number = 1");
        assertThat(verify(address)).containsExactly("STORE-DB-CHAIN-BROKEN");
    }

    private static String seal(long number, String document, String before) {
        return EditLine.of(number, document.getBytes(StandardCharsets.UTF_8), before)
                .line()
                .sha256();
    }

    @Test
    void verify_sealNotedEarlier_mustStillBeThere() throws Exception {
        DatabaseAddress address = made("p");
        try (DatabaseSession session = open(address, "Anne")) {
            session.apply(put("a", "Pôle Mer"), null);
            session.apply(put("b", "Autre"), null);
        }
        AuditTrail.Verified whole = AuditTrail.verify(address, List.of()).get();
        assertThat(whole.edits()).isEqualTo(2);
        assertThat(noted(address, 2, whole.seal())).isEmpty();
        assertThat(noted(address, 1, whole.seal())).containsExactly("STORE-DB-CHAIN-NOTED");
        assertThat(noted(address, 3, whole.seal())).containsExactly("STORE-DB-CHAIN-NOTED");
    }

    private static List<String> noted(DatabaseAddress address, long edit, String seal) {
        return AuditTrail.verify(address, List.of(new AuditTrail.Noted(edit, seal))).get().findings().stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void open_whatIsNotThere_namesWhatIs() throws Exception {
        made("mer");
        made("eau");
        assertThat(codes(address("air"))).containsExactly("STORE-DB-NO-PORTFOLIO");
        assertThat(codes(address(""))).containsExactly("STORE-DB-WHICH");
        assertThat(DatabaseSession.open(address("air"), DatabaseOptions.by("x"))
                        .findings()
                        .get(0)
                        .message()
                        .in(Locale.FRENCH))
                .contains("« air »", "eau, mer");
        assertThat(DatabaseStore.portfolios(address("")).get()).containsExactly("eau", "mer");
        assertThat(DatabaseStore.at(address("mer"), DatabaseOptions.by("x"), null)
                        .create(Portfolio.empty())
                        .findings())
                .extracting(Finding::code)
                .containsExactly("STORE-DB-EXISTS");
        assertThat(DatabaseStore.at(address(""), DatabaseOptions.by("x"), null)
                        .save(Portfolio.empty())
                        .findings())
                .extracting(Finding::code)
                .containsExactly("STORE-DB-UNNAMED");
    }

    @Test
    void open_theOnlyPortfolio_needsNoName() throws Exception {
        made("mer");
        try (DatabaseSession session =
                DatabaseSession.open(address(""), DatabaseOptions.by("x")).get()) {
            assertThat(session.address().portfolio()).isEqualTo("mer");
            assertThat(session.isReadOnly()).isFalse();
        }
    }

    @Test
    void open_newerOrForeignSchema_isRefused() throws Exception {
        DatabaseAddress address = made("p");
        sql(address, "UPDATE \"subsidia_schema\" SET \"checksum\" = 1 WHERE \"version\" = '1'");
        assertThat(codes(address)).containsExactly("STORE-DB-SCHEMA-CHANGED");

        sql(address, "UPDATE \"subsidia_schema\" SET \"version\" = '99' WHERE \"version\" = '1'");
        assertThat(codes(address)).containsExactly("STORE-DB-NEWER");
        assertThat(DatabaseSession.open(address, DatabaseOptions.by("x"))
                        .findings()
                        .get(0)
                        .message()
                        .arguments())
                .contains("99", Schema.MIGRATIONS.size());
    }

    static List<String> codes(DatabaseAddress address) {
        return DatabaseSession.open(address, DatabaseOptions.by("x")).findings().stream()
                .map(Finding::code)
                .toList();
    }
}
