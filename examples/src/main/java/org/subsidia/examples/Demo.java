package org.subsidia.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.subsidia.cli.CommandLineTool;
import org.subsidia.cli.Console;

/**
 * The main job on the sample data: a région's published subsidies and a cluster's portfolio go in, the funding picture comes
 * out, on the terminal and as a page, a table and JSON. Every step is a command of {@code subsidia.jar}, shown as it is run.
 */
public final class Demo {
    private static final int DATA_ERRORS = 1;
    private static final String POLE = "99990011100017";

    private final Path target;
    private final List<String> published;
    private final Console console;

    private Demo(Path target, List<String> published, Console console) {
        this.target = target;
        this.published = published;
        this.console = console;
    }

    /**
     * Runs the demonstration.
     *
     * @param args the folder of the sample data, and the folder to write to
     * @throws IOException if a folder cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        run(Path.of(args[0]), Path.of(args[1]), Console.system());
    }

    static void run(Path data, Path target, Console console) throws IOException {
        Files.createDirectories(target);
        Path portfolio = target.resolve("portefeuille.subsidia");
        Files.copy(data.resolve("rives-arvenne.subsidia"), portfolio, StandardCopyOption.REPLACE_EXISTING);
        Demo demo = new Demo(target, published(data), console);
        demo.funding();
        demo.portfolio(portfolio);
        demo.listFiles();
    }

    /** What the région and the département gave, to whom, how concentrated. */
    private void funding() {
        subsidia(published, "funding", "--top", "8");
        subsidia(published, "funding", "--format", "html", "--output", file("financements.html"));
        subsidia(published, "funding", "--format", "json", "--output", file("financements.json"));
        subsidia(
                published,
                "funding",
                "--format",
                "csv",
                "--table",
                "beneficiary",
                "--output",
                file("financements.csv"));
    }

    /** The published grants of one pôle go into the portfolio of the clusters; then the portfolio's own picture. */
    private void portfolio(Path portfolio) {
        subsidia(published, "import", "scdl", "--into", portfolio.toString(), "--beneficiary", POLE);
        subsidia(List.of(), "show", portfolio.toString(), "--format", "html", "--output", file("portefeuille.html"));
    }

    private void subsidia(List<String> files, String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        console.out().println("\n$ subsidia " + String.join(" ", command) + (files.isEmpty() ? "" : " FICHIERS…"));
        command.addAll(files);
        int code = CommandLineTool.run(console, command.toArray(String[]::new));
        if (code > DATA_ERRORS) {
            throw new IllegalStateException("subsidia " + command + " ended with " + code);
        }
    }

    private void listFiles() throws IOException {
        boolean french = console.locale().getLanguage().equals("fr");
        console.out().println(french ? "\nÉcrit dans :" : "\nWritten to:");
        try (Stream<Path> files = Files.list(target)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> console.out()
                    .println("  " + file));
        }
    }

    private String file(String name) {
        return target.resolve(name).toString();
    }

    private static List<String> published(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".csv") || name.endsWith(".xlsx"))
                    .sorted()
                    .toList();
        }
    }
}
