package org.subsidia.io.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.catalogue.CatalogueEntry;
import org.subsidia.explain.Confidence;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.identity.OrganisationName;
import org.subsidia.io.exchange.CellRow;
import org.subsidia.io.exchange.HeadedTable;
import org.subsidia.io.exchange.HeadedTable.Field;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Source;
import org.subsidia.territory.TerritoryCode;

/** Descriptions of aid schemes after the schema "dispositif-aide" 0.2.0 of Etalab, as programmes. */
final class SchemeDescriptions {
    static final List<Field> FIELDS = List.of(
            Field.needed("id", "id"),
            Field.needed("title", "titre"),
            Field.optional("promise", "promesse"),
            Field.needed("carriers", "porteurs"),
            Field.needed("targets", "cibles"),
            Field.needed("area", "eligibilite_geographique"),
            Field.optional("out", "eligibilite_geographique_exclusions"),
            Field.optional("opens", "date_ouverture"),
            Field.optional("closes", "date_cloture"),
            Field.optional("updated", "date_mise_a_jour"),
            Field.optional("url", "url_source"));

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_CARRIERS = 20_000;

    private final @Nullable TerritoryCode place;
    private final LocalDate day;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<FunderId, CatalogueEntry> funders = new LinkedHashMap<>();
    private final Map<ProgrammeId, CatalogueEntry> programmes = new LinkedHashMap<>();
    private int elsewhere;

    private SchemeDescriptions(@Nullable TerritoryCode place, LocalDate day) {
        this.place = place;
        this.day = day;
    }

    static Reading<Catalogue> read(HeadedTable table, @Nullable TerritoryCode place, LocalDate day) {
        SchemeDescriptions reader = new SchemeDescriptions(place, day);
        table.read(reader::take, reader.findings::add);
        if (reader.elsewhere > 0) {
            reader.findings.add(
                    Finding.info(table.place(), "CAT-SCHEMES-ELSEWHERE", reader.elsewhere, String.valueOf(place)));
        }
        List<CatalogueEntry> entries = new ArrayList<>(reader.funders.values());
        entries.addAll(reader.programmes.values());
        if (entries.isEmpty() && reader.elsewhere == 0) {
            boolean said = reader.findings.stream().anyMatch(one -> one.severity() == Severity.ERROR);
            if (!said) {
                reader.findings.add(Finding.error(table.place(), "XCH-EMPTY"));
            }
            return Reading.refused(reader.findings);
        }
        return Reading.of(Catalogue.of(entries), reader.findings);
    }

    private void take(CellRow row) {
        Optional<String> id = row.need("id");
        Optional<String> title = row.need("title");
        List<String> unread = new ArrayList<>();
        SchemeArea area =
                new SchemeArea(SchemeArea.codes(row.text("area"), unread), SchemeArea.codes(row.text("out"), unread));
        unread.forEach(code -> row.add(Finding.warning(row.place("area"), "CAT-SCHEME-AREA", code)));
        Optional<LocalDate> opens = row.day("opens");
        Optional<LocalDate> closes = row.day("closes");
        Optional<String> carrier = carrier(row);
        boolean unsure = !unread.isEmpty() && area.included().isEmpty();
        if (!row.isRefused() && place != null && !unsure && !area.covers(place, day)) {
            elsewhere++;
            return;
        }
        findings.addAll(row.findings());
        if (row.isRefused() || id.isEmpty() || title.isEmpty()) {
            return;
        }
        ProgrammeId programme = new ProgrammeId("dispositif-" + id.get());
        if (programmes.containsKey(programme)) {
            findings.add(Finding.warning(row.place("id"), "CAT-ID-TWICE", programme.value(), row.line()));
        }
        boolean regional = carrier.filter(SchemeDescriptions::isRegion).isPresent();
        programmes.put(
                programme,
                CatalogueEntry.of(Programme.builder(
                                programme, regional ? ProgrammeKind.REGIONAL_SCHEME : ProgrammeKind.OTHER, title.get())
                        .funder(carrier.map(name -> funder(name, regional)).orElse(null))
                        .period(
                                opens.isEmpty() && closes.isEmpty()
                                        ? null
                                        : new DateWindow(opens.orElse(null), closes.orElse(null)))
                        .source(new Source(
                                row.find("url").orElse("schéma dispositif-aide, " + id.get()), Confidence.PARTIAL))
                        .note(note(row, area))
                        .build()));
    }

    private static boolean isRegion(String name) {
        List<String> words = OrganisationName.of(name).words();
        return words.contains("region") || words.contains("regional");
    }

    private FunderId funder(String name, boolean regional) {
        FunderId id = new FunderId(OrganisationName.of(name).id());
        funders.computeIfAbsent(
                id,
                key -> CatalogueEntry.of(Funder.builder(key, regional ? FunderLevel.REGION : FunderLevel.UNKNOWN, name)
                        .build()));
        return id;
    }

    /** Who pays, else the first who is named: a JSON list of objects, or a plain name. */
    private static Optional<String> carrier(CellRow row) {
        Optional<String> text = row.find("carriers");
        if (text.isEmpty() || !(text.get().startsWith("[") || text.get().startsWith("{"))) {
            return text;
        }
        if (text.get().length() > LONGEST_CARRIERS) {
            row.add(Finding.warning(row.place("carriers"), "CAT-SCHEME-CARRIERS"));
            return Optional.empty();
        }
        try {
            JsonNode node = MAPPER.readTree(text.get());
            List<JsonNode> all = new ArrayList<>();
            if (node.isArray()) {
                node.forEach(all::add);
            } else {
                all.add(node);
            }
            Optional<JsonNode> payer = all.stream()
                    .filter(one -> one.path("role").asText("").contains("financeur")
                            || one.path("roles").toString().contains("financeur"))
                    .findFirst();
            return payer.or(() -> all.stream().findFirst())
                    .map(one -> one.path("nom").asText("").strip())
                    .filter(name -> !name.isEmpty());
        } catch (JsonProcessingException e) {
            row.add(Finding.warning(row.place("carriers"), "CAT-SCHEME-CARRIERS"));
            return Optional.empty();
        }
    }

    private static String note(CellRow row, SchemeArea area) {
        List<String> parts = new ArrayList<>();
        row.find("promise").ifPresent(parts::add);
        parts.add("Pour : " + row.text("targets") + '.');
        parts.add("Territoires : " + area + '.');
        return String.join(" ", parts);
    }
}
