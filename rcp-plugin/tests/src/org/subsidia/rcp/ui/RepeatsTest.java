package org.subsidia.rcp.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private final Repeats repeats = new Repeats();

    private boolean again(Throwable cause, long seconds) {
        return repeats.isAgain(cause, TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void sameFailure_inARow_isKnownAgainUntilItIsQuietForTenSeconds() {
        RuntimeException[] same = new RuntimeException[5];
        for (int i = 0; i < same.length; i++) {
            same[i] = new IllegalStateException("peinture " + i); // one place, whatever it says
        }
        assertThat(again(same[0], 1)).isFalse();
        assertThat(again(same[1], 2)).isTrue();
        assertThat(again(same[2], 11)).isTrue();
        assertThat(again(same[3], 20)).isTrue();
        assertThat(again(same[4], 30)).isFalse();
    }

    @Test
    void anotherFailure_isNotTakenForTheLastOne() {
        RuntimeException one = new IllegalStateException("ici");
        RuntimeException other = new IllegalStateException("là");
        assertThat(again(one, 1)).isFalse();
        assertThat(again(other, 2)).isFalse();
        assertThat(again(new IllegalArgumentException("là"), 2)).isFalse();
    }
}
