package org.subsidia.store.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Starts classes of the tests as processes of their own. */
final class Child {
    private static final Child PLAIN =
            new Child(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), List.of());

    private final String classPath;
    private final List<String> options;

    private Child(String classPath, List<String> options) {
        this.classPath = classPath;
        this.options = options;
    }

    static Process start(Class<?> main, String... arguments) throws IOException {
        return PLAIN.run(main, arguments);
    }

    /** Prepares to start many: their classes are read from an archive, which takes half the time. */
    static Child archived(Path folder, Class<?> sample, String... arguments) throws Exception {
        List<String> jars = new ArrayList<>();
        for (String entry : PLAIN.classPath.split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? jar(path, folder.resolve(jars.size() + ".jar")) : entry);
        }
        String joined = String.join(File.pathSeparator, jars);
        Path archive = folder.resolve("classes.jsa");
        Process dump = new Child(joined, List.of("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + archive))
                .run(sample, arguments);
        dump.getOutputStream().close();
        dump.waitFor();
        return new Child(joined, List.of("-Xlog:disable", "-XX:SharedArchiveFile=" + archive));
    }

    private static String jar(Path directory, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(directory)) {
            out.setLevel(0);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(directory.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar.toString();
    }

    Process run(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx128m"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
