package org.subsidia.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Where the build leaves what it makes, and how it is started. */
final class Built {
    static final Path ROOT = Path.of(System.getProperty("subsidia.root"));
    static final Path PRODUCTS = ROOT.resolve("rcp-plugin/product/target/products");
    static final Path PRODUCT = PRODUCTS.resolve("org.subsidia.product");
    static final String VERSION = System.getProperty("subsidia.version");
    static final Path SAMPLE = ROOT.resolve("examples/data/rives-arvenne.subsidia");

    private static final long PATIENCE_SECONDS = 420;

    private Built() {}

    /** What a program said and how it ended. */
    record Run(int code, String out, String err) {}

    /** The folder of this machine's product, or of the bare platform, below a folder of products. */
    static Path here(Path products) {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        if (name.startsWith("mac")) {
            return products.resolve("macosx/cocoa").resolve(arch);
        }
        return products.resolve(name.startsWith("win") ? "win32/win32" : "linux/gtk")
                .resolve(arch);
    }

    static Run run(Path folder, List<String> command) throws IOException, InterruptedException {
        return run(folder, command, environment -> {});
    }

    /** Runs it to its end; what it starts itself may live on. */
    static Run run(Path folder, List<String> command, Consumer<Map<String, String>> settings)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        settings.accept(builder.environment());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + command);
        }
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    static List<String> with(List<String> command, String... words) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(words));
        return all;
    }
}
