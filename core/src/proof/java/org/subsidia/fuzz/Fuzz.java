package org.subsidia.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lets Jazzer loose on the readers, one after the other, each in a process of its own: {@code Fuzz SECONDS [READER…]}. Inputs that
 * reach new code stay in {@code target/fuzz/READER} and are where the next run begins; an input that breaks a reader is named there
 * too, and belongs into the corpus with the mending.
 */
public final class Fuzz {
    private Fuzz() {}

    /**
     * Runs.
     *
     * @param args seconds for each reader, then readers; none: all
     * @throws Exception when a process cannot be started
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        List<String> wanted = List.of(args).subList(1, args.length);
        List<String> broken = new ArrayList<>();
        List<String> readers = Arrays.stream(ReadersFuzzTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(FuzzTest.class))
                .map(Method::getName)
                .filter(name -> wanted.isEmpty() || wanted.contains(name))
                .sorted()
                .toList();
        for (String reader : readers) {
            Path log = Path.of("target", "fuzz", reader + ".log").toAbsolutePath();
            if (run(reader, args[0], log) != 0) {
                broken.add(reader);
            }
            out.println(reader + ": " + last(log) + (broken.contains(reader) ? " — BROKEN, see " + log : ""));
        }
        if (!broken.isEmpty()) {
            throw new IllegalStateException("broken by Jazzer: " + broken);
        }
    }

    private static int run(String reader, String seconds, Path log) throws IOException, InterruptedException {
        Path corpus = log.resolveSibling(reader);
        Files.createDirectories(corpus);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + ReadersFuzzTest.class.getName(),
                "--target_method=" + reader,
                "--instrumentation_includes=org.subsidia.**",
                // Jazzer 0.24 writes this record so that the JVM misses its fields
                "--instrumentation_excludes=org.subsidia.io.exchange.Taken",
                "--reproducer_path=" + corpus.getParent(),
                "-artifact_prefix=" + corpus.getParent() + File.separator + reader + "-",
                "-max_total_time=" + seconds,
                "-timeout=60",
                "-rss_limit_mb=4096",
                "-max_len=20000",
                corpus.toString()));
        for (String folder : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path seeds = Path.of(folder, "org", "subsidia", "fuzz", "ReadersFuzzTestInputs", reader);
            if (Files.isDirectory(seeds)) {
                command.add(seeds.toString());
            }
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    /** How far it came. */
    private static String last(Path log) throws IOException {
        return Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.startsWith("#") && line.contains("cov:"))
                .reduce((first, later) -> later)
                .orElse("no run");
    }
}
