package org.subsidia.examples.portal;

import java.time.Duration;
import java.util.Map;

/**
 * How much of the machine the service takes, whoever asks.
 *
 * @param connections requests that are read or answered at once; the others wait for a thread
 * @param computing reports that are computed at once
 * @param waiting reports that may wait for their turn; more are sent away with 503
 * @param patience how long a report may take, its turn included; then 503
 * @param target the longest path with query, in characters; then 414
 */
public record PortalLimits(int connections, int computing, int waiting, Duration patience, int target) {
    /** For a machine of two processors. */
    public static final PortalLimits STANDARD = new PortalLimits(64, 2, 32, Duration.ofSeconds(20), 2_000);

    /** Of the JDK’s server, which reads them once a process: seconds for a request and for its answer, lines and bytes of a head. */
    private static final Map<String, String> OF_THE_PROCESS = Map.of(
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxRspTime", "60",
            "sun.net.httpserver.maxReqHeaders", "60",
            "sun.net.httpserver.maxReqHeaderSize", "32768",
            "jdk.httpserver.maxConnections", "500",
            "sun.net.httpserver.nodelay", "true");

    /** Sets what the process does not set itself; before the first server is made. */
    static void ofTheProcess() {
        OF_THE_PROCESS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
