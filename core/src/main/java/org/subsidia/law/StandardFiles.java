package org.subsidia.law;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.subsidia.finding.Reading;

/** The files that come with the library. They are named in a list, since a bundle's folders cannot be searched. */
final class StandardFiles {
    private static final String LIST = "files.txt";

    private StandardFiles() {}

    static LawBase read() {
        List<Parameter> all = new ArrayList<>();
        for (String name : names()) {
            try (InputStream in = open(name)) {
                Reading<List<Parameter>> reading = LawReader.standard(name).read(in);
                all.addAll(reading.get());
            } catch (IOException e) {
                throw new IllegalStateException("cannot read " + name, e);
            }
        }
        return LawBase.of(onceEach(all));
    }

    private static List<Parameter> onceEach(List<Parameter> all) {
        Set<String> ids = new HashSet<>();
        for (Parameter parameter : all) {
            if (!ids.add(parameter.id())) {
                throw new IllegalStateException("in two files: " + parameter.id());
            }
        }
        return all;
    }

    static List<String> names() {
        try (InputStream in = open(LIST)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableList());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + LIST, e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(StandardFiles.class.getResourceAsStream(name), name);
    }
}
