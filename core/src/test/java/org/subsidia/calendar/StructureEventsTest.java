package org.subsidia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.calendar.World.day;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.portfolio.Structure;

class StructureEventsTest {

    private static World labelled(
            @Nullable LocalDate end, @Nullable LocalDate extendableTo, @Nullable Boolean conditionMet) {
        return new World()
                .with(Structure.builder(World.CLUSTER, "Pôle Alpha")
                        .addLabel(new Label(LabelKind.POLE, "V", day("2023-01-01"), end, extendableTo, conditionMet))
                        .build());
    }

    @Test
    void label_plain_endsOnItsDay() {
        CalendarEvent event = labelled(day("2026-12-31"), null, null).the(EventKind.LABEL_END);
        assertThat(event.date()).isEqualTo("2026-12-31");
        assertThat(event.certainty()).isEqualTo(Certainty.FIXED);
        assertThat(event.title().in(Locale.FRENCH))
                .isEqualTo("Fin de label : Pôle Alpha (Pôle de compétitivité, phase V)");
        assertThat(event.structure()).isEqualTo(World.CLUSTER);
    }

    @Test
    void label_extensionOpen_hasTwoExpectedEnds() {
        World world = labelled(day("2024-12-31"), day("2026-12-31"), null);
        assertThat(world.all(EventKind.LABEL_END))
                .extracting(CalendarEvent::certainty)
                .containsExactly(Certainty.EXPECTED, Certainty.EXPECTED);
        assertThat(world.the(EventKind.LABEL_END, "extension").date()).isEqualTo("2026-12-31");
    }

    @Test
    void label_extensionDecided_hasOneEnd() {
        assertThat(labelled(day("2024-12-31"), day("2026-12-31"), true)
                        .the(EventKind.LABEL_END)
                        .date())
                .isEqualTo("2026-12-31");
        assertThat(labelled(day("2024-12-31"), day("2026-12-31"), false)
                        .the(EventKind.LABEL_END)
                        .date())
                .isEqualTo("2024-12-31");
    }

    @Test
    void label_endUnknown_isAFinding() {
        assertThat(labelled(null, null, null).calendar().findings())
                .extracting(f -> f.place().toString())
                .containsExactly("cluster (labels)");
    }

    @Test
    void label_withoutPhaseTwice_keepsBoth() {
        Label regional = new Label(LabelKind.REGIONAL, null, null, day("2026-12-31"), null, null);
        World world = new World()
                .with(Structure.builder(World.CLUSTER, "Alpha")
                        .addLabel(regional)
                        .addLabel(regional)
                        .build());
        assertThat(world.all(EventKind.LABEL_END))
                .extracting(CalendarEvent::id)
                .containsExactly("label-end/structure/cluster/REGIONAL", "label-end/structure/cluster/REGIONAL#2");
    }

    @Test
    void assembly_sixMonthsAfterTheYear_inTheYearsShown() {
        World world = World.of();
        assertThat(world.all(EventKind.GENERAL_ASSEMBLY))
                .extracting(event -> event.date().toString())
                .containsExactly("2026-06-30", "2027-06-30", "2028-06-30", "2029-06-30");
        assertThat(labelled(day("2026-12-31"), null, null).all(EventKind.GENERAL_ASSEMBLY))
                .isEmpty();
    }
}
