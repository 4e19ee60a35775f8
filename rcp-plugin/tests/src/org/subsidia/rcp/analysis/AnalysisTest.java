package org.subsidia.rcp.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private final Deque<Runnable> pending = new ArrayDeque<>();
    private final List<String> answers = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<Boolean> unwanted = new ArrayList<>();
    private final Analysis<String, String> analysis =
            new Analysis<>(this::compute, answers::add, failures::add, new ByHand());

    private String compute(String question, BooleanSupplier cancelled) {
        unwanted.add(cancelled.getAsBoolean());
        if (question.isEmpty()) {
            throw new IllegalArgumentException("nothing asked");
        }
        return question.toUpperCase(java.util.Locale.ROOT);
    }

    /** Starts work when the test says so. */
    private final class ByHand implements Analysis.Runner {
        @Override
        public void start(Consumer<BooleanSupplier> work, Runnable then) {
            pending.add(() -> {
                work.accept(() -> false);
                then.run();
            });
        }
    }

    private void runAll() {
        while (!pending.isEmpty()) {
            pending.remove().run();
        }
    }

    @Test
    void ask_once_answers() {
        analysis.ask("a");
        assertThat(analysis.isRunning()).isTrue();
        runAll();
        assertThat(answers).containsExactly("A");
        assertThat(analysis.isRunning()).isFalse();
    }

    @Test
    void ask_whileComputing_dropsTheFormerAnswerAndAllBetween() {
        analysis.ask("a");
        analysis.ask("b");
        analysis.ask("c");
        runAll();
        assertThat(answers).containsExactly("C");
        assertThat(unwanted).containsExactly(true, false);
    }

    @Test
    void ask_afterAnAnswer_answersAgain() {
        analysis.ask("a");
        runAll();
        analysis.ask("b");
        runAll();
        assertThat(answers).containsExactly("A", "B");
    }

    @Test
    void compute_thatThrows_isTold_andTheNextQuestionIsAnswered() {
        analysis.ask("");
        runAll();
        assertThat(failures).extracting(Throwable::getMessage).containsExactly("nothing asked");
        analysis.ask("a");
        runAll();
        assertThat(answers).containsExactly("A");
    }

    @Test
    void compute_thatThrowsForAnOldQuestion_isNotTold() {
        analysis.ask("");
        analysis.ask("b");
        runAll();
        assertThat(failures).isEmpty();
        assertThat(answers).containsExactly("B");
    }

    @Test
    void close_whileComputing_answersNothing() {
        analysis.ask("a");
        analysis.close();
        runAll();
        assertThat(answers).isEmpty();
    }
}
