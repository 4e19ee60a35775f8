package org.subsidia.portfolio.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Confidence;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.ReportKind;
import org.subsidia.portfolio.Source;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Trigger;

/** The payment schedules met in practice, from the resource {@code templates.yaml}. */
public final class ScheduleTemplates {
    private static final class Holder {
        static final List<ScheduleTemplate> ALL = load();
    }

    private ScheduleTemplates() {}

    /** {@return all templates, in the order in which a list shows them} */
    public static List<ScheduleTemplate> all() {
        return Holder.ALL;
    }

    /**
     * One template.
     *
     * @param id such as {@code 50-30-20} or {@code erdf-2021-2027}
     * @return the template, if there is one
     */
    public static Optional<ScheduleTemplate> find(String id) {
        return all().stream().filter(template -> template.id().equals(id)).findFirst();
    }

    private static List<ScheduleTemplate> load() {
        try (InputStream in = ScheduleTemplates.class.getResourceAsStream("templates.yaml")) {
            List<ScheduleTemplate> all = new ArrayList<>();
            new YAMLMapper()
                    .readTree(Objects.requireNonNull(in, "templates.yaml"))
                    .forEach(node -> all.add(template(node)));
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScheduleTemplate template(JsonNode node) {
        List<ScheduleTemplate.Band> bands = new ArrayList<>();
        for (JsonNode band : node.get("bands")) {
            List<ScheduleTemplate.Step> steps = new ArrayList<>();
            band.get("steps").forEach(step -> steps.add(step(step)));
            bands.add(new ScheduleTemplate.Band(euros(band, "upTo"), steps));
        }
        String source = node.get("source").asText();
        String reference = node.path("reference").asText("");
        JsonNode advance = node.path("advance");
        return new ScheduleTemplate(
                node.get("id").asText(),
                words(node.get("name")),
                new Source(
                        reference.isEmpty() ? source : reference + " ; " + source,
                        Confidence.valueOf(node.get("confidence").asText())),
                node.has("note") ? words(node.get("note")) : null,
                share(advance, "usual"),
                share(advance, "most"),
                bands);
    }

    private static ScheduleTemplate.Step step(JsonNode node) {
        return new ScheduleTemplate.Step(
                words(node.get("name")),
                StepRole.valueOf(node.get("role").asText()),
                trigger(node),
                node.has("day") ? MonthDay.parse("--" + node.get("day").asText()) : null,
                portion(node),
                share(node, "cap"),
                node.path("deductAdvance").asBoolean(),
                euros(node, "minimum"),
                euros(node, "minimumSpending"),
                share(node, "minimumShare"));
    }

    private static @Nullable Trigger trigger(JsonNode node) {
        if (node.has("event")) {
            return new Trigger.OnEvent(GrantEvent.valueOf(node.get("event").asText()), Period.ZERO);
        } else if (node.has("report")) {
            return new Trigger.OnReport(ReportKind.valueOf(node.get("report").asText()), Period.ZERO);
        }
        Fraction spent = share(node, "spent");
        return spent == null ? null : new Trigger.OnShareSpent(spent);
    }

    private static @Nullable Portion portion(JsonNode node) {
        if (node.has("remainder")) {
            return new Portion.Remainder();
        } else if (node.has("certified")) {
            return new Portion.OfCertified();
        }
        Fraction share = share(node, "share");
        return share == null ? null : new Portion.OfAward(share);
    }

    private static Message words(JsonNode node) {
        return Message.of(
                "SCHED-TEMPLATE-NAME", node.get("fr").asText(), node.get("en").asText());
    }

    private static @Nullable Fraction share(JsonNode node, String field) {
        return node.has(field) ? Fraction.parse(node.get(field).asText()) : null;
    }

    private static @Nullable Money euros(JsonNode node, String field) {
        return node.has(field) ? Money.of(CurrencyUnit.EUR, node.get(field).decimalValue()) : null;
    }
}
