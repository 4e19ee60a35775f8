package org.subsidia.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.io.IOUtils;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.LocalDateRange;
import org.yaml.snakeyaml.Yaml;

/** A module that requires {@code org.subsidia.core} compiles and computes, with nothing but the dependencies that are not optional. */
class ModulePathTest {
    private static final String MODULE = """
            module consumer {
                requires org.subsidia.core;
                requires org.joda.money;
                exports consumer;
            }
            """;

    @TempDir
    Path folder;

    @Test
    void forecast_onTheModulePath_isTheSame() throws Exception {
        List<Path> path = new ArrayList<>(List.of(Jars.core(folder)));
        Stream.of(
                        Money.class,
                        CSVFormat.class,
                        IOUtils.class,
                        Base64.class,
                        ObjectMapper.class,
                        JsonParser.class,
                        JsonProperty.class,
                        YAMLFactory.class,
                        Yaml.class,
                        LocalDateRange.class)
                .map(Jars::of)
                .forEach(path::add);
        String jars = path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Path classes = Jars.compiled(
                folder, List.of("-p", jars), "module-info.java", MODULE, "consumer/Main.java", Consumer.SOURCE);

        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-p",
                        jars + File.pathSeparator + classes,
                        "--add-modules",
                        "ALL-MODULE-PATH",
                        "-m",
                        "consumer/consumer.Main",
                        Consumer.FILE.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines()).containsExactly(Consumer.expected(), "module org.subsidia.core");
    }
}
