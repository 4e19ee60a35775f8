package org.subsidia.examples.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.cli.CommandLineTool;
import org.subsidia.cli.Console;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.jdbc.DatabaseAddress;
import org.subsidia.store.jdbc.DatabaseOptions;
import org.subsidia.store.jdbc.DatabaseStore;
import org.subsidia.store.jdbc.SharedPostgres;

/** The service answers what the command line answers, describes itself truly, keeps its limits and writes nothing. */
class PortalTest {
    static final Path FILE = Path.of("data/rives-arvenne.subsidia");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-30T10:00:00Z"), ZoneOffset.UTC);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    private static PortalServer server;

    @TempDir
    Path folder;

    static PortalServer start(PortfolioSource source, PortalLimits limits) throws IOException {
        return PortalServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new Routes(source, CLOCK), limits);
    }

    @BeforeAll
    static void start() throws IOException {
        server = start(PortfolioSource.open(FILE.toString()).get(), PortalLimits.STANDARD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpRequest request(PortalServer portal, String target) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + portal.port() + target))
                .timeout(Duration.ofMinutes(2))
                .build();
    }

    private static HttpResponse<String> get(PortalServer portal, String target) throws Exception {
        return CLIENT.send(request(portal, target), BodyHandlers.ofString());
    }

    private static String code(HttpResponse<String> response) throws IOException {
        return new ObjectMapper()
                .readTree(response.body())
                .path("error")
                .path("code")
                .asText();
    }

    private static String commandLine(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        CommandLineTool.run(new Console(out, nowhere, false, Locale.FRENCH), words);
        return said.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "/show?at=2026-09-30, show FILE --at 2026-09-30",
        "/grants?structure=cluster-numerique&year=2024&lang=en, grants FILE --structure cluster-numerique --year 2024 --lang en --at 2026-09-30",
        "/calendar, calendar FILE --at 2026-09-30",
        "/calendar?from=2026-10-01&to=2026-12-31, calendar FILE --from 2026-10-01 --to 2026-12-31 --at 2026-09-30",
        "/check?structure=cluster-numerique, check FILE --structure cluster-numerique --at 2026-09-30",
        "/forecast?structure=pole-materiaux&runs=200, forecast FILE --structure pole-materiaux --runs 200 --at 2026-09-30",
        "/eligibility?structure=cluster-numerique&project=projet-cybersecurite&at=2026-06-15, eligibility FILE --structure"
                + " cluster-numerique --project projet-cybersecurite --at 2026-06-15",
        "/simulate?scenario=line-deleted-2026, simulate line-deleted-2026 --portfolio FILE --at 2026-09-30"
    })
    void report_isTheJsonOfTheCommandLine(String target, String command) throws Exception {
        HttpResponse<String> response = get(server, target);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        String expected = commandLine((command.replace("FILE", FILE.toString()) + " --format json").split(" "));
        assertThat(response.body()).isNotBlank().isEqualTo(expected);
    }

    @Test
    void description_isValidOpenApi_andABrokenOneWouldBeSeen() throws Exception {
        String text = get(server, "/openapi.json").body();
        assertThat(new OpenAPIV3Parser().readContents(text).getMessages()).isEmpty();
        assertThat(new OpenAPIV3Parser()
                        .readContents(text.replace("\"responses\"", "\"answers\""))
                        .getMessages())
                .isNotEmpty();
    }

    @Test
    void description_namesExactlyThePathsParametersAndStatusesThatThereAre() throws Exception {
        JsonNode description =
                new ObjectMapper().readTree(get(server, "/openapi.json").body());
        assertThat(description.path("openapi").asText()).startsWith("3.1");
        Map<String, TreeSet<String>> described = new TreeMap<>();
        description.path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            assertThat(path.getValue().size()).as("only GET").isEqualTo(1);
            TreeSet<String> names = new TreeSet<>();
            get.path("parameters")
                    .forEach(parameter -> names.add(parameter.path("name").asText()));
            described.put(path.getKey(), names);
        });
        Map<String, TreeSet<String>> there = new TreeMap<>();
        new Routes(PortfolioSource.open(FILE.toString()).get(), CLOCK).paths().forEach((path, parameters) -> {
            TreeSet<String> names = new TreeSet<>(parameters);
            names.addAll(List.of("at", "lang"));
            there.put(path, names);
        });
        assertThat(described).isEqualTo(there);

        for (String path : described.keySet()) {
            JsonNode get = description.path("paths").path(path).path("get");
            for (JsonNode parameter : get.path("parameters")) {
                probe(path, parameter, get);
            }
            List<String> required = StreamSupport.stream(get.path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("required").asBoolean())
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
            HttpResponse<String> bare = get(server, path);
            assertThat(bare.statusCode()).as(path).isEqualTo(required.isEmpty() ? 200 : 400);
            required.forEach(name -> assertThat(bare.body()).contains("Parameter " + name + " is missing"));
            if (required.isEmpty()) {
                assertThat(new ObjectMapper().readTree(bare.body()).fieldNames())
                        .toIterable()
                        .containsAll(names(description.at("/components/schemas/Report/required")));
            }
        }
    }

    /** What the schema of a parameter forbids is refused, with a status that is described. */
    private static void probe(String path, JsonNode parameter, JsonNode get) throws Exception {
        JsonNode schema = parameter.path("schema");
        String bad = schema.path("maximum").isNumber()
                ? Long.toString(schema.path("maximum").asLong() + 1)
                : "%2e%2e%2fno%20such%20thing";
        String rest = "";
        for (JsonNode other : get.path("parameters")) {
            if (other.path("required").asBoolean() && other != parameter) {
                rest += "&" + other.path("name").asText() + "=pole-materiaux";
            }
        }
        HttpResponse<String> response =
                get(server, path + "?" + parameter.path("name").asText() + "=" + bad + rest);
        assertThat(response.statusCode()).as("%s %s", path, parameter).isIn(400, 404);
        assertThat(get.path("responses").has(Integer.toString(response.statusCode())))
                .isTrue();
        assertThat(code(response)).isNotEmpty();
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(name -> names.add(name.asText()));
        return names;
    }

    @Test
    void load_manyAtOnce_allAreAnsweredAlikeOrSentAwayPolitely() throws Exception {
        String expected = get(server, "/grants").body();
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            asked.add(CLIENT.sendAsync(request(server, "/grants"), BodyHandlers.ofString()));
        }
        int answered = 0;
        for (CompletableFuture<HttpResponse<String>> each : asked) {
            HttpResponse<String> response = each.get();
            if (response.statusCode() == 200) {
                assertThat(response.body()).isEqualTo(expected);
                answered++;
            } else {
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.headers().firstValue("Retry-After")).isPresent();
            }
        }
        assertThat(answered).isGreaterThan(30);
        assertThat(get(server, "/grants").body()).isEqualTo(expected);
    }

    /** A source that answers when it is let. */
    private record Slow(CountDownLatch entered, CountDownLatch gate) implements PortfolioSource {
        @Override
        public String name() {
            return "slow";
        }

        @Override
        public Reading<Portfolio> current() {
            entered.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Reading.of(Portfolio.empty());
        }
    }

    @Test
    void limits_fullAndTooSlow_are503() throws Exception {
        Slow slow = new Slow(new CountDownLatch(1), new CountDownLatch(1));
        try (PortalServer small = start(slow, new PortalLimits(8, 1, 1, Duration.ofMinutes(1), 100))) {
            CompletableFuture<HttpResponse<String>> first =
                    CLIENT.sendAsync(request(small, "/show"), BodyHandlers.ofString());
            slow.entered().await();
            // one is computed and one waits; of two more at least one finds no room
            CompletableFuture<HttpResponse<String>> second =
                    CLIENT.sendAsync(request(small, "/show"), BodyHandlers.ofString());
            CompletableFuture<HttpResponse<String>> third =
                    CLIENT.sendAsync(request(small, "/show"), BodyHandlers.ofString());
            Object early = CompletableFuture.anyOf(second, third).get();
            HttpResponse<?> refused = (HttpResponse<?>) early;
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat((String) refused.body()).contains("BUSY");
            assertThat(get(small, "/openapi.json").statusCode())
                    .as("still says what it is")
                    .isEqualTo(200);
            assertThat(code(get(small, "/show?at=2026-01-01&lang=en&" + "x".repeat(100))))
                    .isEqualTo("TARGET");
            slow.gate().countDown();
            assertThat(first.get().statusCode()).isEqualTo(200);
        }
        Slow stuck = new Slow(new CountDownLatch(1), new CountDownLatch(1));
        try (PortalServer small = start(stuck, new PortalLimits(8, 1, 1, Duration.ofMillis(50), 100))) {
            assertThat(code(get(small, "/show"))).isEqualTo("TOO-LONG");
            stuck.gate().countDown();
        }
    }

    @Test
    void portfolioThatCannotBeRead_is503WithoutItsPlace() throws Exception {
        PortfolioSource gone = new PortfolioSource() {
            @Override
            public String name() {
                return "gone";
            }

            @Override
            public Reading<Portfolio> current() {
                return Reading.refused(
                        Finding.error(Place.file("/secret/place"), "STORE-DB-UNREACHABLE", "jdbc:x", "y"));
            }
        };
        try (PortalServer portal = start(gone, PortalLimits.STANDARD)) {
            HttpResponse<String> response = get(portal, "/show");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("STORE-DB-UNREACHABLE").doesNotContain("secret", "jdbc:");
        }
    }

    @Test
    void file_isReadAnewWhenItChanges_andNeverWritten() throws Exception {
        Path copy = Files.copy(FILE, folder.resolve("p.subsidia"));
        byte[] before = Files.readAllBytes(copy);
        try (PortalServer portal = start(PortfolioSource.open(copy.toString()).get(), PortalLimits.STANDARD)) {
            String shown = get(portal, "/show").body();
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(copy);
            }
            assertThat(Files.readAllBytes(copy)).isEqualTo(before);
            org.subsidia.store.file.FileStore.at(copy).save(Portfolio.empty()).get();
            assertThat(get(portal, "/show").body()).isNotEqualTo(shown);
        }
        assertThat(PortfolioSource.open(folder.resolve("none").toString()).isRead())
                .isFalse();
    }

    @Test
    void database_isReadByAUserWhoMayOnlyRead_andFollowed() throws Exception {
        String url = "jdbc:h2:mem:portal";
        DatabaseAddress owner = DatabaseAddress.parse(url + ";DB_CLOSE_DELAY=-1#p", name -> null)
                .get();
        Structure structure =
                Structure.builder(new StructureId("s"), "Pôle Mer").build();
        DatabaseStore store = DatabaseStore.at(owner, DatabaseOptions.by("Anne"), null);
        store.create(Portfolio.empty().apply(Edit.put(structure))).get();
        try (var connection = java.sql.DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE USER reader PASSWORD 'r'");
            statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO reader");
        }
        PortfolioSource source =
                PortfolioSource.open(url + ";USER=reader;PASSWORD=r#p").get();
        try (PortalServer portal = start(source, PortalLimits.STANDARD)) {
            assertThat(get(portal, "/eligibility?structure=s").statusCode()).isEqualTo(200);
            assertThat(code(get(portal, "/forecast?structure=t"))).isEqualTo("RECORD-UNKNOWN");
            assertThat(get(portal, "/show").body()).doesNotContain("PASSWORD", "reader");
            Structure later =
                    Structure.builder(new StructureId("t"), "Pôle Eau").build();
            store.save(Portfolio.empty().apply(Edit.put(structure)).apply(Edit.put(later)))
                    .get();
            assertThat(get(portal, "/forecast?structure=t&runs=0").statusCode()).isEqualTo(200);
        }
    }

    /** As a region would run it: PostgreSQL, a role that may only read, and clusters that write meanwhile. */
    @Test
    void postgresql_isReadByARoleThatMayOnlyRead_andFollowed() throws Exception {
        SharedPostgres server = SharedPostgres.fresh();
        DatabaseStore store = DatabaseStore.at(server.address("p"), DatabaseOptions.by("Anne"), null);
        Portfolio sample = org.subsidia.store.file.FileStore.at(FILE).open().get();
        store.create(sample).get();
        String role = "reader_" + server.schema();
        server.execute(
                "CREATE ROLE " + role + " LOGIN PASSWORD 'lecture'",
                "GRANT USAGE ON SCHEMA " + server.schema() + " TO " + role,
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + server.schema() + " TO " + role);
        String place = server.url("p").replace("#p", "&user=" + role + "&password=lecture#p");
        try (PortalServer portal = start(PortfolioSource.open(place).get(), PortalLimits.STANDARD)) {
            JsonNode grants = new ObjectMapper().readTree(get(portal, "/grants").body());
            JsonNode ofTheFile = new ObjectMapper()
                    .readTree(get(PortalTest.server, "/grants").body());
            assertThat(grants.path("sections")).isNotEmpty().isEqualTo(ofTheFile.path("sections"));
            assertThat(code(get(portal, "/forecast?structure=t"))).isEqualTo("RECORD-UNKNOWN");
            assertThat(get(portal, "/show").body()).doesNotContain("lecture", role);
            Structure later =
                    Structure.builder(new StructureId("t"), "Pôle Eau").build();
            store.save(sample.apply(Edit.put(later))).get();
            assertThat(get(portal, "/forecast?structure=t&runs=0").statusCode()).isEqualTo(200);
        }
        PortfolioSource reading = PortfolioSource.open(place).get();
        assertThat(reading.current().get().structures())
                .hasSize(sample.structures().size() + 1);
    }

    @Test
    void main_startsTheServiceAndSaysWhere() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Portal.class.getName(),
                        FILE.toString(),
                        "0")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String where = said.lines()
                    .filter(line -> line.matches("http://localhost:\\d+/openapi.json"))
                    .findFirst()
                    .orElseThrow();
            HttpResponse<String> response =
                    CLIENT.send(HttpRequest.newBuilder(URI.create(where)).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
        } finally {
            process.destroyForcibly();
        }
    }
}
