package org.subsidia.examples.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The service over HTTP: only GET and HEAD, no body, a bounded number of reports at once, each in bounded time.
 *
 * <p>Reading requests and computing reports have threads of their own, so that slow clients do not keep reports from others, and
 * dear reports do not keep the service from saying that it is busy.
 */
public final class PortalServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PortalServer.class.getName());
    private static final String DESCRIPTION = "/openapi.json";

    private final HttpServer server;
    private final Routes routes;
    private final PortalLimits limits;
    private final byte[] description;
    private final ExecutorService requests;
    private final ThreadPoolExecutor reports;

    private PortalServer(HttpServer server, Routes routes, PortalLimits limits) throws IOException {
        this.server = server;
        this.routes = routes;
        this.limits = limits;
        this.description = description();
        this.requests = Executors.newFixedThreadPool(limits.connections());
        this.reports = new ThreadPoolExecutor(
                limits.computing(),
                limits.computing(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.waiting()));
    }

    /**
     * Starts the service.
     *
     * @param address where it listens; port 0: any that is free
     * @param routes what it answers
     * @param limits how much it takes
     * @return the running service
     * @throws IOException if it cannot listen there
     */
    public static PortalServer start(InetSocketAddress address, Routes routes, PortalLimits limits) throws IOException {
        PortalLimits.ofTheProcess();
        PortalServer portal = new PortalServer(HttpServer.create(address, 0), routes, limits);
        portal.server.setExecutor(portal.requests);
        portal.server.createContext("/", portal::handle);
        portal.server.start();
        return portal;
    }

    private static byte[] description() throws IOException {
        try (InputStream in = PortalServer.class.getResourceAsStream("openapi.json")) {
            return in.readAllBytes();
        }
    }

    /** {@return the port on which it listens} */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                send(exchange, 200, answer(exchange));
            } catch (Refusal refusal) {
                refuse(exchange, refusal);
            } catch (RuntimeException defect) {
                LOG.log(
                        Level.ERROR,
                        "defect while answering "
                                + Query.printable(exchange.getRequestURI().toString()),
                        defect);
                refuse(exchange, new Refusal(500, "DEFECT", "The service failed; its log says why"));
            }
        }
    }

    private byte[] answer(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            throw new Refusal(405, "METHOD", "Only GET and HEAD: nothing can be changed here");
        }
        Headers headers = exchange.getRequestHeaders();
        String length = headers.getFirst("Content-Length");
        if (headers.containsKey("Transfer-Encoding")
                || (length != null && !length.strip().equals("0"))) {
            throw new Refusal(413, "BODY", "A request here has no body");
        }
        URI target = exchange.getRequestURI();
        if (target.toString().length() > limits.target()) {
            throw new Refusal(414, "TARGET", "Path and query have at most " + limits.target() + " characters");
        }
        // as it came: what is encoded in a path is no other name of something that is here
        String path = target.getRawPath();
        if (DESCRIPTION.equals(path)) {
            return description;
        }
        return computed(routes.prepared(path, target.getRawQuery()));
    }

    private byte[] computed(Routes.Answering answering) {
        Future<byte[]> report;
        try {
            report = reports.submit(() -> answering.json().getBytes(StandardCharsets.UTF_8));
        } catch (RejectedExecutionException full) {
            throw new Refusal(503, "BUSY", "Too many reports are being computed; ask again in a moment");
        }
        try {
            return report.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            report.cancel(true);
            throw new Refusal(503, "TOO-LONG", "The report took too long; ask for less");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "CLOSING", "The service is closing");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.putObject("error").put("code", refusal.code()).put("message", refusal.getMessage());
        Headers headers = exchange.getResponseHeaders();
        if (refusal.status() == 503) {
            headers.set("Retry-After", "1");
        }
        if (refusal.status() == 413 || refusal.status() == 405) {
            // what follows on this connection may be a body that nobody reads
            headers.set("Connection", "close");
        }
        send(exchange, refusal.status(), (error.toPrettyString() + '\n').getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json; charset=utf-8");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Ends at once, with the requests that are under way. */
    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
        reports.shutdownNow();
    }
}
