package org.subsidia.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** In a bare OSGi framework the library resolves, forecasts, and opens a database with its migrations. */
class OsgiTest {
    /** What belongs to tests or stands for what the framework itself gives. */
    private static final List<String> LEFT_OUT = List.of(
            "org.eclipse.osgi",
            "junit",
            "apiguardian",
            "opentest4j",
            "assertj",
            "byte-buddy",
            "picocli",
            "xml-apis",
            "surefire",
            "archunit",
            "japicmp",
            "javassist",
            "org.subsidia",
            "slf4j",
            "jsr305");

    private static final String DATABASE = """
            package consumer;

            import org.subsidia.portfolio.Edit;
            import org.subsidia.portfolio.Portfolio;
            import org.subsidia.portfolio.Structure;
            import org.subsidia.portfolio.StructureId;
            import org.subsidia.store.jdbc.AuditTrail;
            import org.subsidia.store.jdbc.DatabaseAddress;
            import org.subsidia.store.jdbc.DatabaseOptions;
            import org.subsidia.store.jdbc.DatabaseStore;

            public final class Database implements java.util.function.Function<String, String> {
                @Override
                public String apply(String file) {
                    DatabaseAddress address = DatabaseAddress.parse("jdbc:h2:" + file + "#p", name -> null).get();
                    DatabaseStore store = DatabaseStore.at(address, DatabaseOptions.by("Anne"), null);
                    Portfolio portfolio = Portfolio.empty()
                            .apply(Edit.put(Structure.builder(new StructureId("s"), "Pôle Mer").build()));
                    var made = store.create(portfolio);
                    if (!made.isRead()) {
                        return made.findings().toString();
                    }
                    return store.open().get().equals(portfolio) + " "
                            + AuditTrail.verify(address, java.util.List.of()).get().findings();
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void bundle_inEquinox_forecastsAndOpensADatabase() throws Exception {
        Path core = Jars.core(folder);
        Map<String, Path> bundles = new LinkedHashMap<>();
        for (Path jar : Jars.classPath()) {
            String name = jar.getFileName().toString();
            if (LEFT_OUT.stream().noneMatch(name::contains)) {
                Path bundle = Jars.symbolicName(jar) == null ? Jars.wrapped(jar, folder) : jar;
                bundles.putIfAbsent(Jars.symbolicName(bundle), bundle);
            }
        }
        Path classes = Jars.compiled(
                folder,
                List.of("-cp", System.getProperty("java.class.path") + File.pathSeparator + core),
                "consumer/Main.java",
                Consumer.SOURCE,
                "consumer/Database.java",
                DATABASE);
        Manifest manifest = Jars.headers("consumer");
        manifest.getMainAttributes()
                .putValue(
                        "Import-Package",
                        "org.joda.money,org.subsidia.cashflow,org.subsidia.finding,org.subsidia.law,org.subsidia.portfolio,"
                                + "org.subsidia.explain,org.subsidia.store,org.subsidia.store.file,org.subsidia.store.jdbc");
        Path consumer = Jars.pack(classes, manifest, folder.resolve("consumer.jar"));

        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        folder.resolve("framework").toString(),
                        "org.osgi.framework.storage.clean",
                        "onFirstInit",
                        "osgi.compatibility.bootdelegation",
                        "false"));
        framework.start();
        try {
            List<Bundle> installed = new ArrayList<>();
            for (Path each : bundles.values()) {
                installed.add(
                        framework.getBundleContext().installBundle(each.toUri().toString()));
            }
            Bundle library =
                    framework.getBundleContext().installBundle(core.toUri().toString());
            Bundle program =
                    framework.getBundleContext().installBundle(consumer.toUri().toString());
            program.start();
            assertThat(library.getState()).as("resolved").isIn(Bundle.RESOLVED, Bundle.STARTING, Bundle.ACTIVE);
            assertThat(library.getSymbolicName()).isEqualTo("org.subsidia.core");

            assertThat(run(
                            program,
                            "consumer.Main",
                            Consumer.FILE.toAbsolutePath().toString()))
                    .isEqualTo(Consumer.expected());
            assertThat(run(program, "consumer.Database", folder.resolve("team").toString()))
                    .as(installed.stream().map(Bundle::toString).collect(Collectors.joining("\n")))
                    .isEqualTo("true []");
        } finally {
            framework.stop();
            framework.waitForStop(60_000);
        }
    }

    /** Only types of Java itself are the same on both sides. */
    @SuppressWarnings("unchecked")
    private static String run(Bundle program, String type, String argument) throws Exception {
        Object made = program.loadClass(type).getDeclaredConstructor().newInstance();
        return ((Function<String, String>) made).apply(argument);
    }
}
