package org.subsidia.io.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
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
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.identity.OrganisationName;
import org.subsidia.io.exchange.CellRow;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Source;

/** Aids as the interface of Aides-territoires (version 1.8) answers them, as calls. */
final class AidesTerritoires {
    private static final String SITE = "https://aides-territoires.beta.gouv.fr";
    private static final int HUNDRED = 100;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<FunderId, CatalogueEntry> funders = new LinkedHashMap<>();
    private final Map<CallId, CatalogueEntry> calls = new LinkedHashMap<>();

    private AidesTerritoires() {}

    /** The aids of a document: an answer with results, a list, or one aid; none where it holds something else. */
    static Optional<List<JsonNode>> aids(JsonNode root) {
        List<JsonNode> aids = new ArrayList<>();
        if (root.path("results").isArray()) {
            root.path("results").forEach(aids::add);
        } else if (root.isArray()) {
            root.forEach(aids::add);
        } else if (root.has("submission_deadline") || root.has("targeted_audiences")) {
            aids.add(root);
        }
        boolean known = !aids.isEmpty()
                && aids.stream().anyMatch(aid -> aid.has("name") && aid.has("id") && aid.has("financers"));
        return known || root.path("results").isArray() ? Optional.of(aids) : Optional.empty();
    }

    static Reading<Catalogue> read(List<JsonNode> aids, Place file) {
        AidesTerritoires reader = new AidesTerritoires();
        long number = 0;
        for (JsonNode aid : aids) {
            reader.take(aid, file.line(++number));
        }
        List<CatalogueEntry> entries = new ArrayList<>(reader.funders.values());
        entries.addAll(reader.calls.values());
        if (entries.isEmpty()) {
            reader.findings.add(Finding.error(file, "CAT-AIDS-NONE"));
            return Reading.refused(reader.findings);
        }
        return Reading.of(Catalogue.of(entries), reader.findings);
    }

    private void take(JsonNode aid, Place place) {
        String id = aid.path("id").asText("").strip();
        String name = aid.path("name").asText("").strip();
        if (!id.matches("[A-Za-z0-9-]{1,80}") || name.isEmpty()) {
            findings.add(Finding.error(place, "CAT-AID-NAMELESS", place.line()));
            return;
        }
        CallId callId = new CallId("aides-territoires-" + id);
        if (calls.containsKey(callId)) {
            findings.add(Finding.warning(place, "CAT-ID-TWICE", callId.value(), place.line()));
        }
        List<String> financers = texts(aid.path("financers"));
        LocalDate closes = day(aid, "submission_deadline", place);
        String url = aid.path("url").asText("");
        Call call = Call.builder(callId, name)
                .state(state(aid, closes))
                .funder(financers.isEmpty() ? null : funder(financers.get(0)))
                .opens(day(aid, "start_date", place))
                .preDeposit(day(aid, "predeposit_date", place))
                .closes(closes)
                .rate(rate(aid, place))
                .address(url.startsWith("/") ? SITE + url : url.startsWith("https://") ? url : null)
                .source(new Source("Aides-territoires, aide " + id + updated(aid), Confidence.PARTIAL))
                .note(note(aid, financers))
                .build();
        calls.put(callId, CatalogueEntry.of(call));
    }

    /** What is live can be asked for; what recurs and is over will come again. */
    private static CallState state(JsonNode aid, @Nullable LocalDate closes) {
        if (aid.path("is_live").asBoolean(true)) {
            return CallState.OPEN;
        }
        boolean recurring =
                OrganisationName.of(aid.path("recurrence").asText("")).key().startsWith("recur");
        return recurring && closes != null ? CallState.EXPECTED : CallState.CLOSED;
    }

    private FunderId funder(String name) {
        FunderId id = new FunderId(OrganisationName.of(name).id());
        funders.computeIfAbsent(
                id,
                key -> CatalogueEntry.of(
                        Funder.builder(key, FunderLevel.UNKNOWN, name).build()));
        return id;
    }

    private @Nullable LocalDate day(JsonNode aid, String field, Place place) {
        String text = aid.path(field).asText("");
        if (text.isEmpty() || text.equals("null")) {
            return null;
        }
        Optional<LocalDate> day = CellRow.read(text);
        if (day.isEmpty()) {
            findings.add(Finding.warning(place.field(field), "XCH-DATE", field, text));
        }
        return day.orElse(null);
    }

    /** The upper bound, in percent. */
    private @Nullable Fraction rate(JsonNode aid, Place place) {
        JsonNode bound = aid.path("subvention_rate_upper_bound");
        if (bound.isMissingNode() || bound.isNull()) {
            return null;
        }
        if (bound.isNumber()) {
            BigDecimal percent = bound.decimalValue();
            if (percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(HUNDRED)) <= 0) {
                return Fraction.of(percent).dividedBy(Fraction.of(HUNDRED));
            }
        }
        findings.add(
                Finding.warning(place.field("subvention_rate_upper_bound"), "CAT-AID-RATE", shortened(bound.asText())));
        return null;
    }

    private static String updated(JsonNode aid) {
        return CellRow.read(aid.path("date_updated").asText(""))
                .map(day -> ", mise à jour le " + day)
                .orElse("");
    }

    private static @Nullable String note(JsonNode aid, List<String> financers) {
        List<String> parts = new ArrayList<>();
        if (financers.size() > 1) {
            parts.add("Financeurs : " + String.join(", ", financers) + '.');
        }
        List<String> audiences = texts(aid.path("targeted_audiences"));
        if (!audiences.isEmpty()) {
            parts.add("Pour : " + String.join(", ", audiences) + '.');
        }
        String perimeter = aid.path("perimeter").asText("");
        if (!perimeter.isEmpty() && !perimeter.equals("null")) {
            parts.add("Périmètre : " + perimeter + '.');
        }
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    /** Names, whether they are given as texts or as objects with a name. */
    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> {
            String text = one.isObject() ? one.path("name").asText("") : one.asText("");
            if (!text.isBlank() && !text.equals("null")) {
                texts.add(text.strip());
            }
        });
        return texts;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + '…' : text;
    }
}
