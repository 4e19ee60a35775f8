package org.subsidia.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Message;

class LabelsTest {
    private static final List<List<Message>> LABELS = List.of(
            labels(FunderLevel.values(), FunderLevel::label),
            labels(GrantState.values(), GrantState::label),
            labels(StructureKind.values(), StructureKind::label),
            labels(GrantNature.values(), GrantNature::label),
            labels(LabelKind.values(), LabelKind::label),
            labels(AmountStage.values(), AmountStage::label),
            labels(GrantEvent.values(), GrantEvent::label),
            labels(ReportKind.values(), ReportKind::label),
            labels(FundingKind.values(), FundingKind::label));

    private static <T> List<Message> labels(T[] values, Function<T, Message> label) {
        return Arrays.stream(values).map(label).toList();
    }

    @Test
    void label_ofEveryConstant_isWrittenInBothLanguagesAndTellsTheConstantsApart() {
        for (List<Message> kind : LABELS) {
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                Stream<String> words = kind.stream().map(label -> label.in(locale));
                assertThat(words).doesNotHaveDuplicates().noneMatch(String::isBlank);
            }
        }
    }

    @Test
    void label_ofTheState_isFrenchInFrench() {
        assertThat(FunderLevel.STATE.label().in(Locale.FRENCH)).isEqualTo("État");
        assertThat(GrantState.UNDER_CONVENTION.label().in(Locale.ENGLISH)).isEqualTo("Under convention");
    }
}
