package org.subsidia.examples.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes over the line: a status and a sentence, or a closed line; and the next request is answered as before. */
class HostileRequestsTest {
    private static final int PATIENCE_MILLIS = 60_000;

    private static PortalServer server;

    @BeforeAll
    static void start() throws IOException {
        server = PortalTest.start(
                PortfolioSource.open(PortalTest.FILE.toString()).get(), PortalLimits.STANDARD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** What comes back for these bytes until the line is closed; empty where it is closed without a word. */
    private static String send(byte[]... parts) throws IOException {
        try (Socket socket = connect()) {
            try {
                OutputStream out = socket.getOutputStream();
                for (byte[] part : parts) {
                    out.write(part);
                    out.flush();
                }
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (java.net.SocketException closedWhileSending) {
                return "";
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String request(String line, String... headers) throws IOException {
        return send(ascii(line + "\r\nHost: localhost\r\nConnection: close\r\n" + String.join("", headers) + "\r\n"));
    }

    /** After every test: the service lives and leaks nothing of the file system. */
    @AfterEach
    void stillAnswers() throws IOException {
        assertThat(request("GET /grants?at=2026-09-30 HTTP/1.1")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/..%2f..%2fetc%2fpasswd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/show/../show",
                "/%73how",
                "//show",
                "/show/",
                "/show%00",
                "/show;x=1",
                "/openapi.json/..",
                "/",
                "http://localhost/../openapi.json"
            })
    void path_thatIsNoRoute_is404AndNoFile(String path) throws IOException {
        assertThat(request("GET " + path + " HTTP/1.1"))
                .matches(answer -> answer.startsWith("HTTP/1.1 404 ") || answer.startsWith("HTTP/1.1 400 "))
                .doesNotContain("root:", "Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "scenario=../../../../etc/passwd, SCENARIO-UNKNOWN",
        "scenario=%2Fetc%2Fpasswd, SCENARIO-UNKNOWN",
        "scenario=a&scenario=b, QUERY-TWICE",
        "scenario=%ff%fe, QUERY-ENCODING",
        "scenario=%c0%af, QUERY-ENCODING",
        "scenario=%ed%a0%80, QUERY-ENCODING",
        "portfolio=other.subsidia, QUERY-UNKNOWN",
        "x%0d%0aSet-Cookie:a=b, QUERY-UNKNOWN",
        "&&, QUERY-UNKNOWN",
        "at=9999999999-01-01&scenario=a, QUERY-DAY",
        "at=2026-02-30&scenario=a, QUERY-DAY",
        "lang=xx&scenario=a, QUERY-LANGUAGE"
    })
    void query_thatIsWrong_isRefusedWithItsCode(String query, String code) throws IOException {
        String answer = request("GET /simulate?" + query + " HTTP/1.1");
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains('"' + code + '"')
                .doesNotContain("\nSet-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "NONSENSE"})
    void method_otherThanReading_is405(String method) throws IOException {
        assertThat(request(method + " /show HTTP/1.1"))
                .matches(answer -> answer.startsWith("HTTP/1.1 405 ") && answer.contains("Allow: GET, HEAD")
                        || answer.startsWith("HTTP/1.1 400 "));
    }

    @Test
    void head_hasTheHeadersAndNoBody() throws IOException {
        String answer = request("HEAD /openapi.json HTTP/1.1");
        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("Content-length: ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void body_isRefusedUnread() throws IOException {
        assertThat(request("GET /show HTTP/1.1", "Content-Length: 999999999999\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(request("GET /show HTTP/1.1", "Transfer-Encoding: chunked\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(request("GET /show HTTP/1.1", "Content-Length: x\r\n")).startsWith("HTTP/1.1 4");
        assertThat(request("GET /show HTTP/1.1", "Content-Length: -1\r\n")).startsWith("HTTP/1.1 4");
    }

    @Test
    void requestLineAndHead_thatAreHuge_areRefused() throws IOException {
        assertThat(request("GET /show?at=" + "9".repeat(20_000) + " HTTP/1.1")).startsWith("HTTP/1.1 414 ");
        byte[] filler = ascii("X-Filler: " + "a".repeat(60_000) + "\r\n");
        byte[][] huge = new byte[200][];
        java.util.Arrays.fill(huge, filler);
        huge[0] = ascii("GET /show HTTP/1.1\r\nHost: x\r\n");
        assertThat(send(huge)).doesNotContain(" 200 ");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            many.append("X-").append(i).append(": 1\r\n");
        }
        assertThat(request("GET /show HTTP/1.1", many.toString())).doesNotContain(" 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET /show\r\n\r\n",
                "GET /show?at=\u00e9 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /sh ow HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET \u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001",
                "GET /show?at=%zz HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void bytes_thatAreNoRequest_getNoReport(String bytes) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(ascii(bytes));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotContain(" 200 ").doesNotContain("\tat ");
        } catch (java.net.SocketException closed) {
            assertThat(closed).hasMessageContaining("onnection");
        }
    }

    @Test
    void slowClients_asManyAsThereAreThreads_areCutOffAndOthersServed() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < PortalLimits.STANDARD.connections(); i++) {
                Socket socket = connect();
                socket.getOutputStream().write(ascii("GET /show HTTP/1.1\r\nHost: lo"));
                slow.add(socket);
            }
            // no word more from them: the server ends their lines by itself, and this request gets a thread
            assertThat(request("GET /openapi.json HTTP/1.1")).startsWith("HTTP/1.1 200 ");
            for (Socket socket : slow) {
                assertThat(socket.getInputStream().readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .doesNotContain(" 200 ");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
