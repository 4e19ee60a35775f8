package org.subsidia.examples.portal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.subsidia.finding.Reading;

/** Starts the service on this machine; in front of it belongs whatever speaks TLS and knows who asks. */
public final class Portal {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private Portal() {}

    /**
     * Starts the service, which runs until the process ends.
     *
     * @param args the portfolio, a file or an address {@code jdbc:…#portfolio}; the port, 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static void main(String[] args) throws IOException {
        Reading<PortfolioSource> source = PortfolioSource.open(args[0]);
        if (!source.isRead()) {
            source.findings()
                    .forEach(finding -> System.err.println(finding.message().in(Locale.FRENCH)));
            return;
        }
        InetSocketAddress here = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), args.length > 1 ? Integer.parseInt(args[1]) : 8080);
        PortalServer server =
                PortalServer.start(here, new Routes(source.get(), Clock.system(FRANCE)), PortalLimits.STANDARD);
        System.out.println("http://localhost:" + server.port() + "/openapi.json");
    }
}
