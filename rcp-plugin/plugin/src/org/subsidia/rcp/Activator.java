package org.subsidia.rcp;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * Starts what the grid needs: it uses Eclipse Collections, which find their implementation by a service loader, and that works
 * in OSGi only where mediator and provider are active before the first class is loaded. A product could say so in its
 * configuration; an IDE into which the plug-in is installed does not.
 */
public final class Activator implements BundleActivator {
    /** It tells every provider that it finds; held here, since loggers that nobody holds forget their level. */
    private static final Logger MEDIATOR = Logger.getLogger("org.apache.aries.spifly");

    @Override
    public void start(BundleContext context) throws BundleException {
        MEDIATOR.setLevel(Level.WARNING);
        for (String id : List.of("org.apache.aries.spifly.dynamic.bundle", "org.eclipse.collections.impl")) {
            Bundle bundle = Platform.getBundle(id);
            if (bundle != null) {
                bundle.start(Bundle.START_TRANSIENT);
            }
        }
    }

    @Override
    public void stop(BundleContext context) {
        // what was started may serve others
    }
}
