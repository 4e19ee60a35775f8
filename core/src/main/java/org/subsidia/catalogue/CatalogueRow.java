package org.subsidia.catalogue;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Confidence;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Source;

/**
 * An entry as named texts: a row of a CSV file, whose columns are the names, or a mapping of the shipped files.
 *
 * <p>For every entry: {@code type} ({@code programme}, {@code call} or {@code funder}), {@code id}, {@code name}, {@code note},
 * {@code source}, {@code confidence} ({@code CONFIRMED}, {@code PARTIAL} or {@code UNVERIFIED}, the last where nothing is
 * said) and {@code figures}: {@code name = value CONFIDENCE source}, several with {@code |} between them, the value being
 * {@code 1000 EUR}, {@code 40 %}, {@code 2026-01-31} or {@code 56 pôles}.
 *
 * <p>A programme: {@code kind}, {@code code}, {@code fund}, {@code parent}, {@code funder}, {@code from}, {@code to}, {@code
 * rate}, and {@code values}: {@code 2024 INITIAL_LAW AE=9000000 CP=9000000 CONFIDENCE source}, several with {@code |} between.
 *
 * <p>A call: {@code state}, {@code programme}, {@code funder}, {@code opens}, {@code preDeposit}, {@code cutOffs} (several
 * with {@code |}), {@code closes}, {@code decision}, {@code recurrence} ({@code P1Y}), {@code rate}, {@code minimum}, {@code
 * maximum}, {@code address}.
 *
 * <p>A funder: {@code level}, {@code siren}, {@code siret}, {@code nuts}, {@code territory}.
 *
 * <p>Days are {@code 2026-01-31} or {@code 31/01/2026}. What is empty is not known.
 */
public final class CatalogueRow {
    /** The names, in the order in which a documented CSV file has them. */
    public static final List<String> COLUMNS = List.of(
            "type",
            "id",
            "name",
            "kind",
            "code",
            "fund",
            "parent",
            "funder",
            "from",
            "to",
            "rate",
            "values",
            "programme",
            "state",
            "opens",
            "preDeposit",
            "cutOffs",
            "closes",
            "decision",
            "recurrence",
            "minimum",
            "maximum",
            "address",
            "level",
            "siren",
            "siret",
            "nuts",
            "territory",
            "figures",
            "source",
            "confidence",
            "note");

    private final RowTexts texts;

    private CatalogueRow(RowTexts texts) {
        this.texts = texts;
    }

    /**
     * Reads an entry.
     *
     * @param fields text by name, see {@link #COLUMNS}; others are passed over
     * @param place where it stands
     * @return the entry, without the fields that could not be read, each a warning; none where type, id or name is missing or
     *     wrong
     */
    public static Reading<CatalogueEntry> read(Map<String, String> fields, Place place) {
        List<Finding> findings = new ArrayList<>();
        RowTexts texts = new RowTexts(fields, place, findings);
        Optional<CatalogueEntry> entry = new CatalogueRow(texts).entry();
        return entry.map(e -> Reading.of(e, findings)).orElseGet(() -> Reading.refused(findings));
    }

    private Optional<CatalogueEntry> entry() {
        Optional<String> type = texts.required("type");
        Optional<String> id = texts.required("id");
        Optional<String> name = texts.required("name");
        if (type.isEmpty() || id.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        Source source = source();
        PortfolioRecord record;
        switch (type.get().toLowerCase(Locale.ROOT)) {
            case "programme" -> record = programme(id.get(), name.get(), source);
            case "call", "appel" -> record = call(id.get(), name.get(), source);
            case "funder", "financeur" -> record = funder(id.get(), name.get());
            default -> {
                texts.refuse("type", "CAT-TYPE-UNKNOWN", type.get());
                return Optional.empty();
            }
        }
        Source fallback = source == null ? new Source(id.get(), Confidence.UNVERIFIED) : source;
        return Optional.of(new CatalogueEntry(record, ListedFigures.of(texts, fallback)));
    }

    private @Nullable Source source() {
        Confidence confidence = texts.one("confidence", Confidence.class).orElse(Confidence.UNVERIFIED);
        return texts.text("source").map(text -> new Source(text, confidence)).orElse(null);
    }

    private Programme programme(String id, String name, @Nullable Source source) {
        LocalDate from = texts.day("from").orElse(null);
        LocalDate to = texts.day("to").orElse(null);
        return Programme.builder(
                        new ProgrammeId(id),
                        texts.one("kind", ProgrammeKind.class).orElse(ProgrammeKind.OTHER),
                        name)
                .code(texts.text("code").orElse(null))
                .fund(texts.text("fund").orElse(null))
                .parent(texts.text("parent").map(ProgrammeId::new).orElse(null))
                .funder(texts.text("funder").map(FunderId::new).orElse(null))
                .period(from == null && to == null ? null : new DateWindow(from, to))
                .rate(texts.share("rate").orElse(null))
                .values(ListedValues.of(texts, source))
                .source(source)
                .note(texts.text("note").orElse(null))
                .build();
    }

    private Call call(String id, String name, @Nullable Source source) {
        return Call.builder(new CallId(id), name)
                .state(texts.one("state", CallState.class).orElse(CallState.EXPECTED))
                .programme(texts.text("programme").map(ProgrammeId::new).orElse(null))
                .funder(texts.text("funder").map(FunderId::new).orElse(null))
                .opens(texts.day("opens").orElse(null))
                .preDeposit(texts.day("preDeposit").orElse(null))
                .cutOffs(texts.days("cutOffs"))
                .closes(texts.day("closes").orElse(null))
                .decision(texts.day("decision").orElse(null))
                .recurrence(texts.parsed("recurrence", Period::parse).orElse(null))
                .rate(texts.share("rate").orElse(null))
                .minimum(texts.money("minimum").orElse(null))
                .maximum(texts.money("maximum").orElse(null))
                .address(texts.text("address").orElse(null))
                .source(source)
                .note(texts.text("note").orElse(null))
                .build();
    }

    private Funder funder(String id, String name) {
        return Funder.builder(
                        new FunderId(id), texts.one("level", FunderLevel.class).orElse(FunderLevel.UNKNOWN), name)
                .siren(texts.text("siren").orElse(null))
                .siret(texts.text("siret").orElse(null))
                .nuts(texts.text("nuts").orElse(null))
                .territory(texts.text("territory").orElse(null))
                .note(texts.text("note").orElse(null))
                .build();
    }
}
