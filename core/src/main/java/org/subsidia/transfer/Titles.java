package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.territory.Region;

/** What people call the measures of a scenario and their numbers. Documents and programs know both by their ids. */
record Titles(List<Measure> measures) {
    /** The author's sentence is a title as long as it fits beside a bar. */
    private static final int LONGEST = 60;

    Titles {
        measures = List.copyOf(measures);
    }

    /** The author's words, else those of the model; of several that are called alike, what tells them apart besides. */
    Message measure(String id) {
        Measure measure = find(id);
        Message title = title(measure);
        List<Measure> alike =
                measures.stream().filter(each -> title(each).equals(title)).toList();
        return alike.size() == 1 ? title : apart(title, measure, alike);
    }

    /** What a number means, as {@link ParameterName} names it. */
    Message number(ParameterName name) {
        Measure measure = find(name.measure());
        Model model = measure.model();
        List<Measure> alike = measures.stream()
                .filter(each -> each.model() == model && (each.equals(measure) || each.gives(name.parameter())))
                .toList();
        Message title =
                Message.of("XFER-TITLE-" + code(model) + '-' + name.parameter().toUpperCase(Locale.ROOT));
        Message whole = alike.size() == 1 ? title : apart(title, measure, alike);
        Integer year = name.year();
        return year == null ? whole : Message.of("XFER-TITLE-DATED", whole, String.valueOf(year));
    }

    private Measure find(String id) {
        return measures.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measure " + id));
    }

    private static Message title(Measure measure) {
        Message note = measure.note();
        return note != null
                        && Stream.of(Locale.FRENCH, Locale.ENGLISH)
                                .allMatch(language -> note.in(language).length() <= LONGEST)
                ? note
                : Message.of("XFER-TITLE-" + code(measure.model()));
    }

    private static String code(Model model) {
        return model.name().replace('_', '-');
    }

    /** By the funder’s level, else by the years, else by the Regions, else by the id: the first of them that no two share. */
    private static Message apart(Message title, Measure measure, List<Measure> alike) {
        List<Function<Measure, Optional<Message>>> ways = List.of(Titles::level, Titles::years, Titles::regions);
        for (Function<Measure, Optional<Message>> way : ways) {
            List<Optional<Message>> words = alike.stream().map(way).distinct().toList();
            if (words.size() == alike.size()) {
                return way.apply(measure)
                        .map(more -> Message.of("XFER-TITLE-APART", title, more))
                        .orElse(title);
            }
        }
        return Message.of("XFER-TITLE-APART", title, measure.id());
    }

    private static Optional<Message> level(Measure measure) {
        return measure.model() == Model.WITHDRAWAL || measure.model() == Model.PAYMENT_LAG
                ? Optional.of(FunderLevel.valueOf(measure.word("level")).label())
                : Optional.empty();
    }

    private static Optional<Message> years(Measure measure) {
        @Nullable Integer from = measure.from();
        @Nullable Integer to = measure.to();
        if (from == null) {
            return Optional.ofNullable(to).map(year -> Message.of("XFER-TITLE-UNTIL", String.valueOf(year)));
        }
        String first = String.valueOf(from);
        return Optional.of(
                to == null
                        ? Message.of("XFER-TITLE-SINCE", first)
                        : from.equals(to)
                                ? Message.of("XFER-TITLE-YEAR", first)
                                : Message.of("XFER-TITLE-YEARS", first, String.valueOf(to)));
    }

    private static Optional<Message> regions(Measure measure) {
        List<String> names = new ArrayList<>();
        measure.regions()
                .forEach(code -> names.add(Region.find(code).map(Region::name).orElse(code)));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Message.of("XFER-TITLE-REGIONS", String.join(", ", names)));
    }
}
