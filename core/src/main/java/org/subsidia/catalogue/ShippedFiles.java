package org.subsidia.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.RecordId;

/** The files that come with the library: a mistake in them is a defect of the library. */
final class ShippedFiles {
    static final List<String> NAMES =
            List.of("funders.yaml", "state.yaml", "cper.yaml", "eu.yaml", "eu-regions.yaml", "clusters.yaml");

    private ShippedFiles() {}

    static Catalogue read() {
        List<CatalogueEntry> entries = new ArrayList<>();
        NAMES.forEach(name -> entries.addAll(read(name)));
        Set<RecordId> ids = new HashSet<>();
        for (CatalogueEntry entry : entries) {
            if (!ids.add(entry.id())) {
                throw new IllegalStateException("twice: " + entry.id());
            }
        }
        return Catalogue.of(entries);
    }

    private static List<CatalogueEntry> read(String name) {
        try (InputStream in = ShippedFiles.class.getResourceAsStream(name)) {
            List<CatalogueEntry> entries = new ArrayList<>();
            for (JsonNode node : new YAMLMapper().readTree(Objects.requireNonNull(in, name))) {
                Map<String, String> fields = fields(node);
                Reading<CatalogueEntry> entry =
                        CatalogueRow.read(fields, Place.file(name).field(fields.getOrDefault("id", "")));
                if (!entry.findings().isEmpty() || !CatalogueRow.COLUMNS.containsAll(fields.keySet())) {
                    throw new IllegalStateException(fields + " " + entry.findings());
                }
                entries.add(entry.get());
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), text(field.getValue())));
        return fields;
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asText()));
        return String.join(" | ", parts);
    }
}
